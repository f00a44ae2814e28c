// GSM 06.10 full rate, bit-exact: what FreePBX calls wav49 and gsm, and what Oreka writes by default.
// Source: ETSI EN 300 961 (GSM 06.10), section 5.3; all arithmetic is 16-bit and saturating, as the bit-exact
// description there demands.
import type { Decoder } from './decoder';
import {
  EMPHASIS,
  FRAME,
  FRAME_SAMPLES,
  HISTORY,
  HISTORY_SAMPLES,
  LAG,
  LARS,
  LATTICE,
  REFLECTION,
  SOUND,
  STATE_NUMBERS,
  getGsmSynthesis,
} from './gsm-synthesis';
import type { GsmSynthesis } from './gsm-synthesis';
import {
  LAR_COUNT,
  PARAMETER_COUNT,
  SUBFRAME_PARAMETERS,
  unpackHighFirst,
  unpackLowFirst,
} from './gsm-parameters';

const SUBFRAME_SAMPLES = 40;

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
/** Where the four sets of coefficients of a frame begin and end. */
const SEGMENTS = Int32Array.of(0, 13, 27, 40, 160);

export class GsmDecoder implements Decoder {
  readonly state = new Int32Array(STATE_NUMBERS / 2);
  /** The same, number by number. */
  private readonly numbers = new Int16Array(this.state.buffer);
  private readonly parameters = new Int32Array(PARAMETER_COUNT * 2);
  private readonly ratios = new Int32Array(LAR_COUNT);

  /** 'gsm': a frame in 33 bytes. 'gsm-ms': two frames packed into the 65 bytes of a WAV block. */
  constructor(private readonly packing: 'gsm' | 'gsm-ms') {
    this.reset();
  }

  reset(): void {
    this.numbers.fill(0);
    this.numbers[LAG] = 40;
  }

  disturb(): void {
    this.reset();
    for (let index = 0; index < HISTORY_SAMPLES; index += 1)
      this.numbers[HISTORY + index] = (index % 7) * 4000 - 12_000;
    this.numbers.fill(5000, LATTICE, LATTICE + 8);
    this.numbers[EMPHASIS] = -9000;
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    const synthesis = getGsmSynthesis();
    synthesis.numbers.set(this.numbers);
    const frames =
      this.packing === 'gsm'
        ? this.decodeFrames(synthesis, encoded, target)
        : this.decodePairs(synthesis, encoded, target);
    this.numbers.set(synthesis.numbers.subarray(0, STATE_NUMBERS));
    return frames;
  }

  private decodeFrames(synthesis: GsmSynthesis, encoded: Uint8Array, target: Int16Array): number {
    const { parameters } = this;
    let frames = 0;
    for (let at = 0; at + 33 <= encoded.length; at += 33, frames += FRAME_SAMPLES) {
      if (encoded[at]! >> 4 === 0xd) {
        unpackHighFirst(encoded, at, parameters);
        this.decodeFrame(synthesis, 0, target, frames);
      } else {
        // Not a frame: silence for its 20 ms, and the next frame goes on from the one before.
        target.fill(0, frames, frames + FRAME_SAMPLES);
      }
    }
    return frames;
  }

  private decodePairs(synthesis: GsmSynthesis, encoded: Uint8Array, target: Int16Array): number {
    let frames = 0;
    for (let at = 0; at + 65 <= encoded.length; at += 65, frames += 2 * FRAME_SAMPLES) {
      unpackLowFirst(encoded, at, this.parameters);
      this.decodeFrame(synthesis, 0, target, frames);
      this.decodeFrame(synthesis, PARAMETER_COUNT, target, frames + FRAME_SAMPLES);
    }
    return frames;
  }

  private decodeFrame(synthesis: GsmSynthesis, first: number, target: Int16Array, at: number): void {
    const { parameters, ratios } = this;
    const { numbers } = synthesis;
    for (let subframe = 0; subframe < 4; subframe += 1)
      this.excite(
        synthesis,
        first + LAR_COUNT + subframe * SUBFRAME_PARAMETERS,
        FRAME + subframe * SUBFRAME_SAMPLES,
      );
    for (let index = 0; index < LAR_COUNT; index += 1)
      ratios[index] = LAR_TABLES[index]![parameters[first + index]!]!;
    for (let segment = 0; segment < 4; segment += 1) {
      this.setReflection(numbers, segment);
      const from = SEGMENTS[segment]!;
      synthesis.synthesise(2 * (FRAME + from), 2 * (FRAME + SEGMENTS[segment + 1]!), 2 * (SOUND + from));
    }
    for (let index = 0; index < LAR_COUNT; index += 1) numbers[LARS + index] = ratios[index]!;
    numbers.copyWithin(HISTORY, HISTORY + FRAME_SAMPLES, FRAME + FRAME_SAMPLES);
    target.set(synthesis.sound, at);
  }

  /** One subframe of excitation: pulses on their grid (5.3.1) plus what the long-term predictor repeats (5.3.2). */
  private excite({ numbers, predict }: GsmSynthesis, parameter: number, at: number): void {
    const { parameters } = this;
    const lagCode = parameters[parameter]!;
    const lag = lagCode < 40 || lagCode > 120 ? numbers[LAG]! : lagCode;
    numbers[LAG] = lag;
    predict(2 * at, 2 * lag, LTP_GAIN[parameters[parameter + 1]!]!);
    const amplitude = parameters[parameter + 3]! << 3;
    let grid = at + parameters[parameter + 2]!;
    for (let pulse = parameter + 4; pulse < parameter + SUBFRAME_PARAMETERS; pulse += 1, grid += 3) {
      numbers[grid] = saturate(numbers[grid]! + PULSES[amplitude + parameters[pulse]!]!);
    }
  }

  /** Reflection coefficients of one segment: ratios between the last and the new ones, made linear (5.2.10). */
  private setReflection(numbers: Int16Array, segment: number): void {
    const { ratios } = this;
    for (let index = 0; index < LAR_COUNT; index += 1) {
      const ratio = glide(segment, numbers[LARS + index]!, ratios[index]!);
      const size = Math.abs(ratio);
      const linear =
        size < 11_059 ? size << 1 : size < 20_070 ? size + 11_059 : saturate((size >> 2) + 26_112);
      numbers[REFLECTION + index] = ratio < 0 ? -linear : linear;
    }
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
