/** Days of recordings as the bars of a strip: a bar is a day, or as many days as leave room for all. */
import type { RecordingHistogram } from '../../../shared/model';
import type { TimeChoice } from './list-filter';

/** Days as `2026-09-14`, both inclusive. */
export interface TimeBar {
  readonly fromDay: string;
  readonly untilDay: string;
  readonly count: number;
}

/** Indices of bars, both inclusive. */
export interface BarRange {
  readonly first: number;
  readonly last: number;
}

/** More could not be told apart, nor hit. */
const BARS_MAX = 180;

/** In order of time, without gaps; none where there is nothing to show. */
export function toBars({ days }: RecordingHistogram): TimeBar[] {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const firstNumber = toDayNumber(first.day);
  const total = toDayNumber(last.day) - firstNumber + 1;
  const daysPerBar = Math.ceil(total / BARS_MAX);
  const bars = Array.from({ length: Math.ceil(total / daysPerBar) }, (_, n) => ({
    fromDay: toDay(firstNumber + n * daysPerBar),
    untilDay: toDay(Math.min(firstNumber + (n + 1) * daysPerBar, firstNumber + total) - 1),
    count: 0,
  }));
  for (const { day, count } of days) {
    const bar = bars[Math.floor((toDayNumber(day) - firstNumber) / daysPerBar)];
    if (bar) bar.count += count;
  }
  return bars;
}

/** The bars that a chosen time touches; all where none is chosen, null where it lies beside them. */
export function toBarRange(bars: readonly TimeBar[], bounds: TimeChoice | null): BarRange | null {
  if (bounds === null) return { first: 0, last: bars.length - 1 };
  const { fromDay, untilDay } = bounds.preset === 'own' ? bounds : { fromDay: '', untilDay: '' };
  const first = fromDay === '' ? 0 : bars.findIndex((bar) => bar.untilDay >= fromDay);
  const last = untilDay === '' ? bars.length - 1 : findLast(bars, (bar) => bar.fromDay <= untilDay);
  return first === -1 || last === -1 || first > last ? null : { first, last };
}

/** The time of the bars as a choice; null for all of them, so that what is recorded from now on belongs to it. */
export function toTimeChoice(bars: readonly TimeBar[], { first, last }: BarRange): TimeChoice | null {
  if (first <= 0 && last >= bars.length - 1) return null;
  return {
    preset: 'own',
    fromDay: first <= 0 ? '' : (bars[first]?.fromDay ?? ''),
    untilDay: last >= bars.length - 1 ? '' : (bars[last]?.untilDay ?? ''),
  };
}

/** A preset as days, so that the strip can show it. */
export function toOwnDays(
  time: TimeChoice | null,
  bounds: { readonly fromMs?: number | undefined },
): TimeChoice | null {
  if (time === null || time.preset === 'own') return time;
  const from = new Date(bounds.fromMs ?? 0);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    preset: 'own',
    fromDay: `${from.getFullYear()}-${two(from.getMonth() + 1)}-${two(from.getDate())}`,
    untilDay: '',
  };
}

function toDayNumber(day: string): number {
  // As of UTC, where every day has 24 hours: only the distance counts.
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function toDay(dayNumber: number): string {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
}

function findLast(bars: readonly TimeBar[], isWanted: (bar: TimeBar) => boolean): number {
  for (let at = bars.length - 1; at >= 0; at -= 1) {
    const bar = bars[at];
    if (bar && isWanted(bar)) return at;
  }
  return -1;
}
