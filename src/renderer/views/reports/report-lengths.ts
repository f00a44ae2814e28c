/** Lengths in a report: sums of hours, and averages of minutes. */
import { toShortDuration } from '../../format/duration';

const HOUR_MS = 3_600_000;

/** `4:12` and `1:02:03` as in lists; from ten hours on, whole hours. */
export function toLengthText(durationMs: number, locale: string): string {
  if (durationMs < 10 * HOUR_MS) return toShortDuration(durationMs);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(durationMs / HOUR_MS);
}

/** A dash where there is nothing to divide by. */
export function toAverage(sumMs: number, count: number, locale: string): string {
  return count === 0 ? '–' : toLengthText(sumMs / count, locale);
}
