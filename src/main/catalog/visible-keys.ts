/**
 * Keys of the recordings in some scopes, in order of time, as a merge of ordered ranges: SQLite's UNION reads each scope's rows in
 * order of key and stops at the limit, whatever the scopes hold. No sort, no scan.
 */
import type { ReadableDb, SqlValue } from '../sqlite/database';
import { inOrder, listNearKeys, rememberNearKeys } from './near-keys';

/** Keys from inclusive, until exclusive. */
export interface KeyRange {
  readonly fromKey: number;
  readonly untilKey: number;
}

export interface ScopeRange extends KeyRange {
  readonly scopeId: number;
}

export type Order = 'newest' | 'oldest';

/** A merge of more branches is made of several: SQLite allows 500 terms, and preparing them grows faster than their number. */
const BRANCHES_PER_MERGE = 100;

/** Whoever has more ranges than this is likely to see much of what there is: it is looked at one by one first. */
const RANGES_PER_PAGE = 300;
/** Some milliseconds' work, whatever comes of it. */
const ROWS_WALKED = 1_000;

export interface MergeQuery {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** One merge of at most 100 ranges; the plan tests read it. */
export function toMergeQuery(ranges: readonly ScopeRange[], order: Order, limit: number): MergeQuery {
  const branch = 'SELECT key FROM visibility WHERE scope = ? AND key >= ? AND key < ?';
  return {
    sql: `${ranges.map(() => branch).join(' UNION ')} ORDER BY key ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT ?`,
    params: [...ranges.flatMap((range) => [range.scopeId, range.fromKey, range.untilKey]), limit],
  };
}

/** The first `limit` keys of all ranges together, each once, in order. */
export function listVisibleKeys(
  db: ReadableDb,
  ranges: readonly ScopeRange[],
  order: Order,
  limit: number,
): number[] {
  const near = listNearKeys(db, ranges, order, limit);
  if (near) return near;
  const walked = ranges.length > RANGES_PER_PAGE ? walk(db, ranges, order, limit) : [];
  if (walked.length >= limit) return walked;
  const keys = listMergedKeys(db, ranges, order, limit);
  if (keys.length === limit) rememberNearKeys(db, ranges, order, keys);
  return keys;
}

/** As `listVisibleKeys`, for any number of keys, and without regard to pages before. */
export function listMergedKeys(
  db: ReadableDb,
  ranges: readonly ScopeRange[],
  order: Order,
  limit: number,
): number[] {
  const parts = toParts(ranges).map((part) => {
    const { sql, params } = toMergeQuery(part, order, limit);
    return db.column<number>(sql, params);
  });
  const [only] = parts;
  if (only === undefined) return [];
  return parts.length === 1 ? only : inOrder(parts.flat(), order, limit);
}

/** How many keys the ranges hold together, counted up to `limit`. */
export function countVisibleKeys(db: ReadableDb, ranges: readonly ScopeRange[], limit: number): number {
  const parts = toParts(ranges);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const { sql, params } = toMergeQuery(only, 'newest', limit);
    return db.get<{ count: number }>(`SELECT count(*) AS count FROM (${sql})`, params)?.count ?? 0;
  }
  const keys = new Set<number>();
  for (const part of parts) {
    const { sql, params } = toMergeQuery(part, 'newest', limit);
    for (const key of db.column<number>(sql, params)) keys.add(key);
    if (keys.size >= limit) return limit;
  }
  return keys.size;
}

/** What is left of the ranges within the bounds; ranges of which nothing is left are dropped. */
export function within<Range extends KeyRange>(ranges: readonly Range[], bounds: KeyRange): Range[] {
  const left: Range[] = [];
  for (const range of ranges) {
    const fromKey = Math.max(range.fromKey, bounds.fromKey);
    const untilKey = Math.min(range.untilKey, bounds.untilKey);
    if (fromKey >= untilKey) continue;
    // Most are as they were, and a copy of each would be a part of a page's time.
    const isSame = fromKey === range.fromKey && untilKey === range.untilKey;
    left.push(isSame ? range : { ...range, fromKey, untilKey });
  }
  return left;
}

/**
 * The first keys by going through the recordings themselves, as far as that is cheap; fewer than `limit` say nothing. Scopes of call
 * history are no recording's, so that theirs find nothing here.
 */
function walk(db: ReadableDb, ranges: readonly ScopeRange[], order: Order, limit: number): number[] {
  const byScope = new Map<number, ScopeRange[]>();
  for (const range of ranges) {
    const own = byScope.get(range.scopeId);
    if (own) own.push(range);
    else byScope.set(range.scopeId, [range]);
  }
  const fromKey = ranges.reduce((least, range) => Math.min(least, range.fromKey), Infinity);
  const untilKey = ranges.reduce((most, range) => Math.max(most, range.untilKey), -Infinity);
  const rows = db.all<{ key: number; scopes: string }>(
    `SELECT key, scopes FROM recording WHERE key >= ? AND key < ? ORDER BY key ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT ?`,
    [fromKey, untilKey, ROWS_WALKED],
  );
  const isVisible = ({ key, scopes }: { readonly key: number; readonly scopes: string }): boolean =>
    scopes.split(' ').some((scopeId) => {
      const own = byScope.get(Number(scopeId));
      return own?.some((range) => key >= range.fromKey && key < range.untilKey) ?? false;
    });
  return rows
    .filter(isVisible)
    .map(({ key }) => key)
    .slice(0, limit);
}

function toParts(ranges: readonly ScopeRange[]): ScopeRange[][] {
  const parts: ScopeRange[][] = [];
  for (let at = 0; at < ranges.length; at += BRANCHES_PER_MERGE)
    parts.push(ranges.slice(at, at + BRANCHES_PER_MERGE));
  return parts;
}
