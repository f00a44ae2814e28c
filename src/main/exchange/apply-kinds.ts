/** How an entry of each kind is applied: what it says is put over what is there, and saved as a page would save it. */
import type { ExchangeKind } from '../../shared/exchange';
import type { PersonInput } from '../../shared/people';
import { defaultSettingsOf } from '../../shared/user-settings';
import type { Actor } from '../ledger/audit';
import { readExtensions, setExtensionFeatures } from '../ledger/extension-features';
import { changeGroup, createGroup, getGroup } from '../ledger/groups';
import { listLines, replaceLines } from '../ledger/lines';
import { changeOrganisation, getOrganisation } from '../ledger/organisations';
import { changeRightsGroup, createRightsGroup, getRightsGroup } from '../ledger/rights-groups';
import { setShare } from '../ledger/shares';
import { changesSignIn, changeUser, createUser, getUser, toPersonInput } from '../ledger/users';
import type { WritableDb } from '../sqlite/database';
import type { EntryOf } from './entries';
import type { Names } from './names';
import { EntryRefused } from './problems';

export interface Import {
  readonly db: WritableDb;
  readonly actor: Actor;
  readonly organisationId: number;
  readonly mayChangeSecurity: boolean;
  readonly names: Names;
  /** The people that this import has made. */
  readonly made: Set<string>;
}

/** Kinds that are saved entry by entry. */
export type SingleKind = Exclude<ExchangeKind, 'lines' | 'extensions'>;

type Apply = { readonly [Kind in SingleKind]: (run: Import, entry: EntryOf<Kind>) => void };

export const APPLY: Apply = {
  organisation: ({ db, actor, organisationId }, { organisation, ...given }) => {
    const { name, settings, revision } = getOrganisation(db, organisationId);
    changeOrganisation(db, actor, organisationId, revision, {
      name: organisation ?? name,
      settings: withGiven(settings, given),
    });
  },

  people: (run, entry) => {
    const { db, actor, organisationId, names } = run;
    const userId = names.getUser(entry.signInName, 'signInName');
    // Made a moment ago with everything but the groups.
    if (run.made.has(userId) && (entry.replayGroups?.length ?? 0) === 0) return;
    const user = getUser(db, organisationId, userId);
    const before = toPersonInput(db, user);
    // The sign-in name finds the person, however it is written; an import does not rename him.
    const after = toChanged(run, { ...entry, signInName: user.signInName }, before);
    requireSecurity(run, changesSignIn(before, after) ? 'portal' : null);
    changeUser(db, actor, organisationId, userId, user.revision, after);
  },

  groups: ({ db, actor, organisationId, names }, { groupExtension, name, members }) => {
    const groupId = names.findGroup(groupExtension);
    const before = groupId === undefined ? undefined : getGroup(db, organisationId, groupId);
    const fullName = name ?? before?.name;
    if (fullName === undefined) throw new EntryRefused('missing-value', 'name', {});
    const group = {
      name: fullName,
      extension: groupExtension,
      members:
        members?.map(({ signInName, ...times }) => ({
          userId: names.getUser(signInName, 'members'),
          ...toPeriod(times),
        })) ??
        before?.members ??
        [],
    };
    if (before) changeGroup(db, actor, organisationId, before.groupId, before.revision, group);
    else names.addGroup(groupExtension, createGroup(db, actor, organisationId, group).groupId);
  },

  rightsGroups: (run, { rightsGroup, rights, members }) => {
    const { db, actor, organisationId, names } = run;
    const found = names.findRightsGroup(rightsGroup);
    if (found === undefined) requireSecurity(run, 'rightsGroup');
    const rightsGroupId =
      found ?? createRightsGroup(db, actor, organisationId, { name: rightsGroup, rights: rights ?? [] });
    names.addRightsGroup(rightsGroup, rightsGroupId);
    const before = getRightsGroup(db, organisationId, rightsGroupId);
    const after = {
      name: before.name,
      rights: rights ?? before.rights,
      members: members?.map((signInName) => names.getUser(signInName, 'members')) ?? before.members,
    };
    if (!isSameSet(before.rights, after.rights)) requireSecurity(run, 'rights');
    if (!isSameSet(before.members, after.members)) requireSecurity(run, 'members');
    changeRightsGroup(db, actor, organisationId, rightsGroupId, before.revision, after);
  },

  shares: ({ db, actor, organisationId, names }, { sharedBy, kind, audience, groups }) => {
    setShare(db, actor, organisationId, names.getUser(sharedBy, 'sharedBy'), {
      kind,
      audience,
      groupIds: groups.map((group) => names.getGroup(group, 'groups')),
    });
  },
};

