/** Whisper's JSON: `segments[{start, end, text, words[…]}]` in seconds; WhisperX adds `speaker`, our own vCons `channel`. */
import type { TranscriptSegment } from '../../../shared/model';
import type { JsonObject } from '../json-value';
import { objectsOf, textOf } from '../json-value';
import { SEGMENTS_LIMIT, inOrder, toSegment } from './segment';

/** Null where it holds no segments; parts that are not understood are left out. */
export function readWhisper(transcript: JsonObject): TranscriptSegment[] | null {
  const segments = objectsOf(transcript['segments'])
    .slice(0, SEGMENTS_LIMIT)
    .flatMap(({ start, end, text, speaker, channel }) => {
      if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return [];
      const heardOn = typeof channel === 'number' ? channel : null;
      return toSegment(start * 1000, end * 1000, textOf(speaker), text, heardOn) ?? [];
    });
  return inOrder(segments);
}
