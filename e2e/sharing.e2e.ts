/** What one shares of one's own: each kind, to a group and to everyone, for as long as its conditions last; and the pages about oneself. */
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import type { SharedKind } from '../src/shared/model';
import type { UserSettings } from '../src/shared/user-settings';
import { expectAccessible } from './accessible';
import { Terminal } from './command-line';
import type { Console, Passwords } from './console';
import {
  callOrThrow,
  callRaw,
  listAll,
  listIsReady,
  openSample,
  scanIsDone,
  signIn,
  signInAs,
  signOut,
  startConsole,
} from './console';

interface TruthRecording {
  readonly kind: 'call' | 'voicemail' | 'fax';
  readonly direction: string;
  readonly owner: string | null;
  readonly startedAtUtc: string;
  readonly finding: string | null;
}
const truth = JSON.parse(fs.readFileSync('e2e/archive/sample-truth.json', 'utf8')) as {
  readonly recordings: readonly TruthRecording[];
};
const BENS_EXTENSION = '201';

/** What Ben's extension owns of these kinds, as the starts that lists tell. A call between two colleagues is the caller's. */
function bens(isIt: (one: TruthRecording) => boolean): readonly string[] {
  return truth.recordings
    .filter((one) => one.owner === BENS_EXTENSION && one.direction !== 'internal' && isIt(one))
    .map((one) => new Date(one.startedAtUtc).toISOString())
    .sort();
}

// One journey in parts: what Ben shares in one is received in the next.
// Much of it is done at a terminal, where each call signs in anew.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let hearback: Console;
let page: Page;
let passwords: Passwords;
/** The administrator at a terminal, while somebody else sits at the window. */
let ada: Terminal;
let auditors: string;

test.beforeAll(async ({}, testInfo) => {
  hearback = await startConsole(testInfo, { args: ['--sample'] });
  ({ page } = hearback);
  passwords = await openSample(page);
  await scanIsDone(page);
  await signOut(page);
  ada = new Terminal(hearback.profileDir, 'ada', passwords.get('ada'));
  const erin = await userIdOf('erin');
  const group = {
    name: 'Auditors',
    extension: '790',
    members: [{ userId: erin, fromSec: null, untilSec: null }],
  };
  ({ groupId: auditors } = await ada.ask('groups.save', { groupId: null, revision: null, group }));
});
test.afterAll(() => hearback.close());

test('without the setting there is no page, and the door refuses', async () => {
  await signInAs(page, 'ben', passwords);
  await expect(nav('Sharing')).toHaveCount(0);
  expect(await callRaw(page, 'shares.get', {})).toMatchObject({ error: { code: 'forbidden' } });
  // Given meanwhile, the page is there without a new sign-in.
  await change('ben', { multiUserAware: true });
  await nav('Sharing').click();
  await expect(page.getByRole('heading', { name: 'Sharing', level: 1 })).toBeVisible();
});

test('what is missing is named, and gone once an administrator has put it right', async () => {
  const voicemails = page.getByRole('region', { name: 'Voicemails' });
  await expect(voicemails.getByText(/Voicemail is not enabled on your extension 201\. Ask/)).toBeVisible();
  await expectAccessible(page, 'sharing with something missing');
  await setFeatures(BENS_EXTENSION, true);
  await expect(voicemails.getByText(/is not enabled/)).toBeHidden();
});

test('kinds are shared with a group, and the page says whom that reaches', async () => {
  for (const name of ['Call recordings', 'Voicemails', 'Incoming faxes', 'Call history']) {
    const region = page.getByRole('region', { name, exact: true });
    await region.getByText('Some users only').click();
    await region.getByText('Auditors').click();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('In force: 1 person receives this now.')).toHaveCount(4);
  await expectAccessible(page, 'sharing in force');
  await signOut(page);
});

