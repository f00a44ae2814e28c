/** Entry of the thread that draws waves, one after the other, so that a flood of them takes one core. */
import { parentPort, workerData } from 'node:worker_threads';
import { MediaProblem } from '../archive/media/media-problem';
import { drawPeaks } from './draw';
import type { PeaksAnswer, PeaksNotSaved, PeaksRequest, PeaksThreadData } from './peaks';
import { forgetPeaks, listPeaksAfter, openPeaksStore } from './store';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;
const { storePath } = workerData as PeaksThreadData;
const store = openPeaksStore(storePath);
let last: Promise<void> = Promise.resolve();

port.on('message', (request: PeaksRequest) => {
  last = last.then(() => answer(request)).then((done) => port.postMessage(done));
});

async function answer(request: PeaksRequest): Promise<PeaksAnswer> {
  const { number } = request;
  try {
    if ('listAfter' in request)
      return { number, ids: listPeaksAfter(store, request.listAfter, request.limit) };
    if ('forget' in request) {
      forgetPeaks(store, request.forget);
      return { number, forgotten: true };
    }
    return { number, peaks: await drawPeaks(store, request.task, tellNotSaved) };
  } catch (error) {
    if (error instanceof MediaProblem) return { number, problem: error.reason, message: error.message };
    return { number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tellNotSaved(error: unknown): void {
  port.postMessage({ notSaved: String(error) } satisfies PeaksNotSaved);
}
