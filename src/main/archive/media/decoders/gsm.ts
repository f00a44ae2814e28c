// GSM 06.10 full rate, bit-exact: what FreePBX calls wav49 and gsm, and what Oreka writes by default.
// Source: ETSI EN 300 961 (GSM 06.10), section 5.3; all arithmetic is 16-bit and saturating, as the bit-exact
// description there demands.
import type { Decoder } from './decoder';
import {
  LAR_COUNT,
  PARAMETER_COUNT,
  SUBFRAME_PARAMETERS,
  unpackHighFirst,
  unpackLowFirst,
} from './gsm-parameters';

const FRAME_SAMPLES = 160;
const SUBFRAME_SAMPLES = 40;
/** Long-term prediction looks back this far at most. */
const HISTORY = 120;

const HALF = 1 << 14;
/** Decoded log area ratios by coefficient and code, from the standard's B, MIC and INVA (table 5.1). */
const LAR_TABLES = [
  [0, -32, 13107, 64],
  [0, -32, 13107, 64],
  [2048, -16, 13107, 32],
  [-2560, -16, 13107, 32],
  [94, -8, 19223, 16],
  [-1792, -8, 17476, 16],
  [-341, -4, 31454, 8],
  [-1144, -4, 29708, 8],
].map(([b = 0, mic = 0, inva = 0, codes = 0]) =>
  Int32Array.from({ length: codes }, (_, code) => {
    const scaled = multiplyRounded(inva, saturate(((code + mic) << 10) - (b << 1)));
    return saturate(scaled * 2);
  }),
);
/** Gain of the long-term predictor (table 5.3b) and normalised mantissas (table 5.6). */
const LTP_GAIN = Int32Array.of(3277, 11469, 21299, 32767);
const MANTISSA = Int32Array.of(18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767);
/** Every excitation pulse there is: block amplitude (6 bits) × pulse (3 bits). */
const PULSES = Int32Array.from({ length: 64 * 8 }, (_, index) => toPulse(index >> 3, index & 7));
const DE_EMPHASIS = 28180;
/** Added to a value of 16 bits it leaves nothing above them; to any other it does. */
const RANGE = 1 << 15;
/** Where the four sets of coefficients of a frame begin and end. */
const SEGMENTS = Int32Array.of(0, 13, 27, 40, 160);

// Places in the state.
const LARS = 0;
const LATTICE = 8;
const LAG = 16;
const EMPHASIS = 17;
const EXCITATION = 18;
const STATE_LENGTH = EXCITATION + HISTORY;

export class GsmDecoder implements Decoder {
  readonly state = new Int32Array(STATE_LENGTH);
  private readonly parameters = new Int32Array(PARAMETER_COUNT * 2);
  /** History, then the frame's own excitation. */
  private readonly excitation = new Int32Array(HISTORY + FRAME_SAMPLES);
  private readonly reflection = new Int32Array(LAR_COUNT);
  private readonly ratios = new Int32Array(LAR_COUNT);

  /** 'gsm': a frame in 33 bytes. 'gsm-ms': two frames packed into the 65 bytes of a WAV block. */
  constructor(private readonly packing: 'gsm' | 'gsm-ms') {
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.state[LAG] = 40;
  }

  disturb(): void {
    this.state.fill(0);
    this.state[LAG] = 40;
    for (let index = 0; index < HISTORY; index += 1)
      this.state[EXCITATION + index] = (index % 7) * 4000 - 12_000;
    this.state.fill(5000, LATTICE, LATTICE + 8);
    this.state[EMPHASIS] = -9000;
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    const { parameters } = this;
    let frames = 0;
    if (this.packing === 'gsm') {
      for (let at = 0; at + 33 <= encoded.length; at += 33, frames += FRAME_SAMPLES) {
        if (encoded[at]! >> 4 === 0xd) {
          unpackHighFirst(encoded, at, parameters);
          this.decodeFrame(0, target, frames);
        } else {
          // Not a frame: silence for its 20 ms, and the next frame goes on from the one before.
          target.fill(0, frames, frames + FRAME_SAMPLES);
        }
      }
      return frames;
    }
    for (let at = 0; at + 65 <= encoded.length; at += 65, frames += 2 * FRAME_SAMPLES) {
      unpackLowFirst(encoded, at, parameters);
      this.decodeFrame(0, target, frames);
      this.decodeFrame(PARAMETER_COUNT, target, frames + FRAME_SAMPLES);
    }
    return frames;
  }

