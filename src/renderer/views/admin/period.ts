/** Periods as the ledger keeps them (seconds, from inclusive, until exclusive, null open) and as a person enters them: days. */

export interface Period {
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

export type PeriodEnd = 'from' | 'until';

/**
 * The day of a bound as `2026-09-14` on this computer's clock, empty for an open one. Until is told as the last day that belongs to
 * the period, the way people say it.
 */
export function toDay(sec: number | null, end: PeriodEnd): string {
  if (sec === null) return '';
  const at = new Date((end === 'until' ? sec - 1 : sec) * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The bound of a day: its first second, or the first one after it. Null for what is no day, or before 1970. */
export function toSec(day: string, end: PeriodEnd): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const days = Number(match[3]) + (end === 'until' ? 1 : 0);
  const sec = new Date(Number(match[1]), Number(match[2]) - 1, days).getTime() / 1000;
  return Number.isNaN(sec) || sec < 0 ? null : sec;
}

/** True where a bound is not the edge of a day, so that its day alone does not say it whole. */
export function isWithinDay(sec: number | null, end: PeriodEnd): boolean {
  return sec !== null && toSec(toDay(sec, end), end) !== sec;
}

export function isReversed({ fromSec, untilSec }: Period): boolean {
  return fromSec !== null && untilSec !== null && fromSec >= untilSec;
}

export function isNow({ fromSec, untilSec }: Period, nowSec: number): boolean {
  return (fromSec === null || fromSec <= nowSec) && (untilSec === null || nowSec < untilSec);
}
