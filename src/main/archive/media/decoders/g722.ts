// G.722 at 64 kbit/s, bit-exact: a byte makes two samples at 16 kHz, its low six bits for the lower band and its high two
// for the upper. Source: ITU-T G.722 (2012), section 6.2; its names of variables stand in the comments.
import type { Decoder } from './decoder';

/** Magnitudes of QQ6, largest first (table 14). */
// prettier-ignore
const SIX_BIT_MAGNITUDES = [
  3101, 2738, 2376, 2088, 1873, 1689, 1535, 1399, 1279, 1170, 1072, 982, 899, 822, 750, 682, 618, 558, 501,
  447, 396, 347, 300, 254, 211, 170, 130, 91, 54, 17,
];
/** Inverse quantisers with their signs: 6 and 4 bits of the lower band, 2 of the upper (tables 14 and 15). */
const SIX_BITS = Int32Array.from({ length: 64 }, (_, code) => toSixBitValue(code));
const FOUR_BITS = Int32Array.of(
  0,
  -2557,
  -1612,
  -1121,
  -786,
  -530,
  -323,
  -150,
  2557,
  1612,
  1121,
  786,
  530,
  323,
  150,
  0,
);
const TWO_BITS = Int32Array.of(-926, -202, 926, 202);
/** WL by four bits of the code, WH by two (tables 16 and 17). */
const LOWER_STEPS = Int32Array.of(
  -60,
  3042,
  1198,
  538,
  334,
  172,
  58,
  -30,
  3042,
  1198,
  538,
  334,
  172,
  58,
  -30,
  -60,
);
const UPPER_STEPS = Int32Array.of(798, -214, 798, -214);
/** ILB: powers of two in steps of 1/32 (table 18). */
const POWERS = Int32Array.from({ length: 32 }, (_, index) => Math.round(2048 * 2 ** (index / 32)));
/** Half of the symmetric receive filter (table 11), for the one phase; the other runs through it backwards. */
const FILTER = Int32Array.of(3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11);
const FILTER_TAPS = 24;

// One band's state: places relative to the band.
const SCALE = 0; // DET
const LOG_SCALE = 1; // NB
const ZERO_ESTIMATE = 2; // SZ
const ESTIMATE = 3; // S
const POLE_1 = 4; // A1
const POLE_2 = 5; // A2
const LAST_OUTPUT = 6; // RLT1, doubled
const SIGN_1 = 7; // sign of P1
const SIGN_2 = 8; // sign of P2
const DIFFERENCES = 9; // D1 to D6, doubled
const ZEROS = 15; // B1 to B6
const BAND_LENGTH = 21;
const LOWER = 0;
const UPPER = BAND_LENGTH;
const FILTER_MEMORY = 2 * BAND_LENGTH;
const MEMORY = FILTER_TAPS - 2;

/** Bytes decoded at a time, so that the scratch stays small whatever is asked for. */
const RUN_BYTES = 2048;

export class G722Decoder implements Decoder {
  readonly state = new Int32Array(FILTER_MEMORY + MEMORY);
  /** Sums and differences of the bands: input of the receive filter, with what it remembers in front. */
  private readonly mixed = new Int32Array(MEMORY + 2 * RUN_BYTES);

  constructor() {
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.state[LOWER + SCALE] = 8;
    this.state[UPPER + SCALE] = 2;
    this.state[LOWER + SIGN_1] = this.state[LOWER + SIGN_2] = 0;
  }

  disturb(): void {
    this.reset();
    for (const band of [LOWER, UPPER]) {
      this.state[band + LOG_SCALE] = 12_000;
      this.state[band + SCALE] = 300;
      this.state[band + POLE_1] = 6000;
      this.state[band + LAST_OUTPUT] = 8000;
      this.state[band + ESTIMATE] = 2000;
      this.state.fill(3000, band + DIFFERENCES, band + BAND_LENGTH);
    }
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    for (let from = 0; from < encoded.length; from += RUN_BYTES) {
      this.decodeRun(encoded, from, Math.min(encoded.length, from + RUN_BYTES), target);
    }
    return encoded.length * 2;
  }

  private decodeRun(encoded: Uint8Array, from: number, to: number, target: Int16Array): void {
    const { state, mixed } = this;
    mixed.set(state.subarray(FILTER_MEMORY));
    let end = MEMORY;
    for (let at = from; at < to; at += 1) {
      const byte = encoded[at]!;
      const lower = clip15(
        (Math.imul(state[LOWER + SCALE]!, SIX_BITS[byte & 63]!) >> 10) + state[LOWER + ESTIMATE]!,
      );
      const fourBits = (byte & 63) >> 2;
      adapt(state, LOWER, Math.imul(state[LOWER + SCALE]!, FOUR_BITS[fourBits]!) >> 10);
      rescale(state, LOWER, LOWER_STEPS[fourBits]!, 18_432, 8);
      const twoBits = byte >> 6;
      const difference = Math.imul(state[UPPER + SCALE]!, TWO_BITS[twoBits]!) >> 10;
      const upper = clip15(difference + state[UPPER + ESTIMATE]!);
      adapt(state, UPPER, difference);
      rescale(state, UPPER, UPPER_STEPS[twoBits]!, 22_528, 10);
      mixed[end] = lower + upper;
      mixed[end + 1] = lower - upper;
      end += 2;
    }
    state.set(mixed.subarray(end - MEMORY, end), FILTER_MEMORY);
    filter(mixed, end, target, from * 2);
  }
}

