import { expect, it } from 'vitest';
import { UsageError, toCliTask } from './cli-arguments';

it('understands a call with its profile, person and input', () => {
  expect(toCliTask(['--profile', '/p', '--user', 'ann', 'call', 'recordings.list', '{"limit":1}'])).toEqual({
    profileDir: '/p',
    what: { kind: 'call', method: 'recordings.list', inputJson: '{"limit":1}', userName: 'ann' },
  });
});

it('takes no input for an empty one, and options in any place', () => {
  expect(toCliTask(['call', 'system.status', '--profile=/p'])).toEqual({
    profileDir: '/p',
    what: { kind: 'call', method: 'system.status', inputJson: '{}', userName: null },
  });
});

it('lists the methods, and helps', () => {
  expect(toCliTask(['methods']).what.kind).toBe('methods');
  expect(toCliTask(['-h']).what.kind).toBe('help');
});

it.each([
  [[]],
  [['call']],
  [['list']],
  [['methods', 'all']],
  [['call', 'a', '{}', 'b']],
  [['--unknown', 'methods']],
  [['--profile']],
  [['--profile', '', 'methods']],
  [['--password', 'x', 'methods']],
])('does not understand %j, and says so', (args) => {
  expect(() => toCliTask(args)).toThrow(UsageError);
});
