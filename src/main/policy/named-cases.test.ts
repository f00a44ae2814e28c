/**
 * Cases that a policy gets wrong elsewhere, by name, through ledger, catalog, lists and decisions together. Those about a play, about a
 * delete under way and about the last administrator stand beside what they are about.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { GroupInput, PersonInput } from '../../shared/people';
import type { UserSettings } from '../../shared/user-settings';
import { DEFAULT_USER_SETTINGS, OTHER_NUMBERS_MAX_LENGTH } from '../../shared/user-settings';
import type { DraftRecording } from '../archive/draft';
import { openCatalog } from '../catalog/database';
import { draft, party, PLACE } from '../catalog/drafts.test-support';
import { toRecordingId } from '../catalog/recording-id';
import { putRecordings } from '../catalog/recording-writer';
import { setExtensionFeatures } from '../ledger/extension-features';
import { changeGroup, createGroup, getGroup, removeGroup } from '../ledger/groups';
import type { TestLedger } from '../ledger/ledger.test-support';
import { addOrganisation, makeLedger, personOf } from '../ledger/ledger.test-support';
import { getSharing, saveSharing } from '../ledger/shares';
import { changeUser, createUser, getUser } from '../ledger/users';
import { toViewer } from '../ledger/viewers';
import type { WritableDb } from '../sqlite/database';
import { Library } from './library';
import { toLibraryWorld } from './library-world';
import { NO_HOLDS } from './people.test-support';
import { directory } from './random-organisation.test-support';

const SEC = 1_700_000_000;
const OWN = { replay: true, replayOwn: true } as const;

let ledger: TestLedger;
let catalog: WritableDb;
beforeEach(() => {
  ledger = makeLedger();
  catalog = openCatalog(':memory:');
});
afterEach(() => catalog.close());

const settings = (some: Partial<UserSettings>) => ({ ...DEFAULT_USER_SETTINGS, portal: true, ...some });
const always = (extension: string) => ({ extension, fromSec: null, untilSec: null });

function add(name: string, some: Partial<UserSettings>, person: Partial<PersonInput> = {}): string {
  const input = personOf(name, { settings: settings(some), ...person });
  return createUser(ledger.db, ledger.actor, ledger.organisationId, input);
}

function change(userId: string, changed: Partial<PersonInput>, extensions: PersonInput['extensions']): void {
  const { revision, name, signInName, email, profile, isActive, ...user } = getUser(
    ledger.db,
    ledger.organisationId,
    userId,
  );
  const person = { name, signInName, email, profile, isActive, settings: user.settings, extensions };
  changeUser(ledger.db, ledger.actor, ledger.organisationId, userId, revision, { ...person, ...changed });
}

function addGroup(extension: string, members: GroupInput['members'] = [], name = 'Sales'): string {
  return createGroup(ledger.db, ledger.actor, ledger.organisationId, { name, extension, members }).groupId;
}

function put(path: string, told: Partial<DraftRecording>, organisationId = ledger.organisationId): void {
  const call = draft({ path, startedAtMs: SEC * 1000, ...told });
  putRecordings(catalog, [call], { ...PLACE, sourceId: organisationId, organisationId });
}

function libraryOf(userId: string, nowSec = SEC): Library {
  const world = toLibraryWorld({
    db: catalog,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => undefined },
    onMismatch: () => expect.fail('The rules and the lists differ.'),
    checkEvery: 1,
  });
  return new Library(world, toViewer(ledger.db, userId, nowSec));
}

/** Paths of what he lists; each of them can be opened, and nothing else of the catalog can. */
function heard(userId: string, nowSec?: number): string[] {
  const library = libraryOf(userId, nowSec);
  const paths = catalog
    .all<{ path: string }>('SELECT path FROM recording ORDER BY path')
    .map((row) => row.path);
  const ids = new Set(library.list({}, 'newest', null, 1000).rows.map((row) => row.id));
  const listed = paths.filter((path) => ids.has(toRecordingId(PLACE.sourceUid, path)));
  expect(listed).toHaveLength(ids.size);
  const played = paths.filter((path) => {
    try {
      return library.getMedia(toRecordingId(PLACE.sourceUid, path), 'play').path === path;
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-found' });
      return false;
    }
  });
  expect(played).toEqual(listed);
  return listed;
}

test('digits of other scripts: full-width and Arabic-Indic 201 are other numbers', () => {
  for (const number of ['201', '２０１', '٢٠١']) put(number, { parties: [party(number)] });
  const latin = add('latin', OWN, { extensions: [always('201')] });
  const wide = add('wide', { ...OWN, replayOthers: '２０１' });
  expect(heard(latin)).toEqual(['201']);
  expect(heard(wide)).toEqual(['２０１']);
});

test('leading zeros: 0201 is not 201', () => {
  put('201', { parties: [party('201')] });
  put('0201', { parties: [party('0201')], accountCode: '0201' });
  expect(heard(add('ann', OWN, { extensions: [always('201')] }))).toEqual(['201']);
  expect(heard(add('bob', { ...OWN, replayOthers: '0201' }))).toEqual(['0201']);
});

