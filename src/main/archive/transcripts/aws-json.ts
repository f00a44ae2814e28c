/**
 * The JSON of Amazon Transcribe Call Analytics: `Transcript[{ParticipantRole, Content, BeginOffsetMillis, EndOffsetMillis}]`, in no
 * order that could be relied on, and `Categories.MatchedCategories`.
 * Source: https://docs.aws.amazon.com/transcribe/latest/dg/tca-output-batch.html
 */
import type { TranscriptSegment } from '../../../shared/model';
import type { JsonObject } from '../json-value';
import { isObject, objectsOf, textOf } from '../json-value';
import { SEGMENTS_LIMIT, inOrder, toSegment } from './segment';

/** Null where it holds no turns. */
export function readCallAnalytics(transcript: JsonObject): TranscriptSegment[] | null {
  const segments = objectsOf(transcript['Transcript'])
    .slice(0, SEGMENTS_LIMIT)
    .flatMap((turn) => {
      const { BeginOffsetMillis: startMs, EndOffsetMillis: endMs } = turn;
      const said = textOf(turn['Content']);
      if (typeof startMs !== 'number' || typeof endMs !== 'number' || said === null) return [];
      return toSegment(startMs, endMs, textOf(turn['ParticipantRole']), said) ?? [];
    });
  return inOrder(segments);
}

export function categoriesOfCallAnalytics(transcript: JsonObject): readonly string[] {
  const { Categories: categories } = transcript;
  const matched = isObject(categories) ? categories['MatchedCategories'] : undefined;
  return Array.isArray(matched)
    ? (matched as readonly unknown[]).filter((one): one is string => typeof one === 'string')
    : [];
}
