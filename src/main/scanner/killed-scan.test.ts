// A scan that is killed at any moment must leave a catalog that the next scan completes, to the letter.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Archive, wav } from './scan.test-support';
import { buildScannerThread } from './scanner.test-support';

const REAL_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22', import.meta.url));
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
     worker.on('message', (answer) => { console.log(answer.kind); if (answer.kind === 'scanned') process.exit(0); });
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
}, 60_000);
afterAll(() => {
  archive.close();
  rmSync(outDir, { recursive: true, force: true });
}, 60_000);

/** Runs a scan in a process of its own and kills it so long after its first word. Says how long it ran after that. */
async function scanAndKill(catalogPath: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [programPath, catalogPath, JSON.stringify(archive.source)]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const startedAtMs = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
  return performance.now() - startedAtMs;
}

test('a scan killed twenty times is completed by the next one', async () => {
  const whole = new Archive(archive.dir);
  whole.scan();
  const expected = whole.content();
  expect(whole.rows()).toHaveLength(4528);
  const wholeMs = await scanAndKill(path.join(outDir, 'whole.db'), 60_000);
  for (let round = 0; round < KILLS / KILLS_PER_CATALOG; round += 1) {
    const killed = new Archive(archive.dir);
    for (let kill = 0; kill < KILLS_PER_CATALOG; kill += 1) {
      // Spread over the whole scan, with chance on top: a fault shows its moment in the message below.
      const share =
        ((round + kill / KILLS_PER_CATALOG) / (KILLS / KILLS_PER_CATALOG) + Math.random() / 10) % 1;
      await scanAndKill(killed.catalogPath, share * wholeMs);
    }
    const end = killed.scan();
    expect(end, `round ${round}`).toMatchObject({ state: 'done', recordings: 4528, failure: null });
    expect(killed.content(), `round ${round}`).toEqual(expected);
    expect(killed.db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    killed.close();
  }
  whole.close();
}, 120_000);
