/** Arithmetic of the key, see [Note: keys in time order]. */

const KEYS_PER_SECOND = 2 ** 18;

/** The first key of a second; as an upper bound it excludes that second. */
export function toFirstKey(sec: number): number {
  return sec * KEYS_PER_SECOND;
}

export function toKeySecond(key: number): number {
  return Math.floor(key / KEYS_PER_SECOND);
}

/** The seconds of a range of keys whose bounds are first keys, or those of every key: from inclusive, until exclusive. */
export function toSecondBounds(range: { readonly fromKey: number; readonly untilKey: number }): {
  readonly fromSec: number;
  readonly untilSec: number;
} {
  return {
    fromSec: Math.ceil(range.fromKey / KEYS_PER_SECOND),
    untilSec: Math.ceil(range.untilKey / KEYS_PER_SECOND),
  };
}

/** Bounds of every key there can be: from inclusive, until exclusive. */
export const ANY_KEY = { fromKey: Number.MIN_SAFE_INTEGER, untilKey: Number.MAX_SAFE_INTEGER } as const;

/** A start before 1970 or after 2100 is no start of a recording; the key would still be safe far beyond both. */
export function isStartInRange(startedAtMs: number): boolean {
  return Number.isSafeInteger(startedAtMs) && startedAtMs >= 0 && startedAtMs <= 4_102_444_800_000;
}