test('who receives it finds and plays it, with nothing more, and calls only behind his own master switch', async () => {
  await signInAs(page, 'erin', passwords);
  // Ben's messages were all left while he was unavailable: they are a box of their own, which he has not shared yet.
  expect(await startsOfAll()).toEqual(bens((one) => one.kind === 'fax'));
  await share({ unavailableVoicemail: 'groups', fax: 'groups', call: 'groups', history: 'groups' });
  await expect.poll(startsOfAll).toEqual(bens((one) => one.kind !== 'call'));
  await change('erin', { replay: true });
  const inbound = bens((one) => one.direction !== 'outbound');
  await expect.poll(startsOfAll).toEqual(inbound);
  await change('erin', { viewOutbound: true, download: true, delete: true, viewScreen: true });
  await expect.poll(startsOfAll).toEqual(bens(() => true));

  // What others share has a page of its own, and bears a mark where nothing else leads to it.
  await nav('Shared with me').click();
  await expect(page.getByText(`${bens(() => true).length} recordings`).first()).toBeVisible();
  await expect(page.getByRole('grid').getByTitle('Shared with you').first()).toBeVisible();
  await expectAccessible(page, 'what others share');

  await nav('Voicemail').click();
  await page.getByRole('grid').getByRole('row').nth(1).dblclick();
  await expect(player()).toHaveAttribute('data-status', 'playing');
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toBeVisible();
  await expect(details.getByRole('button', { name: 'Download' })).toBeDisabled();
  for (const row of await listAll(page)) {
    const { access } = await callOrThrow(page, 'recordings.get', { id: row.id });
    const allowed = access.filter((one) => one.allowed).map((one) => one.action);
    expect(allowed).toEqual(expect.arrayContaining(['list', 'play']));
    expect(allowed.filter((one) => ['seeScreen', 'download', 'delete'].includes(one))).toEqual([]);
    const download = { id: row.id, acceptsNotice: true, targetDir: hearback.profileDir };
    expect(await callRaw(page, 'recordings.download', download)).toMatchObject({ ok: false });
    expect(row.hasScreen).toBe(false);
  }
  expect((await callOrThrow(page, 'calls.list', { limit: 5 })).rows.length).toBeGreaterThan(0);
});

test('a play ends at once when the group is unassigned, and nothing of it is left', async () => {
  const own = new Terminal(hearback.profileDir, 'ben', passwords.get('ben'));
  const { revision } = await own.ask('shares.get', {});
  await nav('Recordings').click();
  const lengths = (await listAll(page)).map((row) => row.durationMs ?? 0);
  const longest = lengths.indexOf(Math.max(...lengths));
  await page
    .getByRole('grid')
    .getByRole('row')
    .nth(longest + 1)
    .dblclick();
  await expect(player()).toHaveAttribute('data-status', 'playing');
  await own.ask('shares.save', { revision, shares: [] });
  await expect(player().getByRole('alert')).toContainText('withdrawn', { timeout: 2500 });
  expect(await startsOfAll()).toEqual([]);
  expect((await callOrThrow(page, 'calls.list', { limit: 5 })).rows).toEqual([]);
});

test('everyone is whoever has an extension with voicemail', async () => {
  await share({ unavailableVoicemail: 'everyone', fax: 'everyone' });
  expect(await startsOfAll()).toEqual([]);
  await change('erin', {}, [{ extension: '299', fromSec: null, untilSec: null }]);
  expect(await startsOfAll()).toEqual([]);
  await setFeatures('299', true);
  const shared = bens((one) => one.kind !== 'call');
  await expect.poll(startsOfAll).toEqual(shared);
  // Without the feature on Ben's extension it is over; with it again, it is back.
  await setFeatures(BENS_EXTENSION, false);
  await expect.poll(startsOfAll).toEqual([]);
  await setFeatures(BENS_EXTENSION, true);
  await expect.poll(startsOfAll).toEqual(shared);
  await change('ben', { multiUserAware: false });
  await expect.poll(startsOfAll).toEqual([]);
  await signOut(page);
});

test('an administrator sees all sharing with what is missing, and ends a share', async () => {
  await signInAs(page, 'ada', passwords);
  await nav('Sharing overview').click();
  const faxes = page.getByRole('row').filter({ hasText: 'Faxes' });
  await expect(faxes).toContainText('‘Multi-user aware’ is off');
  await change('ben', { multiUserAware: true });
  await expect(faxes).toContainText('In force');
  await expectAccessible(page, 'all sharing');
  await page.getByRole('button', { name: 'End: Ben Castellan, Faxes' }).click();
  await expectAccessible(page, 'the end of a share');
  await page.getByRole('button', { name: 'End the share' }).click();
  await expect(faxes).toHaveCount(0);
  await signOut(page);
  await signInAs(page, 'erin', passwords);
  expect(await startsOfAll()).toEqual(bens((one) => one.kind === 'voicemail'));
  await signOut(page);
});

