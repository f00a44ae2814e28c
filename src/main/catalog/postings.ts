/**
 * The recordings of a scope as sets of small whole numbers, so that what a person may list is counted in milliseconds at any size.
 *
 * [Note: postings] Every recording has an ordinal, given in order of writing and never again: keys are sparse, ordinals are dense.
 * A chunk is 65,536 ordinals; `posting` holds, for a scope and a chunk, its members as a sorted list of two bytes each, or as 8 KiB
 * of bits where that is less. `ordinal_content` holds, for a block of 4,096 ordinals, the second and the traits of each; `ordinal_block`
 * a version that changes with whatever concerns one of them, so that a reader makes anew only what has changed.
 */
import type { Direction, Kind } from '../../shared/model';
import { DIRECTION_CODES, KIND_CODES } from './codes';
import { toDurationClass } from './search-tokens';

export const CHUNK = 65_536;
export const BLOCK = 4_096;
export const WORDS_PER_CHUNK = CHUNK / 32;
const BITMAP_BYTES = CHUNK / 8;
const CHUNKS_PER_SCOPE = 2 ** 20;

/** Of a scope in a chunk; the numbers of one scope lie side by side. */
export function toPostingId(scopeId: number, chunk: number): number {
  return scopeId * CHUNKS_PER_SCOPE + chunk;
}

export function toChunkOfPosting(postingId: number): number {
  return postingId % CHUNKS_PER_SCOPE;
}

/** Sorted members, each once, of 0 … 65,535. */
export function encodeMembers(members: Uint16Array): Buffer {
  if (members.length * 2 < BITMAP_BYTES) return toBuffer(members);
  const bits = new Uint32Array(WORDS_PER_CHUNK);
  for (const member of members) setBit(bits, member);
  return toBuffer(bits);
}

export function decodeMembers(stored: Uint8Array): Uint16Array {
  if (stored.length < BITMAP_BYTES) return toUint16(stored);
  const bits = toUint32(stored);
  const members = new Uint16Array(countBits(bits));
  let at = 0;
  forEachBit(bits, (member) => {
    members[at] = member;
    at += 1;
  });
  return members;
}

/** Adds stored members to a set of bits. */
export function addMembers(bits: Uint32Array, stored: Uint8Array): void {
  if (stored.length >= BITMAP_BYTES) {
    const more = toUint32(stored);
    for (let at = 0; at < WORDS_PER_CHUNK; at += 1) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0);
    return;
  }
  const members = toUint16(stored);
  for (const member of members) setBit(bits, member);
}

export function setBit(bits: Uint32Array, member: number): void {
  const word = member >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (member & 31));
}

export function clearBit(bits: Uint32Array, member: number): void {
  const word = member >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (member & 31));
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (const word of bits) count += countOnes(word);
  return count;
}

/** Of the members from `from`, inclusive, until `until`, exclusive. */
export function countBitsBetween(bits: Uint32Array, from: number, until: number): number {
  const [first, last] = [from >>> 5, until >>> 5];
  const before = (1 << (from & 31)) - 1;
  const within = (1 << (until & 31)) - 1;
  if (first === last) return countOnes((bits[first] ?? 0) & within & ~before);
  let count = countOnes((bits[first] ?? 0) & ~before) + countOnes((bits[last] ?? 0) & within);
  for (let at = first + 1; at < last; at += 1) count += countOnes(bits[at] ?? 0);
  return count;
}

export function countBitsOfBoth(bits: Uint32Array, others: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) count += countOnes((bits[at] ?? 0) & (others[at] ?? 0));
  return count;
}

/** How many of the stored members are in the set. */
export function countMembersIn(bits: Uint32Array, stored: Uint8Array): number {
  if (stored.length >= BITMAP_BYTES) return countBitsOfBoth(bits, toUint32(stored));
  let count = 0;
  const members = toUint16(stored);
  for (const member of members) {
    count += ((bits[member >>> 5] ?? 0) >>> (member & 31)) & 1;
  }
  return count;
}

/** In order. */
export function forEachBit(bits: Uint32Array, take: (member: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      take((at << 5) + 31 - Math.clz32(word & -word));
    }
  }
}

function countOnes(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What can be counted by: two bits of kind, two of direction, transcript, screen, and seven bits of length. */
export interface Traits {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly hasTranscript: boolean;
  readonly hasScreen: boolean;
  readonly durationMs: number | null;
}

/** Traits are less than this. */
export const TRAITS_END = 2 ** 13;
export const TRANSCRIPT_TRAIT = 1 << 4;
export const SCREEN_TRAIT = 1 << 5;

export function toTraits({ kind, direction, hasTranscript, hasScreen, durationMs }: Traits): number {
  const durationClass = durationMs === null ? 0 : toDurationClass(Math.round(durationMs)) + 1;
  return (
    KIND_CODES[kind] |
    (DIRECTION_CODES[direction] << 2) |
    (hasTranscript ? TRANSCRIPT_TRAIT : 0) |
    (hasScreen ? SCREEN_TRAIT : 0) |
    (durationClass << 6)
  );
}

/** Null where the length is not known. */
export function toDurationTrait(traits: number): number | null {
  const told = traits >>> 6;
  return told === 0 ? null : told - 1;
}

export function toBuffer(numbers: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Stored numbers, the low byte first, as every computer that Electron runs on has them. */
export function toUint16(stored: Uint8Array): Uint16Array {
  const { buffer, byteOffset, byteLength } = aligned(stored, 2);
  return new Uint16Array(buffer, byteOffset, byteLength / 2);
}

export function toUint32(stored: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = aligned(stored, 4);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

function aligned(stored: Uint8Array, bytes: number): Uint8Array {
  return stored.byteOffset % bytes === 0 ? stored : new Uint8Array(stored);
}
