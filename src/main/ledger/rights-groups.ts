/** Rights groups: a name and a set of service rights; people are members. */
import { z } from 'zod';
import { AppError, notFound } from '../../shared/errors';
import type { RightsGroupInput, RightsGroupRow } from '../../shared/people';
import type { ServiceRight } from '../../shared/user-settings';
import { SERVICE_RIGHTS } from '../../shared/user-settings';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import type { JsonObject } from './canonical-json';
import { findChanges } from './changes';
import { keepLastHolders } from './last-holder';
import { toNameKey } from './name-key';
import { drawRowId } from './row-id';
import { staleEdit } from './stale-edit';

const rightsSchema = z.array(z.enum(SERVICE_RIGHTS));

interface RightsGroupRecord {
  readonly id: string;
  readonly name: string;
  readonly rights: string;
  readonly revision: number;
}

/** Makes a rights group without members. Throws AppError `name-taken`. Returns its id. */
export function createRightsGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  group: { readonly name: string; readonly rights: readonly ServiceRight[] },
): string {
  return db.transaction(() => {
    const rightsGroupId = drawRowId();
    checkName(db, organisationId, rightsGroupId, group.name);
    const rights = toOrdered(group.rights);
    db.run('INSERT INTO rights_group (id, organisation_id, name, rights) VALUES (?, ?, ?, ?)', [
      rightsGroupId,
      organisationId,
      group.name,
      JSON.stringify(rights),
    ]);
    appendAudit(db, actor, 'Add rights group', { rightsGroupId, after: { name: group.name, rights } });
    return rightsGroupId;
  });
}

/** A rights group that exists, of this organisation. Throws AppError `not-found`. */
export function getRightsGroup(
  db: ReadableDb,
  organisationId: number,
  rightsGroupId: string,
): RightsGroupRow {
  const group = listRightsGroups(db, organisationId).find((one) => one.rightsGroupId === rightsGroupId);
  if (!group) throw notFound();
  return group;
}

/**
 * Changes a rights group that was read at `revision`, with its members. Throws AppError `not-found`, `stale-edit`, `name-taken`,
 * `invalid-input` (an unknown member), and `last-holder` where a right that someone must hold would be held by nobody.
 */
export function changeRightsGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  rightsGroupId: string,
  revision: number,
  group: RightsGroupInput,
): RightsGroupRow {
  return db.transaction(() => {
    const before = getRightsGroup(db, organisationId, rightsGroupId);
    if (before.revision !== revision) throw staleEdit();
    checkName(db, organisationId, rightsGroupId, group.name);
    const after = { name: group.name, rights: toOrdered(group.rights), members: group.members };
    const changes = findChanges(toJson(db, before), toJson(db, after));
    if (!changes) return before;
    const isOneself = changesOwnRights(db, actor, () => {
      keepLastHolders(db, organisationId, () => {
        db.run('UPDATE rights_group SET name = ?, rights = ?, revision = revision + 1 WHERE id = ?', [
          after.name,
          JSON.stringify(after.rights),
          rightsGroupId,
        ]);
        replaceMembers(db, organisationId, rightsGroupId, after.members);
      });
    });
    const { name } = before;
    appendAudit(db, actor, 'Change rights group', { rightsGroupId, name, isOneself, ...changes });
    return getRightsGroup(db, organisationId, rightsGroupId);
  });
}

/** Its row stays, so that the trail can name it. Throws AppError `not-found`, and `last-holder` as `changeRightsGroup`. */
export function removeRightsGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  rightsGroupId: string,
): void {
  db.transaction(() => {
    const before = getRightsGroup(db, organisationId, rightsGroupId);
    const told = toJson(db, before);
    const isOneself = changesOwnRights(db, actor, () => {
      keepLastHolders(db, organisationId, () => {
        db.run('UPDATE rights_group SET is_removed = 1, revision = revision + 1 WHERE id = ?', [
          rightsGroupId,
        ]);
        db.run('DELETE FROM rights_group_member WHERE rights_group_id = ?', [rightsGroupId]);
      });
    });
    appendAudit(db, actor, 'Remove rights group', {
      rightsGroupId,
      name: before.name,
      isOneself,
      before: told,
    });
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
      'SELECT id, name, rights, revision FROM rights_group WHERE organisation_id = ? AND is_removed = 0 ORDER BY name, id',
      [organisationId],
    )
    .map((row) => ({
      rightsGroupId: row.id,
      name: row.name,
      rights: rightsSchema.parse(JSON.parse(row.rights)),
      members: members.get(row.id) ?? [],
      revision: row.revision,
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
    .all<Omit<RightsGroupRecord, 'revision'>>(
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
      // Who has one of the groups open, as it was or as it is now, must not save over this.
      db.run(
        `UPDATE rights_group SET revision = revision + 1 WHERE organisation_id = ? AND
         (id IN (SELECT rights_group_id FROM rights_group_member WHERE user_id = ?)) <> (id IN (SELECT value FROM json_each(?)))`,
        [organisationId, userId, JSON.stringify(wanted)],
      );
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

function checkName(db: ReadableDb, organisationId: number, rightsGroupId: string, name: string): void {
  const key = toNameKey(name);
  if (key === '') throw new AppError('invalid-input', 'invalid-input', 'The name shows no character.');
  const other = listRightsGroups(db, organisationId).find(
    (group) => group.rightsGroupId !== rightsGroupId && toNameKey(group.name) === key,
  );
  if (!other) return;
  throw new AppError('conflict', 'name-taken', `There is a rights group ${other.name} already.`, {
    name: other.name,
  });
}

function replaceMembers(
  db: WritableDb,
  organisationId: number,
  rightsGroupId: string,
  members: readonly string[],
): void {
  db.run('DELETE FROM rights_group_member WHERE rights_group_id = ?', [rightsGroupId]);
  for (const userId of new Set(members)) {
    const user = db.get('SELECT 1 FROM user WHERE id = ? AND organisation_id = ?', [userId, organisationId]);
    if (!user) throw new AppError('invalid-input', 'invalid-input', 'One of the members does not exist.');
    db.run('INSERT INTO rights_group_member (rights_group_id, user_id) VALUES (?, ?)', [
      rightsGroupId,
      userId,
    ]);
  }
}

/** Does the change, and says whether the service rights of whoever makes it are others now. */
function changesOwnRights(db: WritableDb, actor: Actor, change: () => void): boolean {
  const { userId } = actor;
  const own = () => (userId === null ? '' : toOrdered([...serviceRightsOf(db, userId)]).join());
  const before = own();
  change();
  return own() !== before;
}

/** In the order of the matrix, each once: the order in which they were ticked says nothing. */
function toOrdered(rights: readonly ServiceRight[]): readonly ServiceRight[] {
  return SERVICE_RIGHTS.filter((right) => rights.includes(right));
}

/** For the trail: members by name, sorted, for their order says nothing either. */
function toJson(db: ReadableDb, group: RightsGroupInput): JsonObject {
  const names = [...new Set(group.members)].flatMap(
    (userId) => db.get<{ name: string }>('SELECT name FROM user WHERE id = ?', [userId])?.name ?? [],
  );
  return { name: group.name, rights: toOrdered(group.rights), members: names.sort() };
}
