import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ScanProgress } from '../../shared/source-model';
import { Archive, wav } from './scan.test-support';
import { startScanner } from './scanner';
import type { Scanner } from './scanner';
import { buildScannerThread } from './scanner.test-support';

const REAL_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22', import.meta.url));

let outDir: string;
let workerPath: string;
beforeAll(async () => {
  outDir = mkdtempSync(path.join(tmpdir(), 'hearback-thread-'));
  workerPath = await buildScannerThread(outDir);
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

let archive: Archive;
let scanner: Scanner;
beforeEach(() => {
  archive = new Archive();
  archive.write('call.wav');
  scanner = startScanner({ catalogPath: archive.catalogPath, workerPath });
});
afterEach(async () => {
  await scanner.close();
  archive.close();
});

test('a scan in the thread ends as one in this process, and tells how it goes', async () => {
  const told: ScanProgress[] = [];
  scanner.onProgress((progress) => told.push(progress));
  const end = await scanner.scan({ ...archive.source, archiveDir: REAL_DIR });
  expect(end).toMatchObject({ state: 'done', recordings: 28, findings: 16, filesSeen: 55, filesTotal: 55 });
  expect(told[0]).toMatchObject({ state: 'waiting', sourceId: archive.source.uid });
  expect(told.at(-1)).toEqual(end);
  expect(archive.rows()).toHaveLength(28);
});

test.runIf(process.platform === 'linux' && getPriority() === 0)(
  'a scan leaves the processor to whoever listens for windows',
  async () => {
    const nice = new Set<number>();
    scanner.onProgress(() => listNiceness().forEach((one) => nice.add(one)));
    for (let n = 0; n < 3000; n += 1) archive.write(`${String(n % 50)}/${String(n)}.wav`);
    await scanner.scan(archive.source);
    expect([...nice].sort((a, b) => a - b)).toEqual([0, 5]);
    expect(getPriority()).toBe(0);
  },
);

/** Of each thread of this process. */
function listNiceness(): number[] {
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
      // Behind the name, which may hold anything: the seventeenth number.
      return [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])];
    } catch {
      // A thread may have ended meanwhile.
      return [];
    }
  });
}

test('several sources are scanned one after the other, and none is put in line twice', async () => {
  const sources = [1, 2, 3].map((sourceId) => ({
    ...archive.source,
    sourceId,
    uid: `000000000000000${sourceId}`,
  }));
  const ends = await Promise.all(
    [...sources, sources[2]!, sources[2]!].map((source) => scanner.scan(source)),
  );
  expect(ends.map((end) => end.state)).toEqual(Array.from({ length: 5 }, () => 'done'));
  expect(ends[3]).toBe(ends[4]);
  expect(archive.rows()).toHaveLength(3);
});

test('what is deleted during a scan leaves the catalog at once, and does not come back by it', async () => {
  for (let n = 0; n < 3000; n += 1) archive.write(`${String(n % 50)}/${String(n)}.wav`);
  await scanner.scan(archive.source);
  const deleted = Array.from({ length: 50 }, (_, folder) => `${String(folder)}/${String(folder + 1000)}.wav`);
  let isScanning = true;
  const removals: Promise<boolean>[] = [];
  const listenNoMore = scanner.onProgress(({ state, filesSeen }) => {
    const path = deleted[removals.length];
    if (state !== 'reading' || filesSeen === 0 || path === undefined) return;
    // As a delete does it: the file first, then its row. Some of these were read just before, some come after.
    unlinkSync(`${archive.dir}/${path}`);
    removals.push(scanner.removeDeleted(archive.source.sourceId, [path]).then(() => isScanning));
  });
  const end = await scanner.scan(archive.source, { everything: true });
  isScanning = false;
  listenNoMore();
  expect(end).toMatchObject({ state: 'done', failure: null });
  expect(removals.length).toBeGreaterThan(0);
  expect(await Promise.all(removals)).toContain(true);
  const gone = deleted.slice(0, removals.length);
  expect(archive.rows().filter((row) => gone.includes(row.path))).toEqual([]);
  expect(archive.rows()).toHaveLength(3001 - gone.length);
});

test('a scan is stopped while it runs, and one that waits is taken out of the line', async () => {
  for (let n = 0; n < 3000; n += 1) archive.write(`${n % 50}/${n}.wav`);
  const waits = { ...archive.source, sourceId: 2, uid: 'ffffffffffffffff' };
  const listenNoMore = scanner.onProgress((progress) => {
    if (progress.state === 'reading') scanner.stop(archive.source.uid);
  });
  const [running, waiting] = [scanner.scan(archive.source), scanner.scan(waits)];
  scanner.stop(waits.uid);
  expect(await waiting).toMatchObject({ state: 'stopped', filesSeen: 0 });
  expect(await running).toMatchObject({ state: 'stopped', failure: null });
  listenNoMore();
  expect(await scanner.scan(archive.source)).toMatchObject({ state: 'done', recordings: 3001 });
});

test('a source is taken out of the catalog, and another one stays', async () => {
  const other = { ...archive.source, sourceId: 2, uid: 'ffffffffffffffff' };
  await scanner.scan({ ...archive.source, archiveDir: REAL_DIR });
  await scanner.scan(other);
  await scanner.remove(archive.source);
  expect(archive.rows().map((row) => row.path)).toEqual(['call.wav']);
  for (const table of ['call_leg', 'finding', 'folder', 'call_history_file', 'source_state']) {
    expect(archive.db.get(`SELECT count(*) AS count FROM ${table} WHERE source_id = 1`), table).toEqual({
      count: 0,
    });
  }
});

