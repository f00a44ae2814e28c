/** Inserts of many rows in one statement: more than twice as fast as a statement a row. */
import type { SqlValue, WritableDb } from '../sqlite/database';

/** Wide rows gain nothing from more than twenty in a statement; SQLite parses narrow ones by the hundred. */
const PARAMS_PER_STATEMENT = 1100;

type Verb = 'INSERT' | 'INSERT OR REPLACE' | 'INSERT OR IGNORE';

/** `onConflict` is a clause that follows the values. */
export function insertRows(
  db: WritableDb,
  verb: Verb,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict = '',
): void {
  insertEach(db, verb, table, columns, rows, (row) => row, onConflict);
}

/**
 * One row for each item, made when its statement is: a batch's rows together would live long enough to be moved about in memory.
 * Columns in the order of `columns`.
 */
export function insertEach<Item>(
  db: WritableDb,
  verb: Verb,
  table: string,
  columns: readonly string[],
  items: readonly Item[],
  toRow: (item: Item) => readonly SqlValue[],
  onConflict = '',
): void {
  const one = `(${columns.map(() => '?').join(',')})`;
  const toText = (rows: number): string =>
    `${verb} INTO ${table} (${columns.join(',')}) VALUES ${Array.from({ length: rows }, () => one).join(',')} ${onConflict}`;
  let rowsPerStatement = 2 ** Math.floor(Math.log2(PARAMS_PER_STATEMENT / columns.length));
  let text = toText(rowsPerStatement);
  for (let at = 0; at < items.length; at += rowsPerStatement) {
    // The rest goes by halves: few texts of statements, all of which stay prepared.
    if (rowsPerStatement > items.length - at) {
      while (rowsPerStatement > items.length - at) rowsPerStatement /= 2;
      text = toText(rowsPerStatement);
    }
    const params: SqlValue[] = [];
    for (const item of items.slice(at, at + rowsPerStatement)) params.push(...toRow(item));
    db.run(text, params);
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
