/** The traits of a chunk's ordinals as sets of bits: thirty-two recordings are counted, or left out, at a time. */
import { WORDS_PER_CHUNK } from './postings';

export interface TraitBits {
  /** By code. */
  readonly kinds: readonly Uint32Array[];
  readonly directions: readonly Uint32Array[];
  readonly withTranscript: Uint32Array;
  readonly withScreen: Uint32Array;
}

/** Traits are read again as a whole where one has changed, so that their array itself is the key. */
const made = new WeakMap<Uint16Array, TraitBits>();

/** Also of ordinals that nobody has: to be used together with a set of ordinals. */
export function traitBitsOf(traits: Uint16Array): TraitBits {
  const known = made.get(traits);
  if (known) return known;
  const [kindLow, kindHigh, directionLow, directionHigh, withTranscript, withScreen] = toSlices(traits);
  const bits: TraitBits = {
    kinds: toCodes(kindLow, kindHigh),
    directions: toCodes(directionLow, directionHigh),
    withTranscript,
    withScreen,
  };
  made.set(traits, bits);
  return bits;
}

/** Those of a set that have one of the codes. */
export function withCodes(
  bits: Uint32Array,
  byCode: readonly Uint32Array[],
  codes: readonly number[],
): Uint32Array {
  const left = new Uint32Array(bits.length);
  for (const code of codes) {
    const having = byCode[code];
    for (let at = 0; at < left.length; at += 1)
      left[at] = (left[at] ?? 0) | ((bits[at] ?? 0) & (having?.[at] ?? 0));
  }
  return left;
}

type Slices = readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Each of the six low bits of the traits, of all members: see `Traits`. */
function toSlices(traits: Uint16Array): Slices {
  const toSlice = (bit: number): Uint32Array => {
    const slice = new Uint32Array(WORDS_PER_CHUNK);
    for (let member = 0; member < traits.length; member += 1) {
      const at = member >>> 5;
      slice[at] = (slice[at] ?? 0) | ((((traits[member] ?? 0) >>> bit) & 1) << (member & 31));
    }
    return slice;
  };
  return [toSlice(0), toSlice(1), toSlice(2), toSlice(3), toSlice(4), toSlice(5)];
}

function toCodes(low: Uint32Array, high: Uint32Array): Uint32Array[] {
  return [0, 1, 2, 3].map((code) => {
    const having = new Uint32Array(WORDS_PER_CHUNK);
    const [lowFlip, highFlip] = [code & 1 ? 0 : -1, code & 2 ? 0 : -1];
    for (let at = 0; at < having.length; at += 1)
      having[at] = ((low[at] ?? 0) ^ lowFlip) & ((high[at] ?? 0) ^ highFlip);
    return having;
  });
}
