import path from 'node:path';
import { expect, it } from 'vitest';
import { findDebuggingSwitch, toStartOptions } from './index-options';

it('understands its own options among those of Chromium', () => {
  expect(
    toStartOptions(['electron', '.', '--sample', '--profile', '/p', '--no-sandbox', '--screenshot=/s.png']),
  ).toEqual({
    profileDir: path.resolve('/p'),
    proposesSample: true,
    screenshotPath: path.resolve('/s.png'),
  });
  expect(toStartOptions(['hearback', '--disable-gpu'])).toEqual({
    profileDir: null,
    proposesSample: false,
    screenshotPath: null,
  });
});

it.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '-remote-debugging-port=1',
  '/remote-debugging-port=1',
  '--REMOTE-debugging-port=1',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
])('knows %s for a door to the inside', (arg) => {
  expect(findDebuggingSwitch(['hearback', arg])).toBe(arg);
});

it('lets ordinary switches pass', () => {
  expect(findDebuggingSwitch(['hearback', '--profile', '/inspect/p', '--disable-gpu', '--no-sandbox'])).toBe(
    undefined,
  );
});
