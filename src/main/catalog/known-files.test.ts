import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { listDraftsOfCalls } from './drafts-of-calls';
import { listKnownFiles } from './known-files';
import { putRecordings } from './recording-writer';

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

test('a folder lists its own files and none of its subfolders, nor of a folder whose name begins the same', () => {
  const many = Array.from({ length: 450 }, (_, n) =>
    draft({ path: `2024/${String(n).padStart(3, '0')}.wav` }),
  );
  const paths = [
    'a.wav',
    '2024/05/x.wav',
    '2024/05/y.wav',
    '2024/1/deep/z.wav',
    '2024-old/q.wav',
    '20240.wav',
    'z.wav',
  ];
  putRecordings(db, [...many, ...paths.map((each) => draft({ path: each }))], PLACE);
  const of = (folder: string) => listKnownFiles(db, 1, folder).map((file) => file.path);
  expect(of('')).toEqual(['20240.wav', 'a.wav', 'z.wav']);
  expect(of('2024')).toEqual(many.map((each) => each.path));
  expect(of('2024/05')).toEqual(['2024/05/x.wav', '2024/05/y.wav']);
  expect(of('2024/1')).toEqual([]);
  expect(of('none')).toEqual([]);
});

test('a draft comes back from the catalog as it went in', () => {
  const whole = draft({
    path: 'a.wav',
    kind: 'voicemail',
    direction: 'unknown',
    isTimeDoubtful: true,
    parties: [party('201', 'extension', 'called', 'Ann'), party('0170', 'external', 'caller')],
    owner: '201',
    mailbox: '201/INBOX',
    callReference: '1.2',
    linkedReference: '1.1',
    screenPath: 's.webm',
    sidecars: ['a.txt'],
    transcript: {
      format: 'srt',
      categories: [],
      segments: [{ startMs: 0, endMs: 5, speaker: 'Ann', channel: null, text: 'Hello' }],
    },
  });
  const plain = draft({ path: 'b.wav', callReference: '2' });
  putRecordings(db, [whole, plain], PLACE);
  expect([...listDraftsOfCalls(db, 1, new Set(['1.2'])).values()]).toEqual([whole]);
  expect(listDraftsOfCalls(db, 1, new Set(['1.1', '2']))).toEqual(
    new Map([
      ['a.wav', whole],
      ['b.wav', plain],
    ]),
  );
});
