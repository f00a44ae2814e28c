/**
 * What a person asks for, within what he may list, as a question to the catalog. Scopes and times alone are a merge of ranges; all
 * else is asked of the search table, with the person's scopes as a part of the question, so that nothing is found only to be thrown away.
 */
import type { RecordingFilter } from '../../shared/contract';
import { DIRECTION_CODES, toScopeClass } from '../catalog/codes';
import { findNumberId, findScopeId } from '../catalog/dictionary';
import type { Judgement, MatchQuery, Segment } from '../catalog/matching-keys';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import { findRecordingByKey } from '../catalog/recordings';
import type { Recording } from '../catalog/recordings';
import {
  EVERY_FACET,
  LAST_DURATION_CLASS,
  SCREEN_FACET,
  TRANSCRIPT_FACET,
  toDirectionFacet,
  toDurationClass,
  toDurationFacet,
  toNumberToken,
  toScopeToken,
} from '../catalog/search-tokens';
import { toTerms } from '../catalog/text-search';
import type { KeyRange } from '../catalog/visible-keys';
import { within } from '../catalog/visible-keys';
import type { ReadableDb } from '../sqlite/database';
import type { Directory } from './directory';
import type { PlannedRange, ScopePlans } from './scope-plan';
import type { Clause, Judge } from './search-clauses';
import { toTermClauses } from './search-clauses';
import type { Viewer } from './viewer';

export type KeyQuestion =
  | { readonly by: 'scopes'; readonly ranges: readonly PlannedRange[] }
  | { readonly by: 'match'; readonly query: MatchQuery };

export interface Asker {
  readonly db: ReadableDb;
  readonly plans: ScopePlans;
  readonly directory: Directory;
  readonly viewer: Viewer;
}

/** Stretches of time for which one question is asked; where rights change more often, each candidate is checked instead. */
export const SEGMENTS_MAX = 16;
/** A word that names people of more changes than this may also find calls of a number's former holder. */
export const NAMED_EDGES_MAX = 64;
const ALL_CLASSES = [0, 1, 2, 3, 4] as const;

/** `bounds` are those of the cursor. */
export function toKeyQuestion(asker: Asker, filter: RecordingFilter, bounds: KeyRange): KeyQuestion {
  const times = toTimes(filter);
  const [window] = within([times.keys], bounds);
  const listed = window ? toRanges(asker, 'list', filter, window) : [];
  const nothing: KeyQuestion = { by: 'scopes', ranges: [] };
  if (!window || listed.length === 0) return nothing;
  const clauses = toClauses(asker, filter);
  if (clauses === undefined) return nothing;
  const parts = toScreenAndTranscript(asker, filter, window);
  if (parts === undefined) return nothing;
  const judges = [...clauses.flatMap((clause) => clause.judge ?? []), ...(times.judge ? [times.judge] : [])];
  if (clauses.length === 0 && parts.length === 0 && judges.length === 0)
    return { by: 'scopes', ranges: listed };
  return {
    by: 'match',
    query: toMatchQuery(asker.db, window, [{ ranges: listed, isWanted: true }, ...parts], clauses, judges),
  };
}

/** Bounds as keys, which are whole seconds; a bound within a second is looked at again. */
export function toTimes(filter: Pick<RecordingFilter, 'fromMs' | 'untilMs'>): {
  readonly keys: KeyRange;
  readonly judge?: Judge<Pick<Recording, 'startedAtMs'>>;
} {
  const { fromMs, untilMs } = filter;
  const keys = {
    fromKey: fromMs === undefined ? ANY_KEY.fromKey : toFirstKey(Math.floor(fromMs / 1000)),
    untilKey: untilMs === undefined ? ANY_KEY.untilKey : toFirstKey(Math.ceil(untilMs / 1000)),
  };
  if ((fromMs ?? 0) % 1000 === 0 && (untilMs ?? 0) % 1000 === 0) return { keys };
  return {
    keys,
    judge: ({ startedAtMs }) =>
      startedAtMs >= (fromMs ?? 0) && startedAtMs < (untilMs ?? Number.MAX_SAFE_INTEGER),
  };
}