/** Receive quadrature mirror filter (6.2.2.2): two phases of 12 taps make the two samples of each byte. */
function filter(mixed: Int32Array, end: number, target: Int16Array, at: number): void {
  for (let start = 0; start + FILTER_TAPS <= end; start += 2) {
    let first = 0;
    let second = 0;
    for (let tap = 0; tap < 12; tap += 1) {
      second += Math.imul(mixed[start + 2 * tap]!, FILTER[tap]!);
      first += Math.imul(mixed[start + 2 * tap + 1]!, FILTER[11 - tap]!);
    }
    target[at + start] = clip16(first >> 11);
    target[at + start + 1] = clip16(second >> 11);
  }
}

/** Adaptive prediction (6.2.1.3): takes in the band's new difference and makes its next estimate. */
function adapt(state: Int32Array, band: number, difference: number): void {
  const sign = state[band + ZERO_ESTIMATE]! + difference < 0 ? 1 : 0;
  const like1 = sign === state[band + SIGN_1] ? 1 : -1;
  const like2 = sign === state[band + SIGN_2] ? 1 : -1;
  state[band + SIGN_2] = state[band + SIGN_1]!;
  state[band + SIGN_1] = sign;

  // UPPOL2 and UPPOL1, with their limits for stability.
  const pole1 = state[band + POLE_1]!;
  const drift = Math.imul(-like1, clip(pole1, 8191)) >> 5;
  const pole2 = clip(drift + Math.imul(like2, 128) + (Math.imul(state[band + POLE_2]!, 127) >> 7), 12_288);
  const newPole1 = clip(Math.imul(192, like1) + leak(pole1), 15_360 - pole2);
  state[band + POLE_1] = newPole1;
  state[band + POLE_2] = pole2;

  const zeroEstimate = adaptZeros(state, band, difference);
  state[band + ZERO_ESTIMATE] = zeroEstimate;
  const output = clip16((state[band + ESTIMATE]! + difference) << 1);
  const byPoles = (Math.imul(newPole1, output) >> 15) + (Math.imul(pole2, state[band + LAST_OUTPUT]!) >> 15);
  state[band + ESTIMATE] = clip16(zeroEstimate + byPoles);
  state[band + LAST_OUTPUT] = output;
}

/**
 * UPZERO, DELAYA and FILTEZ in one pass from the oldest difference to the newest; returns the zeros' estimate. Written out,
 * because half the time of decoding goes here.
 */
function adaptZeros(state: Int32Array, band: number, difference: number): number {
  const differences = band + DIFFERENCES;
  const zeros = band + ZEROS;
  const push = difference === 0 ? 0 : 128;
  const d0 = state[differences]!;
  const d1 = state[differences + 1]!;
  const d2 = state[differences + 2]!;
  const d3 = state[differences + 3]!;
  const d4 = state[differences + 4]!;
  const d5 = state[differences + 5]!;
  const z5 = leak(state[zeros + 5]!) + withSign(push, d5 ^ difference);
  const z4 = leak(state[zeros + 4]!) + withSign(push, d4 ^ difference);
  const z3 = leak(state[zeros + 3]!) + withSign(push, d3 ^ difference);
  const z2 = leak(state[zeros + 2]!) + withSign(push, d2 ^ difference);
  const z1 = leak(state[zeros + 1]!) + withSign(push, d1 ^ difference);
  const z0 = leak(state[zeros]!) + withSign(push, d0 ^ difference);
  state[zeros + 5] = z5;
  state[zeros + 4] = z4;
  state[zeros + 3] = z3;
  state[zeros + 2] = z2;
  state[zeros + 1] = z1;
  state[zeros] = z0;
  const newest = difference << 1;
  state[differences + 5] = d4;
  state[differences + 4] = d3;
  state[differences + 3] = d2;
  state[differences + 2] = d1;
  state[differences + 1] = d0;
  state[differences] = newest;
  const older = (Math.imul(d4, z5) >> 15) + (Math.imul(d3, z4) >> 15) + (Math.imul(d2, z3) >> 15);
  return (older + (Math.imul(d1, z2) >> 15) + (Math.imul(d0, z1) >> 15) + (Math.imul(newest, z0) >> 15)) | 0;
}

/** Times 255/256, rounded down. */
function leak(value: number): number {
  return ((value << 8) - value) >> 8;
}

/** The value, negated where `sign` is negative. */
function withSign(value: number, sign: number): number {
  const mask = sign >> 31;
  return (value ^ mask) - mask;
}

/** LOGSCL and SCALEL, LOGSCH and SCALEH: the quantiser's step for the next sample. */
function rescale(state: Int32Array, band: number, step: number, limit: number, octaves: number): void {
  const moved = (Math.imul(state[band + LOG_SCALE]!, 127) >> 7) + step;
  const log = moved < 0 ? 0 : moved > limit ? limit : moved;
  state[band + LOG_SCALE] = log;
  const shift = (log >> 11) - octaves;
  const power = POWERS[(log >> 6) & 31]!;
  state[band + SCALE] = shift < 0 ? power >> -shift : power << shift;
}

/** Codes 0 to 3 are not used by any encoder; the standard reads them as the smallest negative step. */
function toSixBitValue(code: number): number {
  if (code < 4) return -17;
  if (code < 32) return -(SIX_BIT_MAGNITUDES[code - 4] ?? 0);
  if (code < 62) return SIX_BIT_MAGNITUDES[code - 32] ?? 0;
  return -(SIX_BIT_MAGNITUDES[code - 34] ?? 0);
}

function clip(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value;
}

/** 15 bits with sign: the range of one band's signal. */
function clip15(value: number): number {
  return value > 16_383 ? 16_383 : value < -16_384 ? -16_384 : value;
}

function clip16(value: number): number {
  return value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value;
}
