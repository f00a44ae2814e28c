/** What a person may see and change of himself: his page, and the walk through it at the first sign-in. */
import { AppError } from '../../shared/errors';
import type { OwnProfile } from '../../shared/own-profile';
import type { AccessLevel } from '../../shared/user-settings';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { holdingsOf } from './extension-holdings';
import type { UserRecord } from './users';
import { staleEdit } from './stale-edit';
import { getUser } from './users';

/** The level has an effect while the portal is open to the person. */
export function ownAccess(
  { settings }: Pick<UserRecord, 'settings'>,
  name: 'profileAccess' | 'directoryAccess',
): AccessLevel {
  return settings.portal ? settings[name] : 'none';
}

/** Throws AppError `forbidden` where the person has less than this level on this page of his own. */
export function requireOwnAccess(
  user: Pick<UserRecord, 'settings'>,
  name: 'profileAccess' | 'directoryAccess',
  needed: 'read' | 'write',
): void {
  const level = ownAccess(user, name);
  if (level === 'write' || level === needed) return;
  throw new AppError('forbidden', 'forbidden', 'Your settings do not let you do this on your own pages.');
}

/** The walk is on, the portal is open, and it was not walked to its end yet. */
export function mustRunWizard(user: Pick<UserRecord, 'settings' | 'hasFinishedWizard'>): boolean {
  return user.settings.portal && user.settings.wizard && !user.hasFinishedWizard;
}

export function toOwnProfile(db: ReadableDb, user: UserRecord): OwnProfile {
  return {
    revision: user.revision,
    name: user.name,
    signInName: user.signInName,
    email: user.email,
    extensions: holdingsOf(db, user.userId),
  };
}

/** Changes name and address of oneself. Throws AppError `stale-edit` where somebody saved since `revision` was read. */
export function saveOwnProfile(
  db: WritableDb,
  actor: Actor & { readonly userId: string; readonly organisationId: number },
  revision: number,
  input: { readonly name: string; readonly email: string },
): OwnProfile {
  return db.transaction(() => {
    const user = getUser(db, actor.organisationId, actor.userId);
    requireOwnAccess(user, 'profileAccess', 'write');
    if (user.revision !== revision) throw staleEdit();
    const changes = findChanges({ name: user.name, email: user.email }, { ...input });
    if (!changes) return toOwnProfile(db, user);
    db.run('UPDATE user SET name = ?, email = ?, revision = revision + 1 WHERE id = ?', [
      input.name,
      input.email,
      user.userId,
    ]);
    appendAudit(db, actor, 'Change own profile', { userId: user.userId, name: user.name, ...changes });
    return toOwnProfile(db, getUser(db, actor.organisationId, actor.userId));
  });
}

/**
 * Ends the walk for good. `hasRightExtensions`: whether the person said that the extensions he was shown are his; it gives and takes
 * nothing, and the trail keeps it for the administrator. Throws AppError `forbidden` where there is no walk to end.
 */
export function completeWizard(
  db: WritableDb,
  actor: Actor & { readonly userId: string; readonly organisationId: number },
  input: { readonly name: string; readonly hasRightExtensions: boolean },
): void {
  db.transaction(() => {
    const user = getUser(db, actor.organisationId, actor.userId);
    requireWizard(user);
    const { name, hasRightExtensions } = input;
    const isRenamed = name !== user.name;
    db.run(
      'UPDATE user SET name = ?, has_finished_wizard = 1, revision = revision + ? WHERE id = ?',
      // What others may be editing stays theirs to save where nothing of it changed.
      [name, isRenamed ? 1 : 0, user.userId],
    );
    appendAudit(db, actor, 'Complete wizard', {
      userId: user.userId,
      name: user.name,
      hasRightExtensions,
      ...findChanges({ name: user.name }, { name }),
    });
  });
}

/** Throws AppError `forbidden`. */
export function requireWizard(user: UserRecord): void {
  if (mustRunWizard(user)) return;
  throw new AppError('forbidden', 'forbidden', 'There is no walk through your settings to be made.');
}
