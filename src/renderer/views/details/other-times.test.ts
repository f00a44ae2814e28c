import { expect, it } from 'vitest';
import type { CallLeg } from '../../../shared/model';
import { toTestDetails, toTestRow } from '../library/row.test-fixture';
import { listOtherTimes } from './other-times';

const START_MS = Date.UTC(2024, 2, 5, 13, 30, 15);
const MINUTE_MS = 60_000;
const NOW_MS = Date.UTC(2026, 0, 1);
const row = toTestRow(1, { startedAtMs: START_MS, durationMs: 5 * MINUTE_MS });
const { technical } = toTestDetails(row);

const told = (modifiedAtMs: number, more: Partial<ReturnType<typeof toTestDetails>> = {}) =>
  listOtherTimes({ ...toTestDetails(row), ...more, technical: { ...technical, modifiedAtMs } }, NOW_MS);

const leg = (startedAtMs: number): CallLeg => ({
  startedAtMs,
  answeredAtMs: null,
  endedAtMs: startedAtMs + 10 * MINUTE_MS,
  from: { number: '201', name: null },
  to: '202',
  disposition: 'ANSWERED',
  application: 'Dial',
});

it('says nothing of a file that was written while the call went on, or soon after', () => {
  expect(told(START_MS + 5 * MINUTE_MS)).toEqual([]);
  expect(told(START_MS + 6.9 * MINUTE_MS)).toEqual([]);
  expect(told(START_MS - 1.9 * MINUTE_MS)).toEqual([]);
});

it('tells when a file was written at another time', () => {
  const hourLater = START_MS + 65 * MINUTE_MS;
  expect(told(hourLater)).toEqual([{ by: 'file', atMs: hourLater }]);
  expect(told(START_MS - 3 * MINUTE_MS)).toEqual([{ by: 'file', atMs: START_MS - 3 * MINUTE_MS }]);
});

it('takes no time of a file that is none: the beginning of counting, and the future', () => {
  expect(told(0)).toEqual([]);
  expect(told(Date.UTC(1980, 0, 1))).toEqual([]);
  expect(told(NOW_MS)).toEqual([]);
});

it('tells the time of the name where something surer told another', () => {
  const nameTimeMs = START_MS + 60 * MINUTE_MS;
  expect(told(START_MS, { nameTimeMs })).toEqual([{ by: 'name', atMs: nameTimeMs }]);
});

it('tells the time of call history where the recording began before or after its call, not within', () => {
  expect(told(START_MS, { legs: [leg(START_MS - 8 * MINUTE_MS)] })).toEqual([]);
  const later = START_MS + 60 * MINUTE_MS;
  expect(told(START_MS, { legs: [leg(later), leg(later + MINUTE_MS)] })).toEqual([
    { by: 'history', atMs: later },
  ]);
});
