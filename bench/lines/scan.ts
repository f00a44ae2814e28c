/**
 * Goals 6, 7 and 14: a first scan, in threads as the program does it, against the writing of the same rows alone and against other
 * readers of headers; a second scan of an unchanged archive against `find`; and how long the main thread stands still meanwhile.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { IntervalHistogram } from 'node:perf_hooks';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openCatalog } from '../../src/main/catalog/database';
import type { Bench } from '../bench';
import { makeArchive } from '../data/archive';
import { putAgain } from '../data/put-again';
import { buildScanner, scanInThread, scanOnce } from '../data/scans';
import { measureReaders } from './readers';
import type { Outcome } from '../result';
import { within } from '../result';
import { inTurn } from '../timed';

const RESCANS = 9;
const REST_MS = 5_000;

export async function measureScan(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const workerPath = await buildScanner(bench.dir);
  for (const withHistory of [false, true]) {
    const archiveDir = path.join(bench.dir, withHistory ? 'archive-history' : 'archive');
    const catalogPath = path.join(bench.dir, `scan-${String(withHistory)}.db`);
    // What a run that was cut off has left would be taken for known.
    for (const each of [archiveDir, catalogPath]) rmSync(each, { recursive: true, force: true });
    makeArchive(archiveDir, bench.files, withHistory);
    openCatalog(catalogPath).close();
    const delay = startDelay();
    const scannedMs = await scanInThread(workerPath, catalogPath, archiveDir);
    delay.disable();
    const { recordings, madeMs, ms: bareMs } = putAgain(catalogPath, path.join(bench.dir, 'again.db'));
    const ours = (recordings * 1000) / scannedMs;
    const other = (recordings * 1000) / bareMs;
    outcomes.push({
      line: 6,
      what: `first scan of ${bench.files.toLocaleString('en')} files${withHistory ? ' with call history' : ''}, against writing alone`,
      goal: '≥ 0.7×',
      ours,
      other,
      unit: 'per s',
      isReached: ours >= other * 0.7,
      note: `${recordings.toLocaleString('en')} recordings${withHistory ? ' and as many calls, which both sides write' : ''}; ${((bareMs + madeMs) / scannedMs).toFixed(2)}× where the other side makes the rows, too`,
    });
    outcomes.push(await toBlocking(delay, withHistory));
    if (!withHistory) {
      outcomes.push(...(await measureRescan(archiveDir, catalogPath, bench.files)));
      outcomes.push(...(await measureReaders(archiveDir, ours)));
    }
    for (const each of [archiveDir, catalogPath]) rmSync(each, { recursive: true, force: true });
  }
  return outcomes;
}

async function measureRescan(archiveDir: string, catalogPath: string, files: number): Promise<Outcome[]> {
  const [ours, find] = await inTurn(
    [
      () => scanOnce(catalogPath, archiveDir),
      () => execFileSync('find', [archiveDir, '-name', '*.wav'], { maxBuffer: 2 ** 30 }),
    ],
    RESCANS,
  );
  if (!ours || !find) return [];
  const perSecond = (ms: number): number => (files * 1000) / ms;
  return [
    {
      line: 7,
      what: 'scan of the unchanged archive, against find for its names',
      goal: '≥ 1×',
      ours: perSecond(ours.p50),
      other: perSecond(find.p50),
      unit: 'per s',
      isReached: ours.p50 <= find.p50,
      note: `${ours.p50.toFixed(1)} ms`,
    },
  ];
}

function startDelay(): IntervalHistogram {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return delay;
}

/** The thread that listens for windows must not wait for those that scan. */
async function toBlocking(delay: IntervalHistogram, withHistory: boolean): Promise<Outcome> {
  const atRest = startDelay();
  await setTimeout(REST_MS);
  atRest.disable();
  const what = `main thread while ${withHistory ? 'call history is' : 'files are'} scanned: longest stand`;
  const p99 = delay.percentile(99) / 1e6;
  const note = 'timer of 1 ms; other side: the same at rest, as other programs on the machine count too';
  return { ...within({ line: 14, what, p99, note }, delay.max / 1e6, 16), other: atRest.max / 1e6 };
}
