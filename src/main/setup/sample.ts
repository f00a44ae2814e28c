/** The people of the sample archive: made at the first run, each with a password of his own that is shown once and kept nowhere. */
import { z } from 'zod';
import type { SamplePerson } from '../../shared/contract';
import { groupInputSchema, personInputSchema } from '../../shared/people';
import { defaultSettingsOf, DEFAULT_ORGANISATION_SETTINGS, PROFILES } from '../../shared/user-settings';
import { organisationSettingsSchema, userSettingsSchema } from '../../shared/user-settings-schema';
import type { Actor } from '../ledger/audit';
import { createGroup } from '../ledger/groups';
import { replaceLines } from '../ledger/lines';
import { setRightsGroups } from '../ledger/rights-groups';
import type { SourceInput, SourceRecord } from '../ledger/sources';
import { addSource } from '../ledger/sources';
import { setPasswordHash } from '../ledger/user-passwords';
import { changeUser, createUser, getUser, toPersonInput } from '../ledger/users';
import type { PasswordHasher } from '../session/passwords';
import type { WritableDb } from '../sqlite/database';
import type { SetUpActor } from './first-run';
import { beginSetUp, createFirstRightsGroups, refuseSecondRun } from './first-run';
import { drawPassword } from './pronounceable-password';
import { toRoleSentence } from './sample-role';

const rightsGroupSchema = z.enum(['Administrators', 'Media Manager Standard']);

const samplePersonSchema = z.strictObject({
  name: personInputSchema.shape.name,
  signInName: personInputSchema.shape.signInName,
  email: personInputSchema.shape.email,
  profile: z.enum(PROFILES),
  extensions: z.array(z.string().min(1).max(64)).max(20),
  rightsGroups: z.array(rightsGroupSchema),
  /** What differs from the profile's defaults; groups by extension, for ids are drawn when the groups are made. */
  settings: userSettingsSchema
    .extend({ replayGroups: z.array(z.strictObject({ group: z.string(), withMembers: z.boolean() })) })
    .partial(),
});
export type SamplePersonInput = z.infer<typeof samplePersonSchema>;

export const samplePeopleSchema = z.strictObject({
  organisation: organisationSettingsSchema.partial().extend({ name: z.string().min(1).max(200) }),
  timeZone: z.string().min(1).max(64),
  lines: z.array(z.strictObject({ number: z.string().min(1).max(64), name: z.string().max(200) })),
  groups: z.array(
    z.strictObject({
      name: groupInputSchema.shape.name,
      extension: groupInputSchema.shape.extension,
      /** Sign-in names. */
      members: z.array(z.string()),
    }),
  ),
  people: z.array(samplePersonSchema).min(1),
});
export type SamplePeople = z.infer<typeof samplePeopleSchema>;

export interface SampleSetUp {
  readonly source: SourceRecord;
  /** Those who may sign in, with their passwords, in the order of the file. */
  readonly people: readonly SamplePerson[];
  /** The one of them to be signed in. */
  readonly administrator: SamplePerson;
}

/** The text of the sample archive's people.json. Throws ZodError or SyntaxError, for the file is part of the program. */
export function parseSamplePeople(text: string): SamplePeople {
  return samplePeopleSchema.parse(JSON.parse(text));
}

/**
 * Makes the sample's organisation, people, groups, lines and source in one transaction. The zone of `source` is the sample's own.
 * Throws AppError `already-set-up`.
 */