  private decodeFrame(first: number, target: Int16Array, at: number): void {
    const { state, excitation, parameters } = this;
    for (let index = 0; index < HISTORY; index += 1) excitation[index] = state[EXCITATION + index]!;
    for (let subframe = 0; subframe < 4; subframe += 1) {
      this.excite(first + LAR_COUNT + subframe * SUBFRAME_PARAMETERS, HISTORY + subframe * SUBFRAME_SAMPLES);
    }
    for (let index = 0; index < HISTORY; index += 1)
      state[EXCITATION + index] = excitation[FRAME_SAMPLES + index]!;
    const { ratios } = this;
    for (let index = 0; index < LAR_COUNT; index += 1)
      ratios[index] = LAR_TABLES[index]![parameters[first + index]!]!;
    for (let segment = 0; segment < 4; segment += 1) {
      this.setReflection(segment);
      this.synthesise(SEGMENTS[segment]!, SEGMENTS[segment + 1]!, target, at);
    }
    state.set(ratios, LARS);
  }

  /** One subframe of excitation: pulses on their grid (5.3.1) plus what the long-term predictor repeats (5.3.2). */
  private excite(parameter: number, at: number): void {
    const { state, excitation, parameters } = this;
    const lagCode = parameters[parameter]!;
    const lag = lagCode < 40 || lagCode > 120 ? state[LAG]! : lagCode;
    state[LAG] = lag;
    const gain = LTP_GAIN[parameters[parameter + 1]!]!;
    for (let index = at; index < at + SUBFRAME_SAMPLES; index += 1) {
      excitation[index] = (Math.imul(gain, excitation[index - lag]!) + HALF) >> 15;
    }
    const amplitude = parameters[parameter + 3]! << 3;
    let grid = at + parameters[parameter + 2]!;
    for (let pulse = parameter + 4; pulse < parameter + SUBFRAME_PARAMETERS; pulse += 1, grid += 3) {
      excitation[grid] = saturate(excitation[grid]! + PULSES[amplitude + parameters[pulse]!]!);
    }
  }

  /** Reflection coefficients of one segment: ratios between the last and the new ones, made linear (5.2.10). */
  private setReflection(segment: number): void {
    const { state, ratios, reflection } = this;
    for (let index = 0; index < LAR_COUNT; index += 1) {
      const ratio = glide(segment, state[LARS + index]!, ratios[index]!);
      const size = Math.abs(ratio);
      const linear =
        size < 11_059 ? size << 1 : size < 20_070 ? size + 11_059 : saturate((size >> 2) + 26_112);
      reflection[index] = ratio < 0 ? -linear : linear;
    }
  }

  /** Short-term synthesis (5.3.4) and de-emphasis (5.3.5) of samples [from, to) of the frame. */
  private synthesise(from: number, to: number, target: Int16Array, at: number): void {
    // Nothing overflows in ordinary speech, and finding that out afterwards costs half of what saturating all along does.
    if (!this.synthesisePlainly(from, to, target, at)) this.synthesiseSaturating(from, to, target, at);
  }

