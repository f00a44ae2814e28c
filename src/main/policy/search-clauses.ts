/** The words and numbers that a person typed, as clauses of a question to the search table, with the organisation's own names. */
import type { Candidate } from '../catalog/candidates';
import { findNumberId, toDigits } from '../catalog/dictionary';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import { toNumberToken } from '../catalog/search-tokens';
import type { Searched, Term } from '../catalog/text-search';
import { findNumberPartMatch, toWordMatch } from '../catalog/text-search';
import type { KeyRange } from '../catalog/visible-keys';
import type { ReadableDb } from '../sqlite/database';
import type { Directory, NamedNumber } from './directory';

export type Judge<Item = Candidate> = (item: Item) => boolean;

/** What is asked for its numbers: a recording, or a call of call history. */
export type Numbered = Pick<Candidate, 'parties' | 'group' | 'line' | 'accountCode'> & {
  readonly owner?: string | null;
  readonly partiesText?: string;
};

/** A number that answers to a name for a while. */
export interface NamedRange extends KeyRange {
  readonly token: string;
}

/** A recording must match `match`, or have one of the named numbers in its time; and then satisfy `judge`. */
export interface Clause<Item = Candidate> {
  /** Absent where the search table cannot be asked. */
  readonly match?: string;
  readonly named?: readonly NamedRange[];
  readonly judge?: Judge<Item>;
}

export function toTermClauses(
  db: ReadableDb,
  directory: Directory,
  terms: readonly Term[],
  searched: Searched,
): Clause<Numbered>[] {
  return terms.map((term) =>
    term.is === 'word'
      ? {
          match: toWordMatch(db, term.word, searched),
          named: toNamed(db, directory.numbersOfName(term.word)),
        }
      : toNumbersClause(db, term.parts, searched),
  );
}

function toNamed(db: ReadableDb, numbers: readonly NamedNumber[]): NamedRange[] {
  return numbers.flatMap(({ number, fromSec, untilSec }) => {
    const id = findNumberId(db, number);
    const fromKey = fromSec === null ? ANY_KEY.fromKey : toFirstKey(fromSec);
    const untilKey = untilSec === null ? ANY_KEY.untilKey : toFirstKey(untilSec);
    return id === undefined ? [] : [{ token: toNumberToken(id), fromKey, untilKey }];
  });
}

/** One number typed with spaces, or several numbers, all of which must be there. */
function toNumbersClause(db: ReadableDb, parts: readonly string[], searched: Searched): Clause<Numbered> {
  const whole = parts.join('');
  const wanted = parts.length > 1 ? [whole, ...parts] : parts;
  const matches = wanted.map((part) => findNumberPartMatch(db, part, searched));
  const [first, ...others] = matches;
  if (first === undefined || others.includes(undefined)) return toSlowNumbersClause(parts);
  return { match: others.length === 0 ? first : `(${first} OR (${others.join(' AND ')}))` };
}

/** Digits that very many numbers have: every recording's numbers are looked at, newest first, and words are left out. */
function toSlowNumbersClause(parts: readonly string[]): Clause<Numbered> {
  const digits = parts.map(toDigits);
  const whole = digits.join('');
  // Other characters may stand between them, but not the end of a text.
  const anywhere = new RegExp(
    [...new Set([whole, ...digits])].map((each) => [...each].join('[^0-9"]*')).join('|'),
  );
  return {
    judge: (recording) => {
      const numbers = numbersOf(recording, anywhere).map(toDigits);
      return (
        numbers.some((number) => hasPart(number, whole)) ||
        digits.every((part) => numbers.some((number) => hasPart(number, part)))
      );
    },
  };
}

/** Fewer than three digits are a beginning only. */
function hasPart(number: string, part: string): boolean {
  return part.length < 3 ? number.startsWith(part) : number.includes(part);
}

/** Without those of the parties where none of them can have the digits: to parse them takes longer than all else. */
function numbersOf(item: Numbered, digits: RegExp): string[] {
  const others = [item.owner ?? null, item.group, item.line, item.accountCode].filter(
    (number) => number !== null,
  );
  const { partiesText: text } = item;
  // What is escaped may be anything.
  if (text !== undefined && !text.includes('\\') && !digits.test(text)) return others;
  return [...item.parties.map((party) => party.number), ...others];
}
