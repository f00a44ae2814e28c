/** Finds recordings and calls by their ids, see [Note: ids]. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { insertEach } from './multi-row';

export interface Identified {
  readonly key: number;
  /** 16 hex digits. */
  readonly id: string;
}

type IdIndex = 'recording_id' | 'call_id';

const ID = /^[0-9a-f]{16}$/;

/** Undefined for an id that nothing has, and for what is no id. */
export function findKeyOfId(db: ReadableDb, index: IdIndex, id: string): number | undefined {
  if (!ID.test(id)) return undefined;
  return db.get<{ key: number }>(`SELECT rowid AS key FROM ${index} WHERE ${index} MATCH ?`, [`"${id}"`])
    ?.key;
}

export function putIds(db: WritableDb, index: IdIndex, items: readonly Identified[]): void {
  // The index takes whole numbers only, and a number bound as it is would be a fraction to it.
  insertEach(db, 'INSERT', index, ['rowid', 'id'], items, ({ key, id }) => [BigInt(key), id]);
}

/** Exactly what was put in: the index keeps no copy to look it up in. */
export function takeOutId(db: WritableDb, index: IdIndex, { key, id }: Identified): void {
  db.run(`INSERT INTO ${index} (${index}, rowid, id) VALUES ('delete', ?, ?)`, [BigInt(key), id]);
}
