/** Goals 9 and 14: the wave, the decoding and the hash of one hour, against ffmpeg, sox and openssl; how long a turn of decoding takes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Bench } from '../bench';
import type { MediaHeader } from '../../src/main/archive/media/header';
import { readMediaHeader } from '../../src/main/archive/media/header';
import { measureSoundOfFile } from '../../src/main/archive/media/peaks';
import type * as PcmSource from '../../src/main/archive/media/pcm-source';
import { openPcmSource } from '../../src/main/archive/media/pcm-source';
import { buildModule } from '../data/scans';
import type { Outcome } from '../result';
import { atMost, within } from '../result';
import { inTurn, toTimes } from '../timed';

const HOUR_SEC = 3600;
const ROUNDS = 5;

interface Sound {
  readonly what: string;
  readonly file: string;
  /** What ffmpeg makes it of, after the noise. */
  readonly make: readonly string[];
  readonly times: number;
}

const SOUNDS: readonly Sound[] = [
  {
    what: 'µ-law mono',
    file: 'ulaw.wav',
    make: ['-ar', '8000', '-ac', '1', '-c:a', 'pcm_mulaw'],
    times: 0.1,
  },
  {
    what: 'PCM stereo, 8 kHz',
    file: 'stereo.wav',
    make: ['-ar', '8000', '-ac', '2', '-c:a', 'pcm_s16le'],
    times: 0.1,
  },
  {
    what: 'PCM stereo, 16 kHz',
    file: 'wide.wav',
    make: ['-ar', '16000', '-ac', '2', '-c:a', 'pcm_s16le'],
    times: 0.1,
  },
];

/** The codecs that take longest to decode. */
const TURNS: readonly (readonly [what: string, file: string, make: readonly string[]])[] = [
  ['G.722', 'five.g722', ['-t', '300', '-ac', '1', '-ar', '16000', '-c:a', 'g722', '-f', 'g722']],
  ['G.726', 'five.wav', ['-t', '300', '-ac', '1', '-ar', '8000', '-c:a', 'g726', '-b:a', '32k']],
];

export async function measureSound(bench: Bench): Promise<Outcome[]> {
  const dir = path.join(bench.dir, 'sound');
  mkdirSync(dir, { recursive: true });
  try {
    for (const { file, make } of SOUNDS)
      ffmpeg(['-f', 'lavfi', '-i', `anoisesrc=d=${HOUR_SEC}:a=0.5:r=16000`, ...make, path.join(dir, file)]);
    execFileSync('sox', [path.join(dir, 'ulaw.wav'), '-e', 'gsm-full-rate', path.join(dir, 'gsm.wav')]);
    for (const [, file, make] of TURNS)
      ffmpeg(['-i', path.join(dir, 'wide.wav'), ...make, path.join(dir, file)]);
  } catch (error) {
    return [{ line: 9, what: 'waves, decoding, hashes', absent: String(error).split('\n')[0] ?? '' }];
  }
  const outcomes: Outcome[] = [];
  for (const sound of SOUNDS) outcomes.push(...(await measureWave(dir, sound)));
  outcomes.push(...(await measureGsm(dir, path.join(dir, 'gsm.wav'))));
  outcomes.push(...(await measureHash(path.join(dir, 'wide.wav'))));
  for (const [what, file] of TURNS) outcomes.push(await measureTurns(what, path.join(dir, file)));
  return outcomes;
}

function getHeader(filePath: string, sizeBytes: number): MediaHeader {
  const reading = readMediaHeader(filePath, sizeBytes);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.header;
}

function ffmpeg(args: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: 'ignore' });
}

async function measureWave(dir: string, { what, file, times }: Sound): Promise<Outcome[]> {
  const filePath = path.join(dir, file);
  const { size, mtimeMs } = statSync(filePath);
  const header = getHeader(filePath, size);
  const picture = path.join(dir, 'wave.png');
  const [ours, other] = await inTurn(
    [
      () => measureSoundOfFile(filePath, header, { sizeBytes: size, modifiedAtMs: mtimeMs }),
      () => ffmpeg(['-i', filePath, '-filter_complex', 'showwavespic=s=2000x200', '-frames:v', '1', picture]),
    ],
    ROUNDS,
  );
  if (!ours || !other) return [];
  return [
    atMost(
      { line: 9, what: `wave of one hour, ${what}, against ffmpeg showwavespic` },
      ours.p50,
      other.p50,
      times,
    ),
  ];
}

async function measureGsm(dir: string, filePath: string): Promise<Outcome[]> {
  const modulePath = await buildModule(dir, 'src/main/archive/media/pcm-source.ts', 'pcm-source.cjs');
  const bundled = createRequire(import.meta.url)(modulePath) as typeof PcmSource;
  const { size, mtimeMs } = statSync(filePath);
  const header = getHeader(filePath, size);
  const decode = async (): Promise<void> => {
    const source = await bundled.openPcmSource(filePath, header, { sizeBytes: size, modifiedAtMs: mtimeMs });
    let samples = 0;
    for await (const part of source.read(0, source.totalFrames)) samples += part.length;
    await source.close();
    if (samples < HOUR_SEC * 7_900) throw new Error('The hour was not decoded whole.');
  };
  const [ours, sox, own] = await inTurn(
    [
      decode,
      () => execFileSync('sox', [filePath, '-t', 'raw', '-n', 'stat'], { stdio: 'ignore' }),
      () => ffmpeg(['-i', filePath, '-f', 'null', '-']),
    ],
    ROUNDS,
  );
  if (!ours || !sox || !own) return [];
  return [
    atMost({ line: 9, what: 'GSM 6.10 decoding of one hour, against ffmpeg' }, ours.p50, own.p50, 1),
    atMost({ line: 9, what: 'GSM 6.10 decoding of one hour, against sox (libgsm)' }, ours.p50, sox.p50, 1),
  ];
}

/** Decoding for a player is done in the main thread, turn by turn. */
async function measureTurns(codec: string, filePath: string): Promise<Outcome> {
  const { size, mtimeMs } = statSync(filePath);
  const source = await openPcmSource(filePath, getHeader(filePath, size), {
    sizeBytes: size,
    modifiedAtMs: mtimeMs,
  });
  const turns: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    let began = performance.now();
    for await (const part of source.read(0, source.totalFrames)) {
      const ended = performance.now();
      if (round >= 0 && part.length > 0) turns.push(ended - began);
      began = performance.now();
    }
  }
  await source.close();
  const { p50, p99 } = toTimes(turns);
  return within(
    { line: 14, what: `main thread while ${codec} is decoded for a player: a turn`, p99 },
    p50,
    16,
  );
}

/** Part by part, as openssl does and nobody keeps hundreds of megabytes for. */
function hashFile(filePath: string): string {
  const hash = createHash('sha256');
  const part = Buffer.alloc(2 ** 18);
  const file = openSync(filePath, 'r');
  try {
    for (let got = readSync(file, part); got > 0; got = readSync(file, part))
      hash.update(part.subarray(0, got));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

async function measureHash(filePath: string): Promise<Outcome[]> {
  const [ours, openssl] = await inTurn(
    [() => hashFile(filePath), () => execFileSync('openssl', ['dgst', '-sha256', filePath])],
    ROUNDS,
  );
  if (!ours || !openssl) return [];
  return [atMost({ line: 9, what: 'SHA-256 of one hour, against openssl' }, ours.p50, openssl.p50, 1)];
}
