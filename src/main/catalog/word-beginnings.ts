/**
 * The words of a search table that begin with what a person typed. Of a beginning the table reads every row before it gives the first one:
 * a fiftieth of a second for 200,000 of them. Of whole words it reads what is asked for, so that a beginning is better asked for as all
 * the words it is the beginning of.
 */
import type { ReadableDb } from '../sqlite/database';
import type { SearchTable } from './match-sql';

/** Each takes some millionths of a second to be found, and as long to be looked for. */
const WORDS_MAX = 1_000;

/**
 * In order; undefined where there are too many, or where it takes the table itself to tell which they are: how it folds letters and parts
 * words is known here for plain letters, with or without accents, and digits.
 */
export function listWordsBeginning(
  db: ReadableDb,
  table: SearchTable,
  typed: string,
): readonly string[] | undefined {
  const beginning = toFolded(typed);
  if (beginning === undefined) return undefined;
  const words: string[] = [];
  for (let from = beginning; ;) {
    const [word] = db.column<string>(`SELECT term FROM ${table}_word WHERE term >= ? LIMIT 1`, [from]);
    if (!word?.startsWith(beginning)) return words;
    if (words.length === WORDS_MAX) return undefined;
    words.push(word);
    // Straight behind it: to go on from the row would read all other rows of the word.
    from = `${word}\u0001`;
  }
}

/** As the tables' tokenizer does, `unicode61 remove_diacritics 2`; undefined for what else is a letter, or no letter. */
function toFolded(word: string): string | undefined {
  let folded = '';
  for (const letter of word) {
    const plain = /^[A-Za-z0-9]$/.test(letter)
      ? letter
      : LATIN.test(letter)
        ? withoutAccents(letter)
        : undefined;
    if (plain === undefined) return undefined;
    folded += plain.toLowerCase();
  }
  return folded === '' ? undefined : folded;
}

/** Latin letters beyond ASCII that are one character; two of them the tokenizer leaves their accents. */
const LATIN = /^(?![\u01E0\u01E1])[\u00C0-\u024F\u1E00-\u1EFF]$/;

function withoutAccents(letter: string): string | undefined {
  const [base = '', ...marks] = letter.normalize('NFD');
  return /^[A-Za-z]$/.test(base) && marks.every((mark) => /^\p{M}$/u.test(mark)) ? base : undefined;
}
