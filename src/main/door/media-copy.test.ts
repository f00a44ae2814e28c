import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOriginal } from '../archive/media/playable';
import { copyMedia, toSafeFileName } from './media-copy';

let dir: string;
let source: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-copy-'));
  mkdirSync(path.join(dir, 'target'));
  source = path.join(dir, 'source.wav');
  writeFileSync(source, Buffer.alloc(300_000, 'sound'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function open() {
  const { size, mtimeMs } = statSync(source);
  return openOriginal(source, 'audio/wav', { sizeBytes: size, modifiedAtMs: mtimeMs });
}
const target = (name: string) => path.join(dir, 'target', name);

it('copies every byte and leaves nothing else behind', async () => {
  const media = await open();
  expect(await copyMedia(media, { filePath: target('a.wav'), mayReplace: false })).toBe(300_000);
  await media.close();
  expect(readFileSync(target('a.wav'))).toEqual(readFileSync(source));
  expect(readdirSync(path.join(dir, 'target'))).toEqual(['a.wav']);
});

it('leaves a file that is there alone, unless its person has agreed', async () => {
  writeFileSync(target('a.wav'), 'mine');
  const media = await open();
  await expect(copyMedia(media, { filePath: target('a.wav'), mayReplace: false })).rejects.toMatchObject({
    reason: 'target-exists',
  });
  expect(readFileSync(target('a.wav'), 'utf8')).toBe('mine');
  await copyMedia(media, { filePath: target('a.wav'), mayReplace: true });
  await media.close();
  expect(statSync(target('a.wav')).size).toBe(300_000);
});

it('leaves no half of a recording that shrinks while it is copied', async () => {
  const media = await open();
  truncateSync(source, 100_000);
  await expect(copyMedia(media, { filePath: target('a.wav'), mayReplace: false })).rejects.toMatchObject({
    reason: 'changed',
  });
  await media.close();
  expect(readdirSync(path.join(dir, 'target'))).toEqual([]);
});

it('says so where nothing can be saved', async () => {
  const media = await open();
  const filePath = path.join(dir, 'nowhere', 'a.wav');
  await expect(copyMedia(media, { filePath, mayReplace: false })).rejects.toMatchObject({
    reason: 'target-unwritable',
  });
  await media.close();
});

describe('a safe file name', () => {
  it.each([
    ['2026/01/call 1.wav', 'call 1.wav'],
    ['a/../../etc/passwd', 'passwd'],
    ['CON.wav', '_CON.wav'],
    ['nul', '_nul'],
    ['COM1', '_COM1'],
    ['a<b>:c|d?e*f"g\\h.wav', 'a_b__c_d_e_f_g_h.wav'],
    ['evil\u202Evaw.exe', 'evil_vaw.exe'],
    ['line\nbreak\u0000.wav', 'line_break_.wav'],
    ['... .wav', 'wav'],
    ['name. . ', 'name'],
    ['', 'recording'],
    ['.wav', 'wav'],
    [`${'x'.repeat(300)}.gsm`, `${'x'.repeat(120)}.gsm`],
    ['Müller 電話.mp3', 'Müller 電話.mp3'],
    // No part of a path may have more than 255 bytes on Linux.
    [`${'電話'.repeat(120)}.wav`, `${'電話'.repeat(40)}.wav`],
    [`${'📞'.repeat(120)}.gsm`, `${'📞'.repeat(60)}.gsm`],
  ])('%j becomes %j', (archivePath, expected) => {
    expect(toSafeFileName(archivePath)).toBe(expected);
  });
});
