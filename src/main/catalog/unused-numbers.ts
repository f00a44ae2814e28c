/** A number that no recording and no call has any more leaves the catalog too: it is a person's data like any other. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
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

/** All numbers by which these recordings are known. */
export function numbersOf(db: ReadableDb, recordings: readonly { readonly key: number }[]): Set<string> {
  const numbers = new Set<string>();
  for (const row of recordings) {
    const told = db.get<{ numbers: string }>(
      `SELECT json_array(owner, group_number, line, account_code, mailbox) AS numbers FROM recording WHERE key = ?`,
      [row.key],
    );
    const parties = db.all<{ number: string }>(
      `SELECT json_extract(value, '$.number') AS number FROM recording, json_each(parties) WHERE recording.key = ?`,
      [row.key],
    );
    for (const number of JSON.parse(told?.numbers ?? '[]') as (string | null)[])
      if (number) numbers.add(number);
    for (const party of parties) if (party.number) numbers.add(party.number);
  }
  return numbers;
}
