import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { countMatchingKeys, listMatchingKeys } from './matching-keys';
import { insertRows } from './multi-row';
import { ANY_KEY } from './recording-key';

const ROWS = 25_000;

let db: WritableDb;
beforeAll(() => {
  db = openCatalog(':memory:');
  const rows = Array.from({ length: ROWS }, (_, n) => [BigInt(n), 'word']);
  db.transaction(() => insertRows(db, 'INSERT', 'search', ['rowid', 'words'], rows));
});
afterAll(() => db.close());

const segments = [
  { match: 'words : word', fromKey: 0, untilKey: 100 },
  { match: 'words : word', fromKey: 100, untilKey: ANY_KEY.untilKey },
];

test('stretches of time follow each other in the order that was asked for', () => {
  expect(listMatchingKeys(db, { segments }, 'newest', 3).keys).toEqual([24_999, 24_998, 24_997]);
  expect(listMatchingKeys(db, { segments }, 'oldest', 102).keys.slice(98)).toEqual([98, 99, 100, 101]);
});

test('a look that finds too little stops, says where, and goes on from there until all is seen', () => {
  const judge = (key: number) => (key % 5000 === 0 ? 'matches' : 'differs');
  const first = listMatchingKeys(db, { segments, judge }, 'newest', 10, 6000);
  expect(first.stoppedAtKey).toBeGreaterThan(0);
  const keys = [...first.keys];
  for (let stopped = first.stoppedAtKey; stopped !== null;) {
    const rest = segments.map((segment) => ({
      ...segment,
      untilKey: Math.min(segment.untilKey, stopped ?? 0),
    }));
    const next = listMatchingKeys(db, { segments: rest, judge }, 'newest', 10, 6000);
    keys.push(...next.keys);
    stopped = next.stoppedAtKey;
  }
  expect(keys).toEqual([20_000, 15_000, 10_000, 5000, 0]);
  expect(countMatchingKeys(db, { segments, judge })).toMatchObject({ isExact: false });
});

/** The least of many rounds, which a busy computer hardly changes. */
function fastestMs(work: () => unknown): number {
  const spent = Array.from({ length: 30 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...spent);
}

test('a page deep in time costs no more than the first: what lies before is jumped over', () => {
  const oldest = [{ match: 'words : word', fromKey: 0, untilKey: 2 }];
  expect(listMatchingKeys(db, { segments: oldest }, 'newest', 1).keys).toEqual([1]);
  const deepMs = fastestMs(() => listMatchingKeys(db, { segments: oldest }, 'newest', 1));
  const firstMs = fastestMs(() => listMatchingKeys(db, { segments }, 'newest', 1));
  expect(deepMs).toBeLessThan(firstMs * 10);
});

test('a look never stops at what is hidden: where it stopped would tell of it', () => {
  const judge = (key: number) => (key === 3 ? 'matches' : 'hidden');
  expect(listMatchingKeys(db, { segments, judge }, 'newest', 10)).toEqual({ keys: [3], stoppedAtKey: null });
});
