import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { putRecordings } from './recording-writer';
import { findNumberPartMatch } from './text-search';

const CUSTOMERS = 2600;

let db: WritableDb;
beforeAll(() => {
  db = openCatalog(':memory:');
  const drafts = Array.from({ length: CUSTOMERS }, (_, n) => {
    const customer = n % 2 === 0 ? `0170${String(10_000 + n)}` : `+49 30/555-${String(10_000 + n)}`;
    return draft({
      path: String(n),
      startedAtMs: n * 1000,
      parties: [party(customer, 'external', 'caller', null), party('201', 'extension', 'called')],
      line: '+4930990',
      owner: '201',
    });
  });
  putRecordings(db, drafts, PLACE);
  isLarge(true);
});
afterAll(() => db.close());

/** Many recordings are told by the last block of their ordinals. */
function isLarge(large: boolean): void {
  if (large) {
    db.run(
      "INSERT INTO ordinal_block (block, version, used, min_sec, max_sec, days) VALUES (9999, 1, 0, 0, 0, x'')",
    );
  } else db.run('DELETE FROM ordinal_block WHERE block = 9999');
}

function ask(typed: string): { match: string | undefined; found: number } {
  const match = findNumberPartMatch(db, typed, { table: 'search', columns: ['words', 'spoken'] });
  const sql = 'SELECT count(*) AS count FROM search WHERE search MATCH ?';
  return { match, found: match === undefined ? 0 : (db.get<{ count: number }>(sql, [match])?.count ?? 0) };
}

test.each([
  ['1701000', 5],
  ['170100', 50],
  ['555-1000', 5],
  ['5551000', 5],
  ['493055510', 500],
  ['99999', 0],
])('%s is found in the %i calls of whose numbers it is a part', (typed, count) => {
  expect(ask(typed).found).toBe(count);
});

test('numbers that begin alike are asked for by their beginning, however many they are', () => {
  expect(ask('17010').match).toBe('({words spoken} : "17010" OR words : ("017010" *))');
});

test('no beginning is asked for that one of the own numbers has, which perhaps is in every call', () => {
  // An extension, a line, and a line without its plus.
  for (const typed of ['201', '+493099', '493099', '4930']) {
    expect(ask(typed).match ?? '', typed).not.toContain(`"${typed}" *`);
    expect(ask(typed).match ?? '', typed).not.toContain('"493099" *');
  }
  expect(ask('493099').found).toBe(CUSTOMERS);
});

test('two digits with which very many numbers, or an own one, begin are looked for in each recording', () => {
  expect(ask('20').match).toBeUndefined();
  expect(ask('49').match).toBeUndefined();
  expect(ask('77')).toEqual({ match: '{words spoken} : "77"', found: 0 });
});

test('where there are few recordings every beginning of a word is looked for', () => {
  isLarge(false);
  expect(ask('20').match).toBe('{words spoken} : ("201")');
  expect(ask('201').match).toContain('{words spoken} : ("201")');
  isLarge(true);
});
