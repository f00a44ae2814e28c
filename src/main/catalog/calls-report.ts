/** Sums of calls over a period of days, read from the tallies; see calls-tally.ts. */
import type { ReportSums } from '../../shared/calls';
import type { ReadableDb } from '../sqlite/database';
import { SCOPE_CLASSES } from './codes';
import { findScopeId } from './dictionary';
import { toFirstKey } from './recording-key';
import type { Call } from './calls';
import { findCallByKey } from './calls';
import { placeholders } from './multi-row';

/** Days since 1970 on the wall clocks of the sources, both inclusive. */
export interface DayRange {
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface KeyedSums extends ReportSums {
  /** What stands in the column that was summed by. */
  readonly key: number | string;
}

/** Days begin at most so many hours before the day of UTC does, and end so many after it. */
const ZONES_SEC = 14 * 3600;
const DAY_SEC = 86_400;
const SUMS = 'sum(calls) AS calls, sum(answered) AS answered, sum(talk_ms) AS talkMs, sum(wait_ms) AS waitMs';
const PERIOD = 'organisation_id = ? AND subject = ? AND wall_day >= ? AND wall_day <= ?';

/** 1970 began on a Thursday; Monday is 1. */
const KEYS = {
  day: 'wall_day',
  hour: 'hour',
  weekday: '(wall_day + 3) % 7 + 1',
  direction: 'direction',
  disposition: 'disposition',
} as const;

export function sumCalls(
  db: ReadableDb,
  organisationId: number,
  { firstDay, lastDay }: DayRange,
  by: keyof typeof KEYS,
): KeyedSums[] {
  return db.all<KeyedSums>(
    `SELECT ${KEYS[by]} AS key, ${SUMS} FROM call_tally WHERE ${PERIOD} GROUP BY 1 ORDER BY 1`,
    [organisationId, 'all', firstDay, lastDay],
  );
}

export function sumAllCalls(
  db: ReadableDb,
  organisationId: number,
  { firstDay, lastDay }: DayRange,
): ReportSums {
  const sums = db.get<{ [Name in keyof ReportSums]: number | null }>(
    `SELECT ${SUMS} FROM call_tally WHERE ${PERIOD}`,
    [organisationId, 'all', firstDay, lastDay],
  );
  return {
    calls: sums?.calls ?? 0,
    answered: sums?.answered ?? 0,
    talkMs: sums?.talkMs ?? 0,
    waitMs: sums?.waitMs ?? 0,
  };
}

export interface NumberSums extends ReportSums {
  readonly number: string;
}

export function sumCallsByNumber(
  db: ReadableDb,
  organisationId: number,
  { firstDay, lastDay }: DayRange,
  subject: 'extension' | 'group' | 'line',
): NumberSums[] {
  return db.all<NumberSums>(
    `SELECT number, ${SUMS} FROM call_tally WHERE ${PERIOD} GROUP BY number ORDER BY number`,
    [organisationId, subject, firstDay, lastDay],
  );
}

export interface DaySums extends NumberSums {
  readonly day: number;
}

/** One row for each of these extensions and each day on which it had calls. At most a few hundred extensions. */
export function listDaysOfExtensions(
  db: ReadableDb,
  organisationId: number,
  { firstDay, lastDay }: DayRange,
  numbers: readonly string[],
): DaySums[] {
  return db.all<DaySums>(
    `SELECT wall_day AS day, number, calls, answered, talk_ms AS talkMs, wait_ms AS waitMs FROM call_tally
     WHERE ${PERIOD} AND number IN (${placeholders(numbers.length)})`,
    [organisationId, 'extension', firstDay, lastDay, ...numbers],
  );
}

/** True where a moment lies in a day in one zone or another. */
export function mayBeWithinDay(sec: number, day: number): boolean {
  return sec > day * DAY_SEC - ZONES_SEC && sec < (day + 1) * DAY_SEC + ZONES_SEC;
}

export function toNoonSec(day: number): number {
  return day * DAY_SEC + DAY_SEC / 2;
}

/** The calls of an extension on one day; for the few days on which it passed from one person to another. */
export function listCallsOfDay(db: ReadableDb, organisationId: number, number: string, day: number): Call[] {
  const scope = { subject: 'extension', number, class: SCOPE_CLASSES.callHistory } as const;
  const scopeId = findScopeId(db, organisationId, scope);
  if (scopeId === undefined) return [];
  const keys = db.all<{ key: number }>(
    'SELECT key FROM visibility WHERE scope = ? AND key >= ? AND key < ? ORDER BY key',
    [scopeId, toFirstKey(day * DAY_SEC - ZONES_SEC), toFirstKey((day + 1) * DAY_SEC + ZONES_SEC)],
  );
  return keys
    .flatMap(({ key }) => findCallByKey(db, key) ?? [])
    .filter((call) => Math.floor(call.wallHour / 24) === day);
}
