import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { toFirstKey } from './recording-key';
import { findPathsOfIds, findRecordingById, listMissingIds } from './recordings';
import { toRecordingId } from './recording-id';
import { markMissing, putRecordings, removeRecordings, removeSomeOfSource } from './recording-writer';

let dir: string;
let db: WritableDb;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-catalog-'));
  db = openCatalog(path.join(dir, 'catalog.db'));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const count = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
const found = (match: string) =>
  db.all<{ path: string }>(
    'SELECT path FROM search JOIN recording ON recording.key = search.rowid WHERE search MATCH ? ORDER BY search.rowid DESC',
    [match],
  );

test('keys follow time, and recordings of the same second follow each other', () => {
  putRecordings(
    db,
    [draft({ path: 'b', startedAtMs: 5_900 }), draft({ path: 'c', startedAtMs: 9_000 })],
    PLACE,
  );
  putRecordings(
    db,
    [draft({ path: 'late', startedAtMs: 5_100 }), draft({ path: 'a', startedAtMs: 1_000 })],
    PLACE,
  );
  const rows = db.all<{ path: string; key: number }>('SELECT path, key FROM recording ORDER BY key');
  expect(rows.map((row) => row.path)).toEqual(['a', 'b', 'late', 'c']);
  expect(rows.map((row) => row.key)).toEqual([
    toFirstKey(1),
    toFirstKey(5),
    toFirstKey(5) + 1,
    toFirstKey(9),
  ]);
});

test('the same path again takes the place of what was there, in every table', () => {
  putRecordings(
    db,
    [
      draft({
        path: 'a',
        startedAtMs: 1_000,
        parties: [party('201')],
        transcript: {
          format: 'srt',
          categories: [],
          segments: [{ startMs: 0, endMs: 9, speaker: null, channel: null, text: 'Zebra' }],
        },
      }),
    ],
    PLACE,
  );
  putRecordings(db, [draft({ path: 'a', startedAtMs: 7_000, parties: [party('202')], line: '555' })], PLACE);
  expect(db.all('SELECT id, key FROM recording')).toEqual([
    { id: toRecordingId(PLACE.sourceUid, 'a'), key: toFirstKey(7) },
  ]);
  expect(count('transcript')).toBe(0);
  expect(found('zebra')).toEqual([]);
  expect(found('201')).toEqual([]);
  expect(found('202')).toEqual([{ path: 'a' }]);
  const scopes = db.all<{ subject: string; number: string }>(
    'SELECT subject, number FROM visibility JOIN scope ON scope.id = visibility.scope ORDER BY subject, number',
  );
  expect(scopes).toEqual([
    { subject: 'all', number: '' },
    { subject: 'extension', number: '202' },
    { subject: 'line', number: '555' },
  ]);
});

test('a recording put again without a new start keeps its key', () => {
  putRecordings(db, [draft({ path: 'a' }), draft({ path: 'b' })], PLACE);
  const before = db.all('SELECT path, key FROM recording ORDER BY path');
  putRecordings(db, [draft({ path: 'a', durationMs: 5 })], PLACE);
  expect(db.all('SELECT path, key FROM recording ORDER BY path')).toEqual(before);
});

test('a recording that moves into a second does not take the place of one that stays there', () => {
  putRecordings(
    db,
    [draft({ path: 'moves', startedAtMs: 1_000 }), draft({ path: 'stays', startedAtMs: 4_000 })],
    PLACE,
  );
  const both = [draft({ path: 'moves', startedAtMs: 4_000 }), draft({ path: 'stays', startedAtMs: 4_000 })];
  putRecordings(db, both, PLACE);
  expect(db.all('SELECT path FROM recording ORDER BY key')).toEqual([{ path: 'stays' }, { path: 'moves' }]);
});

test('where a path comes twice at once the later one stands', () => {
  putRecordings(db, [draft({ path: 'a', line: '1' }), draft({ path: 'a', line: '2' })], PLACE);
  expect(db.all('SELECT line FROM recording')).toEqual([{ line: '2' }]);
});

test('a name in another spelling of the same letters is the same recording once its file is gone', () => {
  const composed = 'M\u00fcller.wav';
  const decomposed = 'Mu\u0308ller.wav';
  putRecordings(db, [draft({ path: composed })], PLACE);
  const id = toRecordingId(PLACE.sourceUid, composed);
  expect(toRecordingId(PLACE.sourceUid, decomposed)).toBe(id);
  putRecordings(db, [draft({ path: decomposed })], PLACE);
  const both = db.all<{ id: string }>('SELECT id FROM recording');
  expect(new Set(both.map((row) => row.id)).size).toBe(2);
  removeRecordings(db, 1, [decomposed]);
  markMissing(db, 1, [composed]);
  putRecordings(db, [draft({ path: decomposed })], PLACE);
  expect(db.all('SELECT id, path, is_missing AS gone FROM recording')).toEqual([
    { id, path: decomposed, gone: 0 },
  ]);
});