/** All lines at once, as the page saves them. */
export function applyLines(
  { db, actor, organisationId }: Import,
  entries: readonly EntryOf<'lines'>[],
): void {
  const names = new Map(listLines(db, organisationId).map((line) => [line.number, line.name] as const));
  for (const { line, name } of entries) names.set(line, name ?? names.get(line) ?? '');
  const lines = [...names].map(([number, name]) => ({ number, name }));
  replaceLines(db, actor, organisationId, lines);
}

/** All features at once, as the page saves them. */
export function applyExtensions(
  { db, actor, organisationId }: Import,
  entries: readonly EntryOf<'extensions'>[],
): void {
  const known = new Map(
    readExtensions(db, organisationId).extensions.map((row) => [row.extension, row] as const),
  );
  const features = entries.map(({ extension, ...given }) => {
    const { voicemail = false, fax = false, callRecording = false } = known.get(extension) ?? {};
    return { extension, ...withGiven({ voicemail, fax, callRecording }, given) };
  });
  setExtensionFeatures(db, actor, organisationId, features);
}

/** Makes the person where there is none of this name yet: without the groups that may be made only later. */
export function createPeople(run: Import, entry: EntryOf<'people'>): void {
  const { db, actor, organisationId, names } = run;
  if (names.findUser(entry.signInName) !== undefined) return;
  const profile = entry.profile ?? 'normal';
  if (entry.name === undefined) throw new EntryRefused('missing-value', 'name', {});
  const person = toChanged(
    run,
    { ...entry, replayGroups: undefined },
    {
      name: entry.name,
      signInName: entry.signInName,
      email: '',
      profile,
      isActive: true,
      extensions: [],
      settings: defaultSettingsOf(profile),
    },
  );
  requireSecurity(run, changesSignIn(null, person) ? 'portal' : null);
  const userId = createUser(db, actor, organisationId, person);
  names.addUser(entry.signInName, userId);
  run.made.add(userId);
}

function toChanged(run: Import, entry: EntryOf<'people'>, before: PersonInput): PersonInput {
  const { signInName, name, email, profile, isActive, extensions, replayGroups, ...settings } = entry;
  return {
    ...withGiven(before, { signInName, name, email, profile, isActive }),
    extensions: extensions?.map(({ extension, ...times }) => ({ extension, ...toPeriod(times) })) ?? [
      ...before.extensions,
    ],
    settings: {
      ...withGiven(before.settings, settings),
      replayGroups: toReplayGroups(run, replayGroups, before),
    },
  };
}

/** A group that was removed may still stand in the settings, without effect; files do not name it, and nothing is said about it. */
function toReplayGroups(
  { names }: Import,
  given: EntryOf<'people'>['replayGroups'],
  before: PersonInput,
): PersonInput['settings']['replayGroups'] {
  const { replayGroups } = before.settings;
  if (given === undefined) return replayGroups;
  const wanted = given.map(({ group, withMembers }) => ({
    groupId: names.getGroup(group, 'replayGroups'),
    withMembers,
  }));
  const gone = replayGroups.filter(({ groupId }) => !names.hasGroup(groupId));
  return [...wanted, ...gone];
}

/** `field` is the one whose change needs the right; null where none does. Throws EntryRefused. */
function requireSecurity({ mayChangeSecurity }: Import, field: string | null): void {
  if (field === null || mayChangeSecurity) return;
  throw new EntryRefused('needs-right', field, { right: 'webControlSecurity' });
}

/** What is said, over what is there. */
function withGiven<T extends object>(
  before: T,
  given: { readonly [Name in keyof T]?: T[Name] | undefined },
): T {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(said) as Partial<T>) };
}

function toPeriod({ from, until }: { readonly from: string | null; readonly until: string | null }) {
  return { fromSec: toSec(from), untilSec: toSec(until) };
}

function toSec(instant: string | null): number | null {
  return instant === null ? null : Math.floor(Date.parse(instant) / 1000);
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return known.size === new Set(others).size && others.every((one) => known.has(one));
}