  /**
   * The lattice without saturation, its eight stages written out in local variables: nearly all the time of decoding goes
   * here. False where a value left 16 bits: then the state is untouched and what was written means nothing.
   */
  // eslint-disable-next-line max-lines-per-function -- eight stages in local variables; a loop takes twice as long
  private synthesisePlainly(from: number, to: number, target: Int16Array, at: number): boolean {
    const { state, excitation, reflection } = this;
    const r0 = reflection[0]!;
    const r1 = reflection[1]!;
    const r2 = reflection[2]!;
    const r3 = reflection[3]!;
    const r4 = reflection[4]!;
    const r5 = reflection[5]!;
    const r6 = reflection[6]!;
    const r7 = reflection[7]!;
    let v0 = state[LATTICE]!;
    let v1 = state[LATTICE + 1]!;
    let v2 = state[LATTICE + 2]!;
    let v3 = state[LATTICE + 3]!;
    let v4 = state[LATTICE + 4]!;
    let v5 = state[LATTICE + 5]!;
    let v6 = state[LATTICE + 6]!;
    let v7 = state[LATTICE + 7]!;
    let emphasis = state[EMPHASIS]!;
    let over = 0;
    for (let index = from; index < to; index += 1) {
      const s7 = excitation[HISTORY + index]! - ((Math.imul(r7, v7) + HALF) >> 15);
      const s6 = s7 - ((Math.imul(r6, v6) + HALF) >> 15);
      v7 = v6 + ((Math.imul(r6, s6) + HALF) >> 15);
      const s5 = s6 - ((Math.imul(r5, v5) + HALF) >> 15);
      v6 = v5 + ((Math.imul(r5, s5) + HALF) >> 15);
      const s4 = s5 - ((Math.imul(r4, v4) + HALF) >> 15);
      v5 = v4 + ((Math.imul(r4, s4) + HALF) >> 15);
      over |=
        (s7 + RANGE) |
        (s6 + RANGE) |
        (s5 + RANGE) |
        (s4 + RANGE) |
        (v7 + RANGE) |
        (v6 + RANGE) |
        (v5 + RANGE);
      const s3 = s4 - ((Math.imul(r3, v3) + HALF) >> 15);
      v4 = v3 + ((Math.imul(r3, s3) + HALF) >> 15);
      const s2 = s3 - ((Math.imul(r2, v2) + HALF) >> 15);
      v3 = v2 + ((Math.imul(r2, s2) + HALF) >> 15);
      const s1 = s2 - ((Math.imul(r1, v1) + HALF) >> 15);
      v2 = v1 + ((Math.imul(r1, s1) + HALF) >> 15);
      const s0 = s1 - ((Math.imul(r0, v0) + HALF) >> 15);
      v1 = v0 + ((Math.imul(r0, s0) + HALF) >> 15);
      v0 = s0;
      emphasis = s0 + ((Math.imul(emphasis, DE_EMPHASIS) + HALF) >> 15);
      over |=
        (s3 + RANGE) |
        (s2 + RANGE) |
        (s1 + RANGE) |
        (s0 + RANGE) |
        (v4 + RANGE) |
        (v3 + RANGE) |
        (v2 + RANGE);
      over |= (v1 + RANGE) | (emphasis * 2 + RANGE);
      target[at + index] = (emphasis << 1) & ~7;
    }
    if (over >>> 16 !== 0) return false;
    state[LATTICE] = v0;
    state[LATTICE + 1] = v1;
    state[LATTICE + 2] = v2;
    state[LATTICE + 3] = v3;
    state[LATTICE + 4] = v4;
    state[LATTICE + 5] = v5;
    state[LATTICE + 6] = v6;
    state[LATTICE + 7] = v7;
    state[EMPHASIS] = emphasis;
    return true;
  }

  private synthesiseSaturating(from: number, to: number, target: Int16Array, at: number): void {
    const { state, excitation, reflection } = this;
    let emphasis = state[EMPHASIS]!;
    for (let index = from; index < to; index += 1) {
      let s = excitation[HISTORY + index]!;
      for (let stage = 7; stage >= 0; stage -= 1) {
        const r = reflection[stage]!;
        const v = state[LATTICE + stage]!;
        s = saturate(s - multiplyRounded(r, v));
        if (stage < 7) state[LATTICE + stage + 1] = saturate(v + multiplyRounded(r, s));
      }
      state[LATTICE] = s;
      emphasis = saturate(s + multiplyRounded(emphasis, DE_EMPHASIS));
      target[at + index] = saturate(emphasis << 1) & ~7;
    }
    state[EMPHASIS] = emphasis;
  }
}

/** Log area ratios glide from the last frame's to this one's in four steps (5.2.9). */
function glide(segment: number, last: number, next: number): number {
  switch (segment) {
    case 0:
      return (last >> 2) + (next >> 2) + (last >> 1);
    case 1:
      return (last >> 1) + (next >> 1);
    case 2:
      return (last >> 2) + (next >> 2) + (next >> 1);
    default:
      return next;
  }
}

/** Inverse of the block-adaptive quantiser (5.3.1): a pulse of 3 bits under a block amplitude of 6. */
function toPulse(amplitude: number, code: number): number {
  let exponent = amplitude > 15 ? (amplitude >> 3) - 1 : 0;
  let mantissa = amplitude - (exponent << 3);
  if (mantissa === 0) {
    exponent = -4;
    mantissa = 7;
  } else {
    for (; mantissa <= 7; exponent -= 1) mantissa = (mantissa << 1) | 1;
    mantissa -= 8;
  }
  const shift = 6 - exponent;
  const rounding = shift === 0 ? 0 : 1 << (shift - 1);
  const scaled = multiplyRounded(MANTISSA[mantissa]!, ((code << 1) - 7) << 12);
  return saturate(scaled + rounding) >> shift;
}

/** Product of two fractions of 15 bits, rounded. No pair of operands here is the one that would overflow. */
function multiplyRounded(a: number, b: number): number {
  return (Math.imul(a, b) + HALF) >> 15;
}

function saturate(value: number): number {
  return (value << 16) >> 16 === value ? value : value < 0 ? -32_768 : 32_767;
}
