/** Whisper's JSON: `segments[{start, end, text, words[…]}]` in seconds; WhisperX adds `speaker`. */
import type { TranscriptSegment } from '../../../shared/model';
import { SEGMENTS_LIMIT, toSegment } from './segment';

/** Null where the text is no JSON or holds no segments; parts that are not understood are left out. */
export function parseWhisperJson(text: string): TranscriptSegment[] | null {
  const listed = readSegments(text);
  if (!listed) return null;
  const segments: TranscriptSegment[] = [];
  for (const item of listed.slice(0, SEGMENTS_LIMIT)) {
    if (!isObject(item)) continue;
    const { start, end, text: said, speaker } = item;
    if (typeof start !== 'number' || typeof end !== 'number' || typeof said !== 'string') continue;
    const segment = toSegment(start * 1000, end * 1000, typeof speaker === 'string' ? speaker : null, said);
    if (segment) segments.push(segment);
  }
  return segments.length > 0 ? segments : null;
}

function readSegments(text: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) && Array.isArray(parsed['segments']) ? (parsed['segments'] as unknown[]) : null;
  } catch (error) {
    // Nesting that exhausts the stack is reported as a range error; both mean that this is no transcript.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
