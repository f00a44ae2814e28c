import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { PLACE, draft } from './drafts.test-support';
import { addFindings } from './findings';
import { listOwnedFiles } from './owned-files';
import { putRecordings } from './recording-writer';

let db: WritableDb;
beforeEach(() => {
  db = openCatalog(':memory:');
});
afterEach(() => db.close());

function ownedOf(path: string): readonly string[] {
  const { key } = db.get<{ key: number }>('SELECT key FROM recording WHERE path = ?', [path]) ?? { key: 0 };
  return listOwnedFiles(db, key);
}

test('a recording owns its sidecars, its screen, and its transcripts that nobody could read', () => {
  const sidecars = ['2026/call.srt', '2026/call.webm'];
  putRecordings(db, [draft({ path: '2026/call.wav', sidecars, screenPath: '2026/call.webm' })], PLACE);
  const spoilt = (path: string) => ({ path, kind: 'bad-sidecar' as const, detail: 'No transcript.' });
  const others = ['2026/caller.json', '2026/call.1.json', '2026/other.json'];
  addFindings(
    db,
    PLACE.sourceId,
    '2026',
    [...['2026/call.json', '2026/call.wav.json'], ...others].map(spoilt),
  );
  expect(ownedOf('2026/call.wav')).toEqual([
    '2026/call.json',
    '2026/call.srt',
    '2026/call.wav.json',
    '2026/call.webm',
  ]);
});

test('what another recording has too, or is, belongs to none of them alone', () => {
  putRecordings(
    db,
    [
      draft({ path: 'a/call.wav', sidecars: ['a/call.json', 'a/call.mp3'] }),
      draft({ path: 'a/call.mp3', sidecars: ['a/call.json'] }),
      draft({ path: 'b/call.wav', sidecars: ['b/call.json'] }),
    ],
    PLACE,
  );
  expect(ownedOf('a/call.wav')).toEqual([]);
  expect(ownedOf('b/call.wav')).toEqual(['b/call.json']);
});
