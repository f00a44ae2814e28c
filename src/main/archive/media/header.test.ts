// What a file is and how long it sounds, against ffprobe for what sox and ffmpeg write, and by hand for what goes wrong.
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMediaHeader } from './header';
import type { HeaderReading } from './header';
import { LONG_TALK, TALK, ffmpeg, getHeader, makeFolder, probeSeconds, sox } from './sound.test-support';

const SCREEN = ['-f', 'lavfi', '-i', 'testsrc=d=3.3:s=160x120:r=10'];

/** Arguments of ffmpeg after the input, and what the header must say. */
const WRITTEN_BY_FFMPEG: readonly (readonly [name: string, args: readonly string[], want: object])[] = [
  [
    '16.wav',
    [],
    { container: 'wav', codec: 'pcm-s16', channels: 1, sampleRateHz: 8000, totalFrames: 90_880 },
  ],
  ['six.wav', ['-ac', '6'], { container: 'wav', codec: 'pcm-s16', channels: 6 }],
  ['24.wav', ['-c:a', 'pcm_s24le'], { codec: 'pcm-s24' }],
  ['float.wav', ['-c:a', 'pcm_f32le'], { codec: 'pcm-f32' }],
  ['8.wav', ['-c:a', 'pcm_u8'], { codec: 'pcm-u8' }],
  ['a.wav', ['-c:a', 'pcm_alaw'], { codec: 'alaw' }],
  ['mu.wav', ['-c:a', 'pcm_mulaw'], { codec: 'mulaw' }],
  ['rf64.wav', ['-rf64', 'always'], { codec: 'pcm-s16', totalFrames: 90_880, isCutOff: false }],
  [
    'tagged.wav',
    ['-metadata', 'title=abc', '-metadata', 'comment=xyz'],
    { codec: 'pcm-s16', totalFrames: 90_880 },
  ],
  ['mp3.wav', ['-c:a', 'libmp3lame', '-b:a', '32k'], { container: 'wav', codec: 'mp3' }],
  ['g722.wav', ['-ar', '16000', '-c:a', 'g722'], { codec: 'g722', sampleRateHz: 16_000 }],
  ['cbr.mp3', ['-c:a', 'libmp3lame', '-b:a', '32k'], { container: 'mp3', codec: 'mp3', channels: 1 }],
  [
    'bare.mp3',
    ['-c:a', 'libmp3lame', '-b:a', '32k', '-write_xing', '0'],
    { codec: 'mp3', sampleRateHz: 8000 },
  ],
  ['vbr.mp3', ['-c:a', 'libmp3lame', '-q:a', '4'], { codec: 'mp3' }],
  ['stereo.mp3', ['-ar', '44100', '-ac', '2', '-c:a', 'libmp3lame', '-write_id3v1', '1'], { channels: 2 }],
  ['talk.opus', ['-c:a', 'libopus'], { container: 'ogg', codec: 'opus', sampleRateHz: 48_000 }],
  ['talk.ogg', ['-c:a', 'libvorbis'], { container: 'ogg', codec: 'vorbis', sampleRateHz: 8000 }],
  ['talk.spx', ['-c:a', 'libspeex'], { container: 'ogg', codec: 'speex', channels: 1 }],
  ['flac.ogg', ['-c:a', 'flac', '-f', 'ogg'], { container: 'ogg', codec: 'flac', sampleRateHz: 8000 }],
  ['talk.flac', ['-c:a', 'flac'], { container: 'flac', codec: 'flac', channels: 1 }],
  ['talk.m4a', ['-c:a', 'aac'], { container: 'mp4', codec: 'aac', channels: 1, hasVideo: false }],
  ['front.m4a', ['-c:a', 'aac', '-movflags', '+faststart'], { container: 'mp4', codec: 'aac' }],
  [
    'pieces.mp4',
    ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov+default_base_moof'],
    { container: 'mp4' },
  ],
  ['talk.webm', ['-c:a', 'libopus'], { container: 'webm', codec: 'opus', hasVideo: false }],
  ['talk.aiff', [], { container: 'aiff', codec: 'pcm-s16', totalFrames: 90_880, sampleRateHz: 8000 }],
  ['talk.aif', ['-c:a', 'pcm_s16le'], { container: 'aiff-sowt', codec: 'pcm-s16', totalFrames: 90_880 }],
  ['talk.au', ['-c:a', 'pcm_s16be'], { container: 'au', codec: 'pcm-s16', totalFrames: 90_880 }],
];

function read(filePath: string): HeaderReading {
  return readMediaHeader(filePath, statSync(filePath).size);
}

