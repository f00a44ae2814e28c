/** User groups: people now and then, with one extension; used for group calls and for sharing. */
import { AppError, notFound } from '../../shared/errors';
import type { GroupInput, GroupRow } from '../../shared/people';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { toNameKey } from './name-key';
import { drawRowId } from './row-id';
import { staleEdit } from './stale-edit';

interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly revision: number;
}

interface MembershipRow {
  readonly group_id: string;
  readonly user_id: string;
  readonly from_sec: number | null;
  readonly until_sec: number | null;
}

/** The groups that exist, by name, with their members in the order in which they were entered. */
export function listGroups(db: ReadableDb, organisationId: number): readonly GroupRow[] {
  const members = new Map<string, GroupInput['members'][number][]>();
  for (const row of db.all<MembershipRow>(
    `SELECT m.* FROM group_membership m JOIN user_group g ON g.id = m.group_id
     WHERE g.organisation_id = ? AND g.is_removed = 0 ORDER BY m.id`,
    [organisationId],
  )) {
    const list = members.get(row.group_id) ?? [];
    list.push({ userId: row.user_id, fromSec: row.from_sec, untilSec: row.until_sec });
    members.set(row.group_id, list);
  }
  return db
    .all<GroupRecord>(
      'SELECT id, name, extension, revision FROM user_group WHERE organisation_id = ? AND is_removed = 0 ORDER BY name, id',
      [organisationId],
    )
    .map((row) => toGroup(row, members.get(row.id) ?? []));
}

/** A group that exists, of this organisation. Throws AppError `not-found`. */
export function getGroup(db: ReadableDb, organisationId: number, groupId: string): GroupRow {
  const row = db.get<GroupRecord>(
    'SELECT id, name, extension, revision FROM user_group WHERE id = ? AND organisation_id = ? AND is_removed = 0',
    [groupId, organisationId],
  );
  if (!row) throw notFound();
  const members = db
    .all<MembershipRow>('SELECT * FROM group_membership WHERE group_id = ? ORDER BY id', [groupId])
    .map((member) => ({ userId: member.user_id, fromSec: member.from_sec, untilSec: member.until_sec }));
  return toGroup(row, members);
}

/**
 * Makes a group; its id is new even where its name is that of a removed one, so that it inherits no right. Throws AppError
 * `name-taken`, `extension-taken` (another group has the extension) or `invalid-input` (an unknown member).
 */
export function createGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  group: GroupInput,
): GroupRow {
  return db.transaction(() => {
    const groupId = drawRowId();
    checkGroup(db, organisationId, groupId, group);
    db.run('INSERT INTO user_group (id, organisation_id, name, extension) VALUES (?, ?, ?, ?)', [
      groupId,
      organisationId,
      group.name,
      group.extension,
    ]);
    replaceMembers(db, organisationId, groupId, group.members);
    appendAudit(db, actor, 'Add group', { groupId, name: group.name, after: { ...group } });
    return getGroup(db, organisationId, groupId);
  });
}

/** Changes a group read at `revision`. Throws as `createGroup`, and AppError `stale-edit` or `not-found`. */
export function changeGroup(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  groupId: string,
  revision: number,
  group: GroupInput,
): GroupRow {
  return db.transaction(() => {
    const before = getGroup(db, organisationId, groupId);
    if (before.revision !== revision) throw staleEdit();
    checkGroup(db, organisationId, groupId, group);
    const { name, extension, members } = before;
    const changes = findChanges({ name, extension, members }, { ...group });
    if (!changes) return before;
    db.run('UPDATE user_group SET name = ?, extension = ?, revision = revision + 1 WHERE id = ?', [
      group.name,
      group.extension,
      groupId,
    ]);
    replaceMembers(db, organisationId, groupId, group.members);
    appendAudit(db, actor, 'Change group', { groupId, name, ...changes });
    return getGroup(db, organisationId, groupId);
  });
}

/** Its row and its members stay, for the trail; every right that named it has no effect from now on. */
export function removeGroup(db: WritableDb, actor: Actor, organisationId: number, groupId: string): void {
  db.transaction(() => {
    const { name, extension, members } = getGroup(db, organisationId, groupId);
    db.run('UPDATE user_group SET is_removed = 1, revision = revision + 1 WHERE id = ?', [groupId]);
    appendAudit(db, actor, 'Remove group', { groupId, name, before: { name, extension, members } });
  });
}

function checkGroup(db: ReadableDb, organisationId: number, groupId: string, group: GroupInput): void {
  for (const other of listGroups(db, organisationId)) {
    if (other.groupId === groupId) continue;
    if (toNameKey(other.name) === toNameKey(group.name)) {
      throw new AppError('conflict', 'name-taken', `There is a group ${other.name} already.`, {
        name: other.name,
      });
    }
    if (other.extension === group.extension) {
      throw new AppError(
        'conflict',
        'extension-taken',
        `Extension ${group.extension} is that of group ${other.name}.`,
        {
          extension: group.extension,
          name: other.name,
        },
      );
    }
  }
}

function replaceMembers(
  db: WritableDb,
  organisationId: number,
  groupId: string,
  members: GroupInput['members'],
): void {
  db.run('DELETE FROM group_membership WHERE group_id = ?', [groupId]);
  for (const { userId, fromSec, untilSec } of members) {
    const user = db.get('SELECT 1 FROM user WHERE id = ? AND organisation_id = ?', [userId, organisationId]);
    if (!user) throw new AppError('invalid-input', 'invalid-input', 'One of the members does not exist.');
    if (fromSec !== null && untilSec !== null && fromSec >= untilSec) {
      throw new AppError('invalid-input', 'invalid-input', 'A membership ends before it begins.');
    }
    db.run('INSERT INTO group_membership (group_id, user_id, from_sec, until_sec) VALUES (?, ?, ?, ?)', [
      groupId,
      userId,
      fromSec,
      untilSec,
    ]);
  }
}

function toGroup(row: GroupRecord, members: GroupInput['members']): GroupRow {
  return { groupId: row.id, name: row.name, extension: row.extension, members, revision: row.revision };
}
