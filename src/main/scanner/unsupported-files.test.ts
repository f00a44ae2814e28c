// What nothing here plays is said by its name before anybody presses play: real files of each kind.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlayable } from '../archive/media/playable';
import { TALK, ffmpeg, getHeader } from '../archive/media/sound.test-support';
import { Archive } from './scan.test-support';

const PICTURES = ['-f', 'lavfi', '-i', 'testsrc=d=1:s=64x64:r=5'];
const SOUND = ['-i', TALK, '-t', '1'];
/** What ffmpeg is told, and what is said of the file; null for what is played. */
const FILES: Readonly<Record<string, readonly [readonly string[], string | null]>> = {
  'h265.mp4': [
    [...PICTURES, '-c:v', 'libx265', '-x265-params', 'log-level=none'],
    'H.265 video is not supported.',
  ],
  'matroska.mkv': [
    [...PICTURES, '-c:v', 'libx265', '-x265-params', 'log-level=none'],
    'H.265 video is not supported.',
  ],
  'mpeg4.mp4': [[...PICTURES, '-c:v', 'mpeg4'], 'MPEG-4 Part 2 video is not supported.'],
  'h264.mp4': [[...PICTURES, '-c:v', 'libx264'], null],
  'vp8.webm': [[...PICTURES, '-c:v', 'libvpx'], null],
  'old.avi': [PICTURES, 'AVI video is not supported.'],
  'old.wmv': [PICTURES, 'Windows Media video is not supported.'],
  'old.flv': [PICTURES, 'Flash video is not supported.'],
  'stream.ts': [PICTURES, 'An MPEG transport stream is not supported.'],
  'sound.wma': [SOUND, 'Windows Media is not supported.'],
  'apple.caf': [[...SOUND, '-c:a', 'alac'], 'Apple CAF is not supported.'],
  'apple.m4a': [
    [...SOUND, '-c:a', 'alac'],
    'The kind of sound in this mp4 file is not supported: the recording is listed and cannot be played here.',
  ],
  'speech.spx': [
    [...SOUND, '-c:a', 'libspeex'],
    'SPEEX is not supported: the recording is listed and cannot be played here.',
  ],
  'speech.wav': [
    [...SOUND, '-ar', '8000', '-c:a', 'g723_1', '-b:a', '6.3k'],
    'G723 is not supported: the recording is listed and cannot be played here.',
  ],
  'g722.wav': [[...SOUND, '-ar', '16000', '-c:a', 'g722'], null],
};

const archive = new Archive();
beforeAll(() => {
  mkdirSync(archive.dir, { recursive: true });
  for (const [name, [args]] of Object.entries(FILES)) ffmpeg(...args, path.join(archive.dir, name));
  writeFileSync(path.join(archive.dir, 'pbx.g729'), Buffer.alloc(1000, 0x5a));
  writeFileSync(path.join(archive.dir, 'mobile.amr'), '#!AMR\nxxxxxxxxxxxxxxxx');
  archive.touch(archive.dir);
  archive.scan();
}, 60_000);
afterAll(() => archive.close());

test('every file that is not played says so by its name, and no other does', () => {
  const said = Object.fromEntries(
    archive.findings().map((finding) => [finding.path, [finding.kind, finding.detail]]),
  );
  const expected = Object.entries(FILES).flatMap(([name, [, detail]]) =>
    detail === null ? [] : [[name, ['unsupported', detail]]],
  );
  expect(said).toEqual({
    ...(Object.fromEntries(expected) as object),
    'mobile.amr': ['unsupported', 'AMR is not supported.'],
    'pbx.g729': ['unsupported', 'G729 is not supported: the recording is listed and cannot be played here.'],
  });
});

test('sound of known length is listed with it, and playing it names the reason', async () => {
  expect(archive.row('speech.wav').durationMs).toBeGreaterThan(900);
  expect(archive.row('pbx.g729').durationMs).toBe(1000);
  expect(archive.row('h265.mp4').durationMs).toBe(1000);
  for (const name of [
    'h265.mp4',
    'matroska.mkv',
    'mpeg4.mp4',
    'apple.m4a',
    'speech.spx',
    'speech.wav',
    'pbx.g729',
  ]) {
    const file = path.join(archive.dir, name);
    const { size, mtimeMs } = statSync(file);
    const playing = openPlayable(file, getHeader(file), { sizeBytes: size, modifiedAtMs: mtimeMs });
    await expect(playing, name).rejects.toMatchObject({ reason: 'unsupported' });
  }
});
