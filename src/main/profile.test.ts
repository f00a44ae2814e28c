import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfileDir, openProfileDir } from './profile';
import { BALLAST_MIB, Ballast } from './profile-ballast';
import { takeScanLock } from './profile-lock';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-profile-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the default profile', () => {
  it.each([
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ann', 'D:\\Roaming\\Hearback'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Roaming\\Hearback'],
    ['darwin', {}, '/Users/ann', '/Users/ann/Library/Application Support/Hearback'],
    ['linux', {}, '/home/ann', '/home/ann/.config/Hearback'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/home/ann', '/conf/Hearback'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ann', '/home/ann/.config/Hearback'],
  ] as const)('is where %s keeps such things', (platform, env, homeDir, expected) => {
    expect(defaultProfileDir(platform, env, homeDir)).toBe(expected);
  });
});

it('makes the folder, closed to other people of the computer', () => {
  const { dir: made } = openProfileDir(path.join(dir, 'a', 'b'));
  if (process.platform !== 'win32') expect(statSync(made).mode & 0o077).toBe(0);
});

it('leaves an existing folder as it is', () => {
  expect(openProfileDir(dir).dir).toBe(dir);
  expect(openProfileDir(dir).ledger).toBe(path.join(dir, 'ledger.db'));
});

it('says so where the folder cannot be made', () => {
  writeFileSync(path.join(dir, 'file'), '');
  const places = [path.join(dir, 'file', 'profile'), ...(process.platform === 'linux' ? ['/proc/a/b'] : [])];
  for (const place of places) {
    expect(() => openProfileDir(place)).toThrow(
      expect.objectContaining({ code: 'unavailable', reason: 'target-unwritable' }),
    );
  }
});

it('keeps a reserve on the disk, and gives it up once', async () => {
  const ballast = new Ballast(dir);
  expect(ballast.release()).toBe(false);
  expect(await ballast.fill()).toBe(true);
  expect(statSync(path.join(dir, 'ballast')).size).toBe(BALLAST_MIB * 1024 * 1024);
  expect(await ballast.fill()).toBe(true);
  expect(ballast.release()).toBe(true);
  expect(existsSync(path.join(dir, 'ballast'))).toBe(false);
  expect(ballast.release()).toBe(false);
});

it('lets one scan at a time, and the next when the first has ended', () => {
  const release = takeScanLock(dir);
  expect(release).toBeDefined();
  expect(takeScanLock(dir)).toBeUndefined();
  expect(takeScanLock(dir)).toBeUndefined();
  release?.();
  const again = takeScanLock(dir);
  expect(again).toBeDefined();
  again?.();
});
