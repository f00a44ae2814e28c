/** The first run: an organisation, its first administrator and its first source, or nothing at all. */
import { AppError } from '../../shared/errors';
import type { ServiceRight } from '../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import type { Actor } from '../ledger/audit';
import { appendAudit } from '../ledger/audit';
import { createOrganisation } from '../ledger/organisations';
import { createRightsGroup, setRightsGroups } from '../ledger/rights-groups';
import type { SourceInput, SourceRecord } from '../ledger/sources';
import { addSource } from '../ledger/sources';
import { setPasswordHash } from '../ledger/user-passwords';
import { createUser } from '../ledger/users';
import type { PasswordHasher } from '../session/passwords';
import { checkNewPassword } from '../session/passwords';
import type { ReadableDb, WritableDb } from '../sqlite/database';

export interface FirstRunInput {
  readonly organisation: string;
  readonly administrator: { readonly name: string; readonly signInName: string; readonly password: string };
  readonly source: SourceInput;
  readonly client: Actor['client'];
}

interface FirstAdministrator {
  readonly name: string;
  readonly signInName: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
}

/** The rights groups that every organisation starts with. */
export const FIRST_RIGHTS_GROUPS = [
  {
    name: 'Administrators',
    rights: ['mediaManagerAdministrator', 'webControlSecurity', 'managementApiRead', 'managementApiWrite'],
  },
  { name: 'Media Manager Standard', rights: ['mediaManagerStandard'] },
] as const satisfies readonly { readonly name: string; readonly rights: readonly ServiceRight[] }[];
export type FirstRightsGroup = (typeof FIRST_RIGHTS_GROUPS)[number]['name'];

export function isFirstRun(db: ReadableDb): boolean {
  return db.get('SELECT 1 FROM organisation LIMIT 1') === undefined;
}

/** Throws AppError `already-set-up`; to be asked again within the transaction that sets up. */
export function refuseSecondRun(db: ReadableDb): void {
  if (isFirstRun(db)) return;
  throw new AppError('conflict', 'already-set-up', 'This profile has been set up already.');
}

/**
 * Makes everything in one transaction, with its trail: what fails half way leaves a first run. Throws AppError `already-set-up`,
 * `weak-password`, `zone-unknown` or `invalid-input`. Returns the source, to be scanned.
 */
export async function completeSetUp(
  db: WritableDb,
  hasher: PasswordHasher,
  input: FirstRunInput,
): Promise<SourceRecord> {
  refuseSecondRun(db);
  const { name, signInName, password } = input.administrator;
  checkNewPassword(password, signInName);
  const passwordHash = await hasher.hash(password);
  return db.transaction(() => {
    refuseSecondRun(db);
    const actor = beginSetUp(db, { name, client: input.client }, input.organisation);
    createFirstAdministrator(db, actor, { name, signInName, passwordHash, mustChange: false });
    return addSource(db, actor, actor.organisationId, input.source);
  });
}

export type SetUpActor = Actor & { readonly organisationId: number };

/** Makes the organisation. The person at the keyboard is in nobody's list yet: the trail has his name without an id. */
export function beginSetUp(
  db: WritableDb,
  person: { readonly name: string; readonly client: Actor['client'] },
  organisation: string,
  settings = DEFAULT_ORGANISATION_SETTINGS,
): SetUpActor {
  const nobodyYet = { userId: null, userName: person.name, client: person.client };
  const organisationId = createOrganisation(db, nobodyYet, { name: organisation, settings });
  const actor = { ...nobodyYet, organisationId };
  appendAudit(db, actor, 'Set up', { organisation });
  return actor;
}

/** Their ids by name. */
export function createFirstRightsGroups(
  db: WritableDb,
  actor: SetUpActor,
): Readonly<Record<FirstRightsGroup, string>> {
  const [administrators, standard] = FIRST_RIGHTS_GROUPS;
  return {
    [administrators.name]: createRightsGroup(db, actor, actor.organisationId, administrators),
    [standard.name]: createRightsGroup(db, actor, actor.organisationId, standard),
  };
}

/** With the rights groups that every organisation starts with. `mustChange`: somebody else has chosen the password. */
export function createFirstAdministrator(
  db: WritableDb,
  actor: SetUpActor,
  { name, signInName, passwordHash, mustChange }: FirstAdministrator,
): void {
  const { organisationId } = actor;
  const rightsGroupIds = createFirstRightsGroups(db, actor);
  const userId = createUser(db, actor, organisationId, {
    name,
    signInName,
    email: '',
    profile: 'normal',
    isActive: true,
    extensions: [],
    // His right lets him hear everything; to save or delete he must give himself the setting, which the trail then tells.
    settings: { ...DEFAULT_USER_SETTINGS, portal: true, replay: true },
  });
  setPasswordHash(db, actor, organisationId, userId, { passwordHash, mustChange });
  setRightsGroups(db, actor, organisationId, userId, [rightsGroupIds.Administrators]);
}
