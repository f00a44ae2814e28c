/**
 * The keys of a page from a short stretch of time, of the length that a page of the same scopes took the last time. To begin a merge of
 * some tens of ranges takes most of a page's time; to read what they hold within a stretch takes a fifth of it. What is guessed is the
 * stretch alone: where it holds less than a page, or very much more, the caller merges.
 */
import type { ReadableDb } from '../sqlite/database';
import { ANY_KEY } from './recording-key';
import type { Order, ScopeRange } from './visible-keys';

interface Stretch {
  /** The end at which the page began. */
  readonly firstKey: number;
  readonly span: number;
}

/** A merge of fewer ranges is as fast. */
const RANGES_MIN = 6;
/** Of more than this a merge takes no longer, and the scopes' names are long. */
const RANGES_MAX = 300;
/** A stretch that holds more rows than this many pages is the wrong one. */
const PAGES_READ = 6;
/** Some more than the last page took, which is then enough most times. */
const SLACK = 1.5;
const STRETCHES_KEPT = 100;

const stretchesOf = new WeakMap<ReadableDb, Map<string, Stretch>>();

/** The first `limit` keys, each once, in order; undefined where only a merge can tell. */
export function listNearKeys(
  db: ReadableDb,
  ranges: readonly ScopeRange[],
  order: Order,
  limit: number,
): number[] | undefined {
  if (ranges.length < RANGES_MIN || ranges.length > RANGES_MAX) return undefined;
  const last = stretchesOf.get(db)?.get(toName(ranges, order));
  if (!last) return undefined;
  const cut = order === 'newest' ? toNewest(ranges, last) : toOldest(ranges, last);
  const read = readCut(db, cut, limit * PAGES_READ);
  if (read.length < limit || read.length === limit * PAGES_READ) return undefined;
  const keys = inOrder(read, order, limit);
  if (keys.length < limit) return undefined;
  rememberNearKeys(db, ranges, order, keys);
  return keys;
}

/** To be told of every page that is not short of its limit. */
export function rememberNearKeys(
  db: ReadableDb,
  ranges: readonly ScopeRange[],
  order: Order,
  page: readonly number[],
): void {
  const firstKey = page[0];
  const lastKey = page.at(-1);
  if (ranges.length < RANGES_MIN || firstKey === undefined || lastKey === undefined) return;
  const stretches = stretchesOf.get(db) ?? new Map<string, Stretch>();
  stretchesOf.set(db, stretches);
  if (stretches.size >= STRETCHES_KEPT) stretches.clear();
  const span = Math.ceil(Math.abs(firstKey - lastKey) * SLACK);
  stretches.set(toName(ranges, order), { firstKey, span });
}

/** The first `limit`, each once. */
export function inOrder(keys: readonly number[], order: Order, limit: number): number[] {
  // Numbers sort themselves in a third of the time that it takes with a function.
  const sorted = Float64Array.from(keys).sort();
  if (order === 'newest') sorted.reverse();
  const first: number[] = [];
  for (const key of sorted) {
    if (first.length === limit) break;
    if (key !== first.at(-1)) first.push(key);
  }
  return first;
}

/** A list's first page and those behind a cursor are apart: the first begins where the archive ends, wherever that is. */
function toName(ranges: readonly ScopeRange[], order: Order): string {
  const isOpen = ranges.some((range) =>
    order === 'newest' ? range.untilKey === ANY_KEY.untilKey : range.fromKey === ANY_KEY.fromKey,
  );
  return `${order} ${isOpen} ${ranges.map((range) => range.scopeId).join(' ')}`;
}

type Cut = readonly [scopeId: number, fromKey: number, untilKey: number];

/** In no order; a key as often as it is in a range. Bounds that are the same for all ranges, as they nearly always are, are told once. */
function readCut(db: ReadableDb, cut: readonly Cut[], limit: number): number[] {
  const [, fromKey = 0, untilKey = 0] = cut[0] ?? [];
  if (cut.every(([, from, until]) => from === fromKey && until === untilKey)) {
    return db.column<number>(
      `SELECT visibility.key FROM json_each(?) AS asked CROSS JOIN visibility
       ON scope = asked.value AND visibility.key >= ? AND visibility.key < ? LIMIT ?`,
      [JSON.stringify(cut.map(([scopeId]) => scopeId)), fromKey, untilKey, limit],
    );
  }
  return db.column<number>(
    `SELECT visibility.key FROM json_each(?) AS asked CROSS JOIN visibility
     ON scope = asked.value ->> 0 AND visibility.key >= asked.value ->> 1 AND visibility.key < asked.value ->> 2 LIMIT ?`,
    [JSON.stringify(cut), limit],
  );
}

function toNewest(ranges: readonly ScopeRange[], { firstKey, span }: Stretch): Cut[] {
  const end = Math.max(...ranges.map((range) => range.untilKey));
  const from = Math.min(end, firstKey) - span;
  return ranges.flatMap(({ scopeId, fromKey, untilKey }): Cut[] =>
    untilKey > from ? [[scopeId, Math.max(fromKey, from), untilKey]] : [],
  );
}

function toOldest(ranges: readonly ScopeRange[], { firstKey, span }: Stretch): Cut[] {
  const begin = Math.min(...ranges.map((range) => range.fromKey));
  const until = Math.max(begin, firstKey) + span + 1;
  return ranges.flatMap(({ scopeId, fromKey, untilKey }): Cut[] =>
    fromKey < until ? [[scopeId, fromKey, Math.min(untilKey, until)]] : [],
  );
}
