/**
 * What a person asks for, within what he may list, as a question to the catalog. Scopes and times alone are a merge of ranges; all
 * else is asked of the search table, with the person's scopes as a part of the question, so that nothing is found only to be thrown away.
 */
import type { RecordingFilter } from '../../shared/contract';
import type { Candidate } from '../catalog/candidates';
import { listCandidates } from '../catalog/candidates';
import { DIRECTION_CODES, toScopeClass } from '../catalog/codes';
import { findNumberId, findScopeId } from '../catalog/dictionary';
import type { Judgement, MatchQuery } from '../catalog/matching-keys';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import {
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
import type { KeyRange, Order } from '../catalog/visible-keys';
import { within } from '../catalog/visible-keys';
import type { ReadableDb } from '../sqlite/database';
import type { Directory } from './directory';
import type { Part, Segments } from './match-segments';
import { toSegments } from './match-segments';
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

/** Whoever has more ranges is asked for in the search table: their merge would read as many rows for each of them. */
const RANGES_LOOKED_AT = 100;
const ALL_CLASSES = [0, 1, 2, 3, 4] as const;

/** `bounds` are those of the cursor. */
export function toKeyQuestion(
  asker: Asker,
  filter: RecordingFilter,
  bounds: KeyRange,
  order: Order,
): KeyQuestion {
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
  const isForSearch = parts.length > 0 || clauses.some((clause) => clause.match !== undefined);
  if (!isForSearch && listed.length <= RANGES_LOOKED_AT) {
    return {
      by: 'match',
      query: { segments: [], cutAtKey: null, ranges: listed, judge: toJudge(asker.db, [], judges) },
    };
  }
  const all: readonly Part[] = [{ ranges: listed, isWanted: true }, ...parts];
  return {
    by: 'match',
    query: toMatchQuery(asker.db, toSegments(window, all, clauses, order), all, judges),
  };
}

/** Bounds as keys, which are whole seconds; a bound within a second is looked at again. */
export function toTimes(filter: Pick<RecordingFilter, 'fromMs' | 'untilMs'>): {
  readonly keys: KeyRange;
  readonly judge?: Judge<Pick<Candidate, 'startedAtMs'>>;
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
    plans
      .planOf(viewer, action === 'list' && filter.isShared === true ? 'shared' : action)
      .ranges.filter((range) => classes.has(range.class)),
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
    clauses.push(...toTermClauses(db, directory, toTerms(filter.text), { table: 'search', columns }));
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
  segments: Segments,
  parts: readonly Part[],
  judges: readonly Judge[],
): MatchQuery {
  return judges.length === 0 ? segments : { ...segments, judge: toJudge(db, parts, judges) };
}

/** Without parts, all that is asked about is known to be listed. */
function toJudge(
  db: ReadableDb,
  parts: readonly Part[],
  judges: readonly Judge[],
): NonNullable<MatchQuery['judge']> {
  return (keys) => {
    const found = new Map(listCandidates(db, keys).map((candidate) => [candidate.key, candidate]));
    return keys.map((key) => judge(found.get(key), parts, judges));
  };
}

function judge(
  candidate: Candidate | undefined,
  parts: readonly Part[],
  judges: readonly Judge[],
): Judgement {
  if (!candidate) return 'hidden';
  if (parts.length > 0) {
    const { key, scopeIds, hasScreen, hasTranscript } = candidate;
    const isIn = (part: Part) =>
      part.ranges.some(
        (range) => key >= range.fromKey && key < range.untilKey && scopeIds.includes(range.scopeId),
      );
    const [listed, ...others] = parts;
    if (!listed || !isIn(listed)) return 'hidden';
    const hasFacet = (part: Part) => (part.facet === SCREEN_FACET ? hasScreen : hasTranscript);
    if (!others.every((part) => (isIn(part) && hasFacet(part)) === part.isWanted)) return 'differs';
  }
  return judges.every((each) => each(candidate)) ? 'matches' : 'differs';
}
