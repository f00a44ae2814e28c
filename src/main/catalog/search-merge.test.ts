import { expect, test } from 'vitest';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { putRecordings } from './recording-writer';
import { mergeSearch } from './search-merge';

function segmentsOf(db: ReturnType<typeof openCatalog>): number {
  return (
    db.get<{ count: number }>('SELECT count(DISTINCT segid) AS count FROM search_idx')?.count ?? Number.NaN
  );
}

function filled(): ReturnType<typeof openCatalog> {
  const db = openCatalog(':memory:');
  for (let batch = 0; batch < 7; batch += 1) {
    const drafts = Array.from({ length: 200 }, (_, n) =>
      draft({ path: `${batch}/${n}`, parties: [party(`0${batch}${n}`, 'external')] }),
    );
    putRecordings(db, drafts, PLACE);
  }
  return db;
}

test('after a first scan the search table is one segment, and finds what it found before', () => {
  const db = filled();
  expect(segmentsOf(db)).toBeGreaterThan(1);
  mergeSearch(db, true, () => false);
  expect(segmentsOf(db)).toBe(1);
  const found = db.get<{ count: number }>('SELECT count(*) AS count FROM search WHERE search MATCH ?', [
    '015*',
  ]);
  expect(found).toEqual({ count: 11 });
  db.close();
});

test('a merge that is stopped leaves the rest to the next one', () => {
  const db = filled();
  mergeSearch(db, true, () => true);
  expect(segmentsOf(db)).toBeGreaterThan(1);
  mergeSearch(db, false, () => false);
  expect(segmentsOf(db)).toBeLessThan(7);
  db.close();
});
