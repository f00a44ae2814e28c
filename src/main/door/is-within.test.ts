import path from 'node:path';
import { expect, it } from 'vitest';
import { isWithin } from './is-within';

const sample = path.resolve('resources', 'sample-archive');

it.each(['.', 'freepbx', 'freepbx/monitor', '..freepbx'])('%s is within', (dir) => {
  expect(isWithin(sample, path.join(sample, dir))).toBe(true);
});

it.each(['..', '../sample-archive-2', '../../elsewhere'])('%s is not', (dir) => {
  expect(isWithin(sample, path.join(sample, dir))).toBe(false);
});
