// G.726 at 16, 24, 32 and 40 kbit/s: Asterisk's g726-NN, Avaya ContactStore's WAV, and G.721/G.723 in AU.
// Source: ITU-T G.726 (1990), sections 2 and 4.2; its names of blocks and variables stand in the comments.
import type { Decoder } from './decoder';
import { fmult, toFloat11 } from './g726-float';

type Rate = 'g726-16' | 'g726-24' | 'g726-32' | 'g726-40';

/** For positive codes, by magnitude: DQLN (inverse quantiser, log2), W and F (tables 7 to 16). Negative ones mirror them. */
interface Tables {
  readonly bits: number;
  readonly log: readonly number[];
  readonly w: readonly number[];
  readonly f: readonly number[];
  /** How slowly the zeros' coefficients leak: 9 at 40 kbit/s, else 8 (UPB). */
  readonly leak: number;
}

const TABLES: Readonly<Record<Rate, Tables>> = {
  'g726-16': { bits: 2, log: [116, 365], w: [-22, 439], f: [0, 7], leak: 8 },
  'g726-24': { bits: 3, log: [-2048, 135, 273, 373], w: [-4, 30, 137, 582], f: [0, 1, 2, 7], leak: 8 },
  'g726-32': {
    bits: 4,
    log: [-2048, 4, 135, 213, 273, 323, 373, 425],
    w: [-12, 18, 41, 64, 112, 198, 355, 1122],
    f: [0, 0, 0, 1, 1, 1, 3, 7],
    leak: 8,
  },
  'g726-40': {
    bits: 5,
    log: [-2048, -66, 28, 104, 169, 224, 274, 318, 358, 395, 429, 459, 488, 514, 539, 566],
    w: [14, 14, 24, 39, 40, 41, 58, 100, 141, 179, 219, 280, 358, 440, 529, 696],
    f: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6],
    leak: 9,
  },
};

// Places in the state.
const SLOW_SCALE = 0; // YL
const FAST_SCALE = 1; // YU
const SHORT_AVERAGE = 2; // DMS
const LONG_AVERAGE = 3; // DML
const SPEED = 4; // AP
const TONE = 5; // TD
const POLES = 6; // A1, A2
const SIGNS = 8; // PK1, PK2: 1 where negative
const ZEROS = 10; // B1 to B6
const DIFFERENCES = 16; // DQ1 to DQ6 as float
const OUTPUTS = 22; // SR1, SR2 as float
const STATE_LENGTH = 24;

export class G726Decoder implements Decoder {
  readonly state = new Int32Array(STATE_LENGTH);
  private readonly bits: number;
  private readonly leak: number;
  private readonly logs: Int32Array;
  private readonly widths: Int32Array;
  private readonly speeds: Int32Array;

  /** `packing` tells whether the first sample of a byte stands in its low or its high bits. */
  constructor(
    rate: Rate,
    private readonly packing: 'low-first' | 'high-first',
  ) {
    const { bits, log, w, f, leak } = TABLES[rate];
    this.bits = bits;
    this.leak = leak;
    this.logs = mirror(log);
    this.widths = mirror(w);
    this.speeds = mirror(f);
    this.reset();
  }

  reset(): void {
    this.state.fill(0);
    this.state[SLOW_SCALE] = 34_816;
    this.state[FAST_SCALE] = 544;
    this.state.fill(toFloat11(0, 0), DIFFERENCES, STATE_LENGTH);
  }

  disturb(): void {
    this.reset();
    this.state[SLOW_SCALE] = 200_000;
    this.state[FAST_SCALE] = 3000;
    this.state[POLES] = 8000;
    this.state[POLES + 1] = -6000;
    this.state.fill(2000, ZEROS, DIFFERENCES);
    this.state.fill(toFloat11(900, 1), DIFFERENCES, STATE_LENGTH);
  }

  decode(encoded: Uint8Array, target: Int16Array): number {
    const { bits } = this;
    const mask = (1 << bits) - 1;
    const isLowFirst = this.packing === 'low-first';
    let held = 0;
    let heldBits = 0;
    let samples = 0;
    for (const byte of encoded) {
      held = isLowFirst ? held | (byte << heldBits) : ((held << 8) | byte) & 0xffff;
      heldBits += 8;
      for (; heldBits >= bits; heldBits -= bits) {
        const code = isLowFirst ? held & mask : (held >> (heldBits - bits)) & mask;
        if (isLowFirst) held >>= bits;
        target[samples] = this.decodeSample(code);
        samples += 1;
      }
    }
    return samples;
  }

