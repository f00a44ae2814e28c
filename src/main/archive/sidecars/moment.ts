/** Moments as phone systems write them into details files: with a zone, without one, as counts since 1970, in any order of the day. */
import { toWallMs } from '../zone';
import type { ZoneClock } from '../zone';

export interface Moment {
  readonly ms: number;
  readonly isDoubtful: boolean;
}

const YEAR_FIRST =
  /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})[T _-]{0,3}(?:(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,]\d{1,9})?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const YEAR_LAST =
  /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ,]{1,2}|$)(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)? ?([AP]M)?$/i;
const TIME_ALONE = /^(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)? ?([AP]M)?$/i;
const NET_DATE = /^\/Date\((\d{12,13})(?:[+-]\d{4})?\)\/$/;
const DAY_MS = 86_400_000;
/** 1980 and 2100: outside, a number of ten digits is a telephone number or an id. */
const EARLIEST_SEC = 315_532_800;
const LATEST_SEC = 4_102_444_800;

/**
 * Null where the text is no moment. `nearMs` (the time of the file) decides between 3 April and 4 March, and the moment is then doubtful.
 */
export function parseMoment(text: string, zone: ZoneClock, nearMs: number): Moment | null {
  const told = text.trim().slice(0, 60);
  return parseCount(told) ?? parseYearFirst(told, zone) ?? parseYearLast(told, zone, nearMs);
}

/** Date and time in two fields. Null where they are none. */
export function parseDateAndTime(date: string, time: string, zone: ZoneClock, nearMs: number): Moment | null {
  const [day = ''] = date.trim().split(/[T ]/, 1);
  const match = TIME_ALONE.exec(time.trim());
  if (!match) return null;
  const [, hour = '', minute = '', second = '00', half] = match;
  const clock = `${hour.padStart(2, '0')}:${minute}:${second}${half ? ` ${half}` : ''}`;
  return half
    ? parseYearLast(`${toYearLast(day)} ${clock}`, zone, nearMs)
    : parseMoment(`${day} ${clock}`, zone, nearMs);
}

export function isTimeOfDay(text: string): boolean {
  return TIME_ALONE.test(text.trim());
}

export function isDay(text: string): boolean {
  const day = text.trim();
  return /^\d{4}([-/.]?)\d{1,2}\1\d{1,2}$/.test(day) || /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/.test(day);
}

function toYearLast(day: string): string {
  const match = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(day);
  return match ? `${match[3] ?? ''}.${match[2] ?? ''}.${match[1] ?? ''}` : day;
}

function parseCount(text: string): Moment | null {
  const count = NET_DATE.exec(text)?.[1] ?? (/^\d{9,16}(?:\.\d{1,9})?$/.test(text) ? text : null);
  if (count === null) return null;
  const whole = Number(count);
  const digits = count.split('.', 1)[0]?.length ?? 0;
  const sec = digits <= 10 ? whole : digits <= 13 ? whole / 1e3 : whole / 1e6;
  return sec >= EARLIEST_SEC && sec <= LATEST_SEC ? { ms: Math.round(sec * 1000), isDoubtful: false } : null;
}

function parseYearFirst(text: string, zone: ZoneClock): Moment | null {
  const match = YEAR_FIRST.exec(text);
  if (match?.[5] === undefined) return null;
  const [, year, , month, day, hour, minute, second = '0', offset] = match;
  const wallMs = toWallMs(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (wallMs === null) return null;
  return offset === undefined
    ? fromWall(wallMs, zone)
    : { ms: wallMs - toOffsetMs(offset), isDoubtful: false };
}

/** `+0300`, `+03:00`, `+03`, `Z`. */
function toOffsetMs(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function parseYearLast(text: string, zone: ZoneClock, nearMs: number): Moment | null {
  const match = YEAR_LAST.exec(text);
  if (match?.[5] === undefined) return null;
  const [, one = '', separator, two = '', year, hourText, minute, second = '0', half] = match;
  const hour = toHour(Number(hourText), half);
  const toMs = (day: string, month: string): number | null =>
    toWallMs(Number(year), Number(month), Number(day), hour, Number(minute), Number(second));
  const dayFirst = toMs(one, two);
  // Dots are written where the day comes first.
  const monthFirst = separator === '.' ? null : toMs(two, one);
  const only =
    dayFirst === null ? monthFirst : monthFirst === null || monthFirst === dayFirst ? dayFirst : null;
  if (only !== null) return fromWall(only, zone);
  if (dayFirst === null || monthFirst === null) return null;
  const isDayNearer = Math.abs(dayFirst - nearMs) <= Math.abs(monthFirst - nearMs);
  const chosen = fromWall(isDayNearer ? dayFirst : monthFirst, zone);
  // Within two days of the file's own time it is no guess any more.
  return { ms: chosen.ms, isDoubtful: chosen.isDoubtful || Math.abs(chosen.ms - nearMs) > 2 * DAY_MS };
}

function toHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function fromWall(wallMs: number, zone: ZoneClock): Moment {
  const { ms, isDoubtful } = zone.toUtc(wallMs);
  return { ms, isDoubtful };
}
