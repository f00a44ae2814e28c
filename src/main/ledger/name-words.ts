/** Numbers by the words of their names, as somebody types the beginning of one. */
import type { NamedNumber } from '../policy/directory';
import { toNameKey } from './name-key';

/** A search for a single letter must not become thousands of ranges. */
const NUMBERS_AT_MOST = 300;

export interface WordedNumber extends NamedNumber {
  readonly words: readonly string[];
}

/** Those of whose name a word begins with this; none for a prefix that shows no character. */
export function findByPrefix(worded: readonly WordedNumber[], prefix: string): readonly NamedNumber[] {
  const folded = fold(prefix);
  if (folded === '') return [];
  const found: NamedNumber[] = [];
  for (const { number, fromSec, untilSec, words } of worded) {
    if (!words.some((word) => word.startsWith(folded))) continue;
    found.push({ number, fromSec, untilSec });
    if (found.length >= NUMBERS_AT_MOST) break;
  }
  return found;
}

export function toWords(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Without case, width and accents, as the search index folds what it holds. */
function fold(text: string): string {
  return toNameKey(text).normalize('NFD').replace(/\p{M}/gu, '');
}
