/** The rows of a report as they are shown: with what was counted by in words, and with the days on which nobody called. */
import type { TFunction } from 'i18next';
import type { Disposition, Report, ReportGrouping, ReportRow, ReportSums } from '../../../shared/calls';
import type { Direction } from '../../../shared/model';
import type { Days } from './period';
import { listDays } from './period';

export interface ShownRow extends ReportSums {
  readonly key: string;
  readonly label: string;
  /** For where there is little room. */
  readonly short: string;
}

/** More days than this are drawn month by month. */
const DAYS_DRAWN = 186;
const NOTHING: ReportSums = { calls: 0, answered: 0, talkMs: 0, waitMs: 0 };

interface Asked {
  readonly by: ReportGrouping;
  readonly days: Days;
  readonly locale: string;
}

/** What the rows count by: days turn into months where there are too many. */
export function toShownGrouping({ by, days }: Pick<Asked, 'by' | 'days'>): ReportGrouping | 'month' {
  return by === 'day' && listDays(days).length > DAYS_DRAWN ? 'month' : by;
}

export function toShownRows(t: TFunction, { rows }: Report, asked: Asked): ShownRow[] {
  const { locale } = asked;
  switch (toShownGrouping(asked)) {
    case 'day':
      return filled(rows, listDays(asked.days)).map((row) => ({ ...row, ...toDayLabels(row.key, locale) }));
    case 'month':
      return toMonths(rows, asked.days).map((row) => ({ ...row, ...toMonthLabels(row.key, locale) }));
    case 'hour':
      return filled(
        rows,
        Array.from({ length: 24 }, (_, hour) => String(hour)),
      ).map((row) => ({ ...row, ...toHourLabels(row.key, locale) }));
    case 'weekday':
      return filled(rows, ['1', '2', '3', '4', '5', '6', '7']).map((row) => ({
        ...row,
        ...toWeekdayLabels(row.key, locale),
      }));
    case 'disposition':
      return rows.map((row) => labelled(row, t(`calls.disposition.${row.key as Disposition}`)));
    case 'direction':
      return rows.map((row) => labelled(row, t(`common.direction.${row.key as Direction}`)));
    case 'person':
    case 'group':
    case 'line':
      return [...rows]
        .sort((a, b) => b.calls - a.calls)
        .map((row) => ({
          ...labelled(row, row.name === null ? row.key : `${row.name} (${row.key})`),
          key: `${row.key} ${row.name ?? ''}`,
          short: row.name ?? row.key,
        }));
  }
}

function labelled(row: ReportRow, label: string): ShownRow {
  return { ...row, label, short: label };
}

function filled(rows: readonly ReportRow[], keys: readonly string[]): (ReportSums & { key: string })[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => ({ ...(byKey.get(key) ?? NOTHING), key }));
}

function toMonths(rows: readonly ReportRow[], days: Days): (ReportSums & { key: string })[] {
  const months = new Map<string, ReportSums>();
  for (const day of listDays(days)) months.set(day.slice(0, 7), NOTHING);
  for (const row of rows) {
    const before = months.get(row.key.slice(0, 7)) ?? NOTHING;
    months.set(row.key.slice(0, 7), {
      calls: before.calls + row.calls,
      answered: before.answered + row.answered,
      talkMs: before.talkMs + row.talkMs,
      waitMs: before.waitMs + row.waitMs,
    });
  }
  return [...months].map(([key, sums]) => ({ ...sums, key }));
}

/** Days bear no zone here: they are read and written in UTC alike. */
function toText(locale: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(day));
}

function toDayLabels(day: string, locale: string) {
  const label = toText(locale, day, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
  return { label, short: toText(locale, day, { day: 'numeric', month: 'numeric' }) };
}

function toMonthLabels(month: string, locale: string) {
  const day = `${month}-01`;
  const label = toText(locale, day, { month: 'long', year: 'numeric' });
  return { label, short: toText(locale, day, { month: 'numeric', year: '2-digit' }) };
}

function toHourLabels(hour: string, locale: string) {
  const clock = (hours: number) =>
    toText(locale, new Date(hours * 3_600_000).toISOString(), { hour: 'numeric', minute: '2-digit' });
  return { label: `${clock(Number(hour))} – ${clock(Number(hour) + 1)}`, short: hour };
}

/** 1 January 2024 was a Monday. */
function toWeekdayLabels(weekday: string, locale: string) {
  const day = `2024-01-0${weekday}`;
  return {
    label: toText(locale, day, { weekday: 'long' }),
    short: toText(locale, day, { weekday: 'short' }),
  };
}