/** A WAV of one channel at 8 kHz, with the parts that a test wants to be wrong. */
function makeWav(parts: { riffSize?: number; chunks?: Buffer; dataSize: number; data: Buffer }): Buffer {
  const format = Buffer.from('666d74201000000001000100401f0000803e000002001000', 'hex');
  const head = Buffer.alloc(12);
  head.write('RIFF');
  head.writeUInt32LE(parts.riffSize ?? 0, 4);
  head.write('WAVE', 8);
  const data = Buffer.alloc(8);
  data.write('data');
  data.writeUInt32LE(parts.dataSize, 4);
  return Buffer.concat([head, format, parts.chunks ?? Buffer.alloc(0), data, parts.data]);
}

function chunk(name: string, body: Buffer, padding: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(name);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(padding)]);
}

function readBytes(name: string, bytes: Buffer): HeaderReading {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, bytes);
  return read(file);
}

describe('a file that ffmpeg wrote', () => {
  it.each(WRITTEN_BY_FFMPEG)(
    '%s is known by its content, and as long as ffprobe says',
    (name, args, want) => {
      const file = path.join(makeFolder(), name);
      ffmpeg('-i', TALK, ...args, file);
      const header = getHeader(file);
      expect(header).toMatchObject(want);
      expect(Math.abs((header.durationMs ?? 0) - probeSeconds(file) * 1000)).toBeLessThanOrEqual(20);
    },
  );

  it('is measured by its frames where its bit rate varies and nothing tells their number', () => {
    const file = path.join(makeFolder(), 'talk.mp3');
    ffmpeg('-i', TALK, '-c:a', 'libmp3lame', '-q:a', '4', '-write_xing', '0', file);
    // ffprobe guesses by the first frame's rate here, and is wrong by half.
    expect(Math.abs((getHeader(file).durationMs ?? 0) - 11_360)).toBeLessThan(250);
  });

  it('is a screen recording where it holds pictures', () => {
    const folder = makeFolder();
    const mp4 = path.join(folder, 'screen.mp4');
    const webm = path.join(folder, 'screen.webm');
    ffmpeg(...SCREEN, '-c:v', 'libx264', mp4);
    ffmpeg(...SCREEN, '-c:v', 'libvpx', '-live', '1', webm);
    expect(getHeader(mp4)).toMatchObject({ codec: 'none', hasVideo: true, durationMs: 3300 });
    // Streamed: no length in front, so it is the time of the last picture and how long that stands.
    expect(getHeader(webm)).toMatchObject({
      codec: 'none',
      hasVideo: true,
      durationMs: 3300,
      isOpenEnded: true,
    });
  });
});

describe('a WAV that is not as it should be', () => {
  const second = Buffer.alloc(16_000, 1);

  it('is read without its RIFF size, which recorders leave at nothing', () => {
    expect(readBytes('x.wav', makeWav({ riffSize: 0, dataSize: 16_000, data: second }))).toMatchObject({
      ok: true,
      header: { durationMs: 1000, dataOffset: 44, isCutOff: false },
    });
  });

  it.each([0, 0xffff_ffff, 0x7fff_f000])(
    'with a data size of %i is a recording that was never closed',
    (dataSize) => {
      expect(readBytes('x.wav', makeWav({ dataSize, data: second }))).toMatchObject({
        ok: true,
        header: { durationMs: 1000, dataBytes: 16_000, isOpenEnded: true, isCutOff: false },
      });
    },
  );

  it('is cut off where it promises more than it holds', () => {
    expect(readBytes('x.wav', makeWav({ dataSize: 32_000, data: second }))).toMatchObject({
      ok: true,
      header: { durationMs: 1000, isCutOff: true },
    });
  });

  it.each([0, 1])('is read past chunks of odd length, with %i bytes of padding', (padding) => {
    const chunks = chunk('LIST', Buffer.alloc(4999, 'x'), padding);
    expect(readBytes('x.wav', makeWav({ chunks, dataSize: 16_000, data: second }))).toMatchObject({
      ok: true,
      header: { durationMs: 1000, dataOffset: 44 + 8 + 4999 + padding },
    });
  });

  it('is empty where it is a bare header, and cut off where its sound should have begun', () => {
    expect(readBytes('x.wav', makeWav({ dataSize: 0, data: Buffer.alloc(0) }))).toMatchObject({
      problem: 'empty',
    });
    expect(readBytes('x.wav', makeWav({ dataSize: 500, data: Buffer.alloc(0) }))).toMatchObject({
      problem: 'cut-off',
    });
    expect(readBytes('x.wav', makeWav({ dataSize: 0, data: second }).subarray(0, 30))).toMatchObject({
      problem: 'cut-off',
    });
  });

  it('of a codec that nobody here knows still has its length', () => {
    const bytes = makeWav({ dataSize: 16_000, data: second });
    bytes.writeUInt16LE(0x1234, 20);
    expect(readBytes('x.wav', bytes)).toMatchObject({
      ok: true,
      header: { codec: 'unknown', durationMs: 1000 },
    });
  });
});