test('one number that is an extension, a group, a line and an account code is heard in the part that is granted', () => {
  put('account', { accountCode: '555' });
  put('extension', { parties: [party('555')] });
  put('group', { group: '555' });
  put('line', { line: '555' });
  const groupId = addGroup('555');
  expect(heard(add('owner', OWN, { extensions: [always('555')] }))).toEqual(['extension']);
  expect(heard(add('liner', { replay: true, replayLines: ['555'] }))).toEqual(['line']);
  // A group's number that a party bears is the group, whatever the scanner took it for.
  const grouper = add('grouper', { ...OWN, replayGroups: [{ groupId, withMembers: false }] });
  expect(heard(grouper)).toEqual(['extension', 'group']);
  expect(heard(add('lister', { ...OWN, replayOthers: '555' }))).toEqual([
    'account',
    'extension',
    'group',
    'line',
  ]);
});

test('a number that is both a line and an extension: the line permission does not open the extension’s calls', () => {
  put('of the line', { line: '4930', parties: [party('0170', 'external', 'caller')] });
  put('of the extension', { parties: [party('4930')] });
  expect(heard(add('ann', { replay: true, replayLines: ['4930'] }))).toEqual(['of the line']);
});

test('a member from and until the exact second', () => {
  const member = add('member', {}, { extensions: [always('301')] });
  const groupId = addGroup('700', [{ userId: member, fromSec: SEC, untilSec: SEC + 10 }]);
  for (const [path, sec] of [
    ['1 before', SEC - 1],
    ['2 first', SEC],
    ['3 last', SEC + 9],
    ['4 after', SEC + 10],
  ] as const) {
    put(path, { parties: [party('301')], startedAtMs: sec * 1000 + (path === '3 last' ? 999 : 0) });
  }
  const lead = add('lead', { ...OWN, replayGroups: [{ groupId, withMembers: true }] });
  expect(heard(lead)).toEqual(['2 first', '3 last']);
});

test('a member who left: the calls of his time stay, those after it do not come', () => {
  const member = add('member', {}, { extensions: [always('301')] });
  const groupId = addGroup('700', [{ userId: member, fromSec: null, untilSec: SEC }]);
  put('then', { parties: [party('301')], startedAtMs: (SEC - 5) * 1000 });
  put('now', { parties: [party('301')], startedAtMs: (SEC + 5) * 1000 });
  expect(heard(add('lead', { ...OWN, replayGroups: [{ groupId, withMembers: true }] }))).toEqual(['then']);
});

test('a group that is deleted and made again under the same name and number inherits nothing', () => {
  const groupId = addGroup('700');
  put('of the group', { group: '700' });
  const lead = add('lead', { ...OWN, replayGroups: [{ groupId, withMembers: true }] });
  expect(heard(lead)).toEqual(['of the group']);
  removeGroup(ledger.db, ledger.actor, ledger.organisationId, groupId);
  expect(heard(lead)).toEqual([]);
  const again = addGroup('700', [{ userId: lead, fromSec: null, untilSec: null }]);
  expect(again).not.toBe(groupId);
  expect(heard(lead)).toEqual([]);
});

test('a group that is renamed keeps its rights', () => {
  const groupId = addGroup('700');
  put('of the group', { group: '700' });
  const lead = add('lead', { ...OWN, replayGroups: [{ groupId, withMembers: false }] });
  const { revision } = getGroup(ledger.db, ledger.organisationId, groupId);
  const renamed = { name: 'Support', extension: '700', members: [] };
  changeGroup(ledger.db, ledger.actor, ledger.organisationId, groupId, revision, renamed);
  expect(heard(lead)).toEqual(['of the group']);
});

test('a transferred call is heard by both users who were in it, and by nobody else', () => {
  const parties = [party('0170', 'external', 'caller'), party('201'), party('202', 'extension', 'agent')];
  put('transferred', { parties, owner: '201' });
  const [first, second, third] = ['201', '202', '203'].map((extension) =>
    add(`user ${extension}`, OWN, { extensions: [always(extension)] }),
  );
  expect([first, second, third].map((who) => heard(who ?? ''))).toEqual([
    ['transferred'],
    ['transferred'],
    [],
  ]);
});

test('a conference of five is heard by each of the five', () => {
  const numbers = ['201', '202', '203', '204', '205'];
  put('conference', {
    direction: 'internal',
    parties: numbers.map((number) => party(number, 'extension', 'other')),
  });
  for (const number of [...numbers, '206']) {
    const who = add(`user ${number}`, OWN, { extensions: [always(number)] });
    expect(heard(who), number).toEqual(number === '206' ? [] : ['conference']);
  }
});

test('an internal call between two people is heard by the one who asks, without the setting for outbound calls', () => {
  put('internal', { direction: 'internal', parties: [party('201', 'extension', 'caller'), party('202')] });
  put('outbound', { direction: 'outbound', parties: [party('201', 'extension', 'caller')] });
  put('unknown', { direction: 'unknown', parties: [party('201')] });
  expect(heard(add('ann', OWN, { extensions: [always('201')] }))).toEqual(['internal']);
});