test('a failure is told with its reason', async () => {
  const away = await scanner.scan({ ...archive.source, archiveDir: path.join(archive.tempDir, 'none') });
  expect(away).toMatchObject({ state: 'failed', failure: { reason: 'folder-missing' } });
  await expect(scanner.inspect(path.join(archive.tempDir, 'none'))).rejects.toMatchObject({
    reason: 'folder-missing',
  });
  await expect(scanner.inspect(archive.catalogPath)).rejects.toMatchObject({ reason: 'folder-is-file' });
});

test('a thread that dies fails its scan, and the next scan gets a new one', async () => {
  const dying = path.join(outDir, 'dies.mjs');
  writeFileSync(
    dying,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));",
  );
  const broken = startScanner({ catalogPath: archive.catalogPath, workerPath: dying });
  expect(await broken.scan(archive.source)).toMatchObject({
    state: 'failed',
    failure: { reason: 'internal' },
  });
  expect(await broken.scan(archive.source)).toMatchObject({ state: 'failed' });
  await broken.close();
});

test('a thread that hangs on a volume that is gone is given up', async () => {
  const hanging = path.join(outDir, 'hangs.mjs');
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)';
  writeFileSync(
    hanging,
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => ${wait});`,
  );
  const stuck = startScanner({ catalogPath: archive.catalogPath, workerPath: hanging, silenceMs: 50 });
  const end = await stuck.scan({ ...archive.source, archiveDir: path.join(archive.tempDir, 'none') });
  expect(end).toMatchObject({ state: 'failed', failure: { reason: 'volume-away' } });
  await stuck.close();
});

describe('a large archive is read in a thread of its own', () => {
  /** The scanner's thread as it is, but for what becomes of the thread that reads for it. */
  function withReader(name: string, code: string): string {
    const filePath = path.join(outDir, `${name}.mjs`);
    const start = `if (workerData.kind === 'read') { ${code} } else await import(${JSON.stringify(pathToFileURL(workerPath).href)});`;
    writeFileSync(filePath, `import { workerData } from 'node:worker_threads'; ${start}`);
    return filePath;
  }

  beforeEach(() => {
    cpSync(REAL_DIR, archive.dir, { recursive: true, preserveTimestamps: true });
    for (let n = 0; n < 1200; n += 1)
      archive.write(`${n % 50}/external-201-0123-20240305-143015-17096454${15 + (n % 80)}.${n}.wav`);
  }, 60_000);

  test('and makes the same catalog', async () => {
    expect(await scanner.scan(archive.source)).toMatchObject({ state: 'done', failure: null });
    const inOne = new Archive(archive.dir);
    const end = inOne.scan();
    expect(archive.content()).toEqual(inOne.content());
    expect(scanner.findProgress(archive.source.uid)).toBeUndefined();
    expect(await scanner.scan(archive.source)).toMatchObject({
      recordings: end.recordings,
      findings: end.findings,
    });
    inOne.close();
  });

  test('what is deleted while it is read does not come back', async () => {
    const gone = archive.write('0/gone.wav');
    let removed: Promise<void> | undefined;
    const listenNoMore = scanner.onProgress(({ state }) => {
      if (state !== 'reading' || removed) return;
      rmSync(gone);
      removed = scanner.removeDeleted(archive.source.sourceId, ['0/gone.wav']);
    });
    expect(await scanner.scan(archive.source)).toMatchObject({ state: 'done' });
    await removed;
    listenNoMore();
    expect(archive.rows().map((row) => row.path)).not.toContain('0/gone.wav');
  });

  test('one that dies fails the scan, and what was written stays', async () => {
    const workerPathOfDying = withReader('reader-dies', 'process.exit(3)');
    const broken = startScanner({ catalogPath: archive.catalogPath, workerPath: workerPathOfDying });
    expect(await broken.scan(archive.source)).toMatchObject({
      state: 'failed',
      failure: { reason: 'internal', message: expect.stringContaining('has ended') as string },
    });
    await broken.close();
    expect(await scanner.scan(archive.source)).toMatchObject({ state: 'done', failure: null });
  });

  test('one that hangs does not keep a scan from being stopped', async () => {
    const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)';
    const hanging = startScanner({
      catalogPath: archive.catalogPath,
      workerPath: withReader('reader-hangs', wait),
    });
    hanging.onProgress(({ state }) => {
      if (state === 'reading') hanging.stop(archive.source.uid);
    });
    expect(await hanging.scan(archive.source)).toMatchObject({ state: 'stopped', failure: null });
    await hanging.close();
  });
});

test('a look at a folder says what is there, beside a scan', async () => {
  for (let n = 0; n < 2000; n += 1) archive.write(`${n % 50}/${n}.wav`, wav(0.01));
  const scan = scanner.scan(archive.source);
  const look = await scanner.inspect(REAL_DIR);
  expect(look).toMatchObject({
    archiveDir: REAL_DIR,
    filesLooked: 55,
    isWhole: true,
    systems: [{ reader: 'freepbx', files: 36 }],
    understoodShare: 1,
    fromMs: Date.parse('2026-11-22T00:04:30Z'),
  });
  expect(look.examples).toHaveLength(8);
  expect(new Set(look.examples.map((example) => example.direction)).size).toBe(3);
  expect(await scan).toMatchObject({ state: 'done' });
});
