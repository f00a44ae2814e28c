/**
 * Real telephony audio against sox: every sound file below the folders named on the command line is decoded by our decoders and by sox,
 * sample by sample. `node bench/core-sounds.mjs FOLDER …`, meant for the Debian packages asterisk-core-sounds-en-gsm, -wav and -g722 (unpack them with dpkg-deb -x).
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readMediaHeader } from '../src/main/archive/media/header';
import { openPcmSource } from '../src/main/archive/media/pcm-source';

interface Tally {
  files: number;
  seconds: number;
  equal: number;
  /** Of the files that differ: samples that do, and by how much at most. */
  samplesApart: number;
  mostApart: number;
  mostMsApart: number;
}

const FROM_ALL = ['-V1', '-D'] as const;

/** sox knows no G.722: there ffmpeg is the other side. */
function decodeElsewhere(filePath: string, extension: string): Int16Array {
  const options = { maxBuffer: 1 << 28 };
  const bytes =
    extension === '.g722'
      ? execFileSync('ffmpeg', ['-v', 'error', '-f', 'g722', '-i', filePath, '-f', 's16le', '-'], options)
      : execFileSync('sox', [...FROM_ALL, filePath, '-t', 's16', '-'], options);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}

async function decodeHere(filePath: string): Promise<{ samples: Int16Array; sampleRateHz: number }> {
  const { size: sizeBytes, mtimeMs } = statSync(filePath);
  const reading = readMediaHeader(filePath, sizeBytes);
  if (!reading.ok) throw new Error(`${filePath}: ${reading.detail}`);
  const expected = { sizeBytes, modifiedAtMs: Math.floor(mtimeMs) };
  const source = await openPcmSource(filePath, reading.header, expected);
  const samples = new Int16Array(source.totalFrames * source.channels);
  let at = 0;
  for await (const piece of source.read(0, source.totalFrames)) {
    samples.set(piece, at);
    at += piece.length;
  }
  await source.close();
  return { samples, sampleRateHz: source.sampleRateHz };
}

async function compare(filePath: string, extension: string, tally: Tally): Promise<void> {
  const { samples, sampleRateHz } = await decodeHere(filePath);
  const other = decodeElsewhere(filePath, extension);
  let apart = Math.abs(samples.length - other.length);
  for (let at = 0; at < Math.min(samples.length, other.length); at += 1) {
    const difference = Math.abs((samples[at] ?? 0) - (other[at] ?? 0));
    if (difference > 0) apart += 1;
    tally.mostApart = Math.max(tally.mostApart, difference);
  }
  tally.files += 1;
  tally.seconds += samples.length / sampleRateHz;
  tally.equal += apart === 0 ? 1 : 0;
  tally.samplesApart += apart;
  const msApart = (Math.abs(samples.length - other.length) / sampleRateHz) * 1000;
  tally.mostMsApart = Math.max(tally.mostMsApart, msApart);
}

/** Prints a line for each kind of file. Throws for a file that our decoders refuse. */
export async function compareFolders(folders: readonly string[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const filePath of folders.flatMap(listFiles)) {
    const extension = path.extname(filePath);
    if (!['.gsm', '.wav', '.g722'].includes(extension)) continue;
    const fresh = { files: 0, seconds: 0, equal: 0, samplesApart: 0, mostApart: 0, mostMsApart: 0 };
    const tally = tallies.get(extension) ?? fresh;
    tallies.set(extension, tally);
    await compare(filePath, extension, tally);
  }
  for (const [extension, tally] of tallies) process.stdout.write(`${toLine(extension, tally)}\n`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const child = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(child) : [child];
  });
}

function toLine(extension: string, tally: Tally): string {
  const { files, seconds, equal, samplesApart, mostApart, mostMsApart } = tally;
  return (
    `${extension}: ${String(equal)} of ${String(files)} files equal to the last sample (${seconds.toFixed(1)} s); ` +
    `${String(samplesApart)} samples apart, by ${String(mostApart)} at most; lengths apart by ${mostMsApart.toFixed(1)} ms at most`
  );
}
