import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { draft, PLACE } from './drafts.test-support';
import { ANY_KEY } from './recording-key';
import { putRecordings } from './recording-writer';
import type { TallyQuestion, TallyWants } from './tally-question';
import { TallyThread } from './tally-thread';

let dir: string;
let db: WritableDb;
let thread: TallyThread;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-tally-'));
  // The native module stays outside the bundle and is looked for beside it.
  symlinkSync(
    fileURLToPath(new URL('../../../node_modules', import.meta.url)),
    path.join(dir, 'node_modules'),
    'junction',
  );
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: fileURLToPath(new URL('tally-worker.ts', import.meta.url)),
      outDir: dir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'tally-worker.mjs' } },
    },
  });
  db = openCatalog(path.join(dir, 'catalog.db'));
  putRecordings(db, [draft({ path: 'a' }), draft({ path: 'b' })], PLACE);
  thread = new TallyThread(path.join(dir, 'tally-worker.mjs'), path.join(dir, 'catalog.db'));
}, 60_000);
afterAll(async () => {
  await thread.close();
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

function everything(wants: TallyWants): TallyQuestion {
  const scopes = db.all<{ scopeId: number }>("SELECT id AS scopeId FROM scope WHERE subject = 'all'");
  const either = { ranges: [], isWanted: null };
  return {
    wants,
    about: {
      by: 'postings',
      organisationId: 1,
      listed: scopes.map(({ scopeId }) => ({ scopeId, ...ANY_KEY })),
      hidden: [],
      window: ANY_KEY,
      kinds: null,
      directions: null,
      durationClasses: null,
      transcript: either,
      screen: either,
      group: null,
      line: null,
    },
  };
}

test('the thread counts, and sees what was written since', async () => {
  expect(await thread.ask(everything('count'))).toEqual({ count: 2, isExact: true });
  putRecordings(db, [draft({ path: 'c' })], PLACE);
  expect(await thread.ask(everything('count'))).toEqual({ count: 3, isExact: true });
});

test('a page that asks for several counts at once has an answer to each', async () => {
  const asked = [1, 2, 3].map(() => thread.ask(everything('count'), 'ann'));
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ isExact: true });
});

test('who asks on and on has no answer to what has long been waiting, and everybody else has', async () => {
  const counted = thread.ask(everything('count'), 'ann');
  const stale = [1, 2].map(() => thread.ask(everything('count'), 'ann'));
  const days = thread.ask(everything('days'), 'ann');
  const others = thread.ask(everything('count'), 'bob');
  const newest = [1, 2, 3].map(() => thread.ask(everything('count'), 'ann'));
  for (const one of stale) await expect(one).rejects.toMatchObject({ reason: 'superseded' });
  for (const one of [counted, others, ...newest]) expect(await one).toMatchObject({ isExact: true });
  expect((await days).days).toHaveLength(1);
});

test('a question that cannot be answered fails alone', async () => {
  const bad: TallyQuestion = {
    wants: 'count',
    about: { by: 'match', isCut: false, segments: [{ ...ANY_KEY, matches: ['no such column : x'] }] },
  };
  await expect(thread.ask(bad)).rejects.toThrow();
  expect(await thread.ask(everything('count'))).toMatchObject({ isExact: true });
});

test('after its end everything that was asked is let go', async () => {
  const last = new TallyThread(path.join(dir, 'tally-worker.mjs'), path.join(dir, 'catalog.db'));
  const asked = last.ask(everything('count'));
  await Promise.all([expect(asked).rejects.toMatchObject({ code: 'unavailable' }), last.close()]);
});
