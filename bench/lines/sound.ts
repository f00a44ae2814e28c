/** Goal 9: the wave, the decoding and the hash of one hour, against ffmpeg, sox and openssl. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench';
import type { MediaHeader } from '../../src/main/archive/media/header';
import { readMediaHeader } from '../../src/main/archive/media/header';
import { measureSoundOfFile } from '../../src/main/archive/media/peaks';
import { openPcmSource } from '../../src/main/archive/media/pcm-source';
import type { Outcome } from '../result';
import { atMost } from '../result';
import { inTurn } from '../timed';

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

export async function measureSound(bench: Bench): Promise<Outcome[]> {
  const dir = path.join(bench.dir, 'sound');
  mkdirSync(dir, { recursive: true });
  try {
    for (const { file, make } of SOUNDS)
      ffmpeg(['-f', 'lavfi', '-i', `anoisesrc=d=${HOUR_SEC}:a=0.5:r=16000`, ...make, path.join(dir, file)]);
    execFileSync('sox', [path.join(dir, 'ulaw.wav'), '-e', 'gsm-full-rate', path.join(dir, 'gsm.wav')]);
  } catch (error) {
    return [{ line: 9, what: 'waves, decoding, hashes', absent: String(error).split('\n')[0] ?? '' }];
  }
  const outcomes: Outcome[] = [];
  for (const sound of SOUNDS) outcomes.push(...(await measureWave(dir, sound)));
  outcomes.push(...(await measureGsm(path.join(dir, 'gsm.wav'))));
  outcomes.push(...(await measureHash(path.join(dir, 'wide.wav'))));
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

async function measureGsm(filePath: string): Promise<Outcome[]> {
  const { size, mtimeMs } = statSync(filePath);
  const header = getHeader(filePath, size);
  const decode = async (): Promise<void> => {
    const source = await openPcmSource(filePath, header, { sizeBytes: size, modifiedAtMs: mtimeMs });
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

async function measureHash(filePath: string): Promise<Outcome[]> {
  const [ours, openssl] = await inTurn(
    [
      () => createHash('sha256').update(readFileSync(filePath)).digest('hex'),
      () => execFileSync('openssl', ['dgst', '-sha256', filePath]),
    ],
    ROUNDS,
  );
  if (!ours || !openssl) return [];
  return [atMost({ line: 9, what: 'SHA-256 of one hour, against openssl' }, ours.p50, openssl.p50, 1)];
}
