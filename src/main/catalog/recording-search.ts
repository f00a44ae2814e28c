/** The search row of a recording: what can be typed, and the tokens that cannot. */
import type { DraftRecording } from '../archive/draft';
import type { Party } from '../../shared/model';
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

/** Every number of the call, each once: of who took part, of its owner, group, line, account code and mailbox. */
function numbersOf(draft: DraftRecording): string[] {
  const parties = draft.parties.map((party) => party.number);
  const others = [draft.owner, draft.group, draft.line, draft.accountCode, draft.mailbox];
  return [...new Set([...parties, ...others])].filter(
    (number): number is string => number !== null && number !== '',
  );
}

/** The names of those who took part, and the numbers as they are written. */
export function toWords(parties: readonly Party[], numbers: readonly string[]): string {
  const names = parties.flatMap((party) => (party.name === null ? [] : [party.name]));
  // Digits as well as the number as written: '+49 30 1234' would otherwise be three short words.
  const written = numbers.flatMap((number) => {
    const digits = toDigits(number);
    return digits === number || digits === '' ? [number] : [number, digits];
  });
  return toSearchable([...new Set([...names, ...written])].join(' '));
}

export function toSearchRow(
  draft: DraftRecording,
  scopeIds: readonly number[],
  dictionary: Dictionary,
): readonly [string, string, string, string, string] {
  const numbers = numbersOf(draft);
  const tokens = numbers.map((number) => toNumberToken(dictionary.numberId(number)));
  return [
    toWords(draft.parties, numbers),
    toSearchable(toSpoken(draft)),
    tokens.join(' '),
    facetsOf(draft).join(' '),
    scopeIds.map(toScopeToken).join(' '),
  ];
}

/** Words and categories: both are for those who may read the transcript. */
function toSpoken({ transcript }: DraftRecording): string {
  if (transcript === null) return '';
  return [...transcript.categories, ...transcript.segments.map((segment) => segment.text)].join(' ');
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
