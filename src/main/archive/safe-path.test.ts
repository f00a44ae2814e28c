import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  joinInSource,
  resolveInSource,
  resolveInSourceAsync,
  toChildPath,
  toFileName,
  toFolder,
} from './safe-path';

let tempDir: string;
let archiveDir: string;
beforeEach(() => {
  tempDir = realpathSync(mkdtempSync(path.join(tmpdir(), 'hearback-paths-')));
  archiveDir = path.join(tempDir, 'archive');
  mkdirSync(path.join(archiveDir, 'a'), { recursive: true });
  writeFileSync(path.join(archiveDir, 'a/call.wav'), 'x');
  writeFileSync(path.join(tempDir, 'secret.wav'), 'x');
});
afterEach(() => rmSync(tempDir, { recursive: true, force: true }));

describe.each([
  [
    'while the thread stands still',
    (dir: string, relativePath: string) => Promise.resolve().then(() => resolveInSource(dir, relativePath)),
  ],
  ['while the thread goes on', resolveInSourceAsync],
] as const)('looked up %s', (_how, resolve) => {
  test('a file of the source is found by its path', async () => {
    await expect(resolve(archiveDir, 'a/call.wav')).resolves.toBe(path.join(archiveDir, 'a', 'call.wav'));
  });

  test('no path leads out of the source', async () => {
    const hostile = [
      '../secret.wav',
      'a/../../secret.wav',
      '..',
      '.',
      '/etc/passwd',
      'a//call.wav',
      'a/./call.wav',
      '',
      'a/call.wav\0.png',
      '\0',
      'a/',
    ];
    for (const relativePath of hostile) {
      await expect(resolve(archiveDir, relativePath), JSON.stringify(relativePath)).rejects.toThrow(
        'archive',
      );
    }
  });

  test('no link leads out of the source, whether file or folder', async () => {
    symlinkSync(path.join(tempDir, 'secret.wav'), path.join(archiveDir, 'file.wav'));
    symlinkSync(tempDir, path.join(archiveDir, 'folder'), 'junction');
    for (const relativePath of ['file.wav', 'folder/secret.wav']) {
      await expect(resolve(archiveDir, relativePath)).rejects.toThrow('not in the archive');
    }
  });

  test('a source that is itself reached by a link is read', async () => {
    symlinkSync(archiveDir, path.join(tempDir, 'link'), 'junction');
    await expect(resolve(path.join(tempDir, 'link'), 'a/call.wav')).resolves.toBe(
      path.join(archiveDir, 'a', 'call.wav'),
    );
  });

  test('a name that begins with two dots is a name', async () => {
    writeFileSync(path.join(archiveDir, '..call.wav'), 'x');
    await expect(resolve(archiveDir, '..call.wav')).resolves.toBe(path.join(archiveDir, '..call.wav'));
  });

  test('what is gone and what is away are told apart', async () => {
    await expect(resolve(archiveDir, 'a/gone.wav')).rejects.toMatchObject({ reason: 'media-missing' });
    await expect(resolve(path.join(tempDir, 'none'), 'a/call.wav')).rejects.toMatchObject({
      reason: 'volume-away',
    });
  });
});

test('paths are taken apart and put together by slashes', () => {
  expect([toFolder('a/b/c.wav'), toFolder('c.wav'), toFileName('a/b/c.wav'), toFileName('c.wav')]).toEqual([
    'a/b',
    '',
    'c.wav',
    'c.wav',
  ]);
  expect([toChildPath('', 'a'), toChildPath('a/b', 'c'), joinInSource('/x', '')]).toEqual([
    'a',
    'a/b/c',
    '/x',
  ]);
});
