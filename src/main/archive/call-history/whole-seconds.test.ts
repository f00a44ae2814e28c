import { expect, it } from 'vitest';
import { toWholeSeconds } from './whole-seconds';

it('reads a count of seconds, and nothing else as one', () => {
  expect(['0', '125', ' 7 ', '007'].map(toWholeSeconds)).toEqual([0, 125, 7, 7]);
  const none = ['', '1e999', '-5', '12.5', '0x10', 'Infinity', '９', '1'.repeat(400)];
  expect(none.map(toWholeSeconds)).toEqual(none.map(() => 0));
});
