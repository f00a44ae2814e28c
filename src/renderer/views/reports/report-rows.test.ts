import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Report, ReportRow } from '../../../shared/calls';
import { en } from '../../i18n/en';
import { toDays } from './period';
import { toShownGrouping, toShownRows } from './report-rows';

const t = i18next.t;
beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});

function row(key: string, calls: number, name: string | null = null): ReportRow {
  return { key, name, calls, answered: calls, talkMs: calls * 1000, waitMs: 0 };
}
const reportOf = (...rows: ReportRow[]): Report => ({
  rows,
  total: { calls: 0, answered: 0, talkMs: 0, waitMs: 0 },
});
const march = { fromDay: '2026-02-27', untilDay: '2026-03-02' };

test('days on which nobody called are shown too, in their order', () => {
  const rows = toShownRows(t, reportOf(row('2026-03-01', 4)), { by: 'day', days: march, locale: 'en-GB' });
  expect(rows.map(({ key, calls }) => [key, calls])).toEqual([
    ['2026-02-27', 0],
    ['2026-02-28', 0],
    ['2026-03-01', 4],
    ['2026-03-02', 0],
  ]);
  expect(rows[2]).toMatchObject({ label: 'Sun, 1 March 2026', short: '01/03' });
});

test('more days than can be told apart become months', () => {
  const days = { fromDay: '2026-01-01', untilDay: '2026-12-31' };
  expect(toShownGrouping({ by: 'day', days })).toBe('month');
  const report = reportOf(row('2026-03-01', 4), row('2026-03-31', 1), row('2026-12-31', 2));
  const rows = toShownRows(t, report, { by: 'day', days, locale: 'en-GB' });
  expect(rows).toHaveLength(12);
  expect(rows.filter(({ calls }) => calls > 0)).toMatchObject([
    { label: 'March 2026', calls: 5, talkMs: 5000 },
    { label: 'December 2026', calls: 2 },
  ]);
});

test('hours and weekdays are whole, people come with most calls first', () => {
  const shown = (by: 'hour' | 'weekday' | 'person', ...rows: ReportRow[]) =>
    toShownRows(t, reportOf(...rows), { by, days: march, locale: 'en-GB' });
  expect(shown('hour', row('9', 1)).map(({ calls }) => calls)).toEqual(
    Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 1 : 0)),
  );
  expect(shown('weekday').map(({ label }) => label)).toEqual([
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ]);
  const people = shown('person', row('201', 1, 'Ann'), row('201', 3, 'Bob'), row('202', 2));
  expect(people.map(({ label }) => label)).toEqual(['Bob (201)', '202', 'Ann (201)']);
  expect(new Set(people.map(({ key }) => key)).size).toBe(3);
});

test('periods are whole days of the calendar, also over the end of a month and a year', () => {
  const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
  expect(toDays({ preset: 'last7Days' }, at(2026, 3, 3))).toEqual({
    fromDay: '2026-02-25',
    untilDay: '2026-03-03',
  });
  expect(toDays({ preset: 'lastMonth' }, at(2026, 1, 31))).toEqual({
    fromDay: '2025-12-01',
    untilDay: '2025-12-31',
  });
  const own = { preset: 'own', fromDay: '2026-03-02', untilDay: '2026-03-01' } as const;
  expect(toDays(own, 0)).toBeNull();
  expect(toDays({ ...own, fromDay: '' }, 0)).toBeNull();
  expect(toDays({ ...own, untilDay: '2026-03-02' }, 0)).toEqual({
    fromDay: '2026-03-02',
    untilDay: '2026-03-02',
  });
});
