import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openLedger } from './database';
import { makeFolder, makeLedger } from './ledger.test-support';

const newer = expect.objectContaining({
  code: 'unavailable',
  reason: 'profile-newer',
  details: { found: 99, known: 2 },
}) as Error;
const damaged = expect.objectContaining({ code: 'unavailable', reason: 'profile-damaged' }) as Error;

/** Every file of a folder with its bytes. */
function contentOf(folder: string): readonly [string, Buffer][] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name))]);
}

it('a ledger keeps what it acknowledges over a power cut: WAL, with every commit synced', () => {
  const { db } = makeLedger();
  expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
});

it('a ledger of a newer version is refused and left untouched, byte for byte', () => {
  const { db } = makeLedger();
  const { filePath } = db;
  db.close();
  const newerDb = new Database(filePath);
  newerDb.pragma('user_version = 99');
  newerDb.close();
  const before = contentOf(path.dirname(filePath));
  const { mtimeMs } = statSync(filePath);
  expect(() => openLedger(filePath)).toThrowError(newer);
  expect(contentOf(path.dirname(filePath))).toEqual(before);
  expect(statSync(filePath).mtimeMs).toBe(mtimeMs);
});

it('a newer version that stands only in the log of a program that was killed is seen, and nothing is lost', () => {
  const { db } = makeLedger();
  const { filePath } = db;
  db.close();
  const running = new Database(filePath);
  running.pragma('wal_autocheckpoint = 0');
  running.pragma('user_version = 99');
  // What a kill leaves behind: the file and its log, as they are while the program runs.
  const killed = path.join(makeFolder(), 'ledger.db');
  copyFileSync(filePath, killed);
  copyFileSync(`${filePath}-wal`, `${killed}-wal`);
  running.close();
  const before = readFileSync(killed);
  const log = readFileSync(`${killed}-wal`);
  expect(before.readUInt32BE(60)).toBeLessThan(99);
  expect(() => openLedger(killed)).toThrowError(newer);
  expect(readFileSync(killed)).toEqual(before);
  expect(readFileSync(`${killed}-wal`)).toEqual(log);
});

it('a file that is no ledger is refused as damaged and left as it is', () => {
  const filePath = path.join(makeFolder(), 'ledger.db');
  writeFileSync(filePath, 'This is a shopping list, and rather longer than a hundred bytes. '.repeat(20));
  const before = readFileSync(filePath);
  expect(() => openLedger(filePath)).toThrowError(damaged);
  expect(readFileSync(filePath)).toEqual(before);
});

it('a ledger with destroyed pages is refused as damaged', () => {
  const { db } = makeLedger();
  const { filePath } = db;
  db.close();
  const bytes = readFileSync(filePath);
  bytes.fill(0xa5, 4096 * 2, 4096 * 6);
  writeFileSync(filePath, bytes);
  expect(() => openLedger(filePath)).toThrowError(damaged);
});

it('a ledger whose folder is not there says so as the system does, and makes nothing', () => {
  const filePath = path.join(makeFolder(), 'gone', 'ledger.db');
  expect(() => openLedger(filePath)).toThrowError(/directory/);
  expect(existsSync(path.dirname(filePath))).toBe(false);
});
