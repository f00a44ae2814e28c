// What a real Asterisk wrote, against what is known of every file: kept beside it in TRUTH.json.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMediaHeader } from './header';
import { openPlayable } from './playable';
import {
  CORPUS_DIR,
  collect,
  decodeWithFfmpeg,
  decodeWithSox,
  getHeader,
  readSamples,
  toExpected,
  toSamples,
} from './sound.test-support';

interface TruthFile {
  readonly file: string;
  readonly media?: {
    readonly codec?: string;
    readonly codec_name?: string;
    readonly duration?: number;
    readonly channels?: number;
    readonly sample_rate?: number;
  };
}

const truth = JSON.parse(readFileSync(path.join(CORPUS_DIR, 'TRUTH.json'), 'utf8')) as { files: TruthFile[] };
const sounds = truth.files.filter((file) => file.media?.codec !== undefined);
const audible = sounds.filter((file) => (file.media?.duration ?? 0) > 0);
const neverBridged = sounds.filter((file) => file.media?.duration === 0);

describe('an archive that Asterisk 22 wrote', () => {
  it('is as large as the truth about it says', () => {
    expect(audible.length).toBeGreaterThanOrEqual(25);
    expect(neverBridged.length).toBeGreaterThanOrEqual(7);
  });

  it.each(audible)('has the length, rate and channels of $file right', ({ file, media }) => {
    const header = getHeader(path.join(CORPUS_DIR, file));
    expect(Math.abs((header.durationMs ?? 0) - (media?.duration ?? 0) * 1000)).toBeLessThanOrEqual(1);
    expect(header.channels).toBe(media?.channels);
    expect(header.sampleRateHz).toBe(media?.sample_rate);
    expect(header.isCutOff || header.isOpenEnded).toBe(false);
  });

  it.each(neverBridged)('knows $file as a recording that was never made', ({ file }) => {
    const filePath = path.join(CORPUS_DIR, file);
    expect(readMediaHeader(filePath, statSync(filePath).size)).toMatchObject({ ok: false, problem: 'empty' });
  });

  it.each(audible)('plays $file with the very samples that sox or ffmpeg hears', async ({ file, media }) => {
    const filePath = path.join(CORPUS_DIR, file);
    const header = getHeader(filePath);
    const playable = await openPlayable(filePath, header, toExpected(filePath));
    const bytes = await collect(playable.read(0, playable.lengthBytes));
    await playable.close();
    expect(playable.mediaType).toBe('audio/wav');
    expect(bytes.length).toBe(playable.lengthBytes);
    const samples = toSamples(bytes.subarray(44));
    const expected = decodeIndependently(filePath, media?.codec ?? '');
    expect(samples.length).toBe(expected.length);
    expect(samples.findIndex((sample, index) => sample !== expected[index])).toBe(-1);
  });

  it('counts the pages of its faxes', () => {
    for (const { file } of truth.files.filter(({ media }) => media?.codec_name === 'tiff')) {
      expect(getHeader(path.join(CORPUS_DIR, file))).toMatchObject({
        container: 'tiff',
        codec: 'none',
        pageCount: 1,
      });
    }
  });
});

function decodeIndependently(filePath: string, codec: string): Int16Array {
  if (codec === 'adpcm_g722') return decodeWithFfmpeg('-f', 'g722', '-i', filePath);
  if (codec.startsWith('pcm_s16le (headerless')) return readSamples(filePath, 0);
  if (codec === 'pcm_s16le') return readSamples(filePath, 44);
  if (codec.startsWith('pcm_alaw')) return decodeWithSox('-t', 'al', '-r', '8000', '-c', '1', filePath);
  if (codec.startsWith('pcm_mulaw')) return decodeWithSox('-t', 'ul', '-r', '8000', '-c', '1', filePath);
  if (codec.startsWith('gsm_ms')) return decodeWithSox('-t', 'wav', filePath);
  return decodeWithSox(filePath);
}
