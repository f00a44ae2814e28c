// Makes real files for tests with the programs that archives are made with: sox, ffmpeg, and what a real Asterisk wrote.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { readMediaHeader } from './header';
import type { MediaHeader } from './header';
import type { ExpectedFile } from './pinned-file';

export const CORPUS_DIR = fileURLToPath(new URL('../../../../e2e/archive/asterisk-22', import.meta.url));
const MONITOR_DIR = path.join(CORPUS_DIR, 'var/spool/asterisk/monitor/2026/11/22');

/** Eleven seconds and twenty-three seconds of two people talking, 8 kHz. */
export const TALK = path.join(MONITOR_DIR, 'internal-102-101-20261122-010430-1795305870.0.wav');
export const LONG_TALK = path.join(
  MONITOR_DIR,
  'external-201-+493012345678-20261122-010435-1795305875.18.wav',
);

/** A folder that is gone when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearback-media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Without dither, so that results are the same bits every time. */
export function sox(...args: readonly string[]): void {
  execFileSync('sox', ['-V1', '-D', ...args]);
}

export function ffmpeg(...args: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
}

/** What sox makes of a file, as 16-bit samples. `input` are the arguments that name it. */
export function decodeWithSox(...input: readonly string[]): Int16Array {
  return toSamples(execFileSync('sox', ['-V1', '-D', ...input, '-t', 's16', '-'], { maxBuffer: 1 << 28 }));
}

export function decodeWithFfmpeg(...input: readonly string[]): Int16Array {
  return toSamples(
    execFileSync('ffmpeg', ['-v', 'error', ...input, '-f', 's16le', '-'], { maxBuffer: 1 << 28 }),
  );
}

/** Length as ffprobe sees it. */
export function probeSeconds(filePath: string): number {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', filePath];
  return Number(execFileSync('ffprobe', args, { encoding: 'utf8' }));
}

/** The header of a file that must have one. */
export function getHeader(filePath: string): MediaHeader {
  const reading = readMediaHeader(filePath, statSync(filePath).size);
  if (!reading.ok) throw new Error(`${filePath}: ${reading.problem}: ${reading.detail}`);
  return reading.header;
}

/** What a scan would have noted of the file. */
export function toExpected(filePath: string): ExpectedFile {
  const { size, mtimeMs } = statSync(filePath);
  return { sizeBytes: size, modifiedAtMs: Math.floor(mtimeMs) };
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

export function toSamples(bytes: Buffer): Int16Array {
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}

/** Samples of the file's sound, as it lies on disk. */
export function readSamples(filePath: string, offset: number): Int16Array {
  return toSamples(readFileSync(filePath).subarray(offset));
}

/** Small, seeded and good enough: the same bytes at every run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomBytes(length: number, seed: number): Buffer {
  const random = createRandom(seed);
  return Buffer.from(Uint8Array.from({ length }, () => Math.floor(random() * 256)));
}

/** A WAV file around these bytes, whatever they sound like. */
export function toWavFile(
  format: 'pcm' | 'alaw' | 'mulaw',
  channels: number,
  sampleRateHz: number,
  bytes: Uint8Array,
): Buffer {
  const frameBytes = channels * (format === 'pcm' ? 2 : 1);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + bytes.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE({ pcm: 1, alaw: 6, mulaw: 7 }[format], 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(sampleRateHz, 24);
  head.writeUInt32LE(sampleRateHz * frameBytes, 28);
  head.writeUInt16LE(frameBytes, 32);
  head.writeUInt16LE((frameBytes / channels) * 8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(bytes.length, 40);
  return Buffer.concat([head, bytes]);
}