test('an extension that passes to another person at midnight: each hears the calls of his days', () => {
  const midnight = Date.UTC(2024, 0, 1) / 1000;
  put('1 old year', { parties: [party('201')], startedAtMs: midnight * 1000 - 1 });
  put('2 new year', { parties: [party('201')], startedAtMs: midnight * 1000 });
  const old = add('old', OWN, { extensions: [{ extension: '201', fromSec: null, untilSec: midnight }] });
  const next = add('next', OWN, { extensions: [{ extension: '201', fromSec: midnight, untilSec: null }] });
  expect([heard(old), heard(next)]).toEqual([['1 old year'], ['2 new year']]);
});

test('a list of exactly 127 characters is kept whole, one of 128 is refused with the count and never cut', () => {
  put('20', { parties: [party('20')] });
  put('20155', { parties: [party('20155')] });
  const of = (length: number) => `${'9'.repeat(length - '20155'.length - 1)};20155`;
  const lead = add('lead', { ...OWN, replayOthers: of(OTHER_NUMBERS_MAX_LENGTH) });
  expect(heard(lead)).toEqual(['20155']);
  const refused = () => add('other', { ...OWN, replayOthers: of(OTHER_NUMBERS_MAX_LENGTH + 1) });
  expect(refused).toThrow(AppError);
  expect(refused).toThrow(/128/);
});

test('`;;201; ;` is the one number 201', () => {
  put('201', { parties: [party('201')] });
  put('none', { parties: [party('', 'extension')], line: '', accountCode: '' });
  put('space', { accountCode: ' ' });
  expect(heard(add('lead', { ...OWN, replayOthers: ';;201; ;' }))).toEqual(['201']);
});

test('own is off, but groups and other numbers are still stored: they have no effect until it is on again', () => {
  const groupId = addGroup('700');
  put('group', { group: '700' });
  put('other', { accountCode: '555' });
  const stored = { replayGroups: [{ groupId, withMembers: true }], replayOthers: '555' };
  const lead = add('lead', { replay: true, ...stored });
  expect(heard(lead)).toEqual([]);
  change(lead, { settings: settings({ ...OWN, ...stored }) }, []);
  expect(heard(lead)).toEqual(['group', 'other']);
});

/** Ann shares her voicemails with everyone, and has what it takes. */
function shareVoicemails(): string {
  const ann = add('ann', { multiUserAware: true }, { extensions: [always('201')] });
  const voicemail = { voicemail: true, fax: false, callRecording: false };
  setExtensionFeatures(ledger.db, ledger.actor, ledger.organisationId, [
    { extension: '201', ...voicemail },
    { extension: '202', ...voicemail },
  ]);
  const { revision } = getSharing(ledger.db, ledger.organisationId, ann);
  saveSharing(ledger.db, ledger.actor, ledger.organisationId, ann, {
    revision,
    shares: [{ kind: 'voicemail', audience: 'everyone', groupIds: [] }],
  });
  put('message', { kind: 'voicemail', owner: '201', parties: [party('201')] });
  put('left while unavailable', { kind: 'voicemail', owner: '201', wasUnavailable: true });
  put('fax', { kind: 'fax', owner: '201' });
  put('call', { owner: '201', parties: [party('201')] });
  return ann;
}

test('a share of one who stopped being multi-user aware ends, and comes back with the setting', () => {
  const ann = shareVoicemails();
  const bob = add('bob', {}, { extensions: [always('202')] });
  expect(heard(bob)).toEqual(['message']);
  change(ann, { settings: settings({}) }, [always('201')]);
  expect(heard(bob)).toEqual([]);
  change(ann, { settings: settings({ multiUserAware: true }) }, [always('201')]);
  expect(heard(bob)).toEqual(['message']);
});

test('an everyone-share does not reach a user without voicemail', () => {
  shareVoicemails();
  expect(heard(add('carl', {}, { extensions: [always('203')] }))).toEqual([]);
  expect(heard(add('dora', {}))).toEqual([]);
});

test('what is only shared can be read and played, and is not downloaded, deleted or seen on the screen', () => {
  shareVoicemails();
  const all = { replay: true, download: true, delete: true, viewScreen: true };
  const bob = add('bob', all, { extensions: [always('202')] });
  const { access } = libraryOf(bob).get(toRecordingId(PLACE.sourceUid, 'message'));
  expect(access.filter((each) => each.allowed).map((each) => each.action)).toEqual(['list', 'play']);
});

test('another organisation’s id answers in the words of one that does not exist, also to an administrator', () => {
  const other = addOrganisation(ledger.db, 'Elsewhere', 'zed');
  put('theirs', { parties: [party('201')] }, other.organisationId);
  const library = libraryOf(ledger.administratorId);
  const answers = [toRecordingId(PLACE.sourceUid, 'theirs'), '0123456789abcdef'].map((id) => {
    try {
      library.get(id);
    } catch (error) {
      return error instanceof AppError ? JSON.stringify({ ...error, message: error.message }) : String(error);
    }
    return 'it was shown';
  });
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('not-found');
  expect(heard(ledger.administratorId)).toEqual([]);
  expect(heard(other.administratorId)).toEqual(['theirs']);
});
