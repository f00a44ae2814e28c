/** What the ordinals of a chunk are: read when it is asked for first, and kept until something in the chunk changes. */
import type { ReadableDb, SqlValue } from '../sqlite/database';
import type { DayRun } from './day-runs';
import { decodeDayRuns } from './day-runs';
import { BLOCK, CHUNK, toUint16, toUint32 } from './postings';
import type { ChunkFacts } from './postings-union';

const BLOCKS_PER_CHUNK = CHUNK / BLOCK;

interface Kept<Contents> {
  readonly version: number;
  readonly contents: Contents;
}

/** Call what follows within the snapshot in which the chunk's facts were read. */
export class OrdinalContents {
  readonly #db: ReadableDb;
  readonly #seconds = new Map<number, Kept<Uint32Array>>();
  readonly #traits = new Map<number, Kept<Uint16Array>>();
  readonly #dayRuns = new Map<number, Kept<readonly DayRun[] | undefined>>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** By ordinal of the chunk. The same array until something changes, so that what is made of it can be kept by it. */
  secondsOf(chunk: ChunkFacts): Uint32Array {
    return keptOr(this.#seconds, chunk, () => {
      const seconds = new Uint32Array(CHUNK);
      for (const { at, stored } of this.#list(chunk, 'seconds', 'ordinal_content'))
        seconds.set(toUint32(stored), at);
      return seconds;
    });
  }

  traitsOf(chunk: ChunkFacts): Uint16Array {
    return keptOr(this.#traits, chunk, () => {
      const traits = new Uint16Array(CHUNK);
      for (const { at, stored } of this.#list(chunk, 'traits', 'ordinal_content'))
        traits.set(toUint16(stored), at);
      return traits;
    });
  }

  /** In order of start, by ordinal of the chunk; undefined where a block has too many. */
  dayRunsOf(chunk: ChunkFacts): readonly DayRun[] | undefined {
    return keptOr(this.#dayRuns, chunk, () => {
      const all: DayRun[] = [];
      for (const { at, stored } of this.#list(chunk, 'days', 'ordinal_block')) {
        const runs = decodeDayRuns(stored);
        if (runs === undefined) return undefined;
        for (const run of runs) all.push({ ...run, start: run.start + at });
      }
      return all;
    });
  }

  #list(
    { number }: ChunkFacts,
    column: 'seconds' | 'traits' | 'days',
    table: 'ordinal_content' | 'ordinal_block',
  ): { readonly at: number; readonly stored: Buffer }[] {
    const first = number * BLOCKS_PER_CHUNK;
    const bounds: SqlValue[] = [first, first + BLOCKS_PER_CHUNK];
    const rows = this.#db.all<{ block: number; stored: Buffer }>(
      `SELECT block, ${column} AS stored FROM ${table} WHERE block >= ? AND block < ?`,
      bounds,
    );
    return rows.map(({ block, stored }) => ({ at: (block - first) * BLOCK, stored }));
  }
}

function keptOr<Contents>(
  all: Map<number, Kept<Contents>>,
  { number, version }: ChunkFacts,
  read: () => Contents,
): Contents {
  const kept = all.get(number);
  if (kept?.version === version) return kept.contents;
  const contents = read();
  all.set(number, { version, contents });
  return contents;
}
