import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openWritable } from '../sqlite/database';
import { countSoundFacts, findUnheard, listSoundFacts } from './sound-facts';
import type { PeaksKey } from './store';
import { findOldestKeptMs, findPeaks, forgetPeaks, openPeaksStore, saveSound } from './store';

let dir: string;
let filePath: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-peaks-'));
  filePath = path.join(dir, 'peaks.db');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const save = (db: WritableDb, of: PeaksKey, peaks: Uint8Array) =>
  saveSound(db, { ...of, sourceId: 1, peaks, keptForMs: 1, fact: null });

const key = { recordingId: '0123456789abcdef', sizeBytes: 100, modifiedAtMs: 5000 };

it('gives back the wave of the file as it was, and of no other', () => {
  const db = openPeaksStore(filePath);
  save(db, key, Uint8Array.of(1, 2, 255).subarray(1));
  expect(findPeaks(db, key)).toEqual(Buffer.from([2, 255]));
  expect(findPeaks(db, { ...key, sizeBytes: 101 })).toBeUndefined();
  expect(findPeaks(db, { ...key, modifiedAtMs: 5001 })).toBeUndefined();
  db.close();
});

it('keeps one wave a recording', () => {
  const db = openPeaksStore(filePath);
  save(db, key, Uint8Array.of(1));
  save(db, { ...key, sizeBytes: 101 }, Uint8Array.of(2));
  expect(findPeaks(db, key)).toBeUndefined();
  expect(findPeaks(db, { ...key, sizeBytes: 101 })).toEqual(Buffer.from([2]));
  db.close();
});

it('starts afresh from a file that is no database', () => {
  writeFileSync(filePath, 'spoilt'.repeat(1000));
  const db = openPeaksStore(filePath);
  save(db, key, Uint8Array.of(1));
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

const numbered = (number: number) => ({ ...key, recordingId: number.toString(16).padStart(16, '0') });

it('makes room for newer waves by those kept for the oldest times, and says from when on there is no more room', () => {
  const db = openPeaksStore(filePath);
  const limitBytes = 400_000;
  const peaks = new Uint8Array(10_000);
  expect(findOldestKeptMs(db, limitBytes)).toBeNull();
  // Not in the order of time: the newest first, as the sweep draws them, and then one that came in just now.
  for (let number = 100; number >= 1; number -= 1) {
    saveSound(db, { ...numbered(number), sourceId: 1, peaks, keptForMs: number, fact: null }, limitBytes);
  }
  saveSound(db, { ...numbered(101), sourceId: 1, peaks, keptForMs: 101, fact: null }, limitBytes);
  const kept = Array.from({ length: 101 }, (_, index) => index + 1).filter((number) =>
    findPeaks(db, numbered(number)),
  );
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(40);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 102 - kept.length + index));
  expect(findOldestKeptMs(db, limitBytes)).toBe(kept[0]);
  db.close();
});

it('knows which sounds were looked at, and what they say, until the recording is gone', () => {
  const db = openPeaksStore(filePath);
  const silent = { kind: 'silent', detail: 'nothing' } as const;
  const oneSided = { kind: 'one-sided', detail: 'half' } as const;
  const peaks = Uint8Array.of(1);
  [silent, null, oneSided, silent].forEach((fact, index) =>
    saveSound(db, { ...numbered(index), sourceId: index === 3 ? 2 : 1, peaks, keptForMs: 1, fact }),
  );
  expect(findUnheard(db, [numbered(0), { ...numbered(1), sizeBytes: 7 }, numbered(9)])).toEqual([1, 2]);
  expect(countSoundFacts(db, 1)).toEqual({
    checked: 3,
    kinds: [
      { kind: 'one-sided', count: 1 },
      { kind: 'silent', count: 1 },
    ],
  });
  const asked = { sourceId: 1, kind: undefined, afterRowId: 0, limit: 10 };
  const facts = listSoundFacts(db, asked);
  expect(facts.map((fact) => fact.kind)).toEqual(['silent', 'one-sided']);
  expect(listSoundFacts(db, { ...asked, afterRowId: facts[0]!.rowId })).toEqual([facts[1]]);
  expect(listSoundFacts(db, { ...asked, kind: 'silent' })).toEqual([facts[0]]);
  forgetPeaks(db, [numbered(0).recordingId]);
  expect(countSoundFacts(db, 1)).toEqual({ checked: 2, kinds: [{ kind: 'one-sided', count: 1 }] });
  db.close();
});