describe('a file under a misleading name', () => {
  it('is what its content says', () => {
    const folder = makeFolder();
    for (const name of ['talk.ulaw', 'talk.mp3', 'talk', 'talk.gsm']) {
      copyFileSync(TALK, path.join(folder, name));
      expect(getHeader(path.join(folder, name))).toMatchObject({ container: 'wav', codec: 'pcm-s16' });
    }
  });

  it('is no recording where the content is none', () => {
    expect(readBytes('x.wav', Buffer.from('Dear Sir or Madam, '.repeat(1000)))).toMatchObject({
      problem: 'not-media',
    });
    expect(readBytes('x.gsm', Buffer.from('Dear Sir or Madam, '.repeat(1000)))).toMatchObject({
      problem: 'not-media',
    });
    expect(readBytes('x.mp3', Buffer.alloc(10_000, 0xff))).toMatchObject({ problem: 'not-media' });
    expect(readBytes('x.mp3', Buffer.alloc(10_000))).toMatchObject({ problem: 'not-media' });
  });

  it('is µ-law by its name though silence looks like the beginning of MP3', () => {
    expect(readBytes('x.ulaw', Buffer.alloc(8000, 0xff))).toMatchObject({
      ok: true,
      header: { codec: 'mulaw', durationMs: 1000 },
    });
  });

  it('is found as MP3 behind rubbish and tags', () => {
    const folder = makeFolder();
    const mp3 = path.join(folder, 'talk.mp3');
    ffmpeg('-i', TALK, '-c:a', 'libmp3lame', '-b:a', '32k', '-id3v2_version', '0', mp3);
    const frames = readFileSync(mp3);
    const picture = Buffer.alloc(300_010);
    picture.write('ID3\x03');
    // 300,000 in seven bits a byte.
    picture.set([0, 18, 39, 96], 6);
    const whole = getHeader(mp3).durationMs;
    for (const front of [Buffer.from('rubbish'), picture]) {
      expect(readBytes('x.mp3', Buffer.concat([front, frames]))).toMatchObject({
        ok: true,
        header: { codec: 'mp3', durationMs: whole, dataOffset: front.length },
      });
    }
  });
});

describe('a recording that stopped too early', () => {
  it.each([
    ['talk.opus', ['-c:a', 'libopus']],
    ['talk.mp3', ['-c:a', 'libmp3lame', '-b:a', '32k']],
    ['talk.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
  ])('%s is known as cut off', (name, args) => {
    const folder = makeFolder();
    const file = path.join(folder, name);
    ffmpeg('-i', LONG_TALK, ...args, file);
    const bytes = readFileSync(file);
    const reading = readBytes(name, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    expect(reading).toMatchObject({ ok: true, header: { isCutOff: true } });
  });

  it('is a problem, not an exception, where nothing is left or nothing is there', () => {
    expect(readBytes('x.alaw', Buffer.alloc(0))).toMatchObject({ ok: false, problem: 'empty' });
    expect(readMediaHeader(path.join(makeFolder(), 'gone.wav'), 1000)).toMatchObject({
      problem: 'unreadable',
    });
    expect(readMediaHeader(makeFolder(), 4096)).toMatchObject({ ok: false, problem: 'unreadable' });
  });
});

describe('raw sound of the extension .raw', () => {
  function readRaw(make: (file: string) => void): number {
    const file = path.join(makeFolder(), 'x.raw');
    make(file);
    return getHeader(file).channels;
  }
  const two = (first: string, second: string) =>
    readRaw((file) => sox('-M', first, second, '-t', 's16', file));

  it('has two channels where two people talk, also over each other or in one ear of both', () => {
    const quiet = path.join(makeFolder(), 'quiet.wav');
    sox('-n', '-r', '8000', '-b', '16', quiet, 'trim', '0', '12');
    expect(two(TALK, LONG_TALK)).toBe(2);
    expect(two(LONG_TALK, TALK)).toBe(2);
    expect(two(TALK, TALK)).toBe(2);
    expect(two(TALK, quiet)).toBe(2);
  });

  it.each(['sine 2000', 'sine 440', 'sine 3999', 'square 2000', 'whitenoise', 'pinknoise', 'sine 300-3800'])(
    'has one channel for %s',
    (sound) => {
      const one = readRaw((file) =>
        sox('-n', '-r', '8000', '-b', '16', '-t', 's16', file, 'synth', '4', ...sound.split(' ')),
      );
      expect(one).toBe(1);
    },
  );

  it('has one channel for one person, and for silence', () => {
    expect(readRaw((file) => sox(TALK, '-t', 's16', file))).toBe(1);
    expect(readRaw((file) => writeFileSync(file, Buffer.alloc(64_000)))).toBe(1);
  });
});
