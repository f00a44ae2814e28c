// Thousands of damaged files: whatever is in them, a header is read or refused, a recording plays or says why not, quickly
// and in little memory. Seeds are fixed; a failure names the file and the damage.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamageWatch, toTurns } from '../damage-watch.test-support';
import { readMediaHeader } from './header';
import { MediaProblem } from './media-problem';
import { openPlayable } from './playable';
import { TALK, createRandom, ffmpeg, makeFolder, randomBytes, sox, toExpected } from './sound.test-support';

/** Of each format. */
const TURNS = toTurns(400);

/** A small file of each format, by name. */
function makeSeeds(folder: string): ReadonlyMap<string, Buffer> {
  const short = path.join(folder, 'short.wav');
  sox(TALK, short, 'trim', '2', '1.2');
  const screen = ['-f', 'lavfi', '-i', 'testsrc=d=0.5:s=32x32:r=5'];
  const writers: Readonly<Record<string, (file: string) => void>> = {
    'a.wav': (file) => sox(short, file),
    'gsm.WAV': (file) => sox(short, '-e', 'gsm', file),
    'ima.wav': (file) => ffmpeg('-i', short, '-c:a', 'adpcm_ima_wav', file),
    'ms.wav': (file) => sox(short, '-e', 'ms-adpcm', file),
    'g726.wav': (file) => ffmpeg('-i', short, '-c:a', 'g726', '-b:a', '32k', file),
    'rf64.wav': (file) => ffmpeg('-i', short, '-rf64', 'always', file),
    'mp3.wav': (file) => ffmpeg('-i', short, '-c:a', 'libmp3lame', file),
    'a.gsm': (file) => sox(short, file),
    'a.g722': (file) => ffmpeg('-i', short, '-ar', '16000', '-c:a', 'g722', file),
    'a.ulaw': (file) => sox(short, '-t', 'ul', file),
    'a.raw': (file) => sox(short, '-t', 's16', file),
    'a.vox': (file) => sox(short, file),
    'a.mp3': (file) => ffmpeg('-i', short, '-c:a', 'libmp3lame', file),
    'vbr.mp3': (file) => ffmpeg('-i', short, '-c:a', 'libmp3lame', '-q:a', '4', '-write_xing', '0', file),
    'a.opus': (file) => ffmpeg('-i', short, '-c:a', 'libopus', file),
    'a.ogg': (file) => ffmpeg('-i', short, '-c:a', 'libvorbis', file),
    'a.flac': (file) => sox(short, file),
    'a.m4a': (file) => ffmpeg('-i', short, '-c:a', 'aac', file),
    'pieces.mp4': (file) => ffmpeg('-i', short, '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov', file),
    'a.aac': (file) => ffmpeg('-i', short, '-c:a', 'aac', file),
    'a.webm': (file) => ffmpeg(...screen, '-i', short, '-c:v', 'libvpx', '-c:a', 'libopus', file),
    'live.webm': (file) => ffmpeg(...screen, '-c:v', 'libvpx', '-live', '1', file),
    'a.au': (file) => sox(short, file),
    'a.aiff': (file) => sox(short, file),
    'a.tif': (file) => ffmpeg(...screen, '-frames:v', '1', file),
  };
  return new Map(
    Object.entries(writers).map(([name, write]) => {
      const file = path.join(folder, name);
      write(file);
      return [name, readFileSync(file)];
    }),
  );
}

const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x52, 0x4f];

