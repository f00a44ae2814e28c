// The 76 parameters of a GSM 06.10 frame, out of the two ways in which files pack their 260 bits.
// Sources: ETSI EN 300 961, table 1.1; RFC 3551, 4.5.8.1 (33 bytes); Microsoft's GSM 6.10 block as in RFC 2361.

export const LAR_COUNT = 8;
/** Lag, gain, grid, block amplitude, 13 pulses. */
export const SUBFRAME_PARAMETERS = 17;
export const PARAMETER_COUNT = LAR_COUNT + 4 * SUBFRAME_PARAMETERS;

const SUBFRAME_BITS = [7, 2, 2, 6, ...Array.from({ length: 13 }, () => 3)];
const BITS = Uint8Array.from([
  6,
  6,
  5,
  5,
  4,
  4,
  3,
  3,
  ...Array.from({ length: 4 }, () => SUBFRAME_BITS).flat(),
]);

/** 33 bytes from `at`: four bits of signature, then the parameters, high bits first. */
export function unpackHighFirst(bytes: Uint8Array, at: number, parameters: Int32Array): void {
  let held = bytes[at]! & 0xf;
  let heldBits = 4;
  let next = at + 1;
  for (let index = 0; index < PARAMETER_COUNT; index += 1) {
    const wanted = BITS[index]!;
    if (heldBits < wanted) {
      held = (held << 8) | bytes[next]!;
      next += 1;
      heldBits += 8;
    }
    heldBits -= wanted;
    parameters[index] = held >> heldBits;
    held &= (1 << heldBits) - 1;
  }
}

/** 65 bytes from `at`: two frames one after the other, low bits first; the second begins in the middle of a byte. */
export function unpackLowFirst(bytes: Uint8Array, at: number, parameters: Int32Array): void {
  let held = 0;
  let heldBits = 0;
  let next = at;
  for (let index = 0; index < 2 * PARAMETER_COUNT; index += 1) {
    const wanted = BITS[index < PARAMETER_COUNT ? index : index - PARAMETER_COUNT]!;
    if (heldBits < wanted) {
      held |= bytes[next]! << heldBits;
      next += 1;
      heldBits += 8;
    }
    parameters[index] = held & ((1 << wanted) - 1);
    held >>>= wanted;
    heldBits -= wanted;
  }
}
