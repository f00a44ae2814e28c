/** The catalog's recordings and their scopes as files that other databases read. */
import { chmodSync, closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ReadableDb } from '../../src/main/sqlite/database';

const LINES_A_WRITE = 10_000;

/** Columns by tabs, without a head. Returns the file, which everybody may read: a server may run as another user. */
export function writeTable(db: ReadableDb, dir: string, table: keyof typeof TABLES): string {
  const filePath = path.join(dir, `${table}.csv`);
  const file = openSync(filePath, 'w');
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  for (const row of db.iterate<Record<string, string | number>>(TABLES[table])) {
    lines.push(Object.values(row).join('\t'));
    if (lines.length === LINES_A_WRITE) flush();
  }
  flush();
  closeSync(file);
  chmodSync(filePath, 0o644);
  return filePath;
}

const TABLES = {
  recording:
    "SELECT key, datetime(started_at_ms / 1000, 'unixepoch') || 'Z' AS startedAt, direction, duration_ms, parties FROM recording",
  visibility: 'SELECT scope, key FROM visibility',
} as const;