/** Damage as disks, cables and people do it: bytes flipped, fields at their limits, ends missing, pieces twice. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const pick = (limit: number): number => Math.floor(random() * limit);
  // Most of the damage goes where the header is.
  const place = (): number => (random() < 0.7 ? pick(Math.min(bytes.length, 120)) : pick(bytes.length));
  const copy = Buffer.from(bytes);
  switch (pick(6)) {
    case 0:
      for (let times = 1 + pick(8); times > 0; times -= 1) copy[place()] = pick(256);
      return copy;
    case 1: {
      const at = place();
      copy.fill(NASTY[pick(NASTY.length)] ?? 0, at, Math.min(copy.length, at + 1 + pick(8)));
      return copy;
    }
    case 2:
      return copy.subarray(0, place());
    case 3: {
      const at = place();
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - pick(64)))]);
    }
    case 4: {
      const at = place();
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + pick(64))]);
    }
    default:
      copy.writeUInt32LE(
        [0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0, 1][pick(5)] ?? 0,
        Math.min(place(), copy.length - 4),
      );
      return copy;
  }
}

/** Opens and reads beginning, middle and end, as a player would. */
async function playSome(file: string): Promise<string> {
  const reading = readMediaHeader(file, toExpected(file).sizeBytes);
  if (!reading.ok) return reading.problem;
  const { header } = reading;
  expect(header.durationMs === null || (Number.isFinite(header.durationMs) && header.durationMs >= 0)).toBe(
    true,
  );
  expect(header.dataOffset + header.dataBytes).toBeLessThanOrEqual(toExpected(file).sizeBytes);
  try {
    const playable = await openPlayable(file, header, toExpected(file));
    const { lengthBytes } = playable;
    for (const start of [0, Math.floor(lengthBytes / 2), lengthBytes - 1000]) {
      const wanted = Math.min(lengthBytes, start + 1000) - Math.max(0, start);
      let got = 0;
      for await (const chunk of playable.read(start, start + 1000)) got += chunk.length;
      expect(got).toBe(wanted);
    }
    await playable.close();
    return 'played';
  } catch (error) {
    if (error instanceof MediaProblem) return error.reason;
    throw error;
  }
}

describe('a damaged file', () => {
  it(
    'never throws, hangs or eats memory, in ten thousand kinds of damage',
    { timeout: 120_000 + TURNS * 100 },
    async () => {
      const folder = makeFolder();
      const random = createRandom(20_261_122);
      const outcomes = new Map<string, number>();
      for (const [name, bytes] of makeSeeds(folder)) {
        const watch = new DamageWatch(name);
        const file = path.join(folder, `damaged-${name}`);
        for (let turn = 0; turn < TURNS; turn += 1) {
          const damaged = damage(bytes, random);
          writeFileSync(file, damaged);
          watch.begin();
          const outcome = await playSome(file).catch((error: unknown) => {
            throw new Error(`${name}, turn ${turn}: ${damaged.toString('base64').slice(0, 400)}`, {
              cause: error,
            });
          });
          watch.note();
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        watch.end();
      }
      // The damage is of all kinds: much still plays, and every kind of refusal but the emptiest occurs.
      for (const outcome of ['played', 'not-media', 'cut-off', 'unreadable', 'unsupported']) {
        expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(5);
      }
    },
  );

  it('of random bytes under any name is read or refused', async () => {
    const folder = makeFolder();
    for (const [index, extension] of [
      'wav',
      'mp3',
      'gsm',
      'raw',
      'g722',
      'ulaw',
      'ogg',
      'webm',
      'tif',
      '',
    ].entries()) {
      for (let turn = 0; turn < 30; turn += 1) {
        const file = path.join(folder, `random.${extension}`);
        writeFileSync(file, randomBytes(1 + turn * 331, index * 100 + turn));
        await playSome(file);
      }
    }
  });

  it('that refers to itself again and again is left in time', () => {
    const folder = makeFolder();
    // Boxes, elements and directories as small as they can be, by the million.
    const boxes = Buffer.alloc(4_000_000);
    for (let at = 0; at < boxes.length; at += 8) boxes.write('\0\0\0\x08moof', at, 'latin1');
    boxes.write('\0\0\0\x08ftyp', 0, 'latin1');
    const elements = Buffer.alloc(4_000_000);
    for (let at = 0; at < elements.length; at += 2) elements.writeUInt16BE(0xec80, at);
    elements.write('1a45dfa38018538067ff1f43b675ff', 0, 'hex');
    const pages = Buffer.alloc(1_000_000);
    pages.write('49492a0008000000', 0, 'hex');
    for (let at = 8; at + 6 < pages.length; at += 6) pages.writeUInt32LE(at + 6, at + 2);
    const files = {
      'a.mp4': boxes,
      'a.webm': elements,
      'a.tif': pages,
      'a.mp3': Buffer.alloc(8_000_000, 0xff),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      const watch = new DamageWatch(`endless ${name}`);
      watch.begin();
      readMediaHeader(file, bytes.length);
      watch.note();
      watch.end();
    }
  });
});