  /** One sample from its code, which is what `decode` takes out of the bytes. */
  decodeSample(code: number): number {
    const { state } = this;
    const byZeros = this.estimateByZeros();
    const byPoles =
      fmult(state[POLES]! >> 2, state[OUTPUTS]!) + fmult(state[POLES + 1]! >> 2, state[OUTPUTS + 1]!);
    const zeroEstimate = byZeros >> 1; // SEZ
    const estimate = (byZeros + byPoles) >> 1; // SE
    const scale = this.mixScale();
    // Inverse quantiser and its way back from log2 (RECONST, ADDA, ANTILOG).
    const log = this.logs[code]! + (scale >> 2);
    const magnitude = log < 0 ? 0 : ((128 + (log & 127)) << ((log >> 7) & 15)) >> 7;
    const isNegative = code >> (this.bits - 1);
    const difference = isNegative === 1 ? -magnitude : magnitude;
    const output = ((estimate + difference) << 16) >> 16; // SR

    const isTransition = state[TONE] === 1 && magnitude > this.transitionThreshold();
    this.adaptPoles(zeroEstimate + difference, isTransition);
    this.adaptZeros(magnitude, isNegative, isTransition);
    state[OUTPUTS + 1] = state[OUTPUTS]!;
    state[OUTPUTS] = toFloat11(Math.abs(output), output < 0 ? 1 : 0);
    this.adaptSpeed(this.speeds[code]!, scale, isTransition);
    this.adaptScale(this.widths[code]!, scale);
    // 14 bits of signal become 16.
    const wide = output * 4;
    return wide > 32_767 ? 32_767 : wide < -32_768 ? -32_768 : wide;
  }

  private estimateByZeros(): number {
    const { state } = this;
    let sum = 0;
    for (let index = 0; index < 6; index += 1)
      sum += fmult(state[ZEROS + index]! >> 2, state[DIFFERENCES + index]!);
    return sum;
  }

  /** LIMA and MIX: the fast scale while the signal changes, the slow one while it is steady. */
  private mixScale(): number {
    const { state } = this;
    const speed = state[SPEED]! >= 256 ? 64 : state[SPEED]! >> 2;
    const slow = state[SLOW_SCALE]!;
    return (slow + Math.imul(state[FAST_SCALE]! - (slow >> 6), speed)) >> 6;
  }

  /** TRANS: three quarters of the slow scale, made linear. */
  private transitionThreshold(): number {
    const slow = this.state[SLOW_SCALE]!;
    const whole = slow >> 15;
    const linear = whole > 9 ? 31 << 10 : (32 + ((slow >> 10) & 31)) << whole;
    return (3 * linear) >> 2;
  }

  /** UPA2, UPA1 and their limits; `sum` is the difference signal plus the zeros' estimate. */
  private adaptPoles(sum: number, isTransition: boolean): void {
    const { state } = this;
    const sign = sum < 0 ? 1 : 0;
    let pole1 = state[POLES]!;
    let pole2 = state[POLES + 1]!;
    if (isTransition) {
      pole1 = 0;
      pole2 = 0;
    } else if (sum === 0) {
      pole2 = clip(pole2 - (pole2 >> 7), 12_288);
      pole1 = clip(pole1 - (pole1 >> 8), 15_360 - pole2);
    } else {
      const isLike1 = sign === state[SIGNS];
      const drift = (isLike1 ? -pole1 : pole1) >> 5;
      const push = sign === state[SIGNS + 1] ? 128 : -128;
      pole2 = clip(pole2 - (pole2 >> 7) + (drift > 255 ? 255 : drift < -256 ? -256 : drift) + push, 12_288);
      pole1 = clip(pole1 - (pole1 >> 8) + (isLike1 ? 192 : -192), 15_360 - pole2);
    }
    state[POLES] = pole1;
    state[POLES + 1] = pole2;
    state[SIGNS + 1] = state[SIGNS]!;
    state[SIGNS] = sign;
    state[TONE] = pole2 < -11_776 ? 1 : 0; // TONE
  }

  /** UPB and the delay line of differences. */
  private adaptZeros(magnitude: number, isNegative: number, isTransition: boolean): void {
    const { state, leak } = this;
    for (let index = 5; index >= 0; index -= 1) {
      const zero = state[ZEROS + index]!;
      const isLike = state[DIFFERENCES + index]! >> 10 === isNegative;
      const push = magnitude === 0 ? 0 : isLike ? 128 : -128;
      state[ZEROS + index] = isTransition ? 0 : zero - (zero >> leak) + push;
      state[DIFFERENCES + index] =
        index === 0 ? toFloat11(magnitude, isNegative) : state[DIFFERENCES + index - 1]!;
    }
  }

  /** FILTA, FILTB, SUBTC, FILTC: how quickly the signal changes. */
  private adaptSpeed(f: number, scale: number, isTransition: boolean): void {
    const { state } = this;
    state[SHORT_AVERAGE]! += (f << 4) + (-state[SHORT_AVERAGE]! >> 5);
    state[LONG_AVERAGE]! += (f << 4) + (-state[LONG_AVERAGE]! >> 7);
    if (isTransition) {
      state[SPEED] = 256;
      return;
    }
    const long = state[LONG_AVERAGE]!;
    const isChanging = Math.abs((state[SHORT_AVERAGE]! << 2) - long) >= long >> 3;
    const isFast = scale < 1536 || state[TONE] === 1 || isChanging;
    state[SPEED]! += (isFast ? 32 : 0) + (-state[SPEED]! >> 4);
  }

  /** FILTD, LIMB and FILTE: the two scale factors. */
  private adaptScale(w: number, scale: number): void {
    const { state } = this;
    const moved = scale + w + (-scale >> 5);
    const fast = moved < 544 ? 544 : moved > 5120 ? 5120 : moved;
    state[FAST_SCALE] = fast;
    state[SLOW_SCALE]! += fast + (-state[SLOW_SCALE]! >> 6);
  }
}

/** Negative codes count down from all ones. */
function mirror(values: readonly number[]): Int32Array {
  return Int32Array.from([...values, ...[...values].reverse()]);
}

function clip(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value;
}
