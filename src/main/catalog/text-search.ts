/**
 * Turns what a person types into terms for the search table. Each word is quoted, so that it is only ever a word: it can name no
 * column, no operator and no token of ours, see [Note: search tokens].
 */
import type { ReadableDb } from '../sqlite/database';
import { toDigits } from './dictionary';
import { toNumberToken, toSearchable } from './search-tokens';

/** A part of a number that more numbers have than this is looked for in each recording instead, newest first. */
const NUMBERS_PER_PART = 2000;
/** The trigram index knows nothing shorter; shorter digits are a beginning of a word. */
const PART_MIN_DIGITS = 3;
/** A person types words; what has more of them is somebody's text, and its first words find it. */
const WORDS_MAX = 20;
const NUMBER_LIKE = /^[0-9+()/.-]*[0-9][0-9+()/.-]*$/;
/** What the tokenizer takes for a part of a word; anything else alone would match nothing. */
const HAS_WORD = /[\p{L}\p{N}]/u;

/** All terms must match. */
export type Term =
  | { readonly is: 'word'; readonly word: string }
  /** Neighbouring numbers: one number typed with spaces, or several numbers. */
  | { readonly is: 'numbers'; readonly parts: readonly string[] };

export function toTerms(text: string): Term[] {
  const words = toSearchable(text)
    .split(/\s+/u)
    .filter((word) => HAS_WORD.test(word))
    .slice(0, WORDS_MAX);
  const terms: Term[] = [];
  for (const word of words) {
    const last = terms.at(-1);
    if (!NUMBER_LIKE.test(word)) terms.push({ is: 'word', word });
    else if (last?.is === 'numbers')
      terms[terms.length - 1] = { is: 'numbers', parts: [...last.parts, word] };
    else terms.push({ is: 'numbers', parts: [word] });
  }
  return terms;
}

/** Beginning of a word, or of the last word where the tokenizer sees several; a single character stands for itself only. */
export function toWordMatch(word: string, columns: readonly ('words' | 'spoken')[]): string {
  const quoted = `"${word.replaceAll('"', '""')}"`;
  const isWhole = [...word].length < 2;
  return `{${columns.join(' ')}} : ${quoted}${isWhole ? '' : ' *'}`;
}

export function toNumberMatch(numberIds: readonly number[]): string {
  const tokens = numberIds.map(toNumberToken);
  return `numbers : (${tokens.join(' OR ')})`;
}

/**
 * Ids of the numbers that have these digits in a row, wherever; `undefined` where they are too many to name. Fewer than three digits
 * are looked for as a word, not here.
 */
export function findNumbersWithPart(db: ReadableDb, typed: string): readonly number[] | undefined {
  const digits = toDigits(typed);
  if (digits.length < PART_MIN_DIGITS) return [];
  const rows = db.all<{ id: number }>('SELECT rowid AS id FROM number_part WHERE digits LIKE ? LIMIT ?', [
    `%${digits}%`,
    NUMBERS_PER_PART + 1,
  ]);
  return rows.length > NUMBERS_PER_PART ? undefined : rows.map((row) => row.id);
}
