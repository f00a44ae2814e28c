/** Why not, and what would change it: from the button that is off, over the setting and its preview, to the call that is heard. */
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible, THEMES } from './accessible';
import { runHearback } from './command-line';
import type { Console, Passwords } from './console';
import {
  callOrThrow,
  listAll,
  listIsReady,
  openSample,
  scanIsDone,
  signInAs,
  signOut,
  startConsole,
} from './console';

test.describe.serial('an outbound call that is not in a list', () => {
  // Axe looks at three of its screens, in both themes.
  test.describe.configure({ timeout: 150_000 });
  let hearback: Console;
  let passwords: Passwords;
  let benId: string;
  /** Of a call that a setting of Ben's keeps from him, and its time of day. */
  let recordingId: string;
  /** How many recordings the setting brings him. */
  let gained: number;

  test.beforeAll(async ({}, testInfo) => {
    hearback = await startConsole(testInfo, { args: ['--sample'] });
    passwords = await openSample(hearback.page);
    await scanIsDone(hearback.page);
    benId = await letBen(hearback.page, { viewOutbound: false, download: false });
  });
  test.afterAll(() => hearback.close());

  test('says in the place of a button that is off why it is off, and what would change it', async () => {
    const { page } = hearback;
    const adas = await listAll(page);
    await signOut(page);
    await signInAs(page, 'ben', passwords);
    const bens = new Set((await listAll(page)).map((row) => row.id));
    expect(bens.size).toBeGreaterThan(0);
    const details = await openDetails(page, 0);
    await expect(details.getByRole('button', { name: /^Download/ })).toBeDisabled();
    await expect(details.getByText('‘Download recordings’ is off in your settings.').first()).toBeVisible();
    await details.getByRole('button', { name: 'Why?' }).first().click();
    await expect(details.getByText('Save a copy: not allowed')).toBeFocused();
    await details.getByRole('button', { name: 'What would change this?' }).click();
    await expect(details.getByText('Turn on ‘Download recordings’.')).toBeVisible();
    await expect(details.getByRole('button', { name: 'Open the setting' })).toHaveCount(0);
    await look(page, 'own-explanation');

    // What is kept from him is explained to him in the words of what does not exist.
    const hidden = adas.find(
      (row) => row.kind === 'call' && row.direction === 'outbound' && !bens.has(row.id),
    )!;
    const asked = { recordingId: hidden.id, action: 'play', userId: null } as const;
    await expect(callOrThrow(page, 'policy.explain', asked)).rejects.toThrow('not-found');
    await signOut(page);
  });

  test('is explained to the administrator, who turns the setting on once it is seen what that brings', async () => {
    const { page } = hearback;
    await signInAs(page, 'ada', passwords);
    recordingId = await findWithOneChange(page, benId);
    const adas = await listAll(page);
    const details = await openDetails(
      page,
      adas.findIndex((row) => row.id === recordingId),
    );
    await details.getByText('Why somebody may, or may not').click();
    const person = details.getByRole('combobox', { name: /Person/ });
    // A list that is open closes where the page is scrolled below it.
    await person.scrollIntoViewIfNeeded();
    await person.pressSequentially('Ben');
    await page.getByRole('option', { name: /\(ben\)/ }).click();
    await expect(details.getByText(/may not play it/)).toContainText('View outbound call recordings');
    await look(page, 'explanation');
    await details.getByText('Who may hear this').click();
    await expect(details.getByText(/people ha(s|ve) this in/)).toBeVisible();
    await look(page, 'who-may-hear');
    await expectAccessible(page, 'an explanation');

    await details.getByRole('button', { name: 'Open the setting' }).click();
    const outbound = page.getByRole('checkbox', { name: 'View outbound call recordings' });
    await expect(outbound).toBeFocused();
    await look(page, 'pointed-setting');
    await page.keyboard.press('Space');
    await expect(outbound).toBeChecked();
    await page.getByRole('button', { name: 'Save person' }).click();
    const dialog = page.getByRole('dialog', { name: 'What this change brings' });
    await expect(dialog.getByText(/gains \d+ recordings?\./)).toBeVisible();
    await look(page, 'preview');
    await expectAccessible(page, 'a preview');
    gained = Number(/gains (\d+)/.exec(await dialog.innerText())?.[1]);
    const before = (await callOrThrow(page, 'policy.viewAsCount', { userId: benId })).count;
    await dialog.getByRole('button', { name: 'Save this change' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    const after = (await callOrThrow(page, 'policy.viewAsCount', { userId: benId })).count;
    expect(after - before).toBe(gained);
  });

  test('then stands in the list as that person sees it, marked and without anything to play', async () => {
    const { page } = hearback;
    await page.getByRole('button', { name: /^See the list as/ }).click();
    await expect(page.getByText(/Nothing can be played/)).toBeVisible();
    const { count } = await callOrThrow(page, 'policy.viewAsCount', { userId: benId });
    await expect(page.getByText(`${count} recordings`)).toBeVisible();
    await expect(page.getByRole('main').getByRole('button', { name: 'Play' })).toHaveCount(0);
    await look(page, 'view-as');
    await expectAccessible(page, 'the list of another person');
    await page.getByRole('button', { name: 'End' }).click();
    await expect(page.getByRole('heading', { name: 'Which call recordings' })).toBeVisible();
    const { rows } = await callOrThrow(page, 'audit.list', {});
    const actions = rows.map((entry) => entry.action);
    expect(actions).toEqual(expect.arrayContaining(['View as', 'End view as', 'Preview change']));
    await page.getByRole('navigation').getByRole('button', { name: 'Audit trail', exact: true }).click();
    const saved = page
      .getByRole('table', { name: 'Audit trail' })
      .getByRole('row', { name: /Change person/ });
    await saved
      .first()
      .getByText(/upon the preview in entry \d+/)
      .click();
    const words = gained === 1 ? '1 recording' : `${String(gained)} recordings`;
    await expect(saved.first().getByText(`1 person gains ${words} in the list and to hear`)).toBeVisible();
    await look(page, 'trail');
    await signOut(page);
  });

  test('is heard by the one who could not, and the command line says the same', async () => {
    const { page, profileDir } = hearback;
    const explain = async () => {
      const input = JSON.stringify({ recordingId, action: 'play', userId: benId });
      const args = ['--profile', profileDir, '--user', 'ada', 'call', 'policy.explain', input];
      const { result } = await runHearback(args, passwords.get('ada'));
      return result;
    };
    expect(await explain()).toMatchObject({ ok: true, value: { decision: { allowed: true } } });
    await signInAs(page, 'ben', passwords);
    const at = (await listAll(page)).findIndex((row) => row.id === recordingId);
    expect(at).toBeGreaterThanOrEqual(0);
    const details = await openDetails(page, at);
    await details.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute('data-status', 'playing');
    await signOut(page);
  });
});

/** The row is chosen with the keyboard, as it may be below what is drawn. */
async function openDetails(page: Page, index: number) {
  await listIsReady(page);
  const grid = page.getByRole('grid', { name: 'Recordings' });
  await grid.getByRole('row').nth(1).click();
  await page.keyboard.press('Home');
  for (let at = 0; at < index; at += 1) await page.keyboard.press('ArrowDown');
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { name: 'Access' })).toBeVisible();
  return details;
}

