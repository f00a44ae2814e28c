/** The stored form of passwords. Only the session makes and checks them; here they are kept. */
import type { WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { getUser } from './users';

/**
 * Sets a person's password, given as a PHC string. `mustChange`: somebody else chose it, so he must choose his own at the next
 * sign-in. Throws AppError `not-found` for another organisation's person.
 */
export function setPasswordHash(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  change: { readonly passwordHash: string; readonly mustChange: boolean },
): void {
  db.transaction(() => {
    const user = getUser(db, organisationId, userId);
    writeHash(db, userId, change.passwordHash, change.mustChange);
    const isOwn = actor.userId === userId;
    appendAudit(db, actor, isOwn ? 'Change own password' : 'Set password', { userId, name: user.name });
  });
}

/** The same password under newer parameters, unless it was changed meanwhile: nothing that the trail would tell. */
export function renewPasswordHash(db: WritableDb, userId: string, known: string, renewed: string): void {
  db.run('UPDATE user SET password_hash = ? WHERE id = ? AND password_hash = ?', [renewed, userId, known]);
}

function writeHash(db: WritableDb, userId: string, passwordHash: string, mustChange: boolean): void {
  db.run(
    'UPDATE user SET password_hash = ?, password_revision = password_revision + 1, must_change_password = ? WHERE id = ?',
    [passwordHash, mustChange ? 1 : 0, userId],
  );
}
