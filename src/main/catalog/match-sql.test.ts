import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { listMatches } from './match-sql';
import { insertRows } from './multi-row';
import { ANY_KEY } from './recording-key';

const ROWS = 40_000;
/** Everywhere, seldom, in old times alone, in the newest alone, once. */
const WORDS: Readonly<Record<string, (n: number) => boolean>> = {
  all: () => true,
  seldom: (n) => n % 997 === 3,
  old: (n) => n > 5_000 && n < 9_000,
  new: (n) => n > ROWS - 40,
  thinning: (n) => Number.isInteger(Math.sqrt(n)),
  once: (n) => n === 17,
  none: () => false,
};

let db: WritableDb;
beforeAll(() => {
  db = openCatalog(':memory:');
  const rows = Array.from({ length: ROWS }, (_, n) => [
    BigInt(n),
    Object.keys(WORDS)
      .filter((word) => WORDS[word]?.(n))
      .join(' '),
  ]);
  db.transaction(() => insertRows(db, 'INSERT', 'search', ['rowid', 'words'], rows));
});
afterAll(() => db.close());

test.each(Object.entries(WORDS))(
  'the first keys of what is there %s are told in order of time',
  (word, is) => {
    const all = Array.from({ length: ROWS }, (_, n) => n).filter(is);
    for (const order of ['newest', 'oldest'] as const) {
      for (const limit of [1, 7, 101, 5_000]) {
        for (const [fromKey, untilKey] of [
          [ANY_KEY.fromKey, ANY_KEY.untilKey],
          [ANY_KEY.fromKey, 20_000],
          [8_990, 39_990],
          [16, 18],
          [ROWS, ROWS + 10],
        ] as const) {
          const within = all.filter((key) => key >= fromKey && key < untilKey);
          const expected = (order === 'newest' ? within.reverse() : within).slice(0, limit);
          expect(
            listMatches(db, 'search', [`words : "${word}"`], { fromKey, untilKey }, order, limit),
          ).toEqual(expected);
          const either = [`words : "${word}"`, `words : ("${word}" AND "all")`];
          expect(listMatches(db, 'search', either, { fromKey, untilKey }, order, limit)).toEqual(expected);
        }
      }
    }
  },
);

test('nothing is found where there is nothing', () => {
  expect(listMatches(db, 'call_search', ['words : "all"'], ANY_KEY, 'newest', 5)).toEqual([]);
});
