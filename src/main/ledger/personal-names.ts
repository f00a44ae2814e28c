/** A person's own names for numbers, for himself alone: no right depends on them, so the trail does not record them. */
import { AppError } from '../../shared/errors';
import type { PersonalName } from '../../shared/own-profile';
import { PERSONAL_NAMES_AT_MOST } from '../../shared/own-profile';
import type { ReadableDb, WritableDb } from '../sqlite/database';

/** By name, then number. */
export function listPersonalNames(db: ReadableDb, userId: string): readonly PersonalName[] {
  return db.all<PersonalName>(
    'SELECT number, name FROM personal_name WHERE user_id = ? ORDER BY name, number',
    [userId],
  );
}

/**
 * Adds names, and gives numbers that have one already the new one; all or none. Throws AppError `too-many-names` where there would be
 * more than PERSONAL_NAMES_AT_MOST.
 */
export function savePersonalNames(db: WritableDb, userId: string, names: readonly PersonalName[]): void {
  db.transaction(() => {
    for (const { number, name } of names) {
      db.run(
        `INSERT INTO personal_name (user_id, number, name) VALUES (?, ?, ?)
         ON CONFLICT (user_id, number) DO UPDATE SET name = excluded.name`,
        [userId, number, name],
      );
    }
    const row = db.get<{ count: number }>('SELECT count(*) AS count FROM personal_name WHERE user_id = ?', [
      userId,
    ]);
    const count = row?.count ?? 0;
    if (count <= PERSONAL_NAMES_AT_MOST) return;
    throw new AppError(
      'invalid-input',
      'too-many-names',
      `There would be ${String(count)} names; ${String(PERSONAL_NAMES_AT_MOST)} are the most. Nothing was saved.`,
      { count, max: PERSONAL_NAMES_AT_MOST },
    );
  });
}

/** Does nothing for a number that has no name. */
export function removePersonalName(db: WritableDb, userId: string, number: string): void {
  db.run('DELETE FROM personal_name WHERE user_id = ? AND number = ?', [userId, number]);
}
