/** Tokens of the search row that no one can type, see [Note: search tokens]. Written to disk: a change needs a rebuild. */

/** Private-use characters are letters to the tokenizer, so a token stays whole. */
const SCOPE = '\uE000';
const NUMBER = '\uE001';
const FACET = '\uE002';
const RESERVED = /[\uE000-\uE00F]/g;

/**
 * Where the length classes meet, in seconds. Each bound is a class of its own between its neighbours, so that 'at least' and 'at most'
 * one of them need no second look; the whole minutes that people choose are among them.
 */
const DURATION_BOUNDS_SEC = [
  1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1200,
  1500, 1800, 2700, 3600, 5400, 7200, 10800, 14400, 28800,
] as const;
export const LAST_DURATION_CLASS = DURATION_BOUNDS_SEC.length * 2;

export function toScopeToken(scopeId: number): string {
  return `${SCOPE}${scopeId}`;
}

/** A number of the call, whatever its part in it. */
export function toNumberToken(numberId: number): string {
  return `${NUMBER}${numberId}`;
}

export const TRANSCRIPT_FACET = `${FACET}t`;
export const SCREEN_FACET = `${FACET}s`;
/** In every search row: the left side of 'all but'. */
export const EVERY_FACET = `${FACET}e`;

export function toDirectionFacet(directionCode: number): string {
  return `${FACET}r${directionCode}`;
}

export function toDispositionFacet(dispositionCode: number): string {
  return `${FACET}o${dispositionCode}`;
}

/** An unknown length has no class. */
export function toDurationFacet(durationClass: number): string {
  return `${FACET}d${durationClass}`;
}

/** Odd for a length that is just one of the bounds, even for those between two. */
export function toDurationClass(durationMs: number): number {
  const found = DURATION_BOUNDS_SEC.findIndex((bound) => durationMs <= bound * 1000);
  if (found === -1) return LAST_DURATION_CLASS;
  return DURATION_BOUNDS_SEC[found] === durationMs / 1000 ? found * 2 + 1 : found * 2;
}

/** Text of people and archives, made fit for the index: no token of ours can come in by it. */
export function toSearchable(text: string): string {
  return text.normalize('NFC').replace(RESERVED, ' ').replaceAll('\0', ' ');
}
