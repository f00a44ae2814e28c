/** The search row of a recording: what can be typed, and the tokens that cannot. */
import type { DraftRecording } from '../archive/draft';
import { DIRECTION_CODES } from './codes';
import type { Dictionary } from './dictionary';
import { toDigits } from './dictionary';
import {
  EVERY_FACET,
  SCREEN_FACET,
  TRANSCRIPT_FACET,
  toDirectionFacet,
  toDurationClass,
  toDurationFacet,
  toNumberToken,
  toScopeToken,
  toSearchable,
} from './search-tokens';

/** Columns of the search row after its rowid, in the order of `toSearchRow`. */
export const SEARCH_COLUMNS = ['words', 'spoken', 'numbers', 'facets', 'acl'] as const;

/** The numbers of the call that are nobody's who took part. */
export function otherNumbersOf(draft: DraftRecording): string[] {
  return [draft.owner, draft.group, draft.line, draft.accountCode, draft.mailbox].filter(
    (number): number is string => number !== null && number !== '',
  );
}

export function toSearchRow(
  draft: DraftRecording,
  scopeIds: readonly number[],
  dictionary: Dictionary,
): readonly [string, string, string, string, string] {
  const parties = new Set(draft.parties.map((party) => party.number).filter((number) => number !== ''));
  const others = new Set(otherNumbersOf(draft).filter((number) => !parties.has(number)));
  const names = draft.parties.flatMap((party) => (party.name === null ? [] : [party.name]));
  // Digits as well as the number as written: '+49 30 1234' would otherwise be three short words.
  const numbers = [...parties, ...others].flatMap((number) => {
    const digits = toDigits(number);
    return digits === number || digits === '' ? [number] : [number, digits];
  });
  const tokens = [
    ...[...parties].map((number) => toNumberToken(dictionary.numberId(number), true)),
    ...[...others].map((number) => toNumberToken(dictionary.numberId(number), false)),
  ];
  return [
    toSearchable([...new Set([...names, ...numbers])].join(' ')),
    toSearchable(draft.transcript?.segments.map((segment) => segment.text).join(' ') ?? ''),
    tokens.join(' '),
    facetsOf(draft).join(' '),
    scopeIds.map(toScopeToken).join(' '),
  ];
}

function facetsOf(draft: DraftRecording): string[] {
  return [
    EVERY_FACET,
    toDirectionFacet(DIRECTION_CODES[draft.direction]),
    ...(draft.durationMs === null ? [] : [toDurationFacet(toDurationClass(draft.durationMs))]),
    ...(draft.transcript === null ? [] : [TRANSCRIPT_FACET]),
    ...(draft.screenPath === null ? [] : [SCREEN_FACET]),
  ];
}
