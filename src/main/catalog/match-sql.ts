/** Reads the search tables in order of time: their rowids are keys, so nothing is sorted. */
import type { ReadableDb } from '../sqlite/database';
import type { KeyRange, Order } from './visible-keys';

/** Recordings, or calls of call history: each with keys of its own. */
export type SearchTable = 'search' | 'call_search';

/** Behind a quoted word: it is a beginning, of which the table reads all rows for each question. No word that is typed has a space. */
export const ANY_END = ' *';

/** A whole number bound as it is would be a fraction to the search table, which would then read everything. */
const ROWID_BOUNDS = 'rowid >= CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER)';

/** The part of all time that is read first: from its end, where that is the newest there is, and else from its beginning. */
const NEWEST_PART = 1 / 16;
const EARLIER_PART = 1 / 256;
/** So many times the rows that are missing may be read forwards for them. */
const ROWS_READ = 3;
/** Characters of about a hundred words, each of which is looked up whenever a match is asked. */
const LONG_MATCH = 1_000;
/** Some more than what was found so far would need. */
const SLACK = 1.5;

/** One stretch of time; the plan tests read it. Its parameters are three a match, and the limit. */
export function toMatchSql(order: Order, table: SearchTable = 'search', matches = 1): string {
  const one = `SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND ${ROWID_BOUNDS}`;
  const all = Array.from({ length: matches }, () => one).join(' UNION ');
  return `${all} ORDER BY ${matches === 1 ? 'rowid' : 'key'} ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT ?`;
}

/**
 * The first `limit` keys of what satisfies any of the matches.
 *
 * [Note: backwards] Forwards, the search table jumps from one row that matches to the next; backwards it goes through its list of pages
 * from the beginning for each page that it passes, at ten million rows for a fiftieth of a second and more where little matches. So it
 * is asked backwards for the newest part of all time alone, which is enough where much matches. What is missing is read forwards, from
 * stretches that should hold it by what was found so far; one that holds far more is dense, and soon read backwards.
 */
export function listMatches(
  db: ReadableDb,
  table: SearchTable,
  matches: readonly string[],
  range: KeyRange,
  order: Order,
  limit: number,
): number[] {
  const ask = (way: Order, fromKey: number, untilKey: number, most: number): number[] =>
    db.column(toMatchSql(way, table, matches.length), [
      ...matches.flatMap((match) => [match, fromKey, untilKey]),
      most,
    ]);
  if (order === 'oldest' || matches.some(isLongAsked))
    return ask(order, range.fromKey, range.untilKey, limit);
  const { oldest, newest } = findEnds(db, table);
  const begin = Math.max(range.fromKey, oldest);
  const end = Math.min(range.untilKey, newest + 1);
  const isNewest = range.untilKey > newest;
  const keys: number[] = [];
  let width = Math.ceil((newest + 1 - oldest) * (isNewest ? NEWEST_PART : EARLIER_PART));
  for (let until = end; until > begin && keys.length < limit;) {
    const from = Math.max(begin, until - width);
    const missing = limit - keys.length;
    // What has been nowhere so far is either hardly anywhere, or dense where it is.
    const most = keys.length === 0 ? missing + 1 : missing * ROWS_READ;
    const rows = isNewest && until === end ? null : ask('oldest', from, until, most);
    const isWhole = rows !== null && rows.length < most;
    keys.push(...(isWhole ? rows.reverse().slice(0, missing) : ask('newest', from, until, missing)));
    until = from;
    const seen = end - until;
    const needed = keys.length === 0 ? seen * 3 : ((limit - keys.length) / keys.length) * seen * SLACK;
    width = Math.ceil(Math.max(seen, needed));
  }
  return keys;
}

/** What takes long however little is read: to ask it in parts would take as long for each of them. */
function isLongAsked(match: string): boolean {
  return match.length > LONG_MATCH || match.includes(`"${ANY_END}`);
}

/** Keys of the first and the last that there is. */
function findEnds(db: ReadableDb, table: SearchTable): { readonly oldest: number; readonly newest: number } {
  const [oldest = 0] = db.column<number>(`SELECT rowid FROM ${table} ORDER BY rowid ASC LIMIT 1`);
  const [newest = -1] = db.column<number>(`SELECT rowid FROM ${table} ORDER BY rowid DESC LIMIT 1`);
  return { oldest, newest };
}
