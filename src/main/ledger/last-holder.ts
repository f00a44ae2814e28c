/** Keeps the organisation from locking itself out: somebody must always be able to administer it, and its security. */
import { AppError } from '../../shared/errors';
import type { ServiceRight } from '../../shared/user-settings';
import type { ReadableDb, WritableDb } from '../sqlite/database';

const MUST_BE_HELD = [
  'mediaManagerAdministrator',
  'webControlSecurity',
] as const satisfies readonly ServiceRight[];

/** Of which organisations' rights an outer change is being watched, by connection. */
const watched = new WeakMap<WritableDb, Set<number>>();

/**
 * Does a change within the caller's transaction. Throws AppError `last-holder` where one of the rights had a holder who can sign
 * in, and afterwards has none. A person without a password holds nothing in this sense. Within another of its kind only the outer
 * one looks: of many changes made at once it counts who holds the rights when all are made.
 */
export function keepLastHolders(db: WritableDb, organisationId: number, change: () => void): void {
  const organisations = watched.get(db) ?? new Set();
  if (organisations.has(organisationId)) return change();
  const heldBefore = MUST_BE_HELD.filter((right) => isHeld(db, organisationId, right));
  watched.set(db, organisations.add(organisationId));
  try {
    change();
  } finally {
    organisations.delete(organisationId);
  }
  const lost = heldBefore.find((right) => !isHeld(db, organisationId, right));
  if (lost) {
    throw new AppError('conflict', 'last-holder', `The last active holder of ${lost} cannot lose it.`, {
      right: lost,
    });
  }
}

function isHeld(db: ReadableDb, organisationId: number, right: ServiceRight): boolean {
  const holder = db.get(
    `SELECT 1 FROM rights_group_member m
     JOIN rights_group g ON g.id = m.rights_group_id AND g.is_removed = 0
     JOIN user u ON u.id = m.user_id AND u.is_active = 1 AND u.password_hash IS NOT NULL
     WHERE g.organisation_id = ? AND EXISTS (SELECT 1 FROM json_each(g.rights) WHERE value = ?) LIMIT 1`,
    [organisationId, right],
  );
  return holder !== undefined;
}
