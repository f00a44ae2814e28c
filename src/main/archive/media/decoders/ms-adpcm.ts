// Microsoft ADPCM (WAV tag 0x0002). Every block begins with two whole samples of every channel.
// Source: Microsoft's multimedia standards update of 1994. Only its seven standard pairs of coefficients are known to
// occur; a block that names another is silent.
import { StandaloneBlocks } from './standalone-blocks';

const COEFFICIENTS_1 = Int32Array.of(256, 512, 0, 192, 240, 460, 392);
const COEFFICIENTS_2 = Int32Array.of(0, -256, 0, 64, 0, -208, -232);
const ADAPTATION = Int32Array.of(
  230,
  230,
  230,
  230,
  307,
  409,
  512,
  614,
  768,
  614,
  512,
  409,
  307,
  230,
  230,
  230,
);
const MIN_DELTA = 16;
/** Beyond this the next adaptation would overflow 32 bits; only a broken file gets here. */
const MAX_DELTA = Math.floor(0x7fff_ffff / 768);

export class MsAdpcmDecoder extends StandaloneBlocks {
  private readonly coefficient1: Int32Array;
  private readonly coefficient2: Int32Array;
  private readonly delta: Int32Array;
  private readonly newer: Int32Array;
  private readonly older: Int32Array;

  constructor(channels: number, blockAlign: number) {
    super(channels, blockAlign);
    this.coefficient1 = new Int32Array(channels);
    this.coefficient2 = new Int32Array(channels);
    this.delta = new Int32Array(channels);
    this.newer = new Int32Array(channels);
    this.older = new Int32Array(channels);
  }

  protected decodeBlock(block: Uint8Array, target: Int16Array, firstFrame: number): number {
    const { channels } = this;
    const headBytes = 7 * channels;
    if (block.length < headBytes) return 0;
    const frames = 2 + Math.floor(((block.length - headBytes) * 2) / channels);
    const start = firstFrame * channels;
    if (!this.readHead(block)) {
      target.fill(0, start, start + frames * channels);
      return frames;
    }
    for (let channel = 0; channel < channels; channel += 1) {
      target[start + channel] = this.older[channel]!;
      target[start + channels + channel] = this.newer[channel]!;
    }
    // A nibble a sample, high nibble first, channels in turn.
    for (let sample = 2 * channels; sample < frames * channels; sample += 1) {
      const nibbleAt = sample - 2 * channels;
      const byte = block[headBytes + (nibbleAt >> 1)]!;
      target[start + sample] = this.decodeNibble(
        (nibbleAt & 1) === 0 ? byte >> 4 : byte & 15,
        sample % channels,
      );
    }
    return frames;
  }

  /** Head of a block: predictor of every channel, then delta of every channel, newer sample, older sample. */
  private readHead(block: Uint8Array): boolean {
    const { channels } = this;
    for (let channel = 0; channel < channels; channel += 1) {
      const predictor = block[channel]!;
      if (predictor >= COEFFICIENTS_1.length) return false;
      this.coefficient1[channel] = COEFFICIENTS_1[predictor]!;
      this.coefficient2[channel] = COEFFICIENTS_2[predictor]!;
      this.delta[channel] = readInt16(block, channels + 2 * channel);
      this.newer[channel] = readInt16(block, 3 * channels + 2 * channel);
      this.older[channel] = readInt16(block, 5 * channels + 2 * channel);
    }
    return true;
  }

  private decodeNibble(code: number, channel: number): number {
    const { delta, newer, older } = this;
    const weighed =
      newer[channel]! * this.coefficient1[channel]! + older[channel]! * this.coefficient2[channel]!;
    const signed = code < 8 ? code : code - 16;
    const value = Math.trunc(weighed / 256) + signed * delta[channel]!;
    const sample = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value;
    const adapted = (ADAPTATION[code]! * delta[channel]!) >> 8;
    delta[channel] = adapted < MIN_DELTA ? MIN_DELTA : adapted > MAX_DELTA ? MAX_DELTA : adapted;
    older[channel] = newer[channel]!;
    newer[channel] = sample;
    return sample;
  }
}

function readInt16(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! | (bytes[at + 1]! << 8)) << 16) >> 16;
}
