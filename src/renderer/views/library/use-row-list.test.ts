import { expect, it } from 'vitest';
import { MAX_ROWS, PAGE_ROWS } from './recording-pages';
import { toExtent } from './use-row-list';

const reading = { version: 1, knownRows: 100, isComplete: false, error: null };
const ROOM = PAGE_ROWS / 4;

it('makes room for what is counted, and knows the last row of a list that was counted to its end', () => {
  const counted = { state: reading, count: { count: 5000, isExact: true }, isCountOfShown: true };
  expect(toExtent(counted)).toEqual({ rowCount: 5000, ariaRowCount: 5001, lastIndex: 4999 });
  expect(toExtent({ ...counted, count: { count: MAX_ROWS * 2, isExact: true } }).rowCount).toBe(MAX_ROWS);
});

it('makes room for the rows that are surely there where counting stopped, and knows of no last one', () => {
  const cut = { state: reading, count: { count: 5000, isExact: false }, isCountOfShown: true };
  expect(toExtent(cut)).toEqual({ rowCount: 5000, ariaRowCount: -1, lastIndex: null });
});

it('takes no count of another list, and no count at all once every row is known', () => {
  const other = { state: reading, count: { count: 5000, isExact: true }, isCountOfShown: false };
  expect(toExtent(other)).toEqual({ rowCount: 100 + ROOM, ariaRowCount: -1, lastIndex: null });
  const whole = { ...other, state: { ...reading, isComplete: true }, isCountOfShown: true };
  expect(toExtent(whole)).toEqual({ rowCount: 100, ariaRowCount: 101, lastIndex: 99 });
});