test.each([
  ['the plain name first', ['K.wav', '\u212a.wav']],
  ['the plain name last', ['\u212a.wav', 'K.wav']],
])('a foreign letter that is a plain one when composed makes another recording, %s', (_, paths) => {
  for (const path of paths) putRecordings(db, [draft({ path })], PLACE);
  const rows = db.all<{ id: string; path: string }>('SELECT id, path FROM recording ORDER BY path');
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  for (const { id, path } of rows) expect(findPathsOfIds(db, 1, [id])).toEqual(new Map([[id, path]]));
  expect(rows[0]?.id).toBe(toRecordingId(PLACE.sourceUid, 'K.wav'));
});

test('a recording is found by its id as long as it is there, and by nothing that is no id', () => {
  putRecordings(db, [draft({ path: 'a' }), draft({ path: 'b' })], PLACE);
  const id = toRecordingId(PLACE.sourceUid, 'a');
  putRecordings(db, [draft({ path: 'a', startedAtMs: 9_000 })], PLACE);
  expect(findRecordingById(db, id)).toMatchObject({ id, key: toFirstKey(9) });
  expect(findRecordingById(db, `${id}"* OR "`)).toBeUndefined();
  removeRecordings(db, 1, ['a']);
  expect(findRecordingById(db, id)).toBeUndefined();
  expect(listMissingIds(db, [id, toRecordingId(PLACE.sourceUid, 'b')])).toEqual([id]);
});

test('a removed recording leaves nothing behind, nor does a number that only it had', () => {
  putRecordings(
    db,
    [
      draft({ path: 'a', parties: [party('201'), party('+49 170 1234567', 'external', 'caller', 'Erika')] }),
      draft({ path: 'b', parties: [party('201')] }),
    ],
    PLACE,
  );
  expect(removeRecordings(db, 1, ['a', 'no such path'])).toBe(1);
  expect(count('recording')).toBe(1);
  expect(count('search')).toBe(1);
  expect(count('visibility')).toBe(2);
  expect(db.all('SELECT number FROM number')).toEqual([{ number: '201' }]);
  expect(db.all("SELECT rowid FROM number_part WHERE digits LIKE '%1701234%'")).toEqual([]);
  expect(found('erika')).toEqual([]);
  putRecordings(db, [draft({ path: 'c', parties: [party('+49 170 1234567', 'external')] })], PLACE);
  expect(db.all("SELECT rowid FROM number_part WHERE digits LIKE '%1701234%'")).toHaveLength(1);
});

test('a source is taken out part by part, and another source stays', () => {
  putRecordings(db, [draft({ path: 'a' }), draft({ path: 'b' }), draft({ path: 'c' })], PLACE);
  putRecordings(db, [draft({ path: 'a' })], { ...PLACE, sourceId: 2, sourceUid: 'ffff' });
  expect([removeSomeOfSource(db, 1, 2), removeSomeOfSource(db, 1, 2), removeSomeOfSource(db, 1, 2)]).toEqual([
    2, 1, 0,
  ]);
  expect(db.all('SELECT source_id AS sourceId FROM recording')).toEqual([{ sourceId: 2 }]);
});

test('a rolled back batch leaves no scope ids behind in memory', () => {
  expect(() =>
    db.transaction(() => {
      putRecordings(db, [draft({ path: 'a', parties: [party('201')] })], PLACE);
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  putRecordings(db, [draft({ path: 'b', line: '9' })], PLACE);
  putRecordings(db, [draft({ path: 'a', parties: [party('201')] })], PLACE);
  const dangling = 'SELECT 1 FROM visibility WHERE scope NOT IN (SELECT id FROM scope)';
  expect(db.all(dangling)).toEqual([]);
  expect(db.all('SELECT number FROM number')).toHaveLength(2);
});

test('a start that is no time is refused by name, and the rest is written', () => {
  const put = putRecordings(
    db,
    [
      draft({ path: 'a', startedAtMs: -1 }),
      draft({ path: 'b', startedAtMs: Number.NaN }),
      draft({ path: 'c' }),
    ],
    PLACE,
  );
  expect(put).toEqual({ written: 1, refused: ['a', 'b'] });
});

test('a withheld number makes no scope, and a token typed into a name reaches no other column', () => {
  putRecordings(
    db,
    [
      draft({
        path: 'a',
        parties: [party('', 'extension'), party('1', 'external', 'caller', '\uE0001 x\0y')],
      }),
    ],
    PLACE,
  );
  expect(db.all('SELECT subject FROM scope')).toEqual([{ subject: 'all' }]);
  expect(found('words : \uE0001')).toEqual([]);
  expect(found('acl : \uE0001')).toEqual([{ path: 'a' }]);
});
