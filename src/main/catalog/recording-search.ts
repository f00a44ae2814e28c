/** The search row of a recording: what can be typed, and the tokens that cannot; of both what a draft tells. */
import type { DraftRecording } from '../archive/draft';
import type { Party } from '../../shared/model';
import { DIRECTION_CODES } from './codes';
import { toDigits } from './dictionary';
import {
  EVERY_FACET,
  SCREEN_FACET,
  TRANSCRIPT_FACET,
  toDirectionFacet,
  toDurationClass,
  toDurationFacet,
  toSearchable,
} from './search-tokens';

/** Every number of the call, each once: of who took part, of its owner, group, line, account code and mailbox. */
export function toNumbers(draft: DraftRecording): string[] {
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

/** Words and categories: both are for those who may read the transcript. */
export function toSpoken({ transcript }: DraftRecording): string {
  if (transcript === null) return '';
  const texts = transcript.segments.map((segment) => segment.text);
  return toSearchable([...transcript.categories, ...texts].join(' '));
}

export function toFacets(draft: DraftRecording): string {
  return [
    EVERY_FACET,
    toDirectionFacet(DIRECTION_CODES[draft.direction]),
    ...(draft.durationMs === null ? [] : [toDurationFacet(toDurationClass(draft.durationMs))]),
    ...(draft.transcript === null ? [] : [TRANSCRIPT_FACET]),
    ...(draft.screenPath === null ? [] : [SCREEN_FACET]),
  ].join(' ');
}
