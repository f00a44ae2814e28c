/** The catalog as each of the six viewers sees it, and as nobody's rights narrow it. */
import { randomBytes } from 'node:crypto';
import type { ReadableDb } from '../../src/main/sqlite/database';
import { listRecordingsOfKeys } from '../../src/main/catalog/recordings';
import { Cursors } from '../../src/main/policy/cursor';
import type { SourceFacts } from '../../src/main/policy/directory';
import { Library } from '../../src/main/policy/library';
import { toRow } from '../../src/main/policy/library-rows';
import { toLibraryWorld } from '../../src/main/policy/library-world';
import { scopeOf } from '../../src/main/policy/scope-plan';
import { VIEWERS } from '../../src/main/policy/performance-viewers.test-support';
import { directory } from '../../src/main/policy/random-organisation.test-support';

export const PAGE = 100;
export type ViewerName = keyof typeof VIEWERS;
const source: SourceFacts = { uid: 'bench', name: 'Bench', timeZone: 'UTC', presence: 'present' };

const cursorSecret = randomBytes(32);
export const cursors = new Cursors(cursorSecret);

export function toLibraries(db: ReadableDb): [ViewerName, Library][] {
  const world = toLibraryWorld({
    db,
    cursorSecret,
    directory,
    holds: {
      isHeld: () => false,
      isRetentionLocked: () => false,
      isBeingDeleted: () => false,
      listBeingDeleted: () => [],
    },
    sources: { findSource: () => source },
    onMismatch: () => {
      throw new Error('The rules and the lists differ.');
    },
  });
  return Object.entries(VIEWERS).map(([name, viewer]) => [name as ViewerName, new Library(world, viewer)]);
}

/** The scopes of which each viewer lists the recordings. */
export function scopesOf(db: ReadableDb): [ViewerName, number[]][] {
  return Object.entries(VIEWERS).map(([name, viewer]) => [
    name as ViewerName,
    scopeOf(db, viewer, 'list').ranges.map((range) => range.scopeId),
  ]);
}

/** The page that Library makes, in one view of the catalog as well, with everything but the policy. */
export function pageWithoutPolicy(db: ReadableDb, belowKey: number): void {
  db.snapshot(() => {
    const found = db.column<number>('SELECT key FROM recording WHERE key < ? ORDER BY key DESC LIMIT ?', [
      belowKey,
      PAGE + 1,
    ]);
    const keys = found.slice(0, PAGE);
    for (const recording of listRecordingsOfKeys(db, keys)) {
      toRow(recording, source, directory, {
        hasScreen: false,
        hasTranscript: false,
        isHeld: false,
        isShared: false,
      });
    }
  });
}
