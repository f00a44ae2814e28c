/** What every viewer's library stands on: the catalog, the plans of its viewers, and what the policy needs of the ledger. */
import { randomBytes } from 'node:crypto';
import { TalliesHere } from '../catalog/tally';
import type { Tallies } from '../catalog/tally-question';
import type { ReadableDb } from '../sqlite/database';
import { Cursors } from './cursor';
import type { Directory, Holds, SourceBook } from './directory';
import { ScopePlans } from './scope-plan';

/** Made once for an open catalog. */
export interface LibraryWorld {
  readonly db: ReadableDb;
  readonly plans: ScopePlans;
  readonly directory: Directory;
  readonly holds: Holds;
  readonly sources: SourceBook;
  /** The lists gave a recording that the rules deny: it was hidden, and the caller records it. */
  readonly onMismatch: (mismatch: { readonly userId: string; readonly recordingId: string }) => void;
  /** One row in so many of what lists return is decided again. */
  readonly checkEvery: number;
  readonly checks: { rows: number };
  readonly tallies: Tallies;
  readonly cursors: Cursors;
}

const CHECK_EVERY = 1000;

export function toLibraryWorld(
  given: Pick<LibraryWorld, 'db' | 'directory' | 'holds' | 'sources' | 'onMismatch'> & {
    readonly checkEvery?: number;
    /** Where it is not this thread that counts. */
    readonly tallies?: Tallies;
    /** Without one, cursors are good in this world only. */
    readonly cursorSecret?: Buffer;
  },
): LibraryWorld {
  return {
    checkEvery: CHECK_EVERY,
    ...given,
    plans: new ScopePlans(given.db, given.holds),
    checks: { rows: 0 },
    tallies: given.tallies ?? new TalliesHere(given.db),
    cursors: new Cursors(given.cursorSecret ?? randomBytes(32)),
  };
}
