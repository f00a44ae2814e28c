/** Tokens of the search row that no one can type, see [Note: search tokens]. Written to disk: a change needs a rebuild. */

/** Private-use characters are letters to the tokenizer, so a token stays whole. */
const SCOPE = '\uE000';
const PARTY_NUMBER = '\uE001';
const OTHER_NUMBER = '\uE002';
const FACET = '\uE003';
const RESERVED = /[\uE000-\uE00F]/g;

/** Upper bounds in seconds of the length classes; the choices of the list's filter are among them, so that they need no second look. */
export const DURATION_BOUNDS_SEC = [
  1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600, 5400,
  7200, 10800, 14400, 28800,
] as const;

export function toScopeToken(scopeId: number): string {
  return `${SCOPE}${scopeId}`;
}

/** `isParty`: the number took part; otherwise it is the owner, group, line or account code of the call. */
export function toNumberToken(numberId: number, isParty: boolean): string {
  return `${isParty ? PARTY_NUMBER : OTHER_NUMBER}${numberId}`;
}

export const TRANSCRIPT_FACET = `${FACET}t`;
export const SCREEN_FACET = `${FACET}s`;
/** In every search row: the left side of 'all but'. */
export const EVERY_FACET = `${FACET}e`;

export function toDirectionFacet(directionCode: number): string {
  return `${FACET}r${directionCode}`;
}

/** Class 0 is below the first bound, class n from bound n-1 on; an unknown length has no class. */
export function toDurationFacet(durationClass: number): string {
  return `${FACET}d${durationClass}`;
}

export function toDurationClass(durationMs: number): number {
  const found = DURATION_BOUNDS_SEC.findIndex((bound) => durationMs < bound * 1000);
  return found === -1 ? DURATION_BOUNDS_SEC.length : found;
}

/** Text of people and archives, made fit for the index: no token of ours can come in by it. */
export function toSearchable(text: string): string {
  return text.normalize('NFC').replace(RESERVED, ' ').replaceAll('\0', ' ');
}
