/** Moments as the locale writes them, and on the phone system's own clock where that differs from the computer's. */
import { toDateFormat, toDateFormatOf } from './kept-formats';

const HOUR_MS = 3_600_000;

export interface Place {
  readonly locale: string;
  /** IANA zone of the computer that the person sits at. */
  readonly timeZone: string;
}

/** `14 Sept 2026` and `09:15:02`, apart, so that a column can line them up. */
export function toDay(atMs: number, place: Place): string {
  return toDateFormat(place.locale, {
    timeZone: place.timeZone,
    day: '2-digit',
    month: 'short',
    year: 'numeric',
  }).format(atMs);
}

export function toTimeOfDay(atMs: number, place: Place): string {
  return toDateFormat(place.locale, {
    timeZone: place.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(atMs);
}

const toListDayFormat = toDateFormatOf({ day: 'numeric', month: 'short' });
const toYearDayFormat = toDateFormatOf({ day: 'numeric', month: 'short', year: 'numeric' });
const toListTimeFormat = toDateFormatOf({ hour: '2-digit', minute: '2-digit' });
const toYearFormat = toDateFormatOf({ year: 'numeric' });
const toSourceClockFormat = toDateFormatOf({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const toWallClockFormat = toDateFormatOf({ dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
const toLongFormat = toDateFormatOf({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** `14 Sept` and `09:15` for a list; the year only where it is not the present one (`todayMs`), seconds are for details. */
export function toListDay(atMs: number, todayMs: number, place: Place): string {
  const toFormat = isSameYear(atMs, todayMs, place) ? toListDayFormat : toYearDayFormat;
  return toFormat(place.locale, place.timeZone).format(atMs);
}

export function isSameYear(atMs: number, otherMs: number, { timeZone }: Place): boolean {
  const year = toYearFormat('en', timeZone);
  return year.format(atMs) === year.format(otherMs);
}

export function toListTime(atMs: number, place: Place): string {
  return toListTimeFormat(place.locale, place.timeZone).format(atMs);
}

/** The whole moment with weekday and zone, for details and tooltips. */
export function toLongMoment(atMs: number, place: Place): string {
  return toLongFormat(place.locale, place.timeZone).format(atMs);
}

/**
 * The clock on the phone system's wall (`11:15 GMT+2`) at a moment, or null where the computer's shows the same. Null too
 * for a zone that this computer does not know.
 */
export function findSourceClock(atMs: number, sourceZone: string, place: Place): string | null {
  try {
    if (sourceZone === place.timeZone || toWallClock(atMs, sourceZone) === toWallClock(atMs, place.timeZone))
      return null;
    return toSourceClockFormat(place.locale, sourceZone).format(atMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The clock of the zone was put back so that it showed this hour twice. False for a zone that this computer does not know. */
export function isRepeatedHour(atMs: number, timeZone: string): boolean {
  try {
    const shown = toWallClock(atMs, timeZone);
    return [-HOUR_MS, HOUR_MS].some((beside) => toWallClock(atMs + beside, timeZone) === shown);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Digits in a fixed order, only to compare two zones at one moment. */
function toWallClock(atMs: number, timeZone: string): string {
  return toWallClockFormat('en-CA', timeZone).format(atMs);
}
