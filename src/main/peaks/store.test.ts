import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWritable } from '../sqlite/database';
import { findPeaks, openPeaksStore, savePeaks } from './store';

let dir: string;
let filePath: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-peaks-'));
  filePath = path.join(dir, 'peaks.db');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const key = { recordingId: '0123456789abcdef', sizeBytes: 100, modifiedAtMs: 5000 };

it('gives back the wave of the file as it was, and of no other', () => {
  const db = openPeaksStore(filePath);
  savePeaks(db, key, Uint8Array.of(1, 2, 255).subarray(1));
  expect(findPeaks(db, key)).toEqual(Buffer.from([2, 255]));
  expect(findPeaks(db, { ...key, sizeBytes: 101 })).toBeUndefined();
  expect(findPeaks(db, { ...key, modifiedAtMs: 5001 })).toBeUndefined();
  db.close();
});

it('keeps one wave a recording', () => {
  const db = openPeaksStore(filePath);
  savePeaks(db, key, Uint8Array.of(1));
  savePeaks(db, { ...key, sizeBytes: 101 }, Uint8Array.of(2));
  expect(findPeaks(db, key)).toBeUndefined();
  expect(findPeaks(db, { ...key, sizeBytes: 101 })).toEqual(Buffer.from([2]));
  db.close();
});

it('starts afresh from a file that is no database', () => {
  writeFileSync(filePath, 'spoilt'.repeat(1000));
  const db = openPeaksStore(filePath);
  savePeaks(db, key, Uint8Array.of(1));
  expect(findPeaks(db, key)).toEqual(Buffer.from([1]));
  db.close();
});

it('starts afresh from the file of a newer version', () => {
  const newer = openWritable(filePath, { synchronous: 'NORMAL', migrations: [] });
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  const db = openPeaksStore(filePath);
  expect(findPeaks(db, key)).toBeUndefined();
  db.close();
});
