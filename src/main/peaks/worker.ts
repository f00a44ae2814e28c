/** Entry of the thread that draws waves, one after the other, so that a flood of them takes one core. */
import { workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import { MediaProblem } from '../archive/media/media-problem';
import { answerQuestions } from '../thread/answering';
import { drawPeaks, lookAhead } from './draw';
import type {
  LookEnd,
  LookTask,
  PeaksAnswer,
  PeaksRequest,
  PeaksThreadData,
  PeaksTold,
} from './peaks-messages';
import { countSoundFacts, findUnheard, listSoundFacts } from './sound-facts';
import { findOldestKeptMs, forgetPeaks, listPeaksAfter, openPeaksStore } from './store';

const { storePath } = workerData as PeaksThreadData;
const store = openPeaksStore(storePath);
/** Of the wave that is drawn ahead, while it is. */
let ahead: AbortController | undefined;

answerQuestions(answer, (request: PeaksRequest) => {
  // Whatever somebody waits for comes before what nobody has asked for.
  if (!('look' in request)) ahead?.abort();
});

async function answer(request: PeaksRequest): Promise<PeaksAnswer> {
  try {
    return { told: await tell(request) };
  } catch (error) {
    if (error instanceof MediaProblem) return { problem: error.reason, message: error.message };
    throw error;
  }
}

async function tell(request: PeaksRequest): Promise<Partial<PeaksTold>> {
  if ('task' in request) return { peaks: await drawPeaks(store, request.task) };
  if ('look' in request) return { looked: await look(request.look) };
  if ('listAfter' in request) return { ids: listPeaksAfter(store, request.listAfter, request.limit) };
  if ('unheardOf' in request) {
    const positions = findUnheard(store, request.unheardOf);
    return { unheard: { positions, oldestKeptMs: findOldestKeptMs(store) } };
  }
  if ('countFactsOf' in request) return { factCounts: countSoundFacts(store, request.countFactsOf) };
  if ('listFacts' in request) return { facts: listSoundFacts(store, request.listFacts) };
  forgetPeaks(store, request.forget);
  return { forgotten: true };
}

async function look(task: LookTask): Promise<LookEnd> {
  const giving = new AbortController();
  ahead = giving;
  try {
    await lookAhead(store, task, giving.signal);
    return 'drawn';
  } catch (error) {
    if (giving.signal.aborted) return 'gave-way';
    // Whoever opens it is told why; the next sweep tries it again.
    if (error instanceof MediaProblem || error instanceof AppError) return 'passed-over';
    throw error;
  } finally {
    ahead = undefined;
  }
}
