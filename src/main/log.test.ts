import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from './log';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-log-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function lines(): Record<string, unknown>[] {
  const text = readFileSync(path.join(dir, 'hearback.log'), 'utf8');
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/);
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one line for one event, whatever is in it', () => {
  const log = openLog(dir, 'window');
  const hostile = 'a\r\n{"event":"forged"}\u001b[2J\u0085\u2028\u009b %s %d end';
  log.info('hostile', { hostile });
  log.info('second');
  expect(lines().map((line) => line.event)).toEqual(['hostile', 'second']);
  expect(lines()[0]?.hostile).toBe(hostile);
});

it('keeps a failure whole, with its causes, under the id that it gives out', () => {
  const log = openLog(dir, 'command line');
  const id = log.failure(
    new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'EIO' }) }),
    'a test',
  );
  const [line] = lines();
  expect(line).toMatchObject({ id, during: 'a test', client: 'command line', level: 'error' });
  expect(JSON.stringify(line)).toContain('inner');
  expect(JSON.stringify(line)).toContain('EIO');
  expect(JSON.stringify(line)).toContain('log.test.ts');
});

it.each([undefined, null, 'text', 42, {}, [], Symbol('s'), Object.create(null)])(
  'takes whatever was thrown: %s',
  (thrown) => {
    expect(openLog(dir, 'window').failure(thrown, 'a test')).toMatch(/^[0-9a-f]{8}$/);
  },
);

it('begins anew beyond five MiB, and keeps the one before', () => {
  const filePath = path.join(dir, 'hearback.log');
  writeFileSync(filePath, 'x'.repeat(5 * 1024 * 1024 + 1));
  openLog(dir, 'window').info('next');
  expect(lines().map((line) => line.event)).toEqual(['next']);
  expect(readFileSync(path.join(dir, 'hearback.old.log'), 'utf8')).toMatch(/^x+$/);
});

it('throws nothing where its folder is gone', () => {
  const log = openLog(dir, 'window');
  rmSync(dir, { recursive: true });
  expect(log.failure(new Error('late'), 'a test')).toMatch(/^[0-9a-f]{8}$/);
});
