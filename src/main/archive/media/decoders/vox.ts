// Dialogic (OKI) ADPCM, the headerless .vox: 4 bits a sample, high nibble first, 12 bits of signal.
// Source: Dialogic's application note 1366, "Dialogic ADPCM Algorithm" (1988).
import type { Decoder } from './decoder';

const MAX_INDEX = 48;
// prettier-ignore
const STEPS = Int32Array.of(
  16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143, 157,
  173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166,
  1282, 1411, 1552,
);
const INDEX_MOVES = Int32Array.of(-1, -1, -1, -1, 2, 4, 6, 8);
const SIGNAL = 0;
const INDEX = 1;

export class VoxDecoder implements Decoder {
  readonly state = new Int32Array(2);

  reset(): void {
    this.state.fill(0);
  }

  disturb(): void {
    this.state[SIGNAL] = 900;
    this.state[INDEX] = 30;
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    let signal = this.state[SIGNAL]!;
    let index = this.state[INDEX]!;
    for (let sample = 0; sample < encoded.length * 2; sample += 1) {
      const byte = encoded[sample >> 1]!;
      const code = (sample & 1) === 0 ? byte >> 4 : byte & 15;
      const difference = (STEPS[index]! * (2 * (code & 7) + 1)) >> 3;
      const moved = (code & 8) === 0 ? signal + difference : signal - difference;
      signal = moved > 2047 ? 2047 : moved < -2048 ? -2048 : moved;
      const movedIndex = index + INDEX_MOVES[code & 7]!;
      index = movedIndex < 0 ? 0 : movedIndex > MAX_INDEX ? MAX_INDEX : movedIndex;
      target[sample] = signal << 4;
    }
    this.state[SIGNAL] = signal;
    this.state[INDEX] = index;
    return encoded.length * 2;
  }
}
