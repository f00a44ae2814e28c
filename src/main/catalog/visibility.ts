/** Writes who may see what, see [Note: scopes]: of recordings and of calls alike. */
import type { WritableDb } from '../sqlite/database';
import { insertRows } from './multi-row';

export interface Scoped {
  readonly key: number;
  readonly scopeIds: readonly number[];
}

export function putVisible(db: WritableDb, items: readonly Scoped[]): void {
  const keysByScope = new Map<number, number[]>();
  for (const { key, scopeIds } of items) {
    for (const scopeId of scopeIds) {
      const keys = keysByScope.get(scopeId);
      if (keys) keys.push(key);
      else keysByScope.set(scopeId, [key]);
    }
  }
  // In the order of the table, so that each of its pages is written once a batch.
  const rows: [number, number][] = [];
  for (const scopeId of [...keysByScope.keys()].sort(ascending)) {
    for (const key of (keysByScope.get(scopeId) ?? []).sort(ascending)) rows.push([scopeId, key]);
  }
  insertRows(db, 'INSERT', 'visibility', ['scope', 'key'], rows);
}

export function takeOutVisible(db: WritableDb, { key, scopeIds }: Scoped): void {
  for (const scopeId of scopeIds) {
    db.run('DELETE FROM visibility WHERE scope = ? AND key = ?', [scopeId, key]);
  }
}

function ascending(a: number, b: number): number {
  return a - b;
}