/** The classes that the kinds and directions leave, so that a filter is fewer scopes and not more work. */
function toRanges(
  { plans, viewer }: Asker,
  action: 'list' | 'seeScreen' | 'readTranscript',
  filter: RecordingFilter,
  window: KeyRange,
): PlannedRange[] {
  const kinds = filter.kinds?.length ? filter.kinds : (['call', 'voicemail', 'fax'] as const);
  const directions = filter.directions?.length ? filter.directions : (['inbound', 'outbound'] as const);
  const classes = new Set(
    kinds.flatMap((kind) =>
      directions.flatMap((direction) =>
        [false, true].map((wasUnavailable) => toScopeClass(kind, direction, wasUnavailable)),
      ),
    ),
  );
  return within(
    plans.planOf(viewer, action).ranges.filter((range) => classes.has(range.class)),
    window,
  );
}

/** Undefined where nothing can match. */
function toClauses(asker: Asker, filter: RecordingFilter): Clause[] | undefined {
  const { db, viewer, directory } = asker;
  const clauses: Clause[] = [];
  if (filter.text !== undefined) {
    const columns = viewer.organisation.conversationAnalysis
      ? (['words', 'spoken'] as const)
      : (['words'] as const);
    clauses.push(...toTermClauses(db, directory, toTerms(filter.text), columns));
  }
  const { directions } = filter;
  if (directions?.length) {
    clauses.push({
      match: `facets : (${directions.map((each) => toDirectionFacet(DIRECTION_CODES[each])).join(' OR ')})`,
    });
  }
  const duration = toDurationClause(filter);
  if (duration) clauses.push(duration);
  if (filter.party !== undefined) {
    const id = findNumberId(db, filter.party);
    if (id === undefined) return undefined;
    // The number may also be the call's line or owner: who took part is looked at.
    const judge: Judge = ({ parties }) => parties.some((party) => party.number === filter.party);
    clauses.push({ match: `numbers : ${toNumberToken(id)}`, judge });
  }
  for (const subject of ['group', 'line'] as const) {
    const number = filter[subject];
    if (number === undefined) continue;
    const tokens = findScopesOf(asker, subject, number).map(toScopeToken);
    if (tokens.length === 0) return undefined;
    clauses.push({ match: `acl : (${tokens.join(' OR ')})` });
  }
  return clauses;
}

/** The scopes of recordings of one group, or over one line. */
export function findScopesOf(
  { db, viewer }: Pick<Asker, 'db' | 'viewer'>,
  subject: 'group' | 'line',
  number: string,
): number[] {
  return ALL_CLASSES.flatMap(
    (each) => findScopeId(db, viewer.organisationId, { subject, number, class: each }) ?? [],
  );
}

interface DurationClasses {
  readonly first: number;
  readonly last: number;
  /** False where a bound within a class leaves some of the class out. */
  readonly isExact: boolean;
}

/** Undefined where no length is asked for. */
export function toDurationClasses({
  minDurationMs: min,
  maxDurationMs: max,
}: RecordingFilter): DurationClasses | undefined {
  if (min === undefined && max === undefined) return undefined;
  const first = toDurationClass(min ?? 0);
  const last = max === undefined ? LAST_DURATION_CLASS : toDurationClass(max);
  const isExact =
    (min === undefined || min === 0 || first % 2 === 1) && (max === undefined || last % 2 === 1);
  return { first, last, isExact };
}

function toDurationClause(filter: RecordingFilter): Clause | undefined {
  const asked = toDurationClasses(filter);
  if (!asked) return undefined;
  const { first, last } = asked;
  const classes = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => toDurationFacet(first + n));
  const match = `facets : (${classes.length === 0 ? 'none' : classes.join(' OR ')})`;
  if (asked.isExact) return { match };
  const least = filter.minDurationMs ?? 0;
  const most = filter.maxDurationMs ?? Number.MAX_SAFE_INTEGER;
  return {
    match,
    judge: ({ durationMs }) => durationMs !== null && durationMs >= least && durationMs <= most,
  };
}

/** Ranges in which a facet must, or must not, be found. */
interface Part {
  readonly ranges: readonly PlannedRange[];
  readonly isWanted: boolean;
  readonly facet?: string;
}

