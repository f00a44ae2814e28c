/** Sets of ordinals that a reader keeps in memory: what some ranges of scopes hold together, a chunk at a time. */
import type { ReadableDb } from '../sqlite/database';
import { OrdinalContents } from './ordinal-contents';
import {
  BLOCK,
  CHUNK,
  WORDS_PER_CHUNK,
  addMembers,
  countBits,
  decodeMembers,
  setBit,
  toChunkOfPosting,
  toPostingId,
} from './postings';
import { toSecondBounds } from './recording-key';
import type { ScopeRange } from './visible-keys';

/** The ordinals of one chunk that are in a union. */
export interface ChunkSet {
  readonly chunk: ChunkFacts;
  readonly bits: Uint32Array;
  readonly count: number;
}

export interface ChunkFacts {
  readonly number: number;
  /** Changes with anything in the chunk. */
  readonly version: number;
  readonly minSec: number;
  readonly maxSec: number;
}

/** A person's list, transcripts and screens are a union each; at ten million recordings one takes 1.25 MB. */
const UNIONS_KEPT = 24;
/** So few chunks are asked for one by one; more are read scope by scope. */
const FEW_CHUNKS = 4;
const BLOCKS_PER_CHUNK = CHUNK / BLOCK;

/** Call `refresh` and what follows within one snapshot of the database. */
export class PostingUnions {
  readonly contents: OrdinalContents;
  readonly #db: ReadableDb;
  readonly #unions = new Map<string, Map<number, ChunkSet>>();
  #chunks = new Map<number, ChunkFacts>();
  #seen = '';

  constructor(db: ReadableDb) {
    this.#db = db;
    this.contents = new OrdinalContents(db);
  }

  /** Looks at what has changed since; at most some milliseconds. */
  refresh(): void {
    // The one tells what other connections have written, the other what this one has.
    const own = this.#db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
    const seen = `${this.#db.dataVersion()} ${own}`;
    if (this.#seen === seen) return;
    this.#seen = seen;
    const rows = this.#db.all<{ block: number; version: number; minSec: number; maxSec: number }>(
      'SELECT block, version, min_sec AS minSec, max_sec AS maxSec FROM ordinal_block ORDER BY block',
    );
    this.#chunks = new Map();
    for (const row of rows) {
      const number = Math.floor(row.block / BLOCKS_PER_CHUNK);
      const before = this.#chunks.get(number) ?? { ...row, version: 0 };
      this.#chunks.set(number, {
        number,
        version: before.version + row.version,
        minSec: Math.min(before.minSec, row.minSec),
        maxSec: Math.max(before.maxSec, row.maxSec),
      });
    }
  }

  /** The chunks in which the ranges hold anything, in order of ordinal. */
  union(ranges: readonly ScopeRange[]): ChunkSet[] {
    const name = JSON.stringify(ranges.map(({ scopeId, fromKey, untilKey }) => [scopeId, fromKey, untilKey]));
    const kept = this.#unions.get(name) ?? new Map<number, ChunkSet>();
    // Newest last, so that the first is the one to forget.
    this.#unions.delete(name);
    this.#unions.set(name, kept);
    const oldest = this.#unions.keys().next();
    if (this.#unions.size > UNIONS_KEPT && !oldest.done) this.#unions.delete(oldest.value);
    const outdated = [...this.#chunks.values()].filter(
      (chunk) => kept.get(chunk.number)?.chunk.version !== chunk.version,
    );
    this.#fill(kept, outdated, ranges);
    return [...this.#chunks.keys()].flatMap((number) => {
      const set = kept.get(number);
      return set && set.count > 0 ? [set] : [];
    });
  }

  #fill(kept: Map<number, ChunkSet>, outdated: readonly ChunkFacts[], ranges: readonly ScopeRange[]): void {
    if (outdated.length === 0) return;
    const wanted = new Map(
      outdated.map((chunk) => [chunk.number, { chunk, bits: new Uint32Array(WORDS_PER_CHUNK) }]),
    );
    for (const range of ranges) {
      for (const { id, members } of this.#listPostings(range.scopeId, outdated)) {
        const one = wanted.get(toChunkOfPosting(id));
        if (one) this.#add(one.chunk, one.bits, range, members);
      }
    }
    for (const { chunk, bits } of wanted.values()) {
      kept.set(chunk.number, { chunk, bits, count: countBits(bits) });
    }
  }

  #listPostings(
    scopeId: number,
    outdated: readonly ChunkFacts[],
  ): Iterable<{ readonly id: number; readonly members: Buffer }> {
    if (outdated.length > FEW_CHUNKS) {
      return this.#db.all('SELECT id, members FROM posting WHERE id >= ? AND id < ?', [
        toPostingId(scopeId, 0),
        toPostingId(scopeId + 1, 0),
      ]);
    }
    return outdated.flatMap((chunk) =>
      this.#db.all<{ id: number; members: Buffer }>('SELECT id, members FROM posting WHERE id = ?', [
        toPostingId(scopeId, chunk.number),
      ]),
    );
  }

  #add(chunk: ChunkFacts, bits: Uint32Array, range: ScopeRange, members: Uint8Array): void {
    const { fromSec, untilSec } = toSecondBounds(range);
    if (chunk.minSec >= untilSec || chunk.maxSec < fromSec) return;
    if (chunk.minSec >= fromSec && chunk.maxSec < untilSec) {
      addMembers(bits, members);
      return;
    }
    const seconds = this.contents.secondsOf(chunk);
    for (const member of decodeMembers(members)) {
      const sec = seconds[member] ?? 0;
      if (sec >= fromSec && sec < untilSec) setBit(bits, member);
    }
  }
}
