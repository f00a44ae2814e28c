/** How many of some recordings belong to each group, or came over each line. */
import type { ReadableDb } from '../sqlite/database';
import { SCOPE_CLASSES } from './codes';
import { countMembersIn, toChunkOfPosting, toPostingId } from './postings';
import type { ChunkSet } from './postings-union';
import type { NumberTally } from './tally-question';

/** An organisation has fewer groups or lines; what is beyond is not counted. */
const SCOPES_MAX = 2_000;
/** More are not read as a list of choices. */
const NUMBERS_SHOWN = 100;

/** Numbers of which there is a recording among the found ones, most first. */
export function tallyNumbers(
  db: ReadableDb,
  organisationId: number,
  subject: 'group' | 'line',
  found: readonly ChunkSet[],
): NumberTally[] {
  const byChunk = new Map(found.map((set) => [set.chunk.number, set.bits]));
  const scopes = db.all<{ id: number; number: string }>(
    `SELECT id, number FROM scope WHERE organisation_id = ? AND subject = ? AND class <> ${SCOPE_CLASSES.callHistory}
     ORDER BY number LIMIT ${SCOPES_MAX}`,
    [organisationId, subject],
  );
  const counts = new Map<string, number>();
  // The classes of a recording exclude each other, so that the counts of a number's scopes add up.
  for (const { id, number } of scopes) {
    const count = countMembers(db, id, byChunk);
    if (count > 0) counts.set(number, (counts.get(number) ?? 0) + count);
  }
  return [...counts]
    .map(([number, count]) => ({ number, count }))
    .sort((a, b) => b.count - a.count || (a.number < b.number ? -1 : 1))
    .slice(0, NUMBERS_SHOWN);
}

function countMembers(db: ReadableDb, scopeId: number, byChunk: ReadonlyMap<number, Uint32Array>): number {
  if (byChunk.size === 0) return 0;
  const rows = db.all<{ id: number; members: Buffer }>(
    'SELECT id, members FROM posting WHERE id >= ? AND id < ?',
    [toPostingId(scopeId, 0), toPostingId(scopeId + 1, 0)],
  );
  let count = 0;
  for (const { id, members } of rows) {
    const bits = byChunk.get(toChunkOfPosting(id));
    if (bits) count += countMembersIn(bits, members);
  }
  return count;
}
