/** Inserts of many rows in one statement: more than twice as fast as a statement a row. */
import type { SqlValue, WritableDb } from '../sqlite/database';

/** Wide rows gain nothing from more than twenty in a statement; SQLite parses narrow ones by the hundred. */
const PARAMS_PER_STATEMENT = 1100;

/**
 * The same column, in the same order, in every row. `verb` is INSERT, INSERT OR REPLACE or INSERT OR IGNORE; `onConflict` a clause
 * that follows the values.
 */
export function insertRows(
  db: WritableDb,
  verb: 'INSERT' | 'INSERT OR REPLACE' | 'INSERT OR IGNORE',
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict = '',
): void {
  const one = `(${columns.map(() => '?').join(',')})`;
  let rowsPerStatement = 2 ** Math.floor(Math.log2(PARAMS_PER_STATEMENT / columns.length));
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    // The rest goes by halves: few texts of statements, all of which stay prepared.
    while (rowsPerStatement > rows.length - at) rowsPerStatement /= 2;
    const part = rows.slice(at, at + rowsPerStatement);
    const values = part.map(() => one).join(',');
    db.run(`${verb} INTO ${table} (${columns.join(',')}) VALUES ${values} ${onConflict}`, part.flat());
  }
}

/** Calls `work` with parts of at most `size`: SQLite bounds the parameters of one statement. */
export function inParts<Item>(
  items: readonly Item[],
  size: number,
  work: (part: readonly Item[]) => void,
): void {
  for (let at = 0; at < items.length; at += size) work(items.slice(at, at + size));
}

export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(',');
}
