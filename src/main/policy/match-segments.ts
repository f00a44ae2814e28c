/**
 * A question to the search table, cut at every moment at which the rights of the asker change, so that it names just the scopes that he
 * has at each time: nothing is found that would have to be hidden, and so no work depends on what he may not list.
 */
import type { Segment } from '../catalog/matching-keys';
import { EVERY_FACET, toScopeToken } from '../catalog/search-tokens';
import type { KeyRange, Order, ScopeRange } from '../catalog/visible-keys';
import type { Clause } from './search-clauses';

/** Ranges in which a facet must, or must not, be found. */
export interface Part {
  readonly ranges: readonly ScopeRange[];
  readonly isWanted: boolean;
  readonly facet?: string;
}

export interface Segments {
  /** In order of time, from the asked end. */
  readonly segments: readonly Segment[];
  /** Where they end because there are too many for one page; null where they cover all. */
  readonly cutAtKey: number | null;
}

type AskedClause = Pick<Clause, 'match' | 'named'>;

/** A person's rights change some times in a life; whoever's change more often gets his page in several. */
const SEGMENTS_MAX = 200;
/** Each token is looked up in the search table by itself: some microseconds. */
const TOKENS_MAX = 6_000;
/** For each recording the table goes through all tokens of a question; more of them are several questions. */
const TOKENS_PER_MATCH = 300;
/** A word that names people of more changes than this may also find calls of a number's former holder. */
const NAMED_EDGES_MAX = 64;

/** The first of `parts` is what the person may list. The order says from which end a cut question begins. */
export function toSegments(
  window: KeyRange,
  parts: readonly Part[],
  clauses: readonly AskedClause[],
  order: Order,
): Segments {
  const segments: Segment[] = [];
  let tokens = 0;
  const stretches = toStretches(window, parts, clauses);
  if (order === 'newest') stretches.reverse();
  let cutAtKey: number | null = null;
  for (const [n, stretch] of stretches.entries()) {
    if (n >= SEGMENTS_MAX || tokens >= TOKENS_MAX) {
      cutAtKey = order === 'newest' ? stretch.untilKey : stretch.fromKey;
      break;
    }
    const asked = toMatches(stretch, parts, clauses);
    tokens += asked.tokens;
    if (asked.matches.length > 0) segments.push({ ...stretch, matches: asked.matches });
  }
  if (order === 'newest') segments.reverse();
  return { segments, cutAtKey };
}

function toStretches(
  window: KeyRange,
  parts: readonly Part[],
  clauses: readonly AskedClause[],
): { fromKey: number; untilKey: number }[] {
  const scopes = edgesOf(
    parts.flatMap((part) => part.ranges),
    window,
  );
  const named = edgesOf(
    clauses.flatMap((clause) => clause.named ?? []),
    window,
  );
  const edges = new Set([...thinned(named, NAMED_EDGES_MAX), ...scopes]);
  const cuts = [window.fromKey, ...[...edges].sort((a, b) => a - b), window.untilKey];
  return cuts.slice(1).map((untilKey, n) => ({ fromKey: cuts[n] ?? window.fromKey, untilKey }));
}

/** Where something begins or ends within the window, each once, in order. */
function edgesOf(ranges: readonly KeyRange[], window: KeyRange): number[] {
  const edges = ranges.flatMap((range) => [range.fromKey, range.untilKey]);
  return [...new Set(edges)]
    .filter((key) => key > window.fromKey && key < window.untilKey)
    .sort((a, b) => a - b);
}

function thinned(edges: readonly number[], max: number): number[] {
  const step = Math.ceil(edges.length / max);
  return edges.filter((_, n) => n % step === 0);
}

/** The questions for a stretch of time, of which any may be satisfied; none where the person hears nothing in it. */
function toMatches(
  stretch: KeyRange,
  [listed, ...others]: readonly Part[],
  clauses: readonly AskedClause[],
): { readonly matches: readonly string[]; readonly tokens: number } {
  const scopes = listed ? scopesWithin(listed.ranges, stretch) : [];
  const wanted: string[] = [];
  const unwanted: string[] = [];
  let tokens = scopes.length;
  for (const part of others) {
    const own = scopesWithin(part.ranges, stretch);
    if (own.length === 0 && part.isWanted) return { matches: [], tokens };
    if (own.length === 0) continue;
    const facet = `facets : ${part.facet ?? EVERY_FACET}`;
    // Whoever may read all that he lists needs not be asked for the same scopes twice.
    const isSame = own.length === scopes.length && own.every((scopeId, n) => scopeId === scopes[n]);
    if (!isSame) tokens += own.length;
    (part.isWanted ? wanted : unwanted).push(isSame ? facet : `(${facet} AND ${toAcl(own)})`);
  }
  for (const clause of clauses) {
    if (clause.match === undefined) continue;
    const numbers = (clause.named ?? [])
      .filter((each) => isOverlapping(each, stretch))
      .map((each) => each.token);
    const either = [clause.match, ...(numbers.length > 0 ? [`numbers : (${numbers.join(' OR ')})`] : [])];
    wanted.push(`(${either.join(' OR ')})`);
  }
  const but = unwanted.length === 0 ? '' : ` NOT (${unwanted.join(' OR ')})`;
  const matches: string[] = [];
  for (let at = 0; at < scopes.length; at += TOKENS_PER_MATCH) {
    const asked = [toAcl(scopes.slice(at, at + TOKENS_PER_MATCH)), ...wanted].join(' AND ');
    matches.push(but === '' ? asked : `(${asked})${but}`);
  }
  return { matches, tokens };
}

function toAcl(scopeIds: readonly number[]): string {
  return `(acl : (${scopeIds.map(toScopeToken).join(' OR ')}))`;
}

/** Each once; ranges are in order of scope. */
function scopesWithin(ranges: readonly ScopeRange[], stretch: KeyRange): number[] {
  const scopes = new Set<number>();
  for (const range of ranges) if (isOverlapping(range, stretch)) scopes.add(range.scopeId);
  return [...scopes];
}

function isOverlapping(one: KeyRange, other: KeyRange): boolean {
  return one.fromKey < other.untilKey && other.fromKey < one.untilKey;
}
