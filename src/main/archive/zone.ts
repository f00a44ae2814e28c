/**
 * Wall clock of a phone system → UTC. A scan converts hundreds of thousands of names, so the zone's rules are asked once a
 * day of the archive and kept; all else is arithmetic.
 */

const DAY_MS = 86_400_000;
/** Days kept at most; an archive of 27 years has 10,000. */
const DAYS_KEPT = 20_000;
const QUARTER_MS = 900_000;
const QUARTERS_KEPT = 40_000;

export interface ZonedTime {
  readonly ms: number;
  /** The hour occurred twice, or never: `ms` is the earlier reading, or the time the clock was moved on to. */
  readonly isDoubtful: boolean;
  /** The later reading of an hour that occurred twice. */
  readonly laterMs: number | null;
}

/** Both possible offsets of the days around a day; equal on almost every day of the year. */
interface DayOffsets {
  readonly beforeMs: number;
  readonly afterMs: number;
}

export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, DayOffsets>();
  readonly #quarters = new Map<number, number>();

  /** Throws RangeError for a zone that the runtime does not know. */
  constructor(readonly timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** `wallMs` is the wall clock written as if it were UTC: `toWallMs` or `Date.UTC`. */
  toUtc(wallMs: number): ZonedTime {
    const { beforeMs, afterMs } = this.#offsetsAround(wallMs);
    if (beforeMs === afterMs) return { ms: wallMs - beforeMs, isDoubtful: false, laterMs: null };
    const readings = [wallMs - beforeMs, wallMs - afterMs].filter((ms) => ms + this.offsetMs(ms) === wallMs);
    const [first, second] = readings;
    // In the gap of spring a clock that was not yet moved on shows the time by the offset before.
    if (first === undefined) return { ms: wallMs - beforeMs, isDoubtful: true, laterMs: null };
    if (second === undefined) return { ms: first, isDoubtful: false, laterMs: null };
    return { ms: Math.min(first, second), isDoubtful: true, laterMs: Math.max(first, second) };
  }

  /** As `offsetMs`, for very many moments: no zone has ever moved its clock within a quarter of an hour of UTC. */
  quarterOffsetMs(atMs: number): number {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const kept = this.#quarters.get(quarter);
    if (kept !== undefined) return kept;
    const offsetMs = this.offsetMs(quarter * QUARTER_MS);
    if (this.#quarters.size >= QUARTERS_KEPT) this.#quarters.clear();
    this.#quarters.set(quarter, offsetMs);
    return offsetMs;
  }

  /** Offset of the zone's wall clock from UTC at a moment. */
  offsetMs(atMs: number): number {
    const wholeMs = Math.floor(atMs / 1000) * 1000;
    let year = 0;
    const fields = { month: 1, day: 1, hour: 0, minute: 0, second: 0 };
    let isBeforeChrist = false;
    for (const part of this.#format.formatToParts(wholeMs)) {
      if (part.type === 'year') year = Number(part.value);
      else if (part.type === 'era') isBeforeChrist = part.value.startsWith('B');
      else if (part.type in fields) fields[part.type as keyof typeof fields] = Number(part.value);
    }
    const date = new Date(0);
    // Date.UTC takes years below 100 for those of the last century.
    date.setUTCFullYear(isBeforeChrist ? 1 - year : year, fields.month - 1, fields.day);
    date.setUTCHours(fields.hour, fields.minute, fields.second);
    return date.getTime() - wholeMs;
  }

  #offsetsAround(wallMs: number): DayOffsets {
    const day = Math.floor(wallMs / DAY_MS);
    const kept = this.#days.get(day);
    if (kept) return kept;
    // A day on either side is more than any zone is away from UTC.
    const offsets = {
      beforeMs: this.offsetMs((day - 1) * DAY_MS),
      afterMs: this.offsetMs((day + 2) * DAY_MS),
    };
    if (this.#days.size >= DAYS_KEPT) this.#days.clear();
    this.#days.set(day, offsets);
    return offsets;
  }
}

/** Null where the digits are no date or no time of day (a leap second counts as the second before). */
export function toWallMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 60)) return null;
  if (!(year >= 1970 && year <= 2200) || day > daysIn(year, month)) return null;
  return Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYYMMDD` and `HHMMSS`, the form of most recorders. Null where they are no date and time. */
export function toWallMsOfDigits(date: string, time: string): number | null {
  return toWallMs(
    Number(date.slice(0, 4)),
    Number(date.slice(4, 6)),
    Number(date.slice(6, 8)),
    Number(time.slice(0, 2)),
    Number(time.slice(2, 4)),
    Number(time.slice(4, 6)),
  );
}
