/** People: made, changed and deactivated, never erased, so that their calls stay findable. */
import { AppError, notFound } from '../../shared/errors';
import type { Preferences } from '../../shared/model';
import type { PersonInput } from '../../shared/people';
import type { Profile, UserSettings } from '../../shared/user-settings';
import { DEFAULT_USER_SETTINGS, OTHER_NUMBERS_MAX_LENGTH } from '../../shared/user-settings';
import { userSettingsSchema } from '../../shared/user-settings-schema';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import type { JsonObject } from './canonical-json';
import { findChanges } from './changes';
import { holdingsOf, replaceHoldings } from './extension-holdings';
import { keepLastHolders } from './last-holder';
import { toNameKey } from './name-key';
import { toPreferences } from './preferences';
import { drawRowId } from './row-id';
import { staleEdit } from './stale-edit';

export interface UserRecord {
  readonly userId: string;
  readonly organisationId: number;
  readonly name: string;
  readonly signInName: string;
  readonly email: string;
  readonly profile: Profile;
  readonly isActive: boolean;
  readonly settings: UserSettings;
  /** PHC string; null for a person who has never been given a password. */
  readonly passwordHash: string | null;
  /** Counts up with every password that is set. */
  readonly passwordRevision: number;
  readonly mustChangePassword: boolean;
  /** The walk through one's own settings at the first sign-in was finished. */
  readonly hasFinishedWizard: boolean;
  readonly preferences: Preferences;
  readonly revision: number;
}

interface UserRow {
  readonly id: string;
  readonly organisation_id: number;
  readonly name: string;
  readonly sign_in_name: string;
  readonly email: string;
  readonly profile: string;
  readonly is_active: number;
  readonly settings: string;
  readonly password_hash: string | null;
  readonly password_revision: number;
  readonly must_change_password: number;
  readonly has_finished_wizard: number;
  readonly preferences: string;
  readonly revision: number;
}

export function findUser(db: ReadableDb, userId: string): UserRecord | undefined {
  const row = db.get<UserRow>('SELECT * FROM user WHERE id = ?', [userId]);
  return row && toUser(row);
}

/** A person of this organisation. Throws AppError `not-found`, in the same words for another organisation's. */
export function getUser(db: ReadableDb, organisationId: number, userId: string): UserRecord {
  const user = findUser(db, userId);
  if (user?.organisationId !== organisationId) throw notFound();
  return user;
}

/** Whoever signs in under this name, however it is written. */
export function findUserBySignInName(db: ReadableDb, signInName: string): UserRecord | undefined {
  const row = db.get<UserRow>('SELECT * FROM user WHERE sign_in_key = ?', [toNameKey(signInName)]);
  return row && toUser(row);
}

/** Everybody, also the deactivated, by name. */
export function listUsers(db: ReadableDb, organisationId: number): readonly UserRecord[] {
  return db
    .all<UserRow>('SELECT * FROM user WHERE organisation_id = ? ORDER BY name, id', [organisationId])
    .map(toUser);
}

/**
 * Makes a person, without a password and in no rights group. Returns his id. Throws AppError `name-taken`, `extension-taken`,
 * `numbers-too-long` or `invalid-input`.
 */
