// IMA ADPCM as WAV holds it (tag 0x0011): each block begins with a whole sample of every channel.
// Source: IMA Recommended Practices 3.00; layout as in Microsoft's multimedia standards update of 1994.
import { StandaloneBlocks } from './standalone-blocks';

const MAX_INDEX = 88;
// prettier-ignore
const STEPS = Int32Array.of(
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88,
  97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658,
  724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660,
  4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818,
  18500, 20350, 22385, 24623, 27086, 29794, 32767,
);
const INDEX_MOVES = Int32Array.of(-1, -1, -1, -1, 2, 4, 6, 8);

export class ImaAdpcmDecoder extends StandaloneBlocks {
  protected decodeBlock(block: Uint8Array, target: Int16Array, firstFrame: number): number {
    const { channels } = this;
    const headBytes = 4 * channels;
    if (block.length < headBytes) return 0;
    // Groups of 8 samples: 4 bytes of the first channel, 4 of the second, and so on.
    const groups = Math.floor((block.length - headBytes) / headBytes);
    for (let channel = 0; channel < channels; channel += 1) {
      const head = channel * 4;
      let predictor = ((block[head]! | (block[head + 1]! << 8)) << 16) >> 16;
      let index = Math.min(MAX_INDEX, block[head + 2]!);
      let out = firstFrame * channels + channel;
      target[out] = predictor;
      for (let group = 0; group < groups; group += 1) {
        const bytes = headBytes + group * headBytes + head;
        for (let nibble = 0; nibble < 8; nibble += 1) {
          const code = (block[bytes + (nibble >> 1)]! >> ((nibble & 1) << 2)) & 15;
          const step = STEPS[index]!;
          const difference = ((2 * (code & 7) + 1) * step) >> 3;
          const moved = (code & 8) === 0 ? predictor + difference : predictor - difference;
          predictor = moved > 32_767 ? 32_767 : moved < -32_768 ? -32_768 : moved;
          const movedIndex = index + INDEX_MOVES[code & 7]!;
          index = movedIndex < 0 ? 0 : movedIndex > MAX_INDEX ? MAX_INDEX : movedIndex;
          out += channels;
          target[out] = predictor;
        }
      }
    }
    return 1 + groups * 8;
  }
}
