/** The main thread's side of removals: orders on a way of their own to the scanner's thread, which are heard in the middle of a scan too. */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import type { RemovalOrder, ScannerAnswer } from './messages';

interface Waiting {
  readonly order: RemovalOrder;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class Removals {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #port: MessagePort | undefined;
  #flags: Int32Array | undefined;

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** A thread has started that hears orders here. What waited for one that was lost is asked of it. */
  connect(port: MessagePort, stopFlag: SharedArrayBuffer): void {
    this.#port?.close();
    this.#port = port;
    this.#flags = new Int32Array(stopFlag);
    port.unref();
    for (const { order } of this.#waiting.values()) this.#send(order);
  }

  /** Resolves when the rows are gone; rejects with AppError. */
  ask(sourceId: number, paths: readonly string[]): Promise<void> {
    const order = { removal: (this.#last += 1), sourceId, paths };
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.removal, { order, resolve, reject });
      this.#send(order);
    });
  }

  hear(answer: Extract<ScannerAnswer, { removal: number }>): void {
    const waiting = this.#waiting.get(answer.removal);
    this.#waiting.delete(answer.removal);
    if (answer.kind === 'recordings-removed') waiting?.resolve();
    else waiting?.reject(new AppError('internal', 'internal', answer.message));
  }

  /** The thread has ended by itself: whoever waits is told, and may ask again. */
  fail(error: AppError): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }

  close(): void {
    this.#port?.close();
  }

  #send(order: RemovalOrder): void {
    this.#port?.postMessage(order);
    // After the message: a thread that sees the number finds the order.
    if (this.#flags) Atomics.store(this.#flags, 1, order.removal);
  }
}
