// Asterisk numbers the messages of a folder anew whenever one goes: the number of a message is not the message.
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

const BOX = 'voicemail/default/201';

function leave(place: string, from: string, origSec: number, seconds: number): void {
  const base = path.join(archive.dir, BOX, place);
  mkdirSync(path.dirname(base), { recursive: true });
  const text = `[message]\norigmailbox=201\ncallerid="" <${from}>\norigtime=${origSec}\nmsg_id=${origSec}-00000001\n`;
  writeFileSync(`${base}.txt`, text);
  writeFileSync(`${base}.wav`, wav(seconds));
  for (const ending of ['txt', 'wav']) utimesSync(`${base}.${ending}`, origSec, origSec);
  touch();
}

/** As Asterisk does it: the files are renamed and keep their time. */
function file(from: string, to: string): void {
  mkdirSync(path.dirname(path.join(archive.dir, BOX, to)), { recursive: true });
  for (const ending of ['txt', 'wav'])
    renameSync(
      path.join(archive.dir, BOX, `${from}.${ending}`),
      path.join(archive.dir, BOX, `${to}.${ending}`),
    );
  touch();
}

function erase(place: string): void {
  for (const ending of ['txt', 'wav']) rmSync(path.join(archive.dir, BOX, `${place}.${ending}`));
  touch();
}

function touch(): void {
  for (const folder of ['INBOX', 'Old', 'Work']) {
    mkdirSync(path.join(archive.dir, BOX, folder), { recursive: true });
    archive.touch(path.join(archive.dir, BOX, folder));
  }
  archive.touch(path.join(archive.dir, BOX));
}

/** Ids of the messages that are there, by caller. */
function idsByCaller(): Record<string, string> {
  const rows = archive.db.all<{ id: string; parties: string }>(
    'SELECT id, parties FROM recording WHERE is_missing = 0 ORDER BY path',
  );
  return Object.fromEntries(
    rows.map(({ id, parties }) => [(JSON.parse(parties) as { number: string }[])[0]?.number ?? '', id]),
  );
}

test('a message keeps its id when the one before it is filed and it gets that number', () => {
  leave('INBOX/msg0000', '0171', 1_700_000_000, 3);
  leave('INBOX/msg0001', '0172', 1_700_000_900, 4);
  archive.scan();
  const before = idsByCaller();
  file('INBOX/msg0000', 'Old/msg0000');
  file('INBOX/msg0001', 'INBOX/msg0000');
  archive.scan();
  expect(idsByCaller()).toEqual(before);
  expect(archive.rows().map((row) => [row.path, row.isMissing])).toEqual([
    [`${BOX}/INBOX/msg0000.wav`, 0],
    [`${BOX}/Old/msg0000.wav`, 0],
  ]);
  expect(archive.findings()).toEqual([]);
});

test('a new message under the number of one that was erased is another recording', () => {
  leave('INBOX/msg0000', '0171', 1_700_000_000, 3);
  archive.scan();
  const before = idsByCaller();
  erase('INBOX/msg0000');
  leave('INBOX/msg0000', '0173', 1_700_005_000, 5);
  archive.scan();
  const after = idsByCaller();
  expect(Object.keys(after)).toEqual(['0173']);
  expect(Object.values(after)).not.toEqual(Object.values(before));
  expect(archive.findings()).toEqual([]);
});

test('a message that is filed and taken back, with others coming and going, keeps its id', () => {
  leave('INBOX/msg0000', '0171', 1_700_000_000, 3);
  archive.scan();
  const { '0171': id } = idsByCaller();
  file('INBOX/msg0000', 'Work/msg0000');
  leave('INBOX/msg0000', '0174', 1_700_009_000, 6);
  archive.scan();
  expect(idsByCaller()['0171']).toBe(id);
  erase('INBOX/msg0000');
  archive.scan();
  file('Work/msg0000', 'INBOX/msg0000');
  archive.scan();
  expect(idsByCaller()).toEqual({ '0171': id });
});

test('the same message told by two places has an id for each', () => {
  leave('INBOX/msg0000', '0171', 1_700_000_000, 3);
  leave('Old/msg0000', '0171', 1_700_000_000, 3);
  archive.scan();
  expect(new Set(archive.db.all<{ id: string }>('SELECT id FROM recording').map(({ id }) => id)).size).toBe(
    2,
  );
});
