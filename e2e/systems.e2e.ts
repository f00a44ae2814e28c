/**
 * The settings of each phone system that the policy comes from, from nothing to everything: after each change what a person hears is
 * looked at on screen, at the door and at a terminal. Sharing has journeys of its own.
 */
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import type { RecordingRow } from '../src/shared/model';
import type { PersonDetails, PersonInput } from '../src/shared/people';
import type { OrganisationSettings, ServiceRight, UserSettings } from '../src/shared/user-settings';
import { DEFAULT_USER_SETTINGS, defaultSettingsOf } from '../src/shared/user-settings';
import { Terminal } from './command-line';
import type { Console, Passwords } from './console';
import { callOrThrow, listAll, openSample, scanIsDone, signInAs, signOut, startConsole } from './console';

interface Told {
  readonly path: string;
  readonly kind: 'call' | 'voicemail' | 'fax';
  readonly startedAtUtc: string;
  readonly direction: RecordingRow['direction'];
  readonly parties: readonly { readonly number: string }[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly screen: string | null;
}
const truth = JSON.parse(fs.readFileSync('e2e/archive/sample-truth.json', 'utf8')) as {
  readonly recordings: readonly Told[];
  readonly mayList: Readonly<Record<string, Readonly<Record<'calls' | 'voicemails' | 'faxes', string[]>>>>;
};
const ofArchive = truth.mayList['ada']!;
const listed = new Set([...ofArchive.calls, ...ofArchive.voicemails, ...ofArchive.faxes]);
const recordings = truth.recordings.filter((each) => listed.has(each.path));

/** Grace's, until she gives it back. */
const OWN = '206';

/** The words of the settings, over what the archive's makers say of each recording. */
const isOf = (number: string) => (each: Told) =>
  each.owner === number || each.parties.some((party) => party.number === number);
const isOutbound = (each: Told) => each.direction === 'outbound' || each.direction === 'unknown';
const isOfGroup = (number: string) => (each: Told) => each.group === number || isOf(number)(each);
const isOwnMessage = (number: string) => (each: Told) => each.kind !== 'call' && each.owner === number;
/** Calls for which one of these is true, and one's own messages, to which no gate of calls applies. */
const heard = (extension: string, ...paths: readonly ((each: Told) => boolean)[]) =>
  recordings.filter((each) =>
    each.kind === 'call' ? paths.some((path) => path(each)) : isOwnMessage(extension)(each),
  );
const notOutbound = (path: (each: Told) => boolean) => (each: Told) => path(each) && !isOutbound(each);

const startsOf = (rows: readonly { readonly startedAtMs: number }[]) =>
  rows.map((row) => new Date(row.startedAtMs).toISOString()).sort();

let hearback: Console;
let passwords: Passwords;
let ada: Terminal;
let erin: Terminal;
let erinId: string;

test.describe.serial('a person without any right', () => {
  // Every change and every look is a terminal's whole life, with a password's slow hash.
  test.describe.configure({ timeout: 150_000 });
  test.beforeAll(async ({}, testInfo) => {
    hearback = await startConsole(testInfo, { args: ['--sample'] });
    passwords = await openSample(hearback.page);
    await scanIsDone(hearback.page);
    ada = new Terminal(hearback.profileDir, 'ada', passwords.get('ada'));
    erin = new Terminal(hearback.profileDir, 'erin', passwords.get('erin'));
    const people = await ada.ask('people.list', {});
    const idOf = (signInName: string) => people.find((each) => each.signInName === signInName)!.userId;
    erinId = idOf('erin');
    await change({ extensions: [] }, idOf('grace'));
  });
  test.afterAll(() => hearback.close());

  test('IP Office: from Off to her own calls, outbound ones, groups and other numbers', async () => {
    const { page } = hearback;
    await turnOnOnScreen(['Enable Media Manager Replay', 'Replay own recordings']);
    await signOut(page);
    await signInAs(page, 'erin', passwords);
    await expectHears([]);
    await change({ extensions: [{ extension: OWN, fromSec: null, untilSec: null }] });
    const own = isOf(OWN);
    await expectHears(heard(OWN, notOutbound(own)));
    await change({ settings: { viewOutbound: true } });
    await expectHears(heard(OWN, own));

    const groups = await ada.ask('groups.list', {});
    const sales = groups.find((each) => each.extension === '700')!;
    await change({ settings: { replayGroups: [{ groupId: sales.groupId, withMembers: false }] } });
    await expectHears(heard(OWN, own, isOfGroup('700')));
    await change({ settings: { replayOthers: ';;209; ;7010;20' } });
    const others = (each: Told) => isOf('209')(each) || each.accountCode === '7010';
    await expectHears(heard(OWN, own, isOfGroup('700'), others));
    // The gate of groups and other numbers: they are kept, and have no effect.
    await change({ settings: { replayOwn: false } });
    await expectHears(heard(OWN));
    const { settings } = await ada.ask('people.get', { userId: erinId });
    expect(settings).toMatchObject({
      replayOthers: ';;209; ;7010;20',
      replayGroups: [{ withMembers: false }],
    });
    await change({ settings: { replayAll: true } });
    await expectHears(heard(OWN, () => true));
    await change({ settings: { replay: false } });
    await expectHears(heard(OWN));
  });

  test('rights groups: Media Manager Standard reads the settings and hears her own; Administrator hears everything', async () => {
    const { page } = hearback;
    await change({ settings: null });
    await setRights(['mediaManagerStandard']);
    await expectHears(heard(OWN));
    await expect(page.getByRole('button', { name: 'People', exact: true })).toBeVisible();
    await change({ settings: { replay: true, replayOwn: true } });
    await expectHears(heard(OWN, notOutbound(isOf(OWN))));
    const refused = await erin.call('organisation.get', {});
    // At a terminal a service right of its own is needed.
    expect(refused).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
    await changeOrganisation({ standardHears: 'all' });
    await expectHears(heard(OWN, () => true));
    await changeOrganisation({ standardHears: 'ownSettings' });
    await setRights(['mediaManagerAdministrator']);
    await change({ settings: null });
    await expectHears(recordings);
    // No right implies download, delete or the screen.
    const [row] = (await erin.ask('recordings.list', { filter: { kinds: ['call'] }, limit: 1 })).rows;
    const { access } = await erin.ask('recordings.get', { id: row!.id });
    expect(access.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual([
      'list',
      'play',
      'readTranscript',
    ]);
    await setRights([]);
    await expectHears(heard(OWN));
  });

  test('Contact Center: a nominee with lines, outbound, screen and delete', async () => {
    await change({ profile: 'nominee', extensions: [], settings: defaultSettingsOf('nominee') });
    await expectHears([]);
    const onLines = (each: Told) => each.line === '4989200300' || each.line === '4989200320';
    await change({ settings: { replayLines: ['4989200300', '4989200320'] } });
    await expectHears(heard('none', onLines));
    await change({ settings: { viewOutbound: false } });
    await expectHears(heard('none', notOutbound(onLines)));
    await change({ settings: { viewOutbound: true, replayAll: true, viewScreen: true } });
    const withScreen = recordings.filter((each) => each.screen !== null);
    const screens = (await erin.ask('recordings.list', { filter: { hasScreen: true }, limit: 500 })).rows;
    expect(startsOf(screens)).toEqual(startsOfTold(withScreen));
    await changeOrganisation({ screenRecordings: false });
    expect((await erin.ask('recordings.list', { filter: { hasScreen: true } })).rows).toEqual([]);
    await changeOrganisation({ screenRecordings: true });

    const mayDelete = async (id: string) =>
      (await erin.ask('recordings.get', { id })).access.find(({ action }) => action === 'delete')?.allowed;
    const { id } = screens[0]!;
    expect(await mayDelete(id)).toBe(false);
    await change({ settings: { delete: true } });
    expect(await mayDelete(id)).toBe(true);
    // The files of the sample are a part of the program; those of other archives go, as the journey of deleting shows.
    const deleted = await erin.call('recordings.delete', { ids: [id], reason: 'asked for by the caller' });
    expect(deleted).toMatchObject({ ok: false, error: { reason: 'sample-kept' } });
    await expectHears(heard('none', () => true));
  });

  test('an agent hears what the organisation gives agents, whatever else is set', async () => {
    const { page } = hearback;
    await change({ profile: 'agent', extensions: [{ extension: OWN, fromSec: null, untilSec: null }] });
    await expectHears(heard(OWN, isOf(OWN)));
    await changeOrganisation({ agentAccess: 'none' });
    await expectHears(heard(OWN));
    await changeOrganisation({ agentAccess: 'all' });
    await expectHears(heard(OWN, () => true));
    await change({ isActive: false });
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await erin.call('recordings.list', {})).toMatchObject({ ok: false });
  });
});

const startOf = (each: Told) => new Date(each.startedAtUtc).toISOString();
const startsOfTold = (told: readonly Told[]) => told.map(startOf).sort();

/** On screen, at the door, and at a terminal. */
async function expectHears(told: readonly Told[]): Promise<void> {
  const { page } = hearback;
  const expected = startsOfTold(told);
  const atTerminal = await erin.ask('recordings.list', { limit: 500 });
  expect(startsOf(atTerminal.rows)).toEqual(expected);
  expect(startsOf(await listAll(page))).toEqual(expected);
  expect(await callOrThrow(page, 'recordings.count', {})).toEqual({ count: expected.length, isExact: true });
  const said =
    expected.length === 0
      ? page.getByText('There are no recordings that you may hear.')
      : page.getByRole('status').filter({ hasText: new RegExp(`^${String(expected.length)} recordings?$`) });
  await expect(said).toBeVisible();
}

type Change = Partial<Omit<PersonInput, 'settings'>> & {
  /** What is not given stays; null takes everything away but the way in. */
  readonly settings?: Partial<UserSettings> | null;
};

async function change(given: Change, userId = erinId): Promise<void> {
  const details: PersonDetails = await ada.ask('people.get', { userId });
  const { name, signInName, email, profile, isActive, extensions, settings: before } = details;
  const settings =
    given.settings === null
      ? { ...DEFAULT_USER_SETTINGS, portal: true }
      : { ...before, ...given.settings, portal: true };
  const person = { name, signInName, email, profile, isActive, extensions, ...given, settings };
  await ada.ask('people.save', { userId, revision: details.revision, person });
}

async function changeOrganisation(settings: Partial<OrganisationSettings>): Promise<void> {
  const { revision, name, settings: before } = await ada.ask('organisation.get', {});
  await ada.ask('organisation.save', { revision, name, settings: { ...before, ...settings } });
}

/** In a rights group of her own. */
async function setRights(rights: readonly ServiceRight[]): Promise<void> {
  const group = (await ada.ask('rightsGroups.list', {})).find((each) => each.name === 'Erin’s');
  await ada.ask('rightsGroups.save', {
    rightsGroupId: group?.rightsGroupId ?? null,
    revision: group?.revision ?? null,
    rightsGroup: { name: 'Erin’s', rights: [...rights], members: [erinId] },
  });
}

async function turnOnOnScreen(names: readonly string[]): Promise<void> {
  const { page } = hearback;
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: /^Erin/ }).first().click();
  for (const name of names) {
    const box = page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
    await box.focus();
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }
  await page.getByRole('button', { name: 'Save person' }).click();
  // It brings nothing yet, for no extension is hers: nothing is to be confirmed.
  await expect(page.getByText('Saved.')).toBeVisible();
}
