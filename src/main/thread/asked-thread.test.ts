import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AskedThread } from './asked-thread';

let dir: string;
let thread: AskedThread<string, string> | undefined;

/** A thread that answers by name, as the built entries do. */
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-thread-'));
  const answering = fileURLToPath(new URL('./answering.ts', import.meta.url));
  const entry = path.join(dir, 'entry.ts');
  writeFileSync(
    entry,
    `import { workerData } from 'node:worker_threads';
     import { answerQuestions } from ${JSON.stringify(answering)};
     let asked = 0;
     let hurry = () => undefined;
     answerQuestions(async (question) => {
       asked += 1;
       if (question === 'fail') throw Object.assign(new Error('It does not go.'), { code: 'SQLITE_BUSY' });
       if (question === 'die') process.exit(3);
       if (question === 'slow') await new Promise((resolve) => setTimeout(resolve, 30));
       if (question === 'long') await new Promise((resolve) => (hurry = resolve));
       return workerData + ' ' + question + ' ' + asked;
     }, (question) => question === 'hurry' && hurry());`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: path.join(dir, 'out'),
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'thread.js' } },
    },
  });
});
afterEach(() => thread?.close());
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const start = () =>
  (thread = new AskedThread<string, string>('test', path.join(dir, 'out', 'thread.js'), 'here'));

test('questions are answered one after the other, each to whoever asked it', async () => {
  const asked = start();
  expect(await Promise.all([asked.ask('slow'), asked.ask('quick')])).toEqual(['here slow 1', 'here quick 2']);
});

test('what comes next is known before its turn, so that what takes long can give way', async () => {
  const asked = start();
  const long = asked.ask('long');
  expect(await asked.ask('hurry')).toBe('here hurry 2');
  expect(await long).toBe('here long 1');
});

test('what the thread throws reaches who asked, with its code, and the thread goes on', async () => {
  const asked = start();
  await expect(asked.ask('fail')).rejects.toMatchObject({ message: 'It does not go.', code: 'SQLITE_BUSY' });
  expect(await asked.ask('again')).toBe('here again 2');
});

test('who waits when the thread dies is told, and the next question starts it anew', async () => {
  const asked = start();
  const waiting = Promise.allSettled([asked.ask('die'), asked.ask('after')]);
  expect((await waiting).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  expect(await asked.ask('new')).toBe('here new 1');
});
