import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Peaks } from '../../../shared/peaks';
import { decodePeaks, encodePeaks } from '../../../shared/peaks';
import { findDirectSound } from './direct-peaks';
import { MediaProblem } from './media-problem';
import { hasComputablePeaks, measureSound, measureSoundOfFile } from './peaks';
import { openPcmSource } from './pcm-source';
import {
  LONG_TALK,
  TALK,
  ffmpeg,
  getHeader,
  makeFolder,
  randomBytes,
  readSamples,
  sox,
  toExpected,
  toWavFile,
} from './sound.test-support';

function measure(filePath: string, signal?: AbortSignal): ReturnType<typeof measureSoundOfFile> {
  return measureSoundOfFile(filePath, getHeader(filePath), toExpected(filePath), signal);
}

async function peaksOf(filePath: string, signal?: AbortSignal): Promise<Peaks> {
  return (await measure(filePath, signal)).peaks;
}

describe('the wave of a recording', () => {
  it('holds the loudest sample of every fiftieth of a second', async () => {
    const peaks = await peaksOf(TALK);
    const samples = readSamples(TALK, 44);
    expect(peaks).toMatchObject({ sampleRateHz: 8000, framesPerBucket: 160, totalFrames: samples.length });
    const wanted = Array.from({ length: Math.ceil(samples.length / 160) }, (_, bucket) => {
      const loudest = samples
        .subarray(bucket * 160, (bucket + 1) * 160)
        .reduce((most, s) => Math.max(most, Math.abs(s)), 0);
      return Math.min(127, Math.round(loudest / 256));
    });
    expect([...(peaks.channels[0] ?? [])]).toEqual(wanted);
  });

  it('keeps channels apart', async () => {
    const folder = makeFolder();
    const quiet = path.join(folder, 'quiet.wav');
    const both = path.join(folder, 'both.wav');
    sox('-n', '-r', '8000', '-b', '16', quiet, 'trim', '0', '22.92');
    sox('-M', LONG_TALK, quiet, both);
    const peaks = await peaksOf(both);
    const alone = await peaksOf(LONG_TALK);
    expect(peaks.channels[0]).toEqual(alone.channels[0]);
    expect(peaks.channels[1]?.every((peak) => peak === 0)).toBe(true);
  });

  it.each([
    ['talk.gsm', []],
    ['talk.ul', []],
    ['talk.wav', ['-e', 'ms-adpcm']],
    ['wide.wav', ['-b', '24']],
    ['talk.au', []],
  ])('is nearly that of the original for %s', async (name, encoding) => {
    const file = path.join(makeFolder(), name);
    sox(TALK, ...encoding, file);
    const [coded] = (await peaksOf(file)).channels;
    const [plain] = (await peaksOf(TALK)).channels;
    const apart = plain!.reduce((sum, peak, bucket) => sum + Math.abs(peak - (coded?.[bucket] ?? 0)), 0);
    expect(apart / plain!.length).toBeLessThan(4);
  });

  it('is coarser for a long one, and never larger than 64 Ki buckets', async () => {
    const file = path.join(makeFolder(), 'long.ulaw');
    // 25 minutes of µ-law at half of full scale (16,764).
    writeFileSync(file, Buffer.alloc(1500 * 8000, 0x8f));
    const peaks = await peaksOf(file);
    expect(peaks.framesPerBucket).toBe(184);
    expect(peaks.channels[0]?.length).toBeLessThanOrEqual(65_536);
    expect(new Set(peaks.channels[0])).toEqual(new Set([65]));
  });

  it('comes with the loudest sample of each channel, which tells a soft voice from silence', async () => {
    const soft = path.join(makeFolder(), 'soft.wav');
    // 0.002 of full scale is 65 or 66, which rounds to nothing in the wave.
    sox(
      '-n',
      '-r',
      '8000',
      '-b',
      '16',
      '-c',
      '2',
      soft,
      'synth',
      '3',
      'sine',
      '400',
      'remix',
      '1v0.002',
      '1v0',
    );
    const { peaks, loudest } = await measure(soft);
    expect(peaks.channels.flatMap((channel) => [...channel]).every((peak) => peak === 0)).toBe(true);
    expect(loudest[0]).toBeGreaterThan(60);
    expect(loudest[0]).toBeLessThan(70);
    expect(loudest[1]).toBeLessThan(3);
  });

  it('is the same after it was stored', async () => {
    const peaks = await peaksOf(TALK);
    expect(decodePeaks(encodePeaks(peaks))).toEqual(peaks);
  });

  it('is left to the window for codecs that are not decoded here', async () => {
    const file = path.join(makeFolder(), 'talk.opus');
    ffmpeg('-i', TALK, '-c:a', 'libopus', file);
    expect(hasComputablePeaks(getHeader(file))).toBe(false);
    expect(hasComputablePeaks(getHeader(TALK))).toBe(true);
    const reason = await peaksOf(file).catch((error: unknown) =>
      error instanceof MediaProblem ? error.reason : error,
    );
    expect(reason).toBe('unsupported');
  });

  it('is given up when nobody wants it any more', async () => {
    await expect(peaksOf(TALK, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});

describe('the wave of sound that needs no decoding', () => {
  it.each([
    ['stereo.wav', ['-c', '2']],
    ['mulaw.wav', ['-e', 'mu-law']],
    ['alaw.wav', ['-e', 'a-law']],
    ['stereo-mulaw.wav', ['-e', 'mu-law', '-c', '2']],
    ['three.wav', ['-c', '3']],
  ])('is to the bit that of the decoded samples for %s', async (name, encoding) => {
    const file = path.join(makeFolder(), name);
    sox(LONG_TALK, ...encoding, file);
    const header = getHeader(file);
    const source = await openPcmSource(file, header, toExpected(file));
    const decoded = await measureSound(source);
    await source.close();
    expect(await measure(file)).toEqual(decoded);
  });

  it('is that of the decoded samples for any bytes, lengths, channels and rates', async () => {
    const file = path.join(makeFolder(), 'any.wav');
    const looked = new Set<boolean>();
    const anySound = fc.record({
      format: fc.constantFrom('pcm', 'alaw', 'mulaw' as const),
      channels: fc.constantFrom(1, 2, 3, 4, 8),
      sampleRateHz: fc.constantFrom(50, 400, 8000, 11_025, 48_000),
      bytes: fc.oneof(
        { weight: 6, arbitrary: fc.uint8Array({ minLength: 16, maxLength: 3000, size: 'max' }) },
        // Runs of one byte with the loudest of all 16 bits (0x80 behind 0x00) at their end.
        {
          weight: 6,
          arbitrary: fc
            .tuple(fc.constantFrom(0x00, 0x80, 0xff, 0x55, 0xd5, 0x7f), fc.nat(3000))
            .map(([byte, length]) => Uint8Array.of(...new Uint8Array(length + 14).fill(byte), 0x00, 0x80)),
        },
        // More than a part holds.
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.nat(), fc.nat(40_000))
            .map(([seed, more]) => randomBytes(2 ** 20 + more, seed)),
        },
      ),
    });
    await fc.assert(
      fc.asyncProperty(anySound, async ({ format, channels, sampleRateHz, bytes }) => {
        writeFileSync(file, toWavFile(format, channels, sampleRateHz, bytes));
        const header = getHeader(file);
        looked.add(findDirectSound(header) !== undefined);
        const source = await openPcmSource(file, header, toExpected(file));
        const decoded = await measureSound(source);
        await source.close();
        const { peaks, loudest } = await measure(file);
        expect(loudest).toEqual(decoded.loudest);
        expect(Buffer.compare(encodePeaks(peaks), encodePeaks(decoded.peaks))).toBe(0);
      }),
      { numRuns: 200 },
    );
    expect(looked).toEqual(new Set([true, false]));
  });

  it('is drawn of two sounds at the same time', async () => {
    const [one, two] = await Promise.all([peaksOf(TALK), peaksOf(LONG_TALK)]);
    expect([await peaksOf(TALK), await peaksOf(LONG_TALK)]).toEqual([one, two]);
    expect(one).not.toEqual(two);
  });

  it('ends at once when it is no longer wanted', async () => {
    const wanted = new AbortController();
    wanted.abort(new Error('not wanted'));
    await expect(peaksOf(LONG_TALK, wanted.signal)).rejects.toThrow('not wanted');
  });

  it('says so where the file ends before its header says', async () => {
    const file = path.join(makeFolder(), 'cut.wav');
    sox(TALK, file);
    const header = getHeader(file);
    truncateSync(file, 1000);
    await expect(measureSoundOfFile(file, header, toExpected(file))).rejects.toBeInstanceOf(MediaProblem);
  });
});
