/** The main thread's handle of the thread that hashes passwords. */
import { Worker } from 'node:worker_threads';
import type { PasswordHasher } from './passwords';
import { toForm } from './passwords';

export type PasswordTask =
  | { readonly id: number; readonly kind: 'hash'; readonly password: string }
  | {
      readonly id: number;
      readonly kind: 'verify';
      readonly password: string;
      readonly passwordHash: string;
    };

export type PasswordAnswer =
  | { readonly id: number; readonly value: string | boolean }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (value: string | boolean) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the thread from its bundle (`workerPath`: the built session/password-worker). Work that waits when the thread dies
 * is rejected; the next task starts it anew. The thread alone does not keep the program running.
 */
export class PasswordThread implements PasswordHasher {
  readonly form = toForm();
  readonly #workerPath: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(workerPath: string) {
    this.#workerPath = workerPath;
  }

  async hash(password: string): Promise<string> {
    const value = await this.#ask({ id: ++this.#lastId, kind: 'hash', password });
    if (typeof value !== 'string') throw new Error('The password thread answered with no hash.');
    return value;
  }

  async verify(password: string, passwordHash: string): Promise<boolean> {
    return (await this.#ask({ id: ++this.#lastId, kind: 'verify', password, passwordHash })) === true;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(task: PasswordTask): Promise<string | boolean> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting.set(task.id, { resolve, reject });
      worker.ref();
      worker.postMessage(task);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#workerPath);
    worker.on('message', (answer: PasswordAnswer) => this.#settle(worker, answer));
    worker.on('error', (error) =>
      this.#fail(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => this.#fail(worker, new Error('The password thread has ended.')));
    worker.unref();
    return worker;
  }

  #settle(worker: Worker, answer: PasswordAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) worker.unref();
    if ('failure' in answer) waiting?.reject(new Error(answer.failure));
    else waiting?.resolve(answer.value);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
