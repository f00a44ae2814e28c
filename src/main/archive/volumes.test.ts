import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPresence } from './volumes';

test('a folder is there or away, and a file in its place is no folder', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'hearback-volume-'));
  writeFileSync(path.join(dir, 'file'), '');
  expect(await findPresence(dir)).toEqual({ presence: 'present', isReadOnlyMedia: false });
  expect(await findPresence(path.join(dir, 'file'))).toMatchObject({ presence: 'away' });
  expect(await findPresence(path.join(dir, 'none'))).toMatchObject({ presence: 'away' });
  rmSync(dir, { recursive: true });
});

// Nothing is closed to an administrator, and a test cannot mount a medium.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder that refuses writing is read-only',
  async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'hearback-volume-'));
    chmodSync(dir, 0o555);
    expect(await findPresence(dir)).toEqual({ presence: 'present', isReadOnlyMedia: true });
    rmSync(dir, { recursive: true });
  },
);
