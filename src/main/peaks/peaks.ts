/** The main thread's handle of the thread that draws waves: first asked, first drawn, each once. */
import { Worker } from 'node:worker_threads';
import { MediaProblem } from '../archive/media/media-problem';
import { hasComputablePeaks } from '../archive/media/peaks';
import type {
  LookEnd,
  LookTask,
  PeaksAnswer,
  PeaksNotSaved,
  PeaksRequest,
  PeaksTask,
  PeaksThreadData,
  PeaksTold,
  Unheard,
} from './peaks-messages';
import type { SoundCounts, SoundFactRow, SoundFactsAsked } from './sound-facts';
import type { PeaksKey } from './store';

export interface PeaksParts {
  /** The built peaks/worker. */
  readonly workerPath: string;
  readonly storePath: string;
  /** A wave was drawn and could not be kept. */
  onNotSaved(message: string): void;
}

type Question<T> = T extends { readonly number: number } ? Omit<T, 'number'> : never;

interface Waiting {
  readonly resolve: (told: Partial<PeaksTold>) => void;
  readonly reject: (error: Error) => void;
}

/** An id is looked up by itself: so many keep nobody waiting. */
const SWEPT_AT_ONCE = 500;

export class Peaks {
  readonly #parts: PeaksParts;
  readonly #waiting = new Map<number, Waiting>();
  readonly #running = new Map<string, Promise<Uint8Array>>();
  #worker: Worker | undefined;
  #lastNumber = 0;

  /** The thread starts when the first wave is asked for. */
  constructor(parts: PeaksParts) {
    this.#parts = parts;
  }

  /**
   * The wave in the form of shared/peaks, from the store or drawn now; null where the window draws it itself. Rejects with MediaProblem
   * for a file that is missing, has changed or cannot be decoded.
   */
  of(task: PeaksTask): Promise<Uint8Array | null> {
    if (!hasComputablePeaks(task.header)) return Promise.resolve(null);
    const name = `${task.recordingId} ${String(task.sizeBytes)} ${String(task.modifiedAtMs)}`;
    const running = this.#running.get(name);
    if (running) return running;
    const drawn = this.#ask('peaks', { task }).finally(() => this.#running.delete(name));
    this.#running.set(name, drawn);
    return drawn;
  }

  /** Rejects where the store cannot be written; then a later `sweep` finds them. */
  async forget(recordingIds: readonly string[]): Promise<void> {
    if (recordingIds.length > 0) await this.#ask('forgotten', { forget: recordingIds });
  }

  /** Forgets the waves of all recordings that are gone. `findGone` is asked about some hundreds of ids at a time. */
  async sweep(findGone: (recordingIds: readonly string[]) => readonly string[]): Promise<void> {
    let after = '';
    for (;;) {
      const ids = await this.#ask('ids', { listAfter: after, limit: SWEPT_AT_ONCE });
      await this.forget(findGone(ids));
      const last = ids.at(-1);
      if (last === undefined || ids.length < SWEPT_AT_ONCE) return;
      after = last;
    }
  }

  /** Draws one that nobody has asked for, and gives way to whatever is asked meanwhile. Rejects where the store cannot be written. */
  lookAhead(task: LookTask): Promise<LookEnd> {
    return this.#ask('looked', { look: task });
  }

  /** Which of these were not looked at yet. */
  findUnheard(keys: readonly PeaksKey[]): Promise<Unheard> {
    return this.#ask('unheard', { unheardOf: keys });
  }

  countSoundFacts(sourceId: number): Promise<SoundCounts> {
    return this.#ask('factCounts', { countFactsOf: sourceId });
  }

  listSoundFacts(asked: SoundFactsAsked): Promise<readonly SoundFactRow[]> {
    return this.#ask('facts', { listFacts: asked });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #ask<Name extends keyof PeaksTold>(
    name: Name,
    question: Question<PeaksRequest>,
  ): Promise<PeaksTold[Name]> {
    const told = (await this.#post(question))[name];
    if (told === undefined) throw new Error('The thread that draws waves answered another question.');
    return told;
  }

  #post(question: Question<PeaksRequest>): Promise<Partial<PeaksTold>> {
    const worker = (this.#worker ??= this.#start());
    const number = ++this.#lastNumber;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, ...question });
    });
  }

  #start(): Worker {
    const workerData: PeaksThreadData = { storePath: this.#parts.storePath };
    const worker = new Worker(this.#parts.workerPath, { workerData });
    worker.on('message', (answer: PeaksAnswer | PeaksNotSaved) => {
      if ('notSaved' in answer) this.#parts.onNotSaved(answer.notSaved);
      else this.#settle(worker, answer);
    });
    worker.on('error', (error) =>
      this.#fail(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => this.#fail(worker, new Error('The thread that draws waves has ended.')));
    // A wave that nobody waits for keeps no program running.
    worker.unref();
    return worker;
  }

  #settle(worker: Worker, answer: PeaksAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) worker.unref();
    if (!waiting) return;
    if ('problem' in answer) waiting.reject(new MediaProblem(answer.problem, answer.message));
    else if ('failure' in answer) waiting.reject(new Error(answer.failure));
    else waiting.resolve(answer.told);
  }

  /** The next wave starts the thread anew. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
