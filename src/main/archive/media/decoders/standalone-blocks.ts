/** What the two ADPCMs of WAV have in common: every block stands alone, so nothing carries over and any block may be first. */
import type { Decoder } from './decoder';

export abstract class StandaloneBlocks implements Decoder {
  readonly state = new Int32Array(0);

  constructor(
    protected readonly channels: number,
    private readonly blockAlign: number,
  ) {}

  reset(): void {
    // Every block stands alone.
  }

  disturb(): void {
    // Every block stands alone.
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    let frames = 0;
    for (let at = 0; at < encoded.length; at += this.blockAlign) {
      frames += this.decodeBlock(encoded.subarray(at, at + this.blockAlign), target, frames);
    }
    return frames;
  }

  /** Writes the samples of one block from `firstFrame` on; returns the frames written. The last block may be short. */
  protected abstract decodeBlock(block: Uint8Array, target: Int16Array, firstFrame: number): number;
}
