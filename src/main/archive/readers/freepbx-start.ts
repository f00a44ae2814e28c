/** When a FreePBX recording began: the local time of its name, held against the second in its unique id. */
import type { ZoneClock } from '../zone';

export interface Start {
  readonly startedAtMs: number;
  readonly isTimeDoubtful: boolean;
  /** By how much the name's clock is ahead of the phone system's count; null where both agree. */
  readonly clockOffMs: number | null;
}

const AGREEMENT_MS = 5_000;
const QUARTER_MS = 900_000;
/** The longest call of which a recording may begin late. */
const LATEST_MS = 86_400_000;

/**
 * A recording begins with its channel (most types), or later in the call (`mayBeginLate`: on demand). A difference of
 * whole quarters of an hour is that of two time zones: then the unique id is right and the source's zone is not.
 */
export function findStart(wallMs: number, epochSec: number, zone: ZoneClock, mayBeginLate: boolean): Start {
  const epochMs = epochSec * 1000;
  const { ms, isDoubtful, laterMs } = zone.toUtc(wallMs);
  const readings = laterMs === null ? [ms] : [ms, laterMs];
  const exact = readings.find((reading) => Math.abs(reading - epochMs) <= AGREEMENT_MS);
  if (exact !== undefined) return { startedAtMs: exact, isTimeDoubtful: false, clockOffMs: null };
  const aheadMs = ms - epochMs;
  const quartersMs = Math.round(aheadMs / QUARTER_MS) * QUARTER_MS;
  const isOtherZone =
    quartersMs !== 0 && Math.abs(aheadMs - quartersMs) <= AGREEMENT_MS && (!mayBeginLate || aheadMs < 0);
  if (isOtherZone)
    return {
      startedAtMs: epochMs + Math.max(0, aheadMs - quartersMs),
      isTimeDoubtful: false,
      clockOffMs: Math.min(aheadMs, quartersMs),
    };
  const late = readings.filter((reading) => reading > epochMs && reading - epochMs < LATEST_MS);
  const [first] = late;
  if (first !== undefined)
    return { startedAtMs: first, isTimeDoubtful: isDoubtful && late.length > 1, clockOffMs: null };
  return { startedAtMs: epochMs, isTimeDoubtful: true, clockOffMs: aheadMs };
}
