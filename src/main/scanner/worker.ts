/** The scanner's thread: it alone writes the catalog, and does one thing at a time, synchronously. */
import { getPriority, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import { freeCatalogCache, openCatalog } from '../catalog/database';
import { toErrorCode } from '../archive/archive-fs';
import { listMoves } from '../catalog/moves';
import type { WritableDb } from '../sqlite/database';
import { inspectFolder } from './inspect';
import type { ScannerAnswer, ScannerJob, ThreadTask } from './messages';
import { readAhead } from './read-ahead';
import type { ReadingTask } from './reading-task';
import { RemovalOrders } from './removal-orders';
import { removeSource } from './remove-source';
import { scanSource } from './scan';
import { ScanFailure } from './scan-source';
import { tryReading } from './try-reading';

const port = parentPort;
if (!port) throw new Error('The scanner runs in a thread of its own.');
const answer = (message: ScannerAnswer): void => port.postMessage(message);
const task = workerData as ThreadTask;

/** Behind the thread that listens for windows, and behind what else the computer does: nobody waits for a scan. */
const NICENESS = 5;
// Elsewhere the priority would be that of the whole program.
if (process.platform === 'linux' && isOfScan(task) && getPriority() < NICENESS) setPriority(NICENESS);

try {
  if (task.kind === 'inspect') answer({ kind: 'inspected', inspection: inspectFolder(task.archiveDir) });
  else if (task.kind === 'read') readAhead(task.task);
  else if (task.kind === 'try') answer({ kind: 'tried', trial: tryReading(task.trial) });
  else serve(openCatalog(task.catalogPath), new Int32Array(task.stopFlag), task.removals);
} catch (error) {
  answer(toFailed(error));
}

function isOfScan({ kind }: ThreadTask): boolean {
  return kind === 'scans' || kind === 'read';
}

/** `stopFlag[0]` holds the number of the job that is to stop: a thread that works hears no message. */
function serve(db: WritableDb, stopFlag: Int32Array, orders: MessagePort): void {
  const removals = new RemovalOrders(db, stopFlag, orders, answer);
  port?.on('message', (job: ScannerJob) => {
    const shouldStop = (): boolean => Atomics.load(stopFlag, 0) === job.job;
    try {
      if (job.kind === 'remove') {
        removeSource(db, job.sourceId, shouldStop);
        answer({ kind: 'removed', job: job.job });
      } else {
        const report = (progress: Parameters<Parameters<typeof scanSource>[2]['report']>[0]): void =>
          answer({ kind: 'progress', job: job.job, progress });
        const takeDeleted = (): readonly string[] => removals.take(job.source.sourceId);
        const startReading = (reading: ReadingTask): void =>
          port?.postMessage({ kind: 'reading', task: reading } satisfies ScannerAnswer, [reading.answers]);
        const { everything } = job;
        const options = { everything, report, shouldStop, takeDeleted, startReading };
        const progress = scanSource(db, job.source, options);
        freeCatalogCache(db);
        answer({ kind: 'scanned', job: job.job, progress, moves: listMoves(db, job.source.sourceId) });
      }
    } catch (error) {
      answer(toFailed(error));
    }
  });
}

function toFailed(error: unknown): ScannerAnswer {
  if (error instanceof ScanFailure) return { kind: 'failed', reason: error.reason, message: error.message };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const code = toErrorCode(error);
  return { kind: 'failed', reason: code === 'SQLITE_FULL' ? 'disk-full' : 'internal', message };
}
