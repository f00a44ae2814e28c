/**
 * Keeps two processes on one profile (a window and a command line) from scanning at once. A write transaction that is held open on a small
 * database of its own: the system lets go of it when the process ends, however it ends, on every platform.
 */
import path from 'node:path';
import { openWritable } from './sqlite/database';

/** Takes the lock and returns the function that gives it back; undefined where another process has it. */
export function takeScanLock(profileDir: string): (() => void) | undefined {
  const db = openWritable(path.join(profileDir, 'scan-lock.db'), { synchronous: 'NORMAL', migrations: [] });
  try {
    db.exec('PRAGMA busy_timeout = 0');
    db.exec('BEGIN IMMEDIATE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return undefined;
    throw error;
  }
}
