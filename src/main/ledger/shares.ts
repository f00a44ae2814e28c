/** What people share of their own, kind by kind: kept with its owner, in force while its conditions last. */
import { createHash } from 'node:crypto';
import { AppError, notFound } from '../../shared/errors';
import type { SharedKind } from '../../shared/model';
import { SHARED_KINDS } from '../../shared/model';
import type { Share, ShareChoice, ShareRow, Sharing } from '../../shared/shares';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import type { JsonObject } from './canonical-json';
import { toCanonicalJson } from './canonical-json';
import { findChanges } from './changes';
import { holdingsByUser, holdingsOf } from './extension-holdings';
import type { Audiences } from './share-audiences';
import { readAudiences, toClosedExtensions, toObstacles, toReceivers } from './share-audiences';
import type { UserRecord } from './users';
import { staleEdit } from './stale-edit';
import { getUser, listUsers } from './users';

interface StoredShare {
  readonly user_id: string;
  readonly kind: string;
  readonly audience: string;
  readonly group_id: string | null;
}

/** What the person shares, what stands in its way, and with whom he could. Throws AppError `not-found`. */
export function getSharing(
  db: ReadableDb,
  organisationId: number,
  userId: string,
  nowSec = toNowSec(),
): Sharing {
  return db.snapshot(() => {
    const user = getUser(db, organisationId, userId);
    const choices = toAll(choicesByUser(db, organisationId, userId).get(userId) ?? []);
    const audiences = readAudiences(db, organisationId, nowSec);
    const extensions = distinctExtensions(holdingsOf(db, userId));
    return {
      revision: toRevision(choices),
      shares: choices.map((choice) => toShare(choice, user, extensions, audiences)),
      groups: audiences.groups,
      extensions,
    };
  });
}

/**
 * Replaces what a person shares; a kind that is not named is shared no more. Throws AppError `forbidden` where he is not multi-user
 * aware, `stale-edit` where it was saved since `revision` was read, and `invalid-input` for a kind that is there twice or a group that
 * does not exist.
 */
export function saveSharing(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  input: { readonly revision: string; readonly shares: readonly ShareChoice[] },
): void {
  db.transaction(() => {
    const user = getUser(db, organisationId, userId);
    requireAware(user);
    const before = toAll(choicesByUser(db, organisationId, userId).get(userId) ?? []);
    if (toRevision(before) !== input.revision) throw staleEdit();
    const after = toAll(checkChoices(db, organisationId, input.shares));
    const names = groupNames(db, organisationId);
    const changes = findChanges(toJson(before, names), toJson(after, names));
    if (!changes) return;
    const changed = after.filter((choice, n) => !isSame(choice, before[n]));
    for (const choice of changed) writeChoice(db, userId, choice);
    appendAudit(db, actor, 'Change sharing', { userId, name: user.name, ...changes });
  });
}

/** Ends one share of another person, as an administrator. Throws AppError `not-found` where there is no such share. */
export function endShare(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  kind: SharedKind,
): void {
  db.transaction(() => {
    const user = getUser(db, organisationId, userId);
    const before = choicesByUser(db, organisationId, userId)
      .get(userId)
      ?.find((choice) => choice.kind === kind);
    if (!before) throw notFound();
    writeChoice(db, userId, { kind, audience: 'nobody', groupIds: [] });
    const [stored] = Object.values(toJson([before], groupNames(db, organisationId)));
    appendAudit(db, actor, 'End sharing', { userId, name: user.name, kind, before: stored });
  });
}

/**
 * Sets one share of a person, as an administrator who brings settings in: also of one who is not multi-user aware, kept without effect.
 * Throws AppError `not-found`, and `invalid-input` for a group that does not exist.
 */
export function setShare(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  choice: ShareChoice,
): void {
  db.transaction(() => {
    const user = getUser(db, organisationId, userId);
    const choices = choicesByUser(db, organisationId, userId).get(userId) ?? [];
    const before = toAll(choices).filter((one) => one.kind === choice.kind);
    const after = checkChoices(db, organisationId, [choice]);
    const names = groupNames(db, organisationId);
    const changes = findChanges(toJson(before, names), toJson(after, names));
    if (!changes) return;
    for (const changed of after) writeChoice(db, userId, changed);
    appendAudit(db, actor, 'Change sharing', { userId, name: user.name, ...changes });
  });
}

/** Every share of the organisation, by the name of who shares, then by kind; also those that are not in force, and why. */
export function listShares(db: ReadableDb, organisationId: number, nowSec = toNowSec()): readonly ShareRow[] {
  return db.snapshot(() => {
    const choices = choicesByUser(db, organisationId);
    const audiences = readAudiences(db, organisationId, nowSec);
    const holdings = holdingsByUser(db, organisationId);
    const users = listUsers(db, organisationId);
    const withReplay = new Set(users.filter((one) => one.settings.replay).map((one) => one.userId));
    return users.flatMap((user) =>
      (choices.get(user.userId) ?? []).map((choice) => ({
        ...toShare(choice, user, distinctExtensions(holdings.get(user.userId) ?? []), audiences),
        userId: user.userId,
        name: user.name,
        groups: audiences.groups
          .filter((group) => choice.groupIds.includes(group.groupId))
          .map(({ groupId, name }) => ({ groupId, name })),
        receiversWithoutReplay:
          choice.kind === 'call'
            ? [...toReceivers(choice, user, audiences)].filter((one) => !withReplay.has(one)).length
            : null,
      })),
    );
  });
}

