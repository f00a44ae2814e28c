/**
 * Counts the recordings of scopes that have none in common without reading which they are: of everything, or of all that one number has,
 * the classes of a call apart. It is what most people count first, and what it needs lies in a tenth of the pages.
 */
import type { ReadableDb } from '../sqlite/database';
import { toPostingId } from './postings';
import { ANY_KEY } from './recording-key';
import type { PostingsQuestion } from './tally-question';
import type { KeyRange } from './visible-keys';

/** Undefined where the scopes may have recordings in common, or where not all of their recordings are asked for. */
export function countApart(db: ReadableDb, question: PostingsQuestion): number | undefined {
  const { listed } = question;
  if (isNarrowed(question) || !listed.every(isOfAnyTime)) return undefined;
  const subjects = new Set(
    listed.map(({ scopeId }) =>
      JSON.stringify(db.get('SELECT subject, number FROM scope WHERE id = ?', [scopeId]) ?? null),
    ),
  );
  // The classes of a recording exclude each other.
  if (subjects.size > 1) return undefined;
  let count = 0;
  for (const scopeId of new Set(listed.map((range) => range.scopeId))) {
    const [ofScope] = db.column<number | null>('SELECT sum(count) FROM posting WHERE id >= ? AND id < ?', [
      toPostingId(scopeId, 0),
      toPostingId(scopeId + 1, 0),
    ]);
    count += ofScope ?? 0;
  }
  return count;
}

function isNarrowed(question: PostingsQuestion): boolean {
  const { hidden, window, kinds, directions, durationClasses, transcript, screen, group, line } = question;
  const filters = [kinds, directions, durationClasses, transcript.isWanted, screen.isWanted, group, line];
  return hidden.length > 0 || !isOfAnyTime(window) || filters.some((filter) => filter !== null);
}

function isOfAnyTime({ fromKey, untilKey }: KeyRange): boolean {
  return fromKey === ANY_KEY.fromKey && untilKey === ANY_KEY.untilKey;
}
