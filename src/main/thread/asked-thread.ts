/** The main thread's handle of a thread that answers: asked any number of things at once, started by the first, anew after it died. */
import { Worker } from 'node:worker_threads';
import type { ThreadReply, ThreadTask } from './answering';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What is asked, and what it answers with, must survive a structured clone. */
export class AskedThread<Question, Answer> {
  readonly #name: string;
  readonly #workerPath: string;
  readonly #workerData: unknown;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #worker: Worker | undefined;
  #lastNumber = 0;

  /** `name` is for failures; `workerPath` the built entry, which calls `answerQuestions`. */
  constructor(name: string, workerPath: string, workerData: unknown) {
    this.#name = name;
    this.#workerPath = workerPath;
    this.#workerData = workerData;
  }

  /** Rejects with what the thread threw, its message and SQLite's code; and where the thread has ended, whatever waited. */
  ask(question: Question): Promise<Answer> {
    const worker = (this.#worker ??= this.#start());
    const number = ++this.#lastNumber;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, question } satisfies ThreadTask<Question>);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#workerPath, { workerData: this.#workerData });
    worker.on('message', (reply: ThreadReply<Answer>) => this.#settle(worker, reply));
    worker.on('error', (error) =>
      this.#fail(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => this.#fail(worker, new Error(`The ${this.#name} thread has ended.`)));
    // By itself it keeps no program running.
    worker.unref();
    return worker;
  }

  #settle(worker: Worker, reply: ThreadReply<Answer>): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (this.#waiting.size === 0) worker.unref();
    if ('failure' in reply) waiting?.reject(Object.assign(new Error(reply.failure), { code: reply.code }));
    else waiting?.resolve(reply.answer);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
