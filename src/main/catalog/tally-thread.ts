/** The main thread's handle of the thread that counts: one question at a time, and none that nobody waits for any more. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import type { Tallies, TallyAnswer, TallyQuestion } from './tally-question';

export interface TallyThreadData {
  readonly catalogPath: string;
}

export type TallyReply =
  | { readonly number: number; readonly answer: TallyAnswer }
  /** `code`: as SQLite says it, or empty. */
  | { readonly number: number; readonly failure: string; readonly code: string };

interface Waiting {
  readonly number: number;
  readonly question: TallyQuestion;
  readonly askedBy: string | undefined;
  readonly resolve: (answer: TallyAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Questions of one kind of one asker that may wait; a page has two or three counts on it. */
const WAITING_EACH = 3;

export class TallyThread implements Tallies {
  readonly #workerPath: string;
  readonly #catalogPath: string;
  #line: Waiting[] = [];
  #running: Waiting | undefined;
  #worker: Worker | undefined;
  #lastNumber = 0;

  /** The thread starts when something is to be counted first. `workerPath` is the built tally-worker. */
  constructor(workerPath: string, catalogPath: string) {
    this.#workerPath = workerPath;
    this.#catalogPath = catalogPath;
  }

  ask(question: TallyQuestion, askedBy?: string): Promise<TallyAnswer> {
    this.#forget(question, askedBy);
    return new Promise((resolve, reject) => {
      this.#lastNumber += 1;
      this.#line.push({ number: this.#lastNumber, question, askedBy, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
    this.#rejectAll(new AppError('unavailable', 'superseded', 'The program ends.'));
  }

  /**
   * A page asks for several counts at once (of the list, of a stretch of time), each of which it waits for; only who asks on and on, as
   * somebody who types does, waits for the newest alone. What is being counted already is answered.
   */
  #forget({ wants }: TallyQuestion, askedBy: string | undefined): void {
    if (askedBy === undefined) return;
    const before = this.#line.filter((one) => one.askedBy === askedBy && one.question.wants === wants);
    const stale = new Set(before.slice(0, Math.max(0, before.length - WAITING_EACH + 1)));
    this.#line = this.#line.filter((one) => !stale.has(one));
    for (const one of stale) {
      one.reject(new AppError('unavailable', 'superseded', 'Something else has been asked since.'));
    }
  }

  #next(): void {
    if (this.#running) return;
    // The newest first: it is what somebody looks at now.
    this.#running = this.#line.pop();
    if (!this.#running) {
      // A count that nobody waits for keeps no program running.
      this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage({ number: this.#running.number, question: this.#running.question });
  }

  #start(): Worker {
    const workerData: TallyThreadData = { catalogPath: this.#catalogPath };
    const worker = new Worker(this.#workerPath, { workerData });
    worker.on('message', (reply: TallyReply) => this.#settle(worker, reply));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('The thread that counts has ended.')));
    return worker;
  }

  #settle(worker: Worker, reply: TallyReply): void {
    const running = this.#running;
    if (worker !== this.#worker || running?.number !== reply.number) return;
    this.#running = undefined;
    if ('answer' in reply) running.resolve(reply.answer);
    else running.reject(Object.assign(new Error(reply.failure), { code: reply.code }));
    this.#next();
  }

  /** The next question starts the thread anew. */
  #lose(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#rejectAll(error instanceof Error ? error : new Error(String(error)));
  }

  #rejectAll(error: Error): void {
    const lost = [...(this.#running ? [this.#running] : []), ...this.#line];
    this.#running = undefined;
    this.#line = [];
    for (const one of lost) one.reject(error);
  }
}
