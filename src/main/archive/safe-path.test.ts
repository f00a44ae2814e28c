import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinInSource, resolveInSource, toChildPath, toFileName, toFolder } from './safe-path';

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

test('a file of the source is found by its path', () => {
  expect(resolveInSource(archiveDir, 'a/call.wav')).toBe(path.join(archiveDir, 'a', 'call.wav'));
});

test('no path leads out of the source', () => {
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
    expect(() => resolveInSource(archiveDir, relativePath), JSON.stringify(relativePath)).toThrow('archive');
  }
});

test('no link leads out of the source, whether file or folder', () => {
  symlinkSync(path.join(tempDir, 'secret.wav'), path.join(archiveDir, 'file.wav'));
  symlinkSync(tempDir, path.join(archiveDir, 'folder'), 'junction');
  for (const relativePath of ['file.wav', 'folder/secret.wav']) {
    expect(() => resolveInSource(archiveDir, relativePath)).toThrow('not in the archive');
  }
});

test('a source that is itself reached by a link is read', () => {
  symlinkSync(archiveDir, path.join(tempDir, 'link'), 'junction');
  expect(resolveInSource(path.join(tempDir, 'link'), 'a/call.wav')).toBe(
    path.join(archiveDir, 'a', 'call.wav'),
  );
});

test('a name that begins with two dots is a name', () => {
  writeFileSync(path.join(archiveDir, '..call.wav'), 'x');
  expect(resolveInSource(archiveDir, '..call.wav')).toBe(path.join(archiveDir, '..call.wav'));
});

test('what is gone and what is away are told apart', () => {
  expect(() => resolveInSource(archiveDir, 'a/gone.wav')).toThrow(
    expect.objectContaining({ reason: 'media-missing' }) as Error,
  );
  expect(() => resolveInSource(path.join(tempDir, 'none'), 'a/call.wav')).toThrow(
    expect.objectContaining({ reason: 'volume-away' }) as Error,
  );
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