/** A screen or a transcript is there only for one who may see or read it. Undefined where nothing can match. */
function toScreenAndTranscript(asker: Asker, filter: RecordingFilter, window: KeyRange): Part[] | undefined {
  const parts: Part[] = [];
  for (const [isWanted, action, facet] of [
    [filter.hasScreen, 'seeScreen', SCREEN_FACET],
    [filter.hasTranscript, 'readTranscript', TRANSCRIPT_FACET],
  ] as const) {
    if (isWanted === undefined) continue;
    const ranges = toRanges(asker, action, filter, window);
    if (isWanted && ranges.length === 0) return undefined;
    if (ranges.length > 0) parts.push({ ranges, isWanted, facet });
  }
  return parts;
}

function toMatchQuery(
  db: ReadableDb,
  window: KeyRange,
  parts: readonly Part[],
  clauses: readonly Clause[],
  judges: readonly Judge[],
): MatchQuery {
  const named = edgesOf(
    clauses.flatMap((clause) => clause.named ?? []),
    window,
  );
  const scopes = edgesOf(
    parts.flatMap((part) => part.ranges),
    window,
  );
  const isThinned = scopes.length > SEGMENTS_MAX;
  const edges = new Set([...thinned(named, NAMED_EDGES_MAX), ...thinned(scopes, SEGMENTS_MAX)]);
  const cuts = [window.fromKey, ...[...edges].sort((x, y) => x - y), window.untilKey];
  const segments = cuts.slice(1).flatMap((untilKey, n): Segment[] => {
    const stretch = { fromKey: cuts[n] ?? window.fromKey, untilKey };
    const match = toMatch(stretch, parts, clauses);
    return match === undefined ? [] : [{ ...stretch, match }];
  });
  if (!isThinned && judges.length === 0) return { segments };
  return { segments, judge: (key) => judge(findRecordingByKey(db, key), parts, judges) };
}

/** Where something begins or ends within the window, each once, in order. */
export function edgesOf(ranges: readonly KeyRange[], window: KeyRange): number[] {
  const edges = ranges.flatMap((range) => [range.fromKey, range.untilKey]);
  return [...new Set(edges)]
    .filter((key) => key > window.fromKey && key < window.untilKey)
    .sort((a, b) => a - b);
}

export function thinned(edges: readonly number[], max: number): number[] {
  const step = Math.ceil(edges.length / max);
  return edges.filter((_, n) => n % step === 0);
}

/** The whole question for a stretch of time; undefined where the person hears nothing in it. */
export function toMatch(
  stretch: KeyRange,
  parts: readonly Part[],
  clauses: readonly Pick<Clause, 'match' | 'named'>[],
): string | undefined {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const part of parts) {
    const scopes = [...new Set(within(part.ranges, stretch).map((range) => toScopeToken(range.scopeId)))];
    if (scopes.length === 0 && part.isWanted) return undefined;
    if (scopes.length === 0) continue;
    const facet = part.facet === undefined ? '' : `facets : ${part.facet} AND `;
    (part.isWanted ? wanted : unwanted).push(`(${facet}acl : (${scopes.join(' OR ')}))`);
  }
  for (const clause of clauses) {
    const numbers = within(clause.named ?? [], stretch).map((each) => each.token);
    const either = [clause.match, ...(numbers.length > 0 ? [`numbers : (${numbers.join(' OR ')})`] : [])];
    wanted.push(`(${either.join(' OR ')})`);
  }
  const asked = wanted.length > 0 ? wanted.join(' AND ') : `facets : ${EVERY_FACET}`;
  return unwanted.length === 0 ? asked : `(${asked}) NOT (${unwanted.join(' OR ')})`;
}

function judge(
  recording: Recording | undefined,
  parts: readonly Part[],
  judges: readonly Judge[],
): Judgement {
  if (!recording) return 'hidden';
  const isIn = (part: Part) =>
    part.ranges.some(
      (range) =>
        recording.key >= range.fromKey &&
        recording.key < range.untilKey &&
        recording.scopeIds.includes(range.scopeId),
    );
  const [listed, ...others] = parts;
  if (!listed || !isIn(listed)) return 'hidden';
  const hasFacet = (part: Part) =>
    part.facet === SCREEN_FACET ? recording.screenPath !== null : recording.hasTranscript;
  const isAsked = others.every((part) => (isIn(part) && hasFacet(part)) === part.isWanted);
  return isAsked && judges.every((each) => each(recording)) ? 'matches' : 'differs';
}