export async function completeSampleSetUp(
  db: WritableDb,
  hasher: PasswordHasher,
  sample: SamplePeople,
  source: Omit<SourceInput, 'timeZone'>,
  client: Actor['client'],
): Promise<SampleSetUp> {
  refuseSecondRun(db);
  const administrator = sample.people.find((person) => person.rightsGroups.includes('Administrators'));
  if (!administrator) throw new Error('The sample has no administrator.');
  const entering = sample.people.filter((person) => person.settings.portal === true);
  const passwords = new Map(entering.map((person) => [person.signInName, drawPassword()]));
  const hashes = new Map<string, string>();
  for (const [signInName, password] of passwords) hashes.set(signInName, await hasher.hash(password));

  const record = db.transaction(() => {
    refuseSecondRun(db);
    const { name, ...settings } = sample.organisation;
    const actor = beginSetUp(db, { name: administrator.name, client }, name, {
      ...DEFAULT_ORGANISATION_SETTINGS,
      ...withoutAbsent(settings),
    });
    const userIds = createPeople(db, actor, sample, hashes);
    const groupIds = createGroups(db, actor, sample, userIds);
    choosePeoplesGroups(db, actor, sample, userIds, groupIds);
    replaceLines(db, actor, actor.organisationId, sample.lines);
    return addSource(db, actor, actor.organisationId, { ...source, timeZone: sample.timeZone });
  });

  const shown = entering.map((person) => toShown(person, sample, passwords));
  return { source: record, people: shown, administrator: toShown(administrator, sample, passwords) };
}

/** Without the groups that they may hear, which do not exist yet. Ids by sign-in name. */
function createPeople(
  db: WritableDb,
  actor: SetUpActor,
  sample: SamplePeople,
  hashes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { organisationId } = actor;
  const rightsGroupIds = createFirstRightsGroups(db, actor);
  const userIds = new Map<string, string>();
  for (const person of sample.people) {
    const { settings, rightsGroups, extensions, ...rest } = person;
    const userId = createUser(db, actor, organisationId, {
      ...rest,
      isActive: true,
      extensions: extensions.map((extension) => ({ extension, fromSec: null, untilSec: null })),
      settings: { ...defaultSettingsOf(person.profile), ...withoutAbsent(settings), replayGroups: [] },
    });
    const passwordHash = hashes.get(person.signInName);
    if (passwordHash !== undefined) {
      setPasswordHash(db, actor, organisationId, userId, { passwordHash, mustChange: false });
    }
    const rightsIds = rightsGroups.map((name) => rightsGroupIds[name]);
    setRightsGroups(db, actor, organisationId, userId, rightsIds);
    userIds.set(person.signInName, userId);
  }
  return userIds;
}

/** Ids by extension. */
function createGroups(
  db: WritableDb,
  actor: SetUpActor,
  sample: SamplePeople,
  userIds: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    sample.groups.map(({ name, extension, members }) => {
      const group = createGroup(db, actor, actor.organisationId, {
        name,
        extension,
        members: members.map((signInName) => ({
          userId: pick(userIds, signInName),
          fromSec: null,
          untilSec: null,
        })),
      });
      return [extension, group.groupId];
    }),
  );
}

function choosePeoplesGroups(
  db: WritableDb,
  actor: SetUpActor,
  sample: SamplePeople,
  userIds: ReadonlyMap<string, string>,
  groupIds: ReadonlyMap<string, string>,
): void {
  for (const { signInName, settings } of sample.people) {
    if (settings.replayGroups === undefined || settings.replayGroups.length === 0) continue;
    const user = getUser(db, actor.organisationId, pick(userIds, signInName));
    const replayGroups = settings.replayGroups.map((chosen) => ({
      groupId: pick(groupIds, chosen.group),
      withMembers: chosen.withMembers,
    }));
    const person = toPersonInput(db, user);
    changeUser(db, actor, actor.organisationId, user.userId, user.revision, {
      ...person,
      settings: { ...person.settings, replayGroups },
    });
  }
}

function toShown(
  person: SamplePersonInput,
  sample: SamplePeople,
  passwords: ReadonlyMap<string, string>,
): SamplePerson {
  const { name, signInName } = person;
  return { name, signInName, password: pick(passwords, signInName), role: toRoleSentence(person, sample) };
}

function pick(values: ReadonlyMap<string, string>, key: string): string {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The sample speaks of ${key}, and has nothing of that name.`);
  return value;
}

/** Partial schemas give members that may be undefined; an absent setting has its default. */
function withoutAbsent<T extends object>(given: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>;
  };
}
