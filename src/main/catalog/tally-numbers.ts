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
/** So few chunks are asked for one by one; more are read scope by scope. */
const FEW_CHUNKS = 4;

type Subject = 'group' | 'line';
type CountsByNumber = Map<string, number>;

export class NumberTallies {
  readonly #db: ReadableDb;
  /** Of whole sets, which many questions share; what a filter makes is forgotten with it. */
  readonly #countsOf: Readonly<Record<Subject, WeakMap<ChunkSet, CountsByNumber>>> = {
    group: new WeakMap(),
    line: new WeakMap(),
  };

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** Numbers of which there is a recording among the found ones, most first; the found are all of the organisation. */
  list(organisationId: number, subject: Subject, found: readonly ChunkSet[]): NumberTally[] {
    const known = this.#countsOf[subject];
    const uncounted = found.filter((set) => !known.has(set));
    if (uncounted.length > 0) this.#count(organisationId, subject, uncounted);
    const counts: CountsByNumber = new Map();
    for (const set of found) for (const [number, count] of known.get(set) ?? []) add(counts, number, count);
    return [...counts]
      .map(([number, count]) => ({ number, count }))
      .sort((a, b) => b.count - a.count || (a.number < b.number ? -1 : 1))
      .slice(0, NUMBERS_SHOWN);
  }

  #count(organisationId: number, subject: Subject, sets: readonly ChunkSet[]): void {
    const byChunk = new Map(
      sets.map((set) => [set.chunk.number, { bits: set.bits, counts: new Map() as CountsByNumber }]),
    );
    const scopes = this.#db.all<{ id: number; number: string }>(
      `SELECT id, number FROM scope WHERE organisation_id = ? AND subject = ? AND class <> ${SCOPE_CLASSES.callHistory}
       ORDER BY number LIMIT ${SCOPES_MAX}`,
      [organisationId, subject],
    );
    // The classes of a recording exclude each other, so that the counts of a number's scopes add up.
    for (const { id: scopeId, number } of scopes) {
      for (const { id, members } of this.#listPostings(scopeId, [...byChunk.keys()])) {
        const one = byChunk.get(toChunkOfPosting(id));
        const count = one ? countMembersIn(one.bits, members) : 0;
        if (one && count > 0) add(one.counts, number, count);
      }
    }
    for (const set of sets) {
      const counts = byChunk.get(set.chunk.number)?.counts;
      if (counts) this.#countsOf[subject].set(set, counts);
    }
  }

  #listPostings(scopeId: number, chunks: readonly number[]): Iterable<{ id: number; members: Buffer }> {
    if (chunks.length > FEW_CHUNKS) {
      return this.#db.all('SELECT id, members FROM posting WHERE id >= ? AND id < ?', [
        toPostingId(scopeId, 0),
        toPostingId(scopeId + 1, 0),
      ]);
    }
    return chunks.flatMap((chunk) =>
      this.#db.all<{ id: number; members: Buffer }>('SELECT id, members FROM posting WHERE id = ?', [
        toPostingId(scopeId, chunk),
      ]),
    );
  }
}

function add(counts: CountsByNumber, number: string, count: number): void {
  counts.set(number, (counts.get(number) ?? 0) + count);
}
