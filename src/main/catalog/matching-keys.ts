/** Keys of the recordings that match, in order of time: rowid order is time order, so nothing is sorted. */
import type { ReadableDb } from '../sqlite/database';
import type { KeyRange, Order } from './visible-keys';

/** A stretch of time with what must match in it: any of these. */
export interface Segment extends KeyRange {
  readonly matches: readonly string[];
}

/** Recordings, or calls of call history: each with keys of its own. */
export type SearchTable = 'search' | 'call_search';

export interface MatchQuery {
  /** `search` where it is absent. */
  readonly table?: SearchTable;
  /** In order of time, without overlap. */
  readonly segments: readonly Segment[];
  /** Where the segments end although there is more: a page ends there too. */
  readonly cutAtKey: number | null;
  /** What the search table cannot say exactly, in the order of the keys; absent where it says everything. */
  readonly judge?: (keys: readonly number[]) => readonly Judgement[];
}

/** `hidden`: not within the scopes at all, so that nothing may tell of it, not even where a look stopped. */
export type Judgement = 'matches' | 'differs' | 'hidden';

export interface Matches {
  readonly keys: readonly number[];
  /** Where the look stopped because it had seen too much without result: the list goes on behind this key. */
  readonly stoppedAtKey: number | null;
}

const CHUNK = 500;
/** Candidates that are looked at one by one before a page is given short: a hundredth or two of a second's work. */
const CANDIDATES_PER_PAGE = 3_000;
/** A count is worth less of everybody's time. */
export const JUDGED_MAX = 3000;

/** A whole number bound as it is would be a fraction to the search table, which would then read everything. */
const ROWID_BOUNDS = 'rowid >= CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER)';

/** One stretch of time; the plan tests read it. Its parameters are three a match, and the limit. */
export function toMatchSql(order: Order, table: SearchTable = 'search', matches = 1): string {
  const one = `SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND ${ROWID_BOUNDS}`;
  const all = Array.from({ length: matches }, () => one).join(' UNION ');
  return `${all} ORDER BY ${matches === 1 ? 'rowid' : 'key'} ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT ?`;
}

export function listMatchingKeys(
  db: ReadableDb,
  query: MatchQuery,
  order: Order,
  limit: number,
  candidatesMax = CANDIDATES_PER_PAGE,
): Matches {
  const segments = order === 'newest' ? [...query.segments].reverse() : query.segments;
  const keys: number[] = [];
  let candidates = 0;
  for (const segment of segments) {
    let { fromKey, untilKey } = segment;
    for (;;) {
      const size = query.judge ? CHUNK : limit - keys.length;
      const params = segment.matches.flatMap((match) => [match, fromKey, untilKey]);
      const sql = toMatchSql(order, query.table, segment.matches.length);
      const rows = db.all<{ key: number }>(sql, [...params, size]);
      const judgements = query.judge?.(rows.map((row) => row.key));
      for (const [n, { key }] of rows.entries()) {
        candidates += 1;
        const judgement = judgements === undefined ? 'matches' : judgements[n];
        if (judgement === 'matches') keys.push(key);
        if (keys.length === limit) return { keys, stoppedAtKey: null };
        if (judgement === 'differs' && candidates >= candidatesMax) return { keys, stoppedAtKey: key };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < size) break;
      if (order === 'newest') untilKey = last.key;
      else fromKey = last.key + 1;
    }
  }
  return { keys, stoppedAtKey: toStop(query.cutAtKey, order) };
}

/** A page goes on behind the key at which it stopped, which is then not of the next page. */
function toStop(cutAtKey: number | null, order: Order): number | null {
  return cutAtKey === null || order === 'newest' ? cutAtKey : cutAtKey - 1;
}

/** How many of the candidates match; not exact where there are more of them than are looked at. */
export function countMatchingKeys(
  db: ReadableDb,
  query: MatchQuery,
): { readonly count: number; readonly isExact: boolean } {
  const { keys, stoppedAtKey } = listMatchingKeys(db, query, 'newest', JUDGED_MAX, JUDGED_MAX);
  return { count: keys.length, isExact: stoppedAtKey === null && keys.length < JUDGED_MAX };
}

/** How many match, counted up to `limit`; not exact where the look stopped earlier. */
export function countMatches(
  db: ReadableDb,
  query: MatchQuery,
  limit: number,
): { readonly count: number; readonly isWhole: boolean } {
  if (query.judge) {
    const { count, isExact } = countMatchingKeys(db, query);
    return { count, isWhole: isExact };
  }
  const table = query.table ?? 'search';
  let count = 0;
  for (const { matches, fromKey, untilKey } of query.segments) {
    const sql = `SELECT count(*) AS count FROM (${toMatchSql('newest', table, matches.length)})`;
    const params = matches.flatMap((match) => [match, fromKey, untilKey]);
    count += db.get<{ count: number }>(sql, [...params, limit - count])?.count ?? 0;
    if (count >= limit) break;
  }
  return { count, isWhole: query.cutAtKey === null };
}
