import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { MediaProblemReason } from './media-problem';
import { MediaProblem } from './media-problem';
import { openOriginal, openPlayable } from './playable';
import type { Playable } from './playable';
import {
  LONG_TALK,
  TALK,
  collect,
  createRandom,
  decodeWithSox,
  ffmpeg,
  getHeader,
  makeFolder,
  randomBytes,
  sox,
  toExpected,
  toSamples,
} from './sound.test-support';

async function open(filePath: string): Promise<Playable> {
  const playable = await openPlayable(filePath, getHeader(filePath), toExpected(filePath));
  onTestFinished(() => playable.close());
  return playable;
}

/** The reason for which a promise is refused. */
async function reasonOf(promise: Promise<unknown>): Promise<MediaProblemReason | 'none'> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    if (error instanceof MediaProblem) return error.reason;
    throw error;
  }
}

/** GSM of some minutes, with pauses of digital silence in it as real calls have them. */
function makeLongGsm(folder: string, extension: 'gsm' | 'WAV'): string {
  const file = path.join(folder, `long.${extension}`);
  const encoding = extension === 'WAV' ? ['-e', 'gsm'] : [];
  sox(LONG_TALK, ...encoding, file, 'pad', '20', '25', 'repeat', '3');
  return file;
}

describe('what Chromium plays', () => {
  it.each([
    ['talk.wav', [], 'audio/wav'],
    ['mu.wav', ['-c:a', 'pcm_mulaw'], 'audio/wav'],
    ['talk.mp3', ['-c:a', 'libmp3lame'], 'audio/mpeg'],
    ['talk.opus', ['-c:a', 'libopus'], 'audio/ogg'],
    ['talk.m4a', ['-c:a', 'aac'], 'audio/mp4'],
    ['talk.flac', ['-c:a', 'flac'], 'audio/flac'],
  ])('%s goes out byte for byte', async (name, args, mediaType) => {
    const file = path.join(makeFolder(), name);
    ffmpeg('-i', TALK, ...args, file);
    const playable = await open(file);
    expect(playable).toMatchObject({ mediaType, lengthBytes: statSync(file).size });
    expect((await collect(playable.read(0, playable.lengthBytes))).equals(readFileSync(file))).toBe(true);
    const part = await collect(playable.read(1001, 90_003));
    expect(part.equals(readFileSync(file).subarray(1001, 90_003))).toBe(true);
  });

  it('is given a true header where its own lies', async () => {
    const file = path.join(makeFolder(), 'cut.wav');
    writeFileSync(file, readFileSync(TALK).subarray(0, 100_001));
    const playable = await open(file);
    const bytes = await collect(playable.read(0, playable.lengthBytes));
    expect(bytes.readUInt32LE(40)).toBe(99_956);
    expect(bytes.subarray(44).equals(readFileSync(TALK).subarray(44, 100_000))).toBe(true);
  });
});

describe('what Chromium does not play', () => {
  it('becomes a WAV of known length with the samples that sox hears', async () => {
    const file = path.join(makeFolder(), 'talk.WAV');
    sox(TALK, '-e', 'gsm', file);
    const playable = await open(file);
    const bytes = await collect(playable.read(0, Number.POSITIVE_INFINITY));
    expect(playable.mediaType).toBe('audio/wav');
    expect(bytes.length).toBe(playable.lengthBytes);
    const wav = path.join(makeFolder(), 'out.wav');
    writeFileSync(wav, bytes);
    expect(getHeader(wav)).toMatchObject({
      codec: 'pcm-s16',
      sampleRateHz: 8000,
      channels: 1,
      durationMs: 11_360,
    });
    expect(toSamples(bytes.subarray(44))).toEqual(decodeWithSox(file).subarray(0, 90_880));
  });

  it.each(['long.gsm', 'long.WAV', 'long.g722', 'long.g726-24', 'ima.wav', 'stereo.raw', 'long.vox'])(
    'gives the same bytes for any range of %s, in any order, as for the whole',
    async (name) => {
      const folder = makeFolder();
      const file = path.join(folder, name);
      if (name.endsWith('.gsm') || name.endsWith('.WAV'))
        makeLongGsm(folder, name.endsWith('.gsm') ? 'gsm' : 'WAV');
      else if (name === 'ima.wav') ffmpeg('-i', LONG_TALK, '-c:a', 'adpcm_ima_wav', file);
      else if (name === 'stereo.raw') sox('-M', LONG_TALK, TALK, '-t', 's16', file);
      else if (name === 'long.vox') sox(LONG_TALK, file);
      else if (name === 'long.g722') ffmpeg('-i', LONG_TALK, '-ar', '16000', '-c:a', 'g722', file);
      else ffmpeg('-i', LONG_TALK, '-c:a', 'g726le', '-b:a', '24k', '-f', 'g726le', file);
      const whole = await open(file);
      const all = await collect(whole.read(0, whole.lengthBytes));
      const random = createRandom(7);
      for (let turn = 0; turn < 25; turn += 1) {
        // Half of them by a player that has just been opened and knows no state of the decoder.
        const playable = turn % 2 === 0 ? await open(file) : whole;
        const start = Math.floor(random() * all.length);
        const end = Math.min(all.length, start + Math.floor(random() * 50_000));
        expect((await collect(playable.read(start, end))).equals(all.subarray(start, end))).toBe(true);
      }
      expect((await collect(whole.read(all.length - 1, all.length))).equals(all.subarray(-1))).toBe(true);
      expect((await collect(whole.read(all.length, all.length + 10))).length).toBe(0);
      expect((await collect(whole.read(10, 50))).equals(all.subarray(10, 50))).toBe(true);
    },
  );

  it('lets the event loop turn while it decodes, and keeps chunks small', async () => {
    const playable = await open(makeLongGsm(makeFolder(), 'gsm'));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    let chunks = 0;
    for await (const chunk of playable.read(0, playable.lengthBytes)) {
      expect(chunk.length).toBeLessThanOrEqual(65_536);
      chunks += 1;
    }
    clearInterval(timer);
    expect(chunks).toBeGreaterThan(40);
    expect(turns).toBeGreaterThan(5);
  });

  it('is refused as unsupported where nobody decodes it', async () => {
    const folder = makeFolder();
    const g729 = path.join(folder, 'x.g729');
    writeFileSync(g729, randomBytes(1000, 4));
    const speex = path.join(folder, 'x.spx');
    ffmpeg('-i', TALK, '-c:a', 'libspeex', speex);
    expect(await reasonOf(open(g729))).toBe('unsupported');
    expect(await reasonOf(open(speex))).toBe('unsupported');
    const original = await openOriginal(g729, 'application/octet-stream', toExpected(g729));
    expect((await collect(original.read(0, 1000))).equals(readFileSync(g729))).toBe(true);
    await original.close();
  });
});

