import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byte-source';
import { toPcmSource } from './pcm-source';
import type { PcmSource } from './pcm-source';
import { LONG_TALK, ffmpeg, getHeader, makeFolder, sox } from './sound.test-support';

/** A drive on which every question takes long: what counts is how often it is asked. */
class DistantBytes implements ByteSource {
  readonly sizeBytes: number;
  asked = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.sizeBytes = bytes.length;
  }

  readInto(target: Uint8Array, offset: number): Promise<void> {
    this.asked += 1;
    target.set(this.bytes.subarray(offset, offset + target.length));
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Eight minutes of talk. */
function openDistant(name: string): { drive: DistantBytes; source: PcmSource } {
  const file = path.join(makeFolder(), name);
  const plain = path.join(makeFolder(), 'plain.wav');
  sox(LONG_TALK, plain, 'repeat', '20');
  if (name.endsWith('.WAV')) sox(plain, '-e', 'gsm', file);
  else ffmpeg('-i', plain, '-ar', '16000', '-c:a', 'g722', file);
  const header = getHeader(file);
  const drive = new DistantBytes(readFileSync(file));
  return { drive, source: toPcmSource(drive, header, header.totalFrames ?? 0) };
}

describe('sound on a distant drive', () => {
  it.each(['talk.WAV', 'talk.g722'])('begins after one question, also in the middle: %s', async (name) => {
    const { drive, source } = openDistant(name);
    for (const place of [0, 0.7, 0.3, 0.9]) {
      drive.asked = 0;
      const sound = source.read(Math.floor(source.totalFrames * place), source.totalFrames);
      expect((await sound.next()).value?.length).toBeGreaterThan(1000);
      await sound.return();
      expect(drive.asked).toBe(1);
    }
  });

  it.each(['talk.WAV', 'talk.g722'])('is asked for in parts of 32 KiB: %s', async (name) => {
    const { drive, source } = openDistant(name);
    let samples = 0;
    for await (const part of source.read(0, source.totalFrames)) samples += part.length;
    expect(samples).toBe(source.totalFrames);
    // A part ends where a window does, so a little is left over in each.
    expect(drive.asked).toBeLessThanOrEqual(Math.ceil(drive.sizeBytes / 24_000));
  });
});
