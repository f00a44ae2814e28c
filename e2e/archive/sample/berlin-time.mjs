// The wall clock of the sample's phone systems, Europe/Berlin, for the one autumn that the sample covers.

/** Summer time ended on 25 October 2026 at 01:00 UTC: 02:00 to 03:00 local came twice that night. */
const SUMMER_TIME_ENDS_MS = Date.UTC(2026, 9, 25, 1);
const HOUR_MS = 3_600_000;

/** @param {number} utcMs */
export function berlinOffsetMs(utcMs) {
  return utcMs < SUMMER_TIME_ENDS_MS ? 2 * HOUR_MS : HOUR_MS;
}

/**
 * The first moment at which the clock showed this time.
 * @param {number} month 1…12
 * @param {number} day
 * @param {number} hour
 * @param {number} minute
 * @param {number} second
 */
export function berlinToUtcMs(month, day, hour, minute, second) {
  const asIfUtcMs = Date.UTC(2026, month - 1, day, hour, minute, second);
  const inSummerMs = asIfUtcMs - 2 * HOUR_MS;
  return inSummerMs < SUMMER_TIME_ENDS_MS ? inSummerMs : asIfUtcMs - HOUR_MS;
}

/**
 * The clock's parts, zero-padded, at a moment.
 * @param {number} utcMs
 * @param {number} offsetMs distance of the clock from UTC
 */
function clockParts(utcMs, offsetMs) {
  const [date = '', time = ''] = new Date(utcMs + offsetMs).toISOString().slice(0, 19).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = time.split(':');
  return { year, month, day, hour, minute, second, date, time };
}

/** @param {number} utcMs */
export const berlinClock = (utcMs) => clockParts(utcMs, berlinOffsetMs(utcMs));

/** @param {number} utcMs */
export const utcClock = (utcMs) => clockParts(utcMs, 0);

/** `YYYYMMDD` and `HHMMSS` of the Berlin clock. @param {number} utcMs */
export function berlinStamp(utcMs) {
  const clock = berlinClock(utcMs);
  return {
    ...clock,
    day8: clock.date.replaceAll('-', ''),
    time6: clock.time.replaceAll(':', ''),
  };
}
