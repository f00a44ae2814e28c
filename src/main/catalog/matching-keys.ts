/** Keys of the recordings that match, in order of time: rowid order is time order, so nothing is sorted. */
import type { ReadableDb } from '../sqlite/database';
import type { SearchTable } from './match-sql';
import { listMatches, toMatchSql } from './match-sql';
import { ANY_KEY } from './recording-key';
import type { KeyRange, Order, ScopeRange } from './visible-keys';
import { listMergedKeys, within } from './visible-keys';

/** A stretch of time with what must match in it: any of these. */
export interface Segment extends KeyRange {
  readonly matches: readonly string[];
}

export interface MatchQuery {
  /** `search` where it is absent. */
  readonly table?: SearchTable;
  /** In order of time, without overlap. */
  readonly segments: readonly Segment[];
  /** Instead of the segments: what lies in these ranges, where there is nothing to ask the search table for. */
  readonly ranges?: readonly ScopeRange[];
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

/** Candidates that are read at once: few at first, as a page may be full soon. */
const FIRST_CHUNK = 150;
const LAST_CHUNK = 1_200;
/** Candidates that are looked at one by one before a page is given short: a hundredth or two of a second's work. */
const CANDIDATES_PER_PAGE = 3_000;
/** A count is worth less of everybody's time. */
export const JUDGED_MAX = 3000;

export function listMatchingKeys(
  db: ReadableDb,
  query: MatchQuery,
  order: Order,
  limit: number,
  candidatesMax = CANDIDATES_PER_PAGE,
): Matches {
  const stretches = toStretches(db, query, order);
  if (order === 'newest') stretches.reverse();
  const keys: number[] = [];
  let candidates = 0;
  let chunk = FIRST_CHUNK;
  for (const { range, read } of stretches) {
    let { fromKey, untilKey } = range;
    for (;;) {
      const size = query.judge ? chunk : limit - keys.length;
      const found = read({ fromKey, untilKey }, size);
      const judgements = query.judge?.(found);
      for (const [n, key] of found.entries()) {
        candidates += 1;
        const judgement = judgements === undefined ? 'matches' : judgements[n];
        if (judgement === 'matches') keys.push(key);
        if (keys.length === limit) return { keys, stoppedAtKey: null };
        if (judgement === 'differs' && candidates >= candidatesMax) return { keys, stoppedAtKey: key };
      }
      const last = found.at(-1);
      if (last === undefined || found.length < size) break;
      if (order === 'newest') untilKey = last;
      else fromKey = last + 1;
      chunk = Math.min(chunk * 2, LAST_CHUNK);
    }
  }
  return { keys, stoppedAtKey: toStop(query.cutAtKey, order) };
}

interface Stretch {
  readonly range: KeyRange;
  /** The first keys within the bounds. */
  readonly read: (bounds: KeyRange, limit: number) => number[];
}

/** In order of time. */
function toStretches(db: ReadableDb, query: MatchQuery, order: Order): Stretch[] {
  const { ranges, segments, table = 'search' } = query;
  if (ranges) {
    return [
      {
        range: ANY_KEY,
        read: (bounds, limit) => listMergedKeys(db, within(ranges, bounds), order, limit),
      },
    ];
  }
  return segments.map((segment) => ({
    range: segment,
    read: (bounds, limit) => listMatches(db, table, segment.matches, bounds, order, limit),
  }));
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
    const sql = `SELECT count(*) AS count FROM (${toMatchSql('oldest', table, matches.length)})`;
    const params = matches.flatMap((match) => [match, fromKey, untilKey]);
    count += db.get<{ count: number }>(sql, [...params, limit - count])?.count ?? 0;
    if (count >= limit) break;
  }
  return { count, isWhole: query.cutAtKey === null };
}
