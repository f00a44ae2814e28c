/** The same recordings as rows of one plain table without an index: what SQLite takes for the writing alone. */
import { openWritable } from '../../src/main/sqlite/database';
import { insertRows } from '../../src/main/catalog/multi-row';
import { DRAFT_COLUMNS, toColumnValues } from '../../src/main/catalog/recording-columns';
import { toFirstKey } from '../../src/main/catalog/recording-key';
import { callNumber } from '../../src/main/policy/performance-viewers.test-support';

const BATCH = 10_000;
const COLUMNS = ['key', 'ordinal', 'id', 'organisation_id', 'source_id', 'scopes', ...DRAFT_COLUMNS];

/** Milliseconds of the inserts alone. */
export function insertBare(filePath: string, rows: number, total: number): number {
  const db = openWritable(filePath, { synchronous: 'NORMAL', migrations: [] });
  db.exec(`CREATE TABLE bare (${COLUMNS.join(', ')})`);
  let spentMs = 0;
  for (let at = 0; at < rows; at += BATCH) {
    const values = Array.from({ length: Math.min(BATCH, rows - at) }, (_, n) => {
      const draft = callNumber(at + n, total);
      const key = toFirstKey(Math.floor(draft.startedAtMs / 1000));
      const id = String(at + n).padStart(16, '0');
      return [key, at + n, id, 1, 1, '1 2 3 4', ...toColumnValues(draft)];
    });
    const began = performance.now();
    db.transaction(() => insertRows(db, 'INSERT', 'bare', COLUMNS, values));
    spentMs += performance.now() - began;
  }
  db.close();
  return spentMs;
}