/** Throws AppError `forbidden`: without the setting there is no sharing, and no page of it. */
export function requireAware(user: Pick<UserRecord, 'settings'>): void {
  if (user.settings.multiUserAware) return;
  throw new AppError(
    'forbidden',
    'forbidden',
    "'Multi-user aware' is off in your settings: you can share nothing.",
  );
}

function toShare(
  choice: ShareChoice,
  user: UserRecord,
  extensions: readonly string[],
  audiences: Audiences,
): Share {
  return {
    ...choice,
    obstacles: toObstacles(choice, user, extensions, audiences),
    closedExtensions: toClosedExtensions(choice.kind, extensions, audiences),
    receivers: toReceivers(choice, user, audiences).size,
  };
}

/** What is stored, of one person or of all, kinds in their order; a group that was removed is left out. */
function choicesByUser(
  db: ReadableDb,
  organisationId: number,
  userId?: string,
): ReadonlyMap<string, readonly ShareChoice[]> {
  const rows = db.all<StoredShare>(
    `SELECT s.user_id, s.kind, s.audience, g.id AS group_id FROM share s JOIN user u ON u.id = s.user_id
     LEFT JOIN share_group sg ON sg.share_id = s.id
     LEFT JOIN user_group g ON g.id = sg.group_id AND g.is_removed = 0
     WHERE u.organisation_id = ?${userId === undefined ? '' : ' AND s.user_id = ?'} ORDER BY g.name, g.id`,
    userId === undefined ? [organisationId] : [organisationId, userId],
  );
  const stored = new Map<string, Map<string, StoredShare[]>>();
  for (const row of rows) {
    const kinds = stored.get(row.user_id) ?? new Map<string, StoredShare[]>();
    kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row]);
    stored.set(row.user_id, kinds);
  }
  return new Map([...stored].map(([owner, kinds]) => [owner, toChoices(kinds)]));
}

function toChoices(kinds: ReadonlyMap<string, readonly StoredShare[]>): ShareChoice[] {
  return SHARED_KINDS.flatMap((kind) => {
    const rows = kinds.get(kind);
    if (!rows?.[0]) return [];
    const audience = rows[0].audience === 'everyone' ? 'everyone' : 'groups';
    return [{ kind, audience, groupIds: rows.flatMap((row) => row.group_id ?? []) }];
  });
}

function toAll(choices: readonly ShareChoice[]): readonly ShareChoice[] {
  return SHARED_KINDS.map(
    (kind) =>
      choices.find((choice) => choice.kind === kind) ?? { kind, audience: 'nobody' as const, groupIds: [] },
  );
}

/** With each group once, in the order of their names, and none where the audience is not made of groups. */
function checkChoices(
  db: ReadableDb,
  organisationId: number,
  choices: readonly ShareChoice[],
): readonly ShareChoice[] {
  const names = groupNames(db, organisationId);
  return choices.map((choice, n) => {
    if (choices.findIndex((other) => other.kind === choice.kind) !== n) {
      throw new AppError('invalid-input', 'invalid-input', `shares: ${choice.kind} is there twice.`);
    }
    if (choice.audience !== 'groups') return { ...choice, groupIds: [] };
    if (choice.groupIds.some((groupId) => !names.has(groupId))) {
      throw new AppError('invalid-input', 'invalid-input', 'One of the chosen groups does not exist.');
    }
    return { ...choice, groupIds: [...names.keys()].filter((groupId) => choice.groupIds.includes(groupId)) };
  });
}

function writeChoice(db: WritableDb, userId: string, { kind, audience, groupIds }: ShareChoice): void {
  db.run('DELETE FROM share_group WHERE share_id IN (SELECT id FROM share WHERE user_id = ? AND kind = ?)', [
    userId,
    kind,
  ]);
  db.run('DELETE FROM share WHERE user_id = ? AND kind = ?', [userId, kind]);
  if (audience === 'nobody') return;
  db.run('INSERT INTO share (user_id, kind, audience) VALUES (?, ?, ?)', [userId, kind, audience]);
  for (const groupId of groupIds) {
    db.run(
      'INSERT INTO share_group (share_id, group_id) SELECT id, ? FROM share WHERE user_id = ? AND kind = ?',
      [groupId, userId, kind],
    );
  }
}

/** By id, in the order of their names. */
function groupNames(db: ReadableDb, organisationId: number): ReadonlyMap<string, string> {
  const rows = db.all<{ id: string; name: string }>(
    'SELECT id, name FROM user_group WHERE organisation_id = ? AND is_removed = 0 ORDER BY name, id',
    [organisationId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** For the trail: the groups by name, for an id tells a reader nothing, and by id, for names change. */
function toJson(choices: readonly ShareChoice[], names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    choices.map(({ kind, audience, groupIds }) => [
      kind,
      { audience, groups: groupIds.map((groupId) => ({ groupId, name: names.get(groupId) ?? '' })) },
    ]),
  );
}

function isSame(one: ShareChoice, other: ShareChoice | undefined): boolean {
  return other !== undefined && toText([one]) === toText([other]);
}

/** Of the groups their ids alone, in their own order: renaming one changes no share. */
function toText(choices: readonly ShareChoice[]): string {
  return toCanonicalJson(
    choices.map(({ kind, audience, groupIds }) => [kind, audience, [...groupIds].sort()]),
  );
}

function toRevision(choices: readonly ShareChoice[]): string {
  const text = toText(choices);
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

function distinctExtensions(holdings: readonly { readonly extension: string }[]): readonly string[] {
  return [...new Set(holdings.map(({ extension }) => extension))].sort();
}

function toNowSec(): number {
  return Math.floor(Date.now() / 1000);
}
