import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportGrouping } from '../../shared/calls';
import type { TimedCall } from '../catalog/calls-writer';
import { putCalls } from '../catalog/calls-writer';
import { openCatalog } from '../catalog/database';
import { party, PLACE } from '../catalog/drafts.test-support';
import type { WritableDb } from '../sqlite/database';
import { toReport } from './calls-report';
import type { Directory } from './directory';
import { toLibraryWorld } from './library-world';
import type { Told } from './people.test-support';
import { NO_HOLDS, person } from './people.test-support';

let dir: string;
let db: WritableDb;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-report-'));
  db = openCatalog(path.join(dir, 'catalog.db'));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const HOUR_MS = 3_600_000;
/** Monday, 5 January 2026, 00:00 in Berlin. */
const MONDAY_MS = Date.UTC(2026, 0, 4, 23);
/** Ann passed 201 to Bob on Wednesday at noon in Berlin. */
const PASSED_SEC = Date.UTC(2026, 0, 7, 11) / 1000;

const directory: Directory = {
  nameOfExtension: (number, atSec) => (number === '201' ? (atSec < PASSED_SEC ? 'Ann' : 'Bob') : null),
  changesOfExtension: (number) => (number === '201' ? [PASSED_SEC] : []),
  nameOfGroup: (number) => (number === '700' ? 'Sales' : null),
  nameOfLine: () => null,
  numbersOfName: () => [],
};
const REPORTER: Told = { settings: { callReporting: true }, organisation: { callReporting: true } };

let made = 0;
/** A call so many hours after that midnight. */
function callAt(hours: number, told: Partial<TimedCall> = {}): TimedCall {
  const startedAtMs = MONDAY_MS + hours * HOUR_MS;
  return {
    linkedReference: `${(made += 1)}.0`,
    startedAtMs,
    answeredAtMs: startedAtMs + 5000,
    endedAtMs: startedAtMs + 65_000,
    direction: 'inbound',
    disposition: 'answered',
    parties: [party('0301234', 'external', 'caller'), party('201')],
    group: null,
    line: null,
    accountCode: null,
    legs: 1,
    wallHour: Math.floor((startedAtMs + HOUR_MS) / HOUR_MS),
    ...told,
  };
}
const MISSED = { disposition: 'notAnswered', answeredAtMs: null } as const;

function put(...calls: readonly TimedCall[]): void {
  putCalls(db, new Set(calls.map((call) => call.linkedReference)), calls, PLACE);
}

function reportOf(
  by: ReportGrouping,
  told: Told = REPORTER,
  fromDay = '2026-01-05',
  untilDay = '2026-01-11',
) {
  const world = toLibraryWorld({
    ...{ db, directory, holds: NO_HOLDS, onMismatch: () => undefined },
    sources: { findSource: () => undefined },
  });
  return toReport(world, person(told), { fromDay, untilDay, by });
}

test('calls are counted by day, hour and weekday of the wall clock, with the time talked and waited', () => {
  put(callAt(0), callAt(23.5), callAt(24, MISSED), callAt(24 * 7 - 0.5), callAt(24 * 7), callAt(-0.5));
  const { rows, total } = reportOf('day');
  expect(rows).toEqual([
    { key: '2026-01-05', name: null, calls: 2, answered: 2, talkMs: 120_000, waitMs: 10_000 },
    { key: '2026-01-06', name: null, calls: 1, answered: 0, talkMs: 0, waitMs: 65_000 },
    { key: '2026-01-11', name: null, calls: 1, answered: 1, talkMs: 60_000, waitMs: 5000 },
  ]);
  expect(total).toEqual({ calls: 4, answered: 3, talkMs: 180_000, waitMs: 80_000 });
  const countsBy = (by: ReportGrouping) => reportOf(by).rows.map(({ key, calls }) => [key, calls]);
  expect(countsBy('hour')).toEqual([
    ['0', 2],
    ['23', 2],
  ]);
  expect(countsBy('weekday')).toEqual([
    ['1', 2],
    ['2', 1],
    ['7', 1],
  ]);
  expect(countsBy('disposition')).toEqual([
    ['answered', 3],
    ['notAnswered', 1],
  ]);
  expect(countsBy('direction')).toEqual([['inbound', 4]]);
});

test('a call belongs to whoever had the extension when it was made, also on the day on which it passed on', () => {
  const noon = 2 * 24 + 12;
  put(
    callAt(1),
    callAt(noon - 0.01),
    callAt(noon),
    callAt(noon + 1),
    callAt(100),
    callAt(3, { parties: [party('202')] }),
  );
  expect(reportOf('person').rows.map(({ key, name, calls }) => [key, name, calls])).toEqual([
    ['201', 'Bob', 3],
    ['201', 'Ann', 2],
    ['202', null, 1],
  ]);
  // Long before and long after, no day has to be looked at call by call.
  expect(reportOf('person', REPORTER, '2026-01-05', '2026-01-05').rows).toMatchObject([
    { name: 'Ann' },
    { key: '202' },
  ]);
});

test('groups and lines are summed with their names, and a call of two people counts once in the whole', () => {
  put(
    callAt(1, { group: '700', line: '4930' }),
    callAt(2, { group: '700', parties: [party('201'), party('202', 'extension', 'caller')] }),
  );
  expect(reportOf('group').rows).toMatchObject([{ key: '700', name: 'Sales', calls: 2 }]);
  expect(reportOf('line').rows).toMatchObject([{ key: '4930', name: null, calls: 1 }]);
  const { rows, total } = reportOf('person');
  expect(rows.map((row) => row.calls)).toEqual([2, 1]);
  expect(total.calls).toBe(2);
});

test('nobody sees a report without the setting, the portal and the organisation; not even an administrator', () => {
  put(callAt(1));
  const on = { callReporting: true };
  for (const told of [
    { settings: on },
    { organisation: on },
    { settings: { callReporting: true, portal: false }, organisation: on },
    { settings: on, organisation: on, isActive: false },
    { organisation: on, rights: ['mediaManagerAdministrator'] },
  ] satisfies Told[]) {
    expect(() => reportOf('day', told), JSON.stringify(told)).toThrow(
      expect.objectContaining({ reason: 'forbidden' }),
    );
  }
  expect(reportOf('day', { ...REPORTER, organisationId: 2 }).total.calls).toBe(0);
});

test('a period that is none is refused', () => {
  for (const [from, until] of [
    ['2026-01-05', '2026-01-04'],
    ['2026-02-30', '2026-02-28'],
    ['1970-01-01', '2099-12-31'],
  ] as const) {
    expect(() => reportOf('day', REPORTER, from, until), from).toThrow(
      expect.objectContaining({ reason: 'invalid-input' }),
    );
  }
});
