import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { listNearKeys } from './near-keys';
import { ANY_KEY, toFirstKey } from './recording-key';
import { putRecordings } from './recording-writer';
import type { Order, ScopeRange } from './visible-keys';
import { listVisibleKeys, within } from './visible-keys';

const EXTENSIONS = 40;
const LIMIT = 50;

let db: WritableDb;
beforeEach(() => {
  db = openCatalog(':memory:');
  // Dense, then hardly anything, then dense again, as days, nights and a company's holidays are.
  const secs = Array.from({ length: 3000 }, (_, n) =>
    n < 1000 ? n : n < 1100 ? n * 500 : 2_000_000 + n * 3,
  );
  put(secs);
});
afterEach(() => db.close());

function put(secs: readonly number[]): void {
  const drafts = secs.map((sec) =>
    draft({
      path: `${sec}`,
      startedAtMs: sec * 1000,
      parties: [party(String(sec % EXTENSIONS)), party(String((sec + 1) % EXTENSIONS))],
    }),
  );
  putRecordings(db, drafts, PLACE);
}

/** Every second extension, so that many recordings are in two ranges; some rights end or begin at a moment. */
function rangesOf(): ScopeRange[] {
  return db
    .all<{ id: number; number: string }>(
      "SELECT id, number FROM scope WHERE subject = 'extension' ORDER BY id",
    )
    .filter(({ number }) => Number(number) % 3 !== 0)
    .map(({ id, number }) => ({
      scopeId: id,
      fromKey: Number(number) % 5 === 0 ? toFirstKey(500) : ANY_KEY.fromKey,
      untilKey: Number(number) % 7 === 0 ? toFirstKey(2_004_000) : ANY_KEY.untilKey,
    }));
}

function expected(ranges: readonly ScopeRange[], order: Order, limit: number): number[] {
  const keys = ranges.flatMap(({ scopeId, fromKey, untilKey }) =>
    db
      .all<{ key: number }>('SELECT key FROM visibility WHERE scope = ?', [scopeId])
      .map(({ key }) => key)
      .filter((key) => key >= fromKey && key < untilKey),
  );
  return [...new Set(keys)].sort((a, b) => (order === 'newest' ? b - a : a - b)).slice(0, limit);
}

test.each(['newest', 'oldest'] as const)(
  'paging from the %s end through dense and empty times leaves nothing out and tells nothing twice',
  (order) => {
    for (const limit of [LIMIT, 7, LIMIT]) {
      const all = expected(rangesOf(), order, 10_000);
      const seen: number[] = [];
      for (let page = listVisibleKeys(db, rangesOf(), order, limit); page.length > 0;) {
        seen.push(...page);
        const last = page.at(-1) ?? 0;
        const bounds =
          order === 'newest' ? { ...ANY_KEY, untilKey: last } : { ...ANY_KEY, fromKey: last + 1 };
        page = listVisibleKeys(db, within(rangesOf(), bounds), order, limit);
      }
      expect(seen).toEqual(all);
    }
  },
);

test('what came since the last look is on the page, however much it is', () => {
  for (const more of [0, 1, 20, 2000]) {
    put(Array.from({ length: more }, (_, n) => 3_000_000 + more * 10_000 + n));
    for (const order of ['newest', 'oldest'] as const) {
      expect(listVisibleKeys(db, rangesOf(), order, LIMIT)).toEqual(expected(rangesOf(), order, LIMIT));
    }
  }
});

test('a second look needs no merge, and one for more than the stretch holds does', () => {
  expect(listNearKeys(db, rangesOf(), 'newest', LIMIT)).toBeUndefined();
  listVisibleKeys(db, rangesOf(), 'newest', LIMIT);
  expect(listNearKeys(db, rangesOf(), 'newest', LIMIT)).toEqual(expected(rangesOf(), 'newest', LIMIT));
  expect(listNearKeys(db, rangesOf(), 'newest', LIMIT * 10)).toBeUndefined();
});
