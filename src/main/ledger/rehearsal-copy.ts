/** A copy of the ledger to rehearse in: in the ledger itself a long rehearsal would keep everybody else from writing. */
import type { WritableDb } from '../sqlite/database';
import { openLedger } from './database';

/** Tables that grow with what happens, and in which nothing is configured. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'audit',
  'cursor_secret',
  'deletion',
  'moved_recording',
  'playback_position',
  'sign_in_failure',
]);

/** As the ledger is at this moment, in memory, with an empty trail. Close it. Throws what SQLite throws. */
export function openRehearsalCopy(ledgerPath: string): WritableDb {
  const copy = openLedger(':memory:');
  try {
    copy.run('ATTACH DATABASE ? AS kept', [ledgerPath]);
    // One moment of all tables, without the lock of a writer.
    copy.snapshot(() => {
      copy.exec('PRAGMA defer_foreign_keys = ON');
      for (const { name: table } of listTables(copy)) {
        if (LEFT_OUT.has(table)) continue;
        copy.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM kept.${table}`);
      }
    });
    copy.exec('DETACH DATABASE kept');
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}

function listTables(db: WritableDb): readonly { readonly name: string }[] {
  return db.all(
    `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`,
  );
}
