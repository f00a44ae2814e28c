import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { toMatchSql } from './match-sql';
import type { Judgement, MatchQuery, Segment } from './matching-keys';
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
  { matches: ['words : word'], fromKey: 0, untilKey: 100 },
  { matches: ['words : word'], fromKey: 100, untilKey: ANY_KEY.untilKey },
];

function query(asked: readonly Segment[], judge?: (key: number) => Judgement): MatchQuery {
  return { segments: asked, cutAtKey: null, ...(judge ? { judge: (keys) => keys.map(judge) } : {}) };
}

test('stretches of time follow each other in the order that was asked for', () => {
  expect(listMatchingKeys(db, query(segments), 'newest', 3).keys).toEqual([24_999, 24_998, 24_997]);
  expect(listMatchingKeys(db, query(segments), 'oldest', 102).keys.slice(98)).toEqual([98, 99, 100, 101]);
});

test('a look that finds too little stops, says where, and goes on from there until all is seen', () => {
  const judge = (key: number) => (key % 5000 === 0 ? 'matches' : 'differs');
  const first = listMatchingKeys(db, query(segments, judge), 'newest', 10, 6000);
  expect(first.stoppedAtKey).toBeGreaterThan(0);
  const keys = [...first.keys];
  for (let stopped = first.stoppedAtKey; stopped !== null;) {
    const rest = segments.map((segment) => ({
      ...segment,
      untilKey: Math.min(segment.untilKey, stopped ?? 0),
    }));
    const next = listMatchingKeys(db, query(rest, judge), 'newest', 10, 6000);
    keys.push(...next.keys);
    stopped = next.stoppedAtKey;
  }
  expect(keys).toEqual([20_000, 15_000, 10_000, 5000, 0]);
  expect(countMatchingKeys(db, query(segments, judge))).toMatchObject({ isExact: false });
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
  const oldest = [{ matches: ['words : word'], fromKey: 0, untilKey: 2 }];
  expect(listMatchingKeys(db, query(oldest), 'newest', 1).keys).toEqual([1]);
  const deepMs = fastestMs(() => listMatchingKeys(db, query(oldest), 'newest', 1));
  const firstMs = fastestMs(() => listMatchingKeys(db, query(segments), 'newest', 1));
  expect(deepMs).toBeLessThan(firstMs * 10);
});

test('a look never stops at what is hidden: where it stopped would tell of it', () => {
  const judge = (key: number) => (key === 3 ? 'matches' : 'hidden');
  expect(listMatchingKeys(db, query(segments, judge), 'newest', 10)).toEqual({
    keys: [3],
    stoppedAtKey: null,
  });
});

test('several questions for one stretch of time give each key once, merged and not sorted', () => {
  const asked = ['words : word', 'words : wor*'];
  const both = [{ matches: asked, fromKey: 10, untilKey: 20 }];
  expect(listMatchingKeys(db, query(both), 'newest', 3).keys).toEqual([19, 18, 17]);
  expect(listMatchingKeys(db, query(both), 'oldest', 100).keys).toEqual([
    10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
  ]);
  const plan = db.plan(toMatchSql('newest', 'search', 2), [asked[0] ?? '', 0, 9, asked[1] ?? '', 0, 9, 1]);
  expect(plan[0]).toBe('MERGE (UNION)');
  expect(plan.join()).not.toContain('TEMP');
});

test('a question that was cut goes on at the cut, from either end', () => {
  const part = [{ matches: ['words : word'], fromKey: 100, untilKey: 102 }];
  const cut = (cutAtKey: number): MatchQuery => ({ segments: part, cutAtKey });
  expect(listMatchingKeys(db, cut(100), 'newest', 5)).toEqual({ keys: [101, 100], stoppedAtKey: 100 });
  // The next page begins behind the key at which this one stopped.
  expect(listMatchingKeys(db, cut(102), 'oldest', 5)).toEqual({ keys: [100, 101], stoppedAtKey: 101 });
  expect(listMatchingKeys(db, cut(100), 'newest', 1)).toEqual({ keys: [101], stoppedAtKey: null });
});