/** Sets Ben's settings over the door, and gives his id. */
async function letBen(page: Page, changed: { readonly viewOutbound: boolean; readonly download: boolean }) {
  const people = await callOrThrow(page, 'people.list', {});
  const userId = people.find((one) => one.signInName === 'ben')!.userId;
  const { revision, ...read } = await callOrThrow(page, 'people.get', { userId });
  const { name, signInName, email, profile, isActive, extensions } = read;
  const person = { name, signInName, email, profile, isActive, extensions: [...extensions] };
  const settings = { ...read.settings, ...changed };
  await callOrThrow(page, 'people.save', { userId, revision, person: { ...person, settings } });
  return userId;
}

/** A call that the outbound setting alone keeps from the person. */
async function findWithOneChange(page: Page, userId: string): Promise<string> {
  for (const row of await listAll(page)) {
    if (row.kind !== 'call' || row.direction !== 'outbound') continue;
    const { decision, smallestChange } = await callOrThrow(page, 'policy.explain', {
      recordingId: row.id,
      action: 'play',
      userId,
    });
    const [only, ...others] = smallestChange ?? [];
    if (decision.allowed || others.length > 0 || only?.change.change !== 'setting') continue;
    if (only.change.setting === 'viewOutbound') return row.id;
  }
  throw new Error('The sample has no call that only its direction keeps from this person.');
}

/** Pictures of both themes for whoever wants to look: `HEARBACK_PICTURES=folder`. */
async function look(page: Page, name: string): Promise<void> {
  const dir = process.env['HEARBACK_PICTURES'];
  if (dir === undefined) return;
  fs.mkdirSync(dir, { recursive: true });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await page.screenshot({ path: path.join(dir, `${name}-${theme}.png`) });
  }
}
