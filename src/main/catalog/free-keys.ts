/** Room for new recordings, or calls, among the keys, see [Note: keys in time order]. */
import type { WritableDb } from '../sqlite/database';
import { isStartInRange, toFirstKey, toKeySecond } from './recording-key';

/** Gives out keys in order of asking, within each second. Take one for each batch. */
export class FreeKeys {
  readonly #db: WritableDb;
  readonly #nextBySec = new Map<number, number>();
  readonly #lastSec: number;

  constructor(
    db: WritableDb,
    private readonly table: 'recording' | 'call',
  ) {
    this.#db = db;
    const last = db.get<{ key: number | null }>(`SELECT max(key) AS key FROM ${table}`)?.key;
    this.#lastSec = last == null ? -Infinity : toKeySecond(last);
  }

  /** Undefined where there is no room. A recording that was in this second keeps its key. */
  take(startedAtMs: number, formerKey: number | undefined): number | undefined {
    if (!isStartInRange(startedAtMs)) return undefined;
    const sec = Math.floor(startedAtMs / 1000);
    if (formerKey !== undefined && toKeySecond(formerKey) === sec) return formerKey;
    const key = this.#nextBySec.get(sec) ?? this.#findNext(sec);
    if (key >= toFirstKey(sec + 1)) return undefined;
    this.#nextBySec.set(sec, key + 1);
    return key;
  }

  #findNext(sec: number): number {
    // What is later than all that is there need not be asked for, second by second.
    if (sec > this.#lastSec) return toFirstKey(sec);
    const last = this.#db.get<{ key: number | null }>(
      `SELECT max(key) AS key FROM ${this.table} WHERE key >= ? AND key < ?`,
      [toFirstKey(sec), toFirstKey(sec + 1)],
    );
    return last?.key == null ? toFirstKey(sec) : last.key + 1;
  }
}
