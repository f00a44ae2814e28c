/** Bounds of a transcript: a file that exceeds them is hostile or no transcript. */
import type { TranscriptSegment } from '../../../shared/model';

/** A sentence every two seconds for a day. */
export const SEGMENTS_LIMIT = 50_000;
const TEXT_CHARS = 10_000;
const SPEAKER_CHARS = 200;
const DAY_MS = 86_400_000;
const CHANNELS = 16;

/** `channel` of the audio, from 0, where the transcript tells it. Null for a segment without words or with times that are none. */
export function toSegment(
  startMs: number,
  endMs: number,
  speaker: string | null,
  text: string,
  channel: number | null = null,
): TranscriptSegment | null {
  const said = text.trim().slice(0, TEXT_CHARS);
  if (said === '' || !(startMs >= 0) || !(startMs < DAY_MS)) return null;
  const end = endMs >= startMs && endMs < 2 * DAY_MS ? endMs : startMs;
  const called = speaker?.trim().slice(0, SPEAKER_CHARS) ?? '';
  const isChannel = channel !== null && Number.isInteger(channel) && channel >= 0 && channel < CHANNELS;
  return {
    startMs: Math.round(startMs),
    endMs: Math.round(end),
    speaker: called === '' ? null : called,
    channel: isChannel ? channel : null,
    text: said,
  };
}

/** In the order in which they were said; null where there are none. */
export function inOrder(segments: readonly TranscriptSegment[]): TranscriptSegment[] | null {
  if (segments.length === 0) return null;
  return [...segments].sort((a, b) => a.startMs - b.startMs);
}
