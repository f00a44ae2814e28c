/** The main thread's handle of the thread that draws waves: first asked, first drawn, each once. */
import { Worker } from 'node:worker_threads';
import type { MediaHeader } from '../archive/media/header';
import type { MediaProblemReason } from '../archive/media/media-problem';
import { MediaProblem } from '../archive/media/media-problem';
import { hasComputablePeaks } from '../archive/media/peaks';
import type { PeaksKey } from './store';

export interface PeaksTask extends PeaksKey {
  readonly filePath: string;
  readonly header: MediaHeader;
}

export interface PeaksThreadData {
  readonly storePath: string;
}

export interface PeaksParts {
  /** The built peaks/worker. */
  readonly workerPath: string;
  readonly storePath: string;
  /** A wave was drawn and could not be kept. */
  onNotSaved(message: string): void;
}

/** What the thread is asked: to draw a wave, to forget those of recordings that are gone, or of which recordings it keeps one. */
export type PeaksRequest =
  | { readonly number: number; readonly task: PeaksTask }
  | { readonly number: number; readonly forget: readonly string[] }
  | { readonly number: number; readonly listAfter: string; readonly limit: number };

export type PeaksAnswer =
  | { readonly number: number; readonly peaks: Uint8Array }
  | { readonly number: number; readonly forgotten: true }
  | { readonly number: number; readonly ids: readonly string[] }
  | { readonly number: number; readonly problem: MediaProblemReason; readonly message: string }
  | { readonly number: number; readonly failure: string };

export interface PeaksNotSaved {
  readonly notSaved: string;
}

type Told = Extract<PeaksAnswer, { peaks: unknown } | { forgotten: unknown } | { ids: unknown }>;
type Question<T> = T extends { readonly number: number } ? Omit<T, 'number'> : never;

interface Waiting {
  readonly resolve: (told: Told) => void;
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
    const drawn = this.#draw(task).finally(() => this.#running.delete(name));
    this.#running.set(name, drawn);
    return drawn;
  }

  /** Rejects where the store cannot be written; then a later `sweep` finds them. */
  async forget(recordingIds: readonly string[]): Promise<void> {
    if (recordingIds.length > 0) await this.#ask({ forget: recordingIds });
  }

  /** Forgets the waves of all recordings that are gone. `findGone` is asked about some hundreds of ids at a time. */
  async sweep(findGone: (recordingIds: readonly string[]) => readonly string[]): Promise<void> {
    let after = '';
    for (;;) {
      const told = await this.#ask({ listAfter: after, limit: SWEPT_AT_ONCE });
      const ids = 'ids' in told ? told.ids : [];
      await this.forget(findGone(ids));
      const last = ids.at(-1);
      if (last === undefined || ids.length < SWEPT_AT_ONCE) return;
      after = last;
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #draw(task: PeaksTask): Promise<Uint8Array> {
    const told = await this.#ask({ task });
    if (!('peaks' in told)) throw new Error('The thread that draws waves answered another question.');
    return told.peaks;
  }

  #ask(question: Question<PeaksRequest>): Promise<Told> {
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
    else waiting.resolve(answer);
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
