/** Rights groups: a name and a set of service rights; people are members. */
import { z } from 'zod';
import { AppError, notFound } from '../../shared/errors';
import type { RightsGroupRow } from '../../shared/people';
import type { ServiceRight } from '../../shared/user-settings';
import { SERVICE_RIGHTS } from '../../shared/user-settings';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { keepLastHolders } from './last-holder';
import { drawRowId } from './row-id';

const rightsSchema = z.array(z.enum(SERVICE_RIGHTS));

interface RightsGroupRecord {
  readonly id: string;
  readonly name: string;
  readonly rights: string;
}

export function createRightsGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  group: { readonly name: string; readonly rights: readonly ServiceRight[] },
): string {
  return db.transaction(() => {
    const rightsGroupId = drawRowId();
    db.run('INSERT INTO rights_group (id, organisation_id, name, rights) VALUES (?, ?, ?, ?)', [
      rightsGroupId,
      organisationId,
      group.name,
      JSON.stringify(group.rights),
    ]);
    appendAudit(db, actor, 'Add rights group', {
      rightsGroupId,
      after: { name: group.name, rights: group.rights },
    });
    return rightsGroupId;
  });
}

/** By name, with the ids of their members. */
export function listRightsGroups(db: ReadableDb, organisationId: number): readonly RightsGroupRow[] {
  const members = new Map<string, string[]>();
  for (const row of db.all<{ rights_group_id: string; user_id: string }>(
    `SELECT m.rights_group_id, m.user_id FROM rights_group_member m JOIN rights_group g ON g.id = m.rights_group_id
     JOIN user u ON u.id = m.user_id WHERE g.organisation_id = ? ORDER BY u.name, u.id`,
    [organisationId],
  )) {
    members.set(row.rights_group_id, [...(members.get(row.rights_group_id) ?? []), row.user_id]);
  }
  return db
    .all<RightsGroupRecord>(
      'SELECT id, name, rights FROM rights_group WHERE organisation_id = ? AND is_removed = 0 ORDER BY name, id',
      [organisationId],
    )
    .map((row) => ({
      rightsGroupId: row.id,
      name: row.name,
      rights: rightsSchema.parse(JSON.parse(row.rights)),
      members: members.get(row.id) ?? [],
    }));
}

/** The rights groups that a person is in, by name. */
export function rightsGroupsOf(
  db: ReadableDb,
  userId: string,
): readonly {
  readonly rightsGroupId: string;
  readonly name: string;
  readonly rights: readonly ServiceRight[];
}[] {
  return db
    .all<RightsGroupRecord>(
      `SELECT g.id, g.name, g.rights FROM rights_group_member m JOIN rights_group g ON g.id = m.rights_group_id
       WHERE m.user_id = ? AND g.is_removed = 0 ORDER BY g.name, g.id`,
      [userId],
    )
    .map((row) => ({
      rightsGroupId: row.id,
      name: row.name,
      rights: rightsSchema.parse(JSON.parse(row.rights)),
    }));
}

/** All service rights of a person, of whichever group. */
export function serviceRightsOf(db: ReadableDb, userId: string): ReadonlySet<ServiceRight> {
  return new Set(rightsGroupsOf(db, userId).flatMap((group) => group.rights));
}

/**
 * Puts a person into exactly these rights groups. Throws AppError `not-found` for a person or group that this organisation does
 * not have, and `last-holder` where a right that someone must hold would be held by nobody.
 */
export function setRightsGroups(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  rightsGroupIds: readonly string[],
): void {
  db.transaction(() => {
    const user = db.get<{ name: string }>('SELECT name FROM user WHERE id = ? AND organisation_id = ?', [
      userId,
      organisationId,
    ]);
    if (!user) throw notFound();
    const known = new Map(listRightsGroups(db, organisationId).map((group) => [group.rightsGroupId, group]));
    const wanted = [...new Set(rightsGroupIds)];
    if (!wanted.every((id) => known.has(id))) {
      throw new AppError('not-found', 'not-found', 'There is no such rights group.');
    }
    const before = rightsGroupsOf(db, userId).map((group) => group.name);
    const after = wanted.flatMap((id) => known.get(id)?.name ?? []).sort();
    if (JSON.stringify([...before].sort()) === JSON.stringify(after)) return;
    keepLastHolders(db, organisationId, () => {
      db.run('DELETE FROM rights_group_member WHERE user_id = ?', [userId]);
      for (const id of wanted) {
        db.run('INSERT INTO rights_group_member (rights_group_id, user_id) VALUES (?, ?)', [id, userId]);
      }
    });
    appendAudit(db, actor, 'Change rights groups', {
      userId,
      name: user.name,
      isOneself: actor.userId === userId,
      before,
      after,
    });
  });
}
