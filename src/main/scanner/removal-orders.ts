/** The thread's side of removals: orders are heard as they come while it is idle, and asked for between the files of a scan. */
import type { MessagePort } from 'node:worker_threads';
import { receiveMessageOnPort } from 'node:worker_threads';
import type { WritableDb } from '../sqlite/database';
import type { RemovalOrder, ScannerAnswer } from './messages';
import { removeDeleted } from './remove-deleted';

export class RemovalOrders {
  #heard = 0;

  /** `flags[1]` counts the orders that were ever sent, so that a scan need not look for a message at each file. */
  constructor(
    private readonly db: WritableDb,
    private readonly flags: Int32Array,
    private readonly orders: MessagePort,
    private readonly answer: (message: ScannerAnswer) => void,
  ) {
    orders.on('message', (order: RemovalOrder) => this.#obey(order));
  }

  /** Obeys what has come, and returns the paths of one source that went by it. */
  take(sourceId: number): readonly string[] {
    if (Atomics.load(this.flags, 1) === this.#heard) return [];
    const deleted: string[] = [];
    for (let next = receiveMessageOnPort(this.orders); next; next = receiveMessageOnPort(this.orders)) {
      const order = next.message as RemovalOrder;
      this.#obey(order);
      if (order.sourceId === sourceId) deleted.push(...order.paths);
    }
    return deleted;
  }

  #obey(order: RemovalOrder): void {
    const { removal, sourceId, paths } = order;
    this.#heard = Math.max(this.#heard, removal);
    try {
      removeDeleted(this.db, sourceId, paths);
      this.answer({ kind: 'recordings-removed', removal });
    } catch (error) {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.answer({ kind: 'removal-failed', removal, message });
    }
  }
}
