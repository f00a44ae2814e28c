/** A real ledger in a temporary folder, with one organisation and one administrator who could sign in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { AppError } from '../../shared/errors';
import type { PersonInput } from '../../shared/people';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import type { WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { openLedger } from './database';
import { createOrganisation } from './organisations';
import { createRightsGroup, setRightsGroups } from './rights-groups';
import { setPasswordHash } from './user-passwords';
import { createUser } from './users';

const folders: string[] = [];
const open: WritableDb[] = [];

afterEach(() => {
  for (const db of open.splice(0)) db.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearback-ledger-'));
  folders.push(folder);
  return folder;
}

export function openEmptyLedger(): WritableDb {
  const db = openLedger(path.join(makeFolder(), 'ledger.db'));
  open.push(db);
  return db;
}

export function openAgain(filePath: string): WritableDb {
  const db = openLedger(filePath);
  open.push(db);
  return db;
}

export function personOf(signInName: string, changed: Partial<PersonInput> = {}): PersonInput {
  return {
    name: signInName,
    signInName,
    email: '',
    profile: 'normal',
    isActive: true,
    extensions: [],
    settings: { ...DEFAULT_USER_SETTINGS, portal: true },
    ...changed,
  };
}

export interface TestLedger {
  readonly db: WritableDb;
  readonly organisationId: number;
  readonly administratorId: string;
  readonly administrators: string;
  readonly standard: string;
  readonly actor: Actor & { readonly organisationId: number };
}

/** `passwordHash`: of the administrator `ada`; without one, a text that no password fits. */
export function makeLedger(passwordHash = 'no hash'): TestLedger {
  const db = openEmptyLedger();
  return { db, ...addOrganisation(db, 'Marrowby', 'ada', passwordHash) };
}

export function addOrganisation(
  db: WritableDb,
  organisation: string,
  signInName: string,
  passwordHash = 'no hash',
): Omit<TestLedger, 'db'> {
  const nobody = { userId: null, userName: 'Set-up', client: 'system' as const };
  const organisationId = createOrganisation(db, nobody, {
    name: organisation,
    settings: DEFAULT_ORGANISATION_SETTINGS,
  });
  const setUp = { ...nobody, organisationId };
  const administrators = createRightsGroup(db, setUp, organisationId, {
    name: 'Administrators',
    rights: ['mediaManagerAdministrator', 'webControlSecurity'],
  });
  const standard = createRightsGroup(db, setUp, organisationId, {
    name: 'Media Manager Standard',
    rights: ['mediaManagerStandard'],
  });
  const administratorId = createUser(db, setUp, organisationId, personOf(signInName));
  setPasswordHash(db, setUp, organisationId, administratorId, { passwordHash, mustChange: false });
  setRightsGroups(db, setUp, organisationId, administratorId, [administrators]);
  const actor = { organisationId, userId: administratorId, userName: signInName, client: 'window' as const };
  return { organisationId, administratorId, administrators, standard, actor };
}

/** The newest entries of the trail, newest first, with their details read. */
export function newestEntries(
  db: WritableDb,
  count: number,
): readonly { readonly action: string; readonly user_name: string; readonly details: unknown }[] {
  return db
    .all<{
      action: string;
      user_name: string;
      details: string;
    }>('SELECT action, user_name, details FROM audit ORDER BY sequence DESC LIMIT ?', [count])
    .map((row) => ({ ...row, details: JSON.parse(row.details) as unknown }));
}

/** What was refused. Throws where nothing was, and what is no refusal. */
export function appErrorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
