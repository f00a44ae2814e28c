import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { toFirstKey } from './recording-key';
import { putRecordings } from './recording-writer';
import type { ScopeRange } from './visible-keys';
import { listVisibleKeys } from './visible-keys';

const RECORDINGS = 3000;

let db: WritableDb;
beforeAll(() => {
  db = openCatalog(':memory:');
  const drafts = Array.from({ length: RECORDINGS }, (_, n) =>
    draft({ path: `${n}`, startedAtMs: n * 1000, parties: [party(String(n % 500))] }),
  );
  putRecordings(db, drafts, PLACE);
});
afterAll(() => db.close());

/** Of the extensions of these numbers, each in two ranges that leave a gap; and some scopes that nobody has. */
function rangesOf(isWanted: (extension: number) => boolean): ScopeRange[] {
  const scopes = db.all<{ id: number; number: string }>(
    "SELECT id, number FROM scope WHERE subject = 'extension' ORDER BY id",
  );
  const found = scopes
    .filter(({ number }) => isWanted(Number(number)))
    .flatMap(({ id }) => [
      { scopeId: id, fromKey: 0, untilKey: toFirstKey(1000) },
      { scopeId: id, fromKey: toFirstKey(1100), untilKey: toFirstKey(RECORDINGS) },
    ]);
  const others = Array.from({ length: 300 }, (_, n) => ({ scopeId: 1_000_000 + n, fromKey: 0, untilKey: 1 }));
  return [...found, ...others];
}

function expected(isWanted: (extension: number) => boolean): number[] {
  return Array.from({ length: RECORDINGS }, (_, sec) => sec)
    .filter((sec) => isWanted(sec % 500) && (sec < 1000 || sec >= 1100))
    .map(toFirstKey);
}

test.each([
  ['nearly all', (extension: number) => extension !== 7],
  ['few', (extension: number) => extension === 499],
  ['none', () => false],
])(
  'hundreds of scopes that hold %s of the recordings give the same pages as a look at each',
  (_, isWanted) => {
    const keys = expected(isWanted);
    for (const limit of [1, 100, 2500, 5000]) {
      expect(listVisibleKeys(db, rangesOf(isWanted), 'oldest', limit)).toEqual(keys.slice(0, limit));
      const newest = [...keys].reverse();
      expect(listVisibleKeys(db, rangesOf(isWanted), 'newest', limit)).toEqual(newest.slice(0, limit));
    }
  },
);
