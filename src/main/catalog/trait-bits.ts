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

/** Each of the six low bits of the traits, of all members: see `Traits`. Written out, as it is done for ten million of them. */
function toSlices(traits: Uint16Array): Slices {
  const toSlice = () => new Uint32Array(WORDS_PER_CHUNK);
  const [kindLow, kindHigh, directionLow] = [toSlice(), toSlice(), toSlice()];
  const [directionHigh, withTranscript, withScreen] = [toSlice(), toSlice(), toSlice()];
  for (let at = 0; at < WORDS_PER_CHUNK; at += 1) {
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    for (let bit = 0; bit < 32; bit += 1) {
      const one = traits[(at << 5) + bit] ?? 0;
      a |= (one & 1) << bit;
      b |= ((one >>> 1) & 1) << bit;
      c |= ((one >>> 2) & 1) << bit;
      d |= ((one >>> 3) & 1) << bit;
      e |= ((one >>> 4) & 1) << bit;
      f |= ((one >>> 5) & 1) << bit;
    }
    kindLow[at] = a;
    kindHigh[at] = b;
    directionLow[at] = c;
    directionHigh[at] = d;
    withTranscript[at] = e;
    withScreen[at] = f;
  }
  return [kindLow, kindHigh, directionLow, directionHigh, withTranscript, withScreen];
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