test('the first sign-in walks through one’s settings until that is done', async () => {
  await change('dave', { wizard: true, profileAccess: 'write', directoryAccess: 'write' });
  await signIn(page, 'dave', passwords.get('dave')!);
  const welcome = page.getByRole('heading', { name: /^Welcome/ });
  await expect(welcome).toBeVisible();
  await expectAccessible(page, 'the first step');
  await page.getByRole('button', { name: 'Not now' }).click();
  await listIsReady(page);
  await signOut(page);

  await signIn(page, 'dave', passwords.get('dave')!);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Dave L.');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'the step about the password');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('203')).toBeVisible();
  await page.getByText('Yes', { exact: true }).click();
  await expectAccessible(page, 'the step about extensions');
  await page.getByRole('button', { name: 'Finish' }).click();
  await listIsReady(page);
  await expect(page.getByRole('button', { name: 'You: Dave L.' })).toBeVisible();
  await signOut(page);
  await signInAs(page, 'dave', passwords);
  await expect(welcome).toHaveCount(0);
});

test('one’s own names for numbers are shown and found, by oneself alone', async () => {
  const [row] = await listAll(page);
  const number = row!.from.number;
  await nav('Directory').click();
  await page.getByLabel('Number', { exact: true }).fill(number);
  await page.getByLabel('Your name for it').fill('Zebulon at the gate');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('cell', { name: 'Zebulon at the gate' })).toBeVisible();
  await expectAccessible(page, 'own names');
  const filter = { text: 'zebulon' };
  const { rows } = await callOrThrow(page, 'recordings.list', { filter, limit: 500 });
  expect(rows.map((one) => one.id)).toContain(row!.id);
  expect(rows.find((one) => one.id === row!.id)?.from.name).toBe('Zebulon at the gate');
  // The same where the number stands.
  await nav('Recordings').click();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: `Name ${number} for yourself …` }).click();
  await page.getByRole('dialog').getByLabel('Your name for it').fill('Zebulon at the door');
  await expectAccessible(page, 'a name for a number of a call');
  await page.keyboard.press('Enter');
  await expect(details.getByText('Zebulon at the door').first()).toBeVisible();
  await nav('Profile').click();
  await page.getByLabel('E-mail').fill('d.lindqvist@marrowby.example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page, 'the own profile');

  await change('dave', { directoryAccess: 'none' });
  await expect(nav('Directory')).toHaveCount(0);
  await expect.poll(async () => (await callOrThrow(page, 'recordings.count', { filter })).count).toBe(0);
  await signOut(page);
  await signInAs(page, 'ada', passwords);
  expect(await callOrThrow(page, 'recordings.count', { filter })).toMatchObject({ count: 0 });
});

function nav(name: string) {
  return page.getByRole('navigation').getByRole('button', { name, exact: true });
}

function player() {
  return page.getByRole('region', { name: 'Player' });
}

async function startsOfAll(): Promise<readonly string[]> {
  return (await listAll(page)).map((row) => new Date(row.startedAtMs).toISOString()).sort();
}

const userIds = new Map<string, string>();

async function userIdOf(signInName: string): Promise<string> {
  if (userIds.size === 0) {
    for (const person of await ada.ask('people.list', {})) userIds.set(person.signInName, person.userId);
  }
  const userId = userIds.get(signInName);
  if (userId === undefined) throw new Error(`The sample has no ${signInName}.`);
  return userId;
}

type Held = { readonly extension: string; readonly fromSec: number | null; readonly untilSec: number | null };

async function change(
  signInName: string,
  settings: Partial<UserSettings>,
  extensions?: readonly Held[],
): Promise<void> {
  const { userId, revision, ...read } = await ada.ask('people.get', { userId: await userIdOf(signInName) });
  const { name, email, profile, isActive } = read;
  const person = {
    name,
    signInName,
    email,
    profile,
    isActive,
    extensions: [...(extensions ?? read.extensions)],
    settings: { ...read.settings, ...settings },
  };
  await ada.ask('people.save', { userId, revision, person });
}

async function setFeatures(extension: string, isOn: boolean): Promise<void> {
  const { revision } = await ada.ask('extensions.list', {});
  const features = { extension, voicemail: isOn, fax: isOn, callRecording: isOn };
  await ada.ask('extensions.save', { revision, extensions: [features] });
}

/** Ben, at a terminal. */
async function share(audiences: Partial<Record<SharedKind, 'everyone' | 'groups'>>): Promise<void> {
  const own = new Terminal(hearback.profileDir, 'ben', passwords.get('ben'));
  const { revision, shares } = await own.ask('shares.get', {});
  await own.ask('shares.save', {
    revision,
    shares: shares.map(({ kind }) => {
      const audience = audiences[kind] ?? 'nobody';
      return { kind, audience, groupIds: audience === 'groups' ? [auditors] : [] };
    }),
  });
}
