/** The same recordings as rows of one plain table without an index: what SQLite takes for the writing alone. */
import { openWritable } from '../../src/main/sqlite/database';
import { insertRows } from '../../src/main/catalog/multi-row';
import { RECORDING_COLUMNS, toColumnValues } from '../../src/main/catalog/recording-columns';
import { toFirstKey } from '../../src/main/catalog/recording-key';
import { callNumber } from '../../src/main/policy/performance-viewers.test-support';

const BATCH = 10_000;

/** Milliseconds of the inserts alone. */
export function insertBare(filePath: string, rows: number, total: number): number {
  const db = openWritable(filePath, { synchronous: 'NORMAL', migrations: [] });
  db.exec(`CREATE TABLE bare (${RECORDING_COLUMNS.join(', ')})`);
  let spentMs = 0;
  for (let at = 0; at < rows; at += BATCH) {
    const values = Array.from({ length: Math.min(BATCH, rows - at) }, (_, n) => {
      const draft = callNumber(at + n, total);
      const key = toFirstKey(Math.floor(draft.startedAtMs / 1000));
      const id = String(at + n).padStart(16, '0');
      return toColumnValues(draft, {
        key,
        ordinal: at + n,
        id,
        organisationId: 1,
        sourceId: 1,
        scopeIds: [1, 2, 3, 4],
      });
    });
    const began = performance.now();
    db.transaction(() => insertRows(db, 'INSERT', 'bare', RECORDING_COLUMNS, values));
    spentMs += performance.now() - began;
  }
  db.close();
  return spentMs;
}
