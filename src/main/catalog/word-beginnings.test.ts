import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { insertRows } from './multi-row';
import { toSearchable } from './search-tokens';
import { toWordMatch } from './text-search';
import { listWordsBeginning } from './word-beginnings';

const WORDS = [
  'invoice',
  'Invoices',
  'INV2',
  'in',
  'Zoë',
  'zoetrope',
  'straße',
  'Łódź',
  "O'Neil",
  'naïve-té',
];
/** Every character that one can be. */
const LETTERS = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((letter) =>
  /^[\p{L}\p{N}]$/u.test(letter),
);

let db: WritableDb;
beforeAll(() => {
  db = openCatalog(':memory:');
  const texts = [...WORDS, ...LETTERS.map((letter) => `q${letter}q`)].map(toSearchable);
  db.transaction(() =>
    insertRows(
      db,
      'INSERT',
      'search',
      ['rowid', 'words', 'acl'],
      texts.map((text, n) => [BigInt(n), text, '\uE0001']),
    ),
  );
});
afterAll(() => db.close());

function foundBy(match: string): number[] {
  return db.column('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid', [match]);
}

test.each([
  ['in', ['in', 'inv2', 'invoice', 'invoices']],
  ['INVÖICE', ['invoice', 'invoices']],
  ['zoe', ['zoe', 'zoetrope']],
  ['lod', []],
  ['zebra', []],
])('the words that begin with %s are told in order', (typed, words) => {
  expect(listWordsBeginning(db, 'search', typed)).toEqual(words);
});

test.each(["o'n", 'stra\u0308ße', 'straß', 'Łó', '+49', 'при', '\uE000'])(
  'what the table parts or folds in its own way is left to it: %s',
  (typed) => {
    expect(listWordsBeginning(db, 'search', typed)).toBeUndefined();
  },
);

test('a word of any letter is found by its words as by its beginning', () => {
  const searched = { table: 'search', columns: ['words'] } as const;
  for (const letter of LETTERS) {
    const typed = toSearchable(`q${letter}`);
    const rows = foundBy(toWordMatch(db, typed, searched));
    expect(rows, typed).toEqual(foundBy(`words : "${typed}" *`));
    expect(rows, typed).toContain(WORDS.length + LETTERS.indexOf(letter));
  }
});

test('very many words are left to the table', () => {
  const more = Array.from({ length: 1_001 }, (_, n) => [BigInt(1_000_000 + n), `many${n}`]);
  db.transaction(() => insertRows(db, 'INSERT', 'search', ['rowid', 'words'], more));
  expect(listWordsBeginning(db, 'search', 'many')).toBeUndefined();
  expect(listWordsBeginning(db, 'search', 'many1')).toHaveLength(112);
});
