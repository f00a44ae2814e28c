/** What a person asks of call history, within the calls that he may list, as a question to the catalog; as library-filter does for recordings. */
import type { CallFilter } from '../../shared/calls';
import type { Call } from '../catalog/calls';
import { findCallByKey } from '../catalog/calls';
import { DIRECTION_CODES, DISPOSITION_CODES, SCOPE_CLASSES } from '../catalog/codes';
import { findNumberId, findScopeId } from '../catalog/dictionary';
import type { Judgement, MatchQuery } from '../catalog/matching-keys';
import { toDirectionFacet, toDispositionFacet, toNumberToken, toScopeToken } from '../catalog/search-tokens';
import { toTerms } from '../catalog/text-search';
import type { KeyRange, Order } from '../catalog/visible-keys';
import { within } from '../catalog/visible-keys';
import type { Asker } from './library-filter';
import { toTimes } from './library-filter';
import type { Segments } from './match-segments';
import { toSegments } from './match-segments';
import type { PlannedRange } from './scope-plan';
import type { Clause, Judge } from './search-clauses';
import { toTermClauses } from './search-clauses';

export type CallQuestion =
  | { readonly by: 'scopes'; readonly ranges: readonly PlannedRange[] }
  | { readonly by: 'match'; readonly query: MatchQuery };

const NOTHING: CallQuestion = { by: 'scopes', ranges: [] };

/** `bounds` are those of the cursor; `isRecorded` says of a call whether the person may list a recording of it. */
export function toCallQuestion(
  asker: Asker,
  filter: CallFilter,
  bounds: KeyRange,
  order: Order,
  isRecorded: Judge<Call>,
): CallQuestion {
  const times = toTimes(filter);
  const [window] = within([times.keys], bounds);
  const ranges = window ? within(asker.plans.historyOf(asker.viewer), window) : [];
  const clauses = toClauses(asker, filter);
  if (!window || ranges.length === 0 || clauses === undefined) return NOTHING;
  const judges: Judge<Call>[] = [
    ...clauses.flatMap((clause) => clause.judge ?? []),
    ...(times.judge ? [times.judge] : []),
    ...(filter.isRecorded === undefined ? [] : [(call: Call) => isRecorded(call) === filter.isRecorded]),
  ];
  if (clauses.length === 0 && judges.length === 0) return { by: 'scopes', ranges };
  const segments = toSegments(window, [{ ranges, isWanted: true }], clauses, order);
  return { by: 'match', query: toMatchQuery(asker, segments, ranges, judges) };
}

/** Undefined where nothing can match. */
function toClauses({ db, directory, viewer }: Asker, filter: CallFilter): Clause<Call>[] | undefined {
  const clauses: Clause<Call>[] = [];
  if (filter.text !== undefined)
    clauses.push(
      ...toTermClauses(db, directory, toTerms(filter.text), { table: 'call_search', columns: ['words'] }),
    );
  const facets = (tokens: readonly string[] | undefined): void => {
    if (tokens?.length) clauses.push({ match: `facets : (${tokens.join(' OR ')})` });
  };
  facets(filter.directions?.map((each) => toDirectionFacet(DIRECTION_CODES[each])));
  facets(filter.dispositions?.map((each) => toDispositionFacet(DISPOSITION_CODES[each])));
  if (filter.party !== undefined) {
    const id = findNumberId(db, filter.party);
    if (id === undefined) return undefined;
    // The number may also be the call's line or account code: who took part is looked at.
    const judge: Judge<Call> = ({ parties }) => parties.some((party) => party.number === filter.party);
    clauses.push({ match: `numbers : ${toNumberToken(id)}`, judge });
  }
  for (const subject of ['group', 'line'] as const) {
    const number = filter[subject];
    if (number === undefined) continue;
    const scope = { subject, number, class: SCOPE_CLASSES.callHistory };
    const id = findScopeId(db, viewer.organisationId, scope);
    if (id === undefined) return undefined;
    clauses.push({ match: `acl : ${toScopeToken(id)}` });
  }
  return clauses;
}

function toMatchQuery(
  { db }: Asker,
  segments: Segments,
  ranges: readonly PlannedRange[],
  judges: readonly Judge<Call>[],
): MatchQuery {
  if (judges.length === 0) return { table: 'call_search', ...segments };
  const judge = (key: number): Judgement => {
    const call = findCallByKey(db, key);
    if (!call || !isIn(call, ranges)) return 'hidden';
    return judges.every((each) => each(call)) ? 'matches' : 'differs';
  };
  return { table: 'call_search', ...segments, judge: (keys) => keys.map(judge) };
}

function isIn({ key, scopeIds }: Call, ranges: readonly PlannedRange[]): boolean {
  return ranges.some(
    (range) => key >= range.fromKey && key < range.untilKey && scopeIds.includes(range.scopeId),
  );
}