export function createUser(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  person: PersonInput,
): string {
  return db.transaction(() => {
    const userId = drawRowId();
    checkPerson(db, organisationId, userId, person);
    db.run(
      `INSERT INTO user (id, organisation_id, name, sign_in_name, sign_in_key, email, profile, is_active, settings, created_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [userId, organisationId, ...toColumns(person), Date.now()],
    );
    replaceHoldings(db, organisationId, userId, person.extensions);
    appendAudit(db, actor, 'Add person', { userId, name: person.name, after: toJson(person) });
    return userId;
  });
}

/**
 * Changes a person. `revision` is the one that was read; throws AppError `stale-edit` where somebody has saved since,
 * `not-found` for another organisation's person, `last-holder` where deactivating him would leave a needed right with nobody,
 * and what `createUser` throws. A save that changes nothing leaves revision and trail alone.
 */
export function changeUser(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  userId: string,
  revision: number,
  person: PersonInput,
): void {
  db.transaction(() => {
    const user = getUser(db, organisationId, userId);
    if (user.revision !== revision) throw staleEdit();
    checkPerson(db, organisationId, userId, person);
    const changes = findChanges(toJson(toPersonInput(db, user)), toJson(person));
    if (!changes) return;
    keepLastHolders(db, organisationId, () => {
      db.run(
        `UPDATE user SET name = ?, sign_in_name = ?, sign_in_key = ?, email = ?, profile = ?, is_active = ?, settings = ?,
         revision = revision + 1 WHERE id = ?`,
        [...toColumns(person), userId],
      );
      replaceHoldings(db, organisationId, userId, person.extensions);
    });
    appendAudit(db, actor, 'Change person', {
      userId,
      name: user.name,
      // Whoever may change rights may give them to himself: the trail says it in so many words.
      isOneself: actor.userId === userId,
      ...changes,
    });
  });
}

/** What a save would have to hold to change nothing. */
export function toPersonInput(db: ReadableDb, user: UserRecord): PersonInput {
  return {
    name: user.name,
    signInName: user.signInName,
    email: user.email,
    profile: user.profile,
    isActive: user.isActive,
    extensions: [...holdingsOf(db, user.userId)],
    settings: user.settings,
  };
}

/** True where a save touches who may sign in and under which name: that needs the right to change security too. */
export function changesSignIn(before: PersonInput | null, after: PersonInput): boolean {
  if (before === null) return after.settings.portal;
  return (
    before.signInName !== after.signInName ||
    before.isActive !== after.isActive ||
    before.settings.portal !== after.settings.portal
  );
}

function checkPerson(db: ReadableDb, organisationId: number, userId: string, person: PersonInput): void {
  const key = toNameKey(person.signInName);
  if (key === '')
    throw new AppError('invalid-input', 'invalid-input', 'The sign-in name shows no character.');
  const other = db.get<{ id: string }>('SELECT id FROM user WHERE sign_in_key = ?', [key]);
  if (other && other.id !== userId) {
    throw new AppError('conflict', 'name-taken', `Somebody else signs in as ${person.signInName}.`, {
      name: person.signInName,
    });
  }
  const settings = userSettingsSchema.parse(person.settings);
  const length = [...settings.replayOthers].length;
  if (length > OTHER_NUMBERS_MAX_LENGTH) {
    throw new AppError(
      'invalid-input',
      'numbers-too-long',
      `The list of numbers has ${String(length)} characters; ${String(OTHER_NUMBERS_MAX_LENGTH)} are the most. Nothing was cut.`,
      { count: length, max: OTHER_NUMBERS_MAX_LENGTH },
    );
  }
  for (const { groupId } of settings.replayGroups) {
    // A removed group may stay in the list, without effect; another organisation's may not come in.
    const group = db.get('SELECT 1 FROM user_group WHERE id = ? AND organisation_id = ?', [
      groupId,
      organisationId,
    ]);
    if (!group)
      throw new AppError('invalid-input', 'invalid-input', 'One of the chosen groups does not exist.');
  }
}

/** name, sign_in_name, sign_in_key, email, profile, is_active, settings. */
function toColumns(person: PersonInput): (string | number)[] {
  return [
    person.name,
    person.signInName,
    toNameKey(person.signInName),
    person.email,
    person.profile,
    person.isActive ? 1 : 0,
    JSON.stringify(person.settings),
  ];
}

function toJson(person: PersonInput): JsonObject {
  return { ...person, settings: { ...person.settings } };
}

function toUser(row: UserRow): UserRecord {
  return {
    userId: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    signInName: row.sign_in_name,
    email: row.email,
    profile: row.profile as Profile,
    isActive: row.is_active === 1,
    // A setting that a stored row does not know yet has its default, the closed one.
    settings: userSettingsSchema.parse({
      ...DEFAULT_USER_SETTINGS,
      ...(JSON.parse(row.settings) as Partial<UserSettings>),
    }),
    passwordHash: row.password_hash,
    passwordRevision: row.password_revision,
    mustChangePassword: row.must_change_password === 1,
    hasFinishedWizard: row.has_finished_wizard === 1,
    preferences: toPreferences(row.preferences),
    revision: row.revision,
  };
}
