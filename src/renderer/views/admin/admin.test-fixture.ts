/** A small organisation for the tests of the administration pages, and a door that keeps what is saved. */
import { PLAIN_READING } from '../../../shared/source-reading';
import type { Input } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import type { SignedIn } from '../../../shared/model';
import type { SourceSummary } from '../../../shared/source-model';
import type { GroupRow, LineRow, PersonDetails, PersonRow, RightsGroupRow } from '../../../shared/people';
import type { UserSettings } from '../../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../../shared/user-settings';
import type { Answers } from '../../fake-bridge.test-support';
import { SIGNED_IN } from '../../signed-in.test-fixture';

export const ADMINISTRATOR: SignedIn = {
  ...SIGNED_IN,
  name: 'Ada',
  signInName: 'ada',
  view: 'administrator',
  mayReadConfiguration: true,
  mayChangeConfiguration: true,
  mayChangeSecurity: true,
  mayConfigureReporting: true,
};

export const STANDARD: SignedIn = {
  ...ADMINISTRATOR,
  view: 'standard',
  mayChangeConfiguration: false,
  mayChangeSecurity: false,
  mayConfigureReporting: false,
};

export function toTestPerson(name: string, settings: Partial<UserSettings> = {}): PersonDetails {
  return {
    userId: name.toLowerCase(),
    revision: 1,
    name,
    signInName: name.toLowerCase(),
    email: '',
    profile: 'normal',
    isActive: true,
    extensions: [{ extension: '201', fromSec: null, untilSec: null }],
    settings: { ...DEFAULT_USER_SETTINGS, portal: true, ...settings },
    rightsGroupIds: [],
    hasPassword: true,
    otherNumbers: [],
  };
}

export const GROUPS: readonly GroupRow[] = [
  { groupId: 'g1', name: 'Sales', extension: '700', members: [], revision: 1 },
];
export const LINES: readonly LineRow[] = [{ number: '201', name: 'Tie line' }];
export const RIGHTS_GROUPS: readonly RightsGroupRow[] = [
  {
    rightsGroupId: 'r1',
    name: 'Administrators',
    rights: ['mediaManagerAdministrator'],
    members: ['ada'],
    revision: 1,
  },
];
export const SOURCE: SourceSummary = {
  id: 's1',
  name: 'Main archive',
  archiveDir: '/archive',
  reader: 'freepbx',
  timeZone: 'Europe/Berlin',
  reading: PLAIN_READING,
  presence: 'present',
  isReadOnlyMedia: false,
  recordings: 12,
  findings: 1,
  lastScan: null,
};

function toRow(person: PersonDetails): PersonRow {
  return {
    userId: person.userId,
    name: person.name,
    signInName: person.signInName,
    profile: person.profile,
    isActive: person.isActive,
    mayEnter: person.isActive && person.settings.portal,
    extensions: person.extensions.map((held) => held.extension),
    rightsGroups: [],
    grants: person.settings.replay && person.settings.replayOwn ? ['replayOwn'] : [],
  };
}

/** People as a program would hold them: a test may change them behind the page's back. */
export interface TestProgram {
  people: readonly PersonDetails[];
  groups: readonly GroupRow[];
  sources: readonly SourceSummary[];
}

export function makeProgram(people: readonly PersonDetails[]): TestProgram {
  return { people, groups: GROUPS, sources: [SOURCE] };
}

export function answersOf(program: TestProgram): Answers {
  const get = (userId: string) => {
    const person = program.people.find((one) => one.userId === userId);
    if (!person) throw new AppError('not-found', 'not-found', 'gone');
    return person;
  };
  return {
    'people.list': () => program.people.map(toRow),
    'people.get': ({ userId }) => get(userId),
    'people.save': (input) => savePerson(program, input),
    'groups.list': () => program.groups,
    'extensions.list': () => ({ revision: '0000000000000001', extensions: [] }),
    'shares.overview': () => [],
    'lines.list': () => ({ revision: '0000000000000001', lines: LINES }),
    'rightsGroups.list': () => RIGHTS_GROUPS,
    'organisation.get': () => ({ name: 'Org', settings: DEFAULT_ORGANISATION_SETTINGS, revision: 1 }),
    'sources.list': () => program.sources,
  };
}

function savePerson(program: TestProgram, { userId, revision, person }: Input<'people.save'>): PersonDetails {
  const before = program.people.find((one) => one.userId === userId);
  if (before && before.revision !== revision) throw new AppError('conflict', 'stale-edit', 'stale');
  const saved = {
    ...(before ?? toTestPerson(person.name)),
    ...person,
    revision: (before?.revision ?? 0) + 1,
  };
  program.people = [...program.people.filter((one) => one !== before), saved];
  return saved;
}
