/** One question to a thread of its own, beside any scan; the thread ends with the answer. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import type { ScannerAnswer, ThreadTask } from './messages';
import { toCrash, toError } from './thread-errors';

const LIMIT_MS = 8_000;

/** Rejects with AppError, `volume-away` for a folder that does not answer. */
export function askThread(workerPath: string, task: ThreadTask): Promise<ScannerAnswer> {
  const worker = new Worker(workerPath, { workerData: task });
  return new Promise((resolve, reject) => {
    const away = new AppError('unavailable', 'volume-away', 'The folder does not answer.');
    const timer = setTimeout(() => finish(away), LIMIT_MS);
    const finish = (end: ScannerAnswer | Error): void => {
      clearTimeout(timer);
      // A thread that hangs in the file system ends when that answers; nobody waits for it.
      void worker.terminate();
      if (end instanceof Error) reject(end);
      else resolve(end);
    };
    worker.on('message', (answer: ScannerAnswer) =>
      finish(answer.kind === 'failed' ? toError(answer) : answer),
    );
    worker.on('error', (error) => finish(toCrash(error)));
  });
}
