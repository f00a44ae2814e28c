// Files of a source are opened here for whoever plays or copies them; what is wrong with their drive is said so that one can act on it.
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMediaHeader } from '../archive/media/header';
import { MediaProblem } from '../archive/media/media-problem';
import type { MediaFile } from '../policy/library';
import { wav } from '../scanner/scan.test-support';
import { openMedia, toMediaError } from './media-bytes';

let dir: string;
let archiveDir: string;
let file: MediaFile;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-media-'));
  archiveDir = mkdtempSync(path.join(dir, 'archive-'));
  const filePath = path.join(archiveDir, 'call.wav');
  writeFileSync(filePath, wav(1));
  const { size, mtimeMs } = statSync(filePath);
  const reading = readMediaHeader(filePath, size);
  if (!reading.ok) throw new Error(reading.detail);
  file = {
    sourceId: 1,
    path: 'call.wav',
    header: reading.header,
    sizeBytes: size,
    modifiedAtMs: mtimeMs,
    kind: 'call',
    startedAtMs: 0,
    durationMs: 1000,
    screenPath: null,
  };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function open(): Promise<void> {
  await (await openMedia(archiveDir, file, 'play')).close();
}

test('a file opens, and one whose folder is away says that the drive is', async () => {
  await open();
  renameSync(archiveDir, `${archiveDir}-away`);
  await expect(open()).rejects.toMatchObject({ code: 'unavailable', reason: 'volume-away' });
});

test('after a drive did not answer, its files are opened only once it is there again', async () => {
  const told = await toMediaError(archiveDir, new MediaProblem('silent', 'The drive does not answer.'));
  expect(told).toMatchObject({ code: 'unavailable', reason: 'volume-silent' });
  renameSync(archiveDir, `${archiveDir}-away`);
  await expect(open()).rejects.toMatchObject({ reason: 'volume-silent' });
  renameSync(`${archiveDir}-away`, archiveDir);
  await open();
  renameSync(archiveDir, `${archiveDir}-away`);
  await expect(open()).rejects.toMatchObject({ reason: 'volume-away' });
});
