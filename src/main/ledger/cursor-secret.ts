/** What cursors are sealed with, drawn once for a profile: a run of the command line goes on where another one ended. */
import type { ReadableDb } from '../sqlite/database';

/** 32 random bytes. Throws where the ledger has lost them. */
export function readCursorSecret(db: ReadableDb): Buffer {
  const row = db.get<{ secret: Buffer }>('SELECT secret FROM cursor_secret WHERE id = 1');
  if (row?.secret.length !== 32) throw new Error('The ledger has lost the secret of its cursors.');
  return row.secret;
}
