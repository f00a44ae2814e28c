/** A number that no recording and no call has any more leaves the catalog too: it is a person's data like any other. */
import type { WritableDb } from '../sqlite/database';
import { Dictionary, findNumberId, toDigits } from './dictionary';
import { toNumberToken } from './search-tokens';

export function forgetUnusedNumbers(db: WritableDb, numbers: ReadonlySet<string>): void {
  const dictionary = new Dictionary(db);
  for (const number of numbers) {
    const id = findNumberId(db, number);
    if (id === undefined) continue;
    const match = `numbers : ${toNumberToken(id)}`;
    const isUsed = ['search', 'call_search'].some(
      (table) => db.get(`SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT 1`, [match]) !== undefined,
    );
    if (isUsed) continue;
    db.run("INSERT INTO number_part (number_part, rowid, digits) VALUES ('delete', ?, ?)", [
      id,
      toDigits(number),
    ]);
    db.run('DELETE FROM number WHERE id = ?', [id]);
    dictionary.forgetNumber(number);
  }
}
