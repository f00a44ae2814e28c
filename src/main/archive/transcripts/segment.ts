/** Bounds of a transcript: a file that exceeds them is hostile or no transcript. */
import type { TranscriptSegment } from '../../../shared/model';

/** A sentence every two seconds for a day. */
export const SEGMENTS_LIMIT = 50_000;
const TEXT_CHARS = 10_000;
const SPEAKER_CHARS = 200;
const DAY_MS = 86_400_000;

/** Null for a segment without words or with times that are none. */
export function toSegment(
  startMs: number,
  endMs: number,
  speaker: string | null,
  text: string,
): TranscriptSegment | null {
  const said = text.trim().slice(0, TEXT_CHARS);
  if (said === '' || !(startMs >= 0) || !(startMs < DAY_MS)) return null;
  const end = endMs >= startMs && endMs < 2 * DAY_MS ? endMs : startMs;
  return {
    startMs: Math.round(startMs),
    endMs: Math.round(end),
    speaker: speaker?.slice(0, SPEAKER_CHARS) ?? null,
    text: said,
  };
}
