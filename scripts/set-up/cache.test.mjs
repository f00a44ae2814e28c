import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hashOf, makeOnce } from './cache.mjs';

/** @type {string} */
let dir;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', dir);
});

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** @param {string} into */
async function makeFile(into) {
  fs.writeFileSync(path.join(into, 'made'), 'whole');
}

it('makes a thing once, and finds it the next time', async () => {
  const first = await makeOnce('thing', 'aa', makeFile);
  const second = await makeOnce('thing', 'aa', () => Promise.reject(new Error('made twice')));

  expect(second).toBe(first);
  expect(fs.readFileSync(path.join(second, 'made'), 'utf8')).toBe('whole');
});

it('makes it anew after a recipe has changed', async () => {
  expect(await makeOnce('thing', 'aa', makeFile)).not.toBe(await makeOnce('thing', 'bb', makeFile));
});

it('leaves nothing behind when the making fails, and makes it the next time', async () => {
  const failing = makeOnce('thing', 'aa', async (into) => {
    await makeFile(into);
    throw new Error('line went down');
  });

  await expect(failing).rejects.toThrow('line went down');
  expect(fs.readdirSync(path.join(dir, 'hearback'))).toEqual([]);
  await expect(makeOnce('thing', 'aa', makeFile)).resolves.toContain('thing-aa');
});

it('takes the other one where two are made at a time', async () => {
  const [first, second] = await Promise.all([
    makeOnce('thing', 'aa', makeFile),
    makeOnce('thing', 'aa', makeFile),
  ]);

  expect(second).toBe(first);
  expect(fs.readdirSync(path.join(dir, 'hearback'))).toEqual(['thing-aa']);
});

it('tells ingredients apart, whatever they are joined to', () => {
  expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
});
