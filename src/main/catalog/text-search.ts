/**
 * Turns what a person types into terms for the search table. Each word is quoted, so that it is only ever a word: it can name no
 * column, no operator and no token of ours, see [Note: search tokens].
 */
import type { ReadableDb } from '../sqlite/database';
import { SUBJECTS, toDigits } from './dictionary';
import type { SearchTable } from './match-sql';
import { ANY_END } from './match-sql';
import { BLOCK } from './postings';
import { toNumberToken, toSearchable } from './search-tokens';
import { listWordsBeginning } from './word-beginnings';

/** A part of a number that more numbers have than this is looked for in each recording instead, newest first. */
const NUMBERS_PER_PART = 2000;
/** So does one of which more numbers have all groups of three digits: what a look at them takes, divided by the groups. */
const NUMBERS_LOOKED_AT = 9_000;
/** So many rows of a beginning are read in some hundredths of a second. */
const SMALL_RECORDINGS = 200_000;
/** Fewer are asked for one by one. */
const NUMBERS_PER_BEGINNING = 4;
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

/** Where words are looked for. */
export interface Searched {
  readonly table: SearchTable;
  readonly columns: readonly ('words' | 'spoken')[];
}

/** Beginning of a word, or of the last word where the tokenizer sees several; a single character stands for itself only. */
export function toWordMatch(db: ReadableDb, word: string, searched: Searched): string {
  const whole = toWholeWordMatch(word, searched);
  if ([...word].length < 2) return whole;
  const words = listWordsBeginning(db, searched.table, word);
  if (words === undefined) return `${whole}${ANY_END}`;
  if (words.length === 0) return whole;
  return `${toColumns(searched)} : (${words.map((each) => `"${each}"`).join(' OR ')})`;
}

function toWholeWordMatch(word: string, searched: Searched): string {
  return `${toColumns(searched)} : "${word.replaceAll('"', '""')}"`;
}

function toColumns({ columns }: Searched): string {
  return `{${columns.join(' ')}}`;
}

interface FoundNumber {
  readonly id: number;
  readonly digits: string;
}

/**
 * What the search table is asked for a part of a number; `undefined` where it cannot be asked: the part has to be looked for in each
 * recording. The table reads all rows of a beginning before it gives the first, so that a beginning which one of the organisation's
 * own numbers has, and with it perhaps every call, is never asked for.
 */
export function findNumberPartMatch(db: ReadableDb, typed: string, searched: Searched): string | undefined {
  const digits = toDigits(typed);
  if (digits.length < PART_MIN_DIGITS) {
    const isCheap = digits.length < 2 || isSmall(db) || isRareBeginning(db, digits);
    return isCheap ? toWordMatch(db, typed, searched) : undefined;
  }
  const found = findNumbers(db, digits);
  if (found === undefined) return undefined;
  // Of digits with something between them only the last ones would be a beginning, and of many more words.
  const isBeginning = isSmall(db) || (typed === digits && !isOwnBeginning(db, digits));
  const word = isBeginning ? toWordMatch(db, typed, searched) : toWholeWordMatch(typed, searched);
  return found.length === 0 ? word : `(${[word, ...toNumberMatches(db, found, digits)].join(' OR ')})`;
}

/** All numbers of which the digits are a part; undefined where they are very many, or where it takes long to tell. */
function findNumbers(db: ReadableDb, digits: string): readonly FoundNumber[] | undefined {
  const groups = new Set(
    Array.from({ length: digits.length - PART_MIN_DIGITS + 1 }, (_, at) =>
      digits.slice(at, at + PART_MIN_DIGITS),
    ),
  );
  const share = digits.length === PART_MIN_DIGITS ? 0 : Math.floor(NUMBERS_LOOKED_AT / groups.size);
  const most = Math.max(NUMBERS_PER_PART, share);
  const ids = db.column<number>('SELECT rowid FROM number_part WHERE number_part MATCH ? LIMIT ?', [
    [...groups].map((group) => `"${group}"`).join(' AND '),
    most + 1,
  ]);
  if (ids.length > most) return undefined;
  const found = db.all<FoundNumber>(
    `SELECT number.id, digits FROM json_each(?) AS asked CROSS JOIN number ON number.id = asked.value
     WHERE instr(digits, ?) > 0`,
    [JSON.stringify(ids), digits],
  );
  return found.length > NUMBERS_PER_PART ? undefined : found;
}

/** Numbers that begin alike are one beginning of a word: hundreds of tokens take ten times as long. */
function toNumberMatches(db: ReadableDb, found: readonly FoundNumber[], part: string): string[] {
  const byBeginning = new Map<string, number[]>();
  for (const { id, digits } of found) {
    const beginning = digits.slice(0, digits.indexOf(part) + part.length);
    const ids = byBeginning.get(beginning);
    if (ids) ids.push(id);
    else byBeginning.set(beginning, [id]);
  }
  const beginnings: string[] = [];
  const tokens: string[] = [];
  for (const [beginning, ids] of byBeginning) {
    if (ids.length >= NUMBERS_PER_BEGINNING && !isOwnBeginning(db, beginning))
      beginnings.push(`"${beginning}"${ANY_END}`);
    else tokens.push(...ids.map(toNumberToken));
  }
  return [
    ...(beginnings.length > 0 ? [`words : (${beginnings.join(' OR ')})`] : []),
    ...(tokens.length > 0 ? [`numbers : (${tokens.join(' OR ')})`] : []),
  ];
}

/** Few enough recordings that all rows of a beginning are soon read, whatever it is. */
function isSmall(db: ReadableDb): boolean {
  const last = db.get<{ block: number | null }>('SELECT max(block) AS block FROM ordinal_block');
  return ((last?.block ?? 0) + 1) * BLOCK <= SMALL_RECORDINGS;
}

function isRareBeginning(db: ReadableDb, digits: string): boolean {
  if (isOwnBeginning(db, digits)) return false;
  let numbers = 0;
  for (const beginning of [digits, `+${digits}`]) {
    const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM number WHERE number >= ? AND number < ? LIMIT ${NUMBERS_PER_PART})`;
    numbers += db.get<{ count: number }>(sql, [beginning, toEnd(beginning)])?.count ?? 0;
  }
  return numbers < NUMBERS_PER_PART;
}

/** Numbers that a scope has are the organisation's own, of which each may be in very many calls. */
function isOwnBeginning(db: ReadableDb, digits: string): boolean {
  let organisationId: number | null = Number.MIN_SAFE_INTEGER;
  for (;;) {
    organisationId = findNextOrganisation(db, organisationId);
    if (organisationId === null) return false;
    for (const subject of SUBJECTS) {
      for (const beginning of [digits, `+${digits}`]) {
        const sql =
          'SELECT 1 FROM scope WHERE organisation_id = ? AND subject = ? AND number >= ? AND number < ? LIMIT 1';
        if (db.get(sql, [organisationId, subject, beginning, toEnd(beginning)])) return true;
      }
    }
  }
}

function findNextOrganisation(db: ReadableDb, after: number): number | null {
  const sql = 'SELECT min(organisation_id) AS id FROM scope WHERE organisation_id > ?';
  return db.get<{ id: number | null }>(sql, [after])?.id ?? null;
}

/** Behind all that begin so: a digit is followed by the next character. */
function toEnd(beginning: string): string {
  return beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
}
