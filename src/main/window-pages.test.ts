import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pages } from './window-pages';
import { openPages } from './window-pages';

let dir: string;
let pages: Pages;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-pages-'));
  writeFileSync(path.join(dir, 'secret.js'), 'outside');
  mkdirSync(path.join(dir, 'renderer', 'assets'), { recursive: true });
  writeFileSync(
    path.join(dir, 'renderer', 'index.html'),
    '<!doctype html><html><head><title>x</title></head></html>',
  );
  writeFileSync(path.join(dir, 'renderer', 'assets', 'index-1a.js'), 'inside');
  writeFileSync(path.join(dir, 'renderer', 'assets', 'index-1a.js.map'), '{}');
  pages = openPages(path.join(dir, 'renderer'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => pages.answer({ url, method });

it('serves the page and its parts with their types', async () => {
  expect((await get('app://hearback/')).headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  const script = await get('app://hearback/assets/index-1a.js?v=1#x');
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(await script.text()).toBe('inside');
});

it('makes a new nonce for each load, the same in the policy and in the page', async () => {
  const loads = await Promise.all([get('app://hearback/index.html'), get('app://hearback/index.html')]);
  const nonces = await Promise.all(
    loads.map(async (load) => {
      const inPage = /nonce="([^"]+)"/.exec(await load.text())?.[1];
      expect(load.headers.get('Content-Security-Policy')).toContain(`style-src 'self' 'nonce-${inPage}'`);
      return inPage;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

it('allows nothing unsafe', async () => {
  const policy = (await get('app://hearback/')).headers.get('Content-Security-Policy') ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("default-src 'none'");
});

it.each([
  'app://hearback/../secret.js',
  'app://hearback/assets/../../secret.js',
  'app://hearback/..%2fsecret.js',
  'app://hearback/%2e%2e/secret.js',
  'app://hearback/assets\\..\\..\\secret.js',
  'app://hearback//secret.js',
  'app://hearback/index.html%00.js',
  'app://hearback/assets/',
  'app://hearback/assets/index-1a.js.map',
  'app://other/index.html',
  'app://hearback.evil/index.html',
  'app://hearback',
  'file:///etc/passwd',
  '',
])('has nothing at %j', async (url) => {
  expect((await get(url)).status).toBe(404);
});

it('answers HEAD without a body and refuses other methods', async () => {
  expect(await (await get('app://hearback/', 'HEAD')).text()).toBe('');
  expect((await get('app://hearback/', 'POST')).status).toBe(405);
});

it('tells when the scripts are with the page, and not as soon as it has its HTML', async () => {
  let isGiven = false;
  const given = pages.scriptsGiven.then(() => (isGiven = true));
  await get('app://hearback/');
  await get('app://hearback/assets/index-1a.js');
  expect(isGiven).toBe(false);
  await given;
});

it('says so when the program has not been built', () => {
  expect(() => openPages(path.join(dir, 'renderer', 'assets'))).toThrow('has not been built');
});