describe('a file that is not what was scanned', () => {
  it('is missing, changed or no file at all', async () => {
    const folder = makeFolder();
    const file = path.join(folder, 'talk.wav');
    sox(TALK, file);
    const header = getHeader(file);
    const { sizeBytes, modifiedAtMs } = toExpected(file);
    const reasonFor = (filePath: string, expected: { sizeBytes: number; modifiedAtMs: number }) =>
      reasonOf(openPlayable(filePath, header, expected));
    expect(await reasonFor(path.join(folder, 'gone.wav'), { sizeBytes, modifiedAtMs })).toBe('missing');
    expect(await reasonFor(file, { sizeBytes: sizeBytes + 2, modifiedAtMs })).toBe('changed');
    expect(await reasonFor(file, { sizeBytes, modifiedAtMs: modifiedAtMs - 5000 })).toBe('changed');
    expect(await reasonFor(folder, { sizeBytes, modifiedAtMs })).toBe('not-media');
  });

  const changes: readonly (readonly [string, (file: string) => void, MediaProblemReason])[] = [
    ['shrinks', (file) => truncateSync(file, 50_000), 'changed'],
    ['grows', (file) => appendFileSync(file, 'more'), 'changed'],
    ['is written over', (file) => writeFileSync(file, randomBytes(statSync(file).size, 5)), 'changed'],
    ['is deleted', (file) => rmSync(file), 'missing'],
    [
      'is replaced',
      (file) => {
        const { atime, mtime } = statSync(file);
        sox(LONG_TALK, '-t', 'wav', `${file}.new`, 'trim', '3', '11');
        utimesSync(`${file}.new`, atime, mtime);
        renameSync(`${file}.new`, file);
      },
      'changed',
    ],
  ];

  it.each(changes)('while it plays: %s', async (_, change, reason) => {
    for (const extension of ['wav', 'gsm']) {
      const file = path.join(makeFolder(), `talk.${extension}`);
      sox(LONG_TALK, file);
      const before = new Date(Date.now() - 60_000);
      utimesSync(file, before, before);
      const playable = await open(file);
      const original = await collect((await open(file)).read(0, playable.lengthBytes));
      const heard: Uint8Array[] = [];
      const listen = async (): Promise<void> => {
        for await (const chunk of playable.read(0, playable.lengthBytes)) {
          if (heard.push(chunk) === 2) change(file);
        }
      };
      expect(await reasonOf(listen())).toBe(reason);
      const bytes = Buffer.concat(heard);
      expect(bytes.equals(original.subarray(0, bytes.length))).toBe(true);
    }
  });
});

describe('a listener who goes away', () => {
  it('ends the reading at once', async () => {
    const playable = await open(makeLongGsm(makeFolder(), 'gsm'));
    const controller = new AbortController();
    const listen = async (): Promise<void> => {
      for await (const chunk of playable.read(0, playable.lengthBytes, controller.signal)) {
        if (chunk.length > 0) controller.abort(new Error('gone'));
      }
    };
    await expect(listen()).rejects.toThrow('gone');
  });

  it('finds the recording closed, and may close it twice', async () => {
    const playable = await open(TALK);
    const chunks = playable.read(0, playable.lengthBytes);
    await chunks.next();
    await playable.close();
    await playable.close();
    await expect(chunks.next()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
