// A scan that is killed at any moment must leave a catalog that the next scan completes, to the letter.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadableDb } from '../sqlite/database';
import { Archive, wav } from './scan.test-support';
import { buildScannerThread } from './scanner.test-support';

const REAL_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22', import.meta.url));
const RECORDINGS = 4528;
const KILLS = 20;
const KILLS_PER_CATALOG = 4;

let outDir: string;
let programPath: string;
let archive: Archive;
beforeAll(async () => {
  outDir = mkdtempSync(path.join(tmpdir(), 'hearback-killed-'));
  const workerPath = await buildScannerThread(outDir);
  programPath = path.join(outDir, 'scan.mjs');
  writeFileSync(
    programPath,
    `import { MessageChannel, Worker } from 'node:worker_threads';
     const [catalogPath, source] = process.argv.slice(2);
     const stopFlag = new SharedArrayBuffer(8);
     const { port2: removals } = new MessageChannel();
     const workerData = { kind: 'scans', catalogPath, stopFlag, removals };
     const worker = new Worker(${JSON.stringify(workerPath)}, { workerData, transferList: [removals] });
     worker.on('message', (answer) => {
       console.log(answer.kind);
       if (answer.kind === 'scanned') process.exit(0);
       const { kind, task } = answer;
       if (kind === 'reading')
         new Worker(${JSON.stringify(workerPath)}, { workerData: { kind: 'read', task }, transferList: [task.answers] });
     });
     worker.postMessage({ kind: 'scan', job: 1, source: JSON.parse(source), everything: false });`,
  );
  archive = new Archive();
  cpSync(REAL_DIR, archive.dir, { recursive: true, preserveTimestamps: true });
  // Several commits' worth; most of their names and ids disagree, which is said once a folder, also after a kill.
  for (let n = 0; n < 4500; n += 1)
    archive.write(
      `many/${n % 7}/external-201-0123-20240305-143015-17096454${15 + (n % 80)}.${n}.wav`,
      wav(0.01),
    );
}, 600_000);
afterAll(() => {
  archive.close();
  rmSync(outDir, { recursive: true, force: true });
}, 600_000);

/**
 * Runs a scan in a process of its own and kills it once the catalog holds so many recordings and has been asked so many times more: no
 * clock, so that a busy machine kills at the same moments. A scan that is done before is not killed.
 */
async function scanAndKill(catalog: ReadableDb, atRecordings: number, questions: number): Promise<void> {
  const child = spawn(process.execPath, [programPath, catalog.filePath, JSON.stringify(archive.source)]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const count = (): number =>
    catalog.get<{ count: number }>('SELECT count(*) AS count FROM recording')?.count ?? 0;
  while (child.exitCode === null && count() < atRecordings) await setImmediate();
  for (let asked = 0; asked < questions; asked += 1) await setImmediate(count());
  child.kill('SIGKILL');
  await ended;
}

test('a scan killed twenty times is completed by the next one', async () => {
  const whole = new Archive(archive.dir);
  whole.scan();
  const expected = whole.content();
  expect(whole.rows()).toHaveLength(RECORDINGS);
  for (let round = 0; round < KILLS / KILLS_PER_CATALOG; round += 1) {
    const killed = new Archive(archive.dir);
    for (let kill = 0; kill < KILLS_PER_CATALOG; kill += 1) {
      // Spread over the whole scan, with chance on top: a fault shows its moment in the message below.
      const share = kill / KILLS_PER_CATALOG + round / KILLS;
      await scanAndKill(killed.db, Math.round(share * RECORDINGS), Math.floor(Math.random() * 200));
    }
    const end = killed.scan();
    expect(end, `round ${round}`).toMatchObject({ state: 'done', recordings: RECORDINGS, failure: null });
    expect(killed.content(), `round ${round}`).toEqual(expected);
    expect(killed.db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    killed.close();
  }
  whole.close();
}, 600_000);
