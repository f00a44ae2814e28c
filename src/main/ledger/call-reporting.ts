/** Call reporting as the one sees it who configures it and nothing else: a switch of the organisation, and one of each person. */
import type { CallReporting } from '../../shared/people';
import { AppError } from '../../shared/errors';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { changeOrganisation, getOrganisation } from './organisations';
import { staleEdit, toListRevision } from './stale-edit';
import { changeUser, getUser, listUsers, toPersonInput } from './users';

/** Everybody, also the deactivated, by name. */
export function readCallReporting(db: ReadableDb, organisationId: number): CallReporting {
  return db.snapshot(() => {
    const isAvailable = getOrganisation(db, organisationId).settings.callReporting;
    const people = listUsers(db, organisationId).map(({ userId, name, isActive, settings }) => ({
      userId,
      name,
      isActive,
      hasPortal: settings.portal,
      callReporting: settings.callReporting,
    }));
    const held = people.map(({ userId, callReporting }) => [userId, callReporting] as const);
    return { revision: toListRevision([isAvailable, held]), isAvailable, people };
  });
}

interface CallReportingChange {
  readonly revision: string;
  readonly isAvailable: boolean;
  /** Whom it changes; everybody else stays as he is. */
  readonly people: readonly { readonly userId: string; readonly callReporting: boolean }[];
}

/** Throws AppError `stale-edit` where one of these settings was saved since, and `invalid-input` for an unknown person. */
export function changeCallReporting(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  change: CallReportingChange,
): CallReporting {
  return db.transaction(() => {
    const before = readCallReporting(db, organisationId);
    if (before.revision !== change.revision) throw staleEdit();
    const { name, settings, revision } = getOrganisation(db, organisationId);
    changeOrganisation(db, actor, organisationId, revision, {
      name,
      settings: { ...settings, callReporting: change.isAvailable },
    });
    const known = new Set(before.people.map((person) => person.userId));
    for (const { userId, callReporting } of change.people) {
      if (!known.has(userId))
        throw new AppError('invalid-input', 'invalid-input', 'One of the people does not exist.');
      const user = getUser(db, organisationId, userId);
      const person = toPersonInput(db, user);
      changeUser(db, actor, organisationId, userId, user.revision, {
        ...person,
        settings: { ...person.settings, callReporting },
      });
    }
    return readCallReporting(db, organisationId);
  });
}
