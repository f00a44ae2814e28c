/** Starts the reading thread of a scan; in the main thread, which alone hears how a thread ends. */
import { Worker } from 'node:worker_threads';
import type { ThreadTask } from './messages';
import type { ReadingTask } from './reading-task';
import { addAndWake, FLAGS } from './reading-task';

/** It ends by itself when all is read or the scan is over. */
export function startReading(workerPath: string, task: ReadingTask): Worker {
  const workerData: ThreadTask = { kind: 'read', task };
  const worker = new Worker(workerPath, { workerData, transferList: [task.answers] });
  const flags = new Int32Array(task.flags);
  const end = (): void => {
    Atomics.store(flags, FLAGS.ended, 1);
    addAndWake(flags, FLAGS.sent);
  };
  // Why it died is known to nobody but it; the scan says that it did.
  worker.on('error', end);
  worker.on('exit', end);
  return worker;
}
