/** Deleting as a person does it: on screen, with the files gone from the disk, and not where a hold or a missing right says no. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { PersonDetails } from '../src/shared/people';
import { expectAccessible } from './accessible';
import { Terminal } from './command-line';
import type { Console } from './console';
import { callOrThrow, listIsReady, makeDir, scanIsDone, signIn, signOut, startConsole } from './console';

const SAMPLE_MONITOR = path.resolve('resources/sample-archive/freepbx/monitor');
const PASSWORD = 'a long enough secret';
/** Recorded with its screen, and written down. */
const WITH_ALL = '2026/09/18/rg-600-01713920041-20260918-081946-1789712386.2241';
const SET_UP = {
  timeZone: 'Europe/Berlin',
  organisation: 'Nordwind GmbH',
  administrator: { name: 'Ida Nordwind', signInName: 'ida', password: PASSWORD },
};

test.describe.serial('deleting', () => {
  let archiveDir: string;
  let hearback: Console;
  let page: Page;
  let ida: Terminal;
  let otto: Terminal;

  test.beforeAll(async ({}, testInfo) => {
    const profileDir = makeDir(testInfo, 'profile');
    archiveDir = makeDir(testInfo, 'archive');
    fs.cpSync(SAMPLE_MONITOR, archiveDir, { recursive: true });
    await new Terminal(profileDir, null).ask('setup.complete', { archiveDir, ...SET_UP });
    ida = new Terminal(profileDir, 'ida', PASSWORD);
    otto = await addOtto(profileDir);
    hearback = await startConsole(testInfo, { profileDir });
    ({ page } = hearback);
    await signIn(page, 'ida', PASSWORD);
    await listIsReady(page);
    await scanIsDone(page);
  });
  test.afterAll(() => hearback.close());

  /** A supervisor who hears all and may delete nothing. */
  async function addOtto(profileDir: string): Promise<Terminal> {
    const [own] = await ida.ask('people.list', {});
    const read = await ida.ask('people.get', { userId: own!.userId });
    const { userId, revision } = read;
    const person = toInput(read, { replay: true, delete: true });
    await ida.ask('people.save', { userId, revision, person });
    const hears = { ...read.settings, portal: true, replay: true, replayAll: true, viewOutbound: true };
    const made = { ...toInput(read, hears), name: 'Otto', signInName: 'otto' };
    const saved = await ida.ask('people.save', { userId: null, revision: null, person: made });
    await ida.ask('people.setPassword', { userId: saved.userId, password: 'given for the first day' });
    const first = new Terminal(profileDir, 'otto', 'given for the first day');
    await first.ask('session.changePassword', { current: first.password, next: PASSWORD });
    return new Terminal(profileDir, 'otto', PASSWORD);
  }

  const grid = (): Locator => page.getByRole('grid', { name: 'Recordings' });
  const details = (): Locator => page.getByRole('complementary', { name: 'Details' });
  const openPage = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  const filesOf = (stem: string) =>
    fs
      .readdirSync(path.join(archiveDir, path.dirname(stem)))
      .filter((name) => name.startsWith(path.basename(stem)));
  const count = async () => (await callOrThrow(page, 'recordings.count', {})).count;

  /** Chooses the row of a recording, and answers with the names of its files. */
  async function choose(row: Locator): Promise<{ readonly id: string; readonly stem: string }> {
    await row.click();
    const id = await row.getAttribute('data-id');
    const { technical } = await callOrThrow(page, 'recordings.get', { id: id! });
    const found = filesBelow(archiveDir).find((file) => path.basename(file) === technical.fileName);
    return { id: id!, stem: found!.slice(0, -path.extname(found!).length) };
  }

  test('takes a recording, its transcript and its screen from list and disk, once asked', async () => {
    expect(filesOf(WITH_ALL)).toHaveLength(3);
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill('01713920041');
    for (const row of await grid().locator('[data-id]').all()) {
      if ((await choose(row)).stem === WITH_ALL.split('/').join(path.sep)) break;
    }
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete this recording?' });
    await expect(dialog.getByText('This cannot be taken back.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await expectAccessible(page, 'the question before a delete');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(filesOf(WITH_ALL)).toHaveLength(3);

    const before = await count();
    await details().getByRole('button', { name: 'Delete …' }).click();
    await dialog.getByLabel('Reason').fill('The caller asked for it');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(dialog).toBeHidden();
    expect(filesOf(WITH_ALL)).toEqual([]);
    expect(await count()).toBe(before - 1);
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill('');
    await openPage('Retention and holds');
    const told = page.getByRole('table', { name: 'What was deleted' });
    await expect(told.getByRole('row').nth(1)).toContainText('The caller asked for it');
    await told.getByText(path.basename(WITH_ALL)).first().click();
    await expect(told.getByText(/[0-9a-f]{64}/).first()).toBeVisible();
    await expectAccessible(page, 'retention and holds');
    await openPage('Recordings');
  });

  test('leaves alone what is held, says so, and deletes it once it is released', async () => {
    const { id, stem } = await choose(grid().locator('[data-id]').first());
    await details().getByRole('button', { name: 'Legal hold …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put this recording under legal hold?' });
    await dialog.getByLabel('Reason').fill('District court, 7 C 12/26');
    await expectAccessible(page, 'a legal hold');
    await dialog.getByRole('button', { name: 'Set hold' }).click();
    await expect(details().getByText('This recording is under legal hold')).toBeVisible();
    await expect(details().getByRole('button', { name: 'Delete …' })).toBeDisabled();
    await expect(details().getByText('It is under legal hold: nobody can delete it.').first()).toBeVisible();
    await expect(grid().locator('[data-id]').first()).toContainText('Legal hold');
    await grid().locator('[data-id]').first().click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByRole('dialog').getByText('It is under legal hold')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(filesOf(stem).length).toBeGreaterThan(0);

    await openPage('Retention and holds');
    const held = page.getByRole('table', { name: 'Legal holds in force' });
    await expect(held).toContainText('District court, 7 C 12/26');
    await held.getByRole('button', { name: /^Release the hold on/ }).click();
    await page.getByLabel('Reason').fill('Judgment is final');
    await page.getByRole('button', { name: 'Release hold', exact: true }).click();
    await expect(page.getByText('Nothing is under legal hold.')).toBeVisible();
    await openPage('Recordings');
    await grid().locator('[data-id]').first().click();
    await details().getByRole('button', { name: 'Delete …' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect.poll(() => filesOf(stem)).toEqual([]);
    await expect(grid().locator(`[data-id="${id}"]`)).toHaveCount(0);
  });

  test('deletes several that were chosen together', async () => {
    const before = await count();
    const rows = grid().locator('[data-id]');
    const stems = [];
    for (const at of [2, 3, 4]) stems.push((await choose(rows.nth(at))).stem);
    await rows.nth(2).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: 'Chosen recordings' });
    await expect(bar).toContainText('3 chosen');
    await expectAccessible(page, 'several chosen');
    await bar.getByRole('button', { name: 'Delete …' }).click();
    await page.getByRole('button', { name: 'Delete 3 for good' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    for (const stem of stems) expect(filesOf(stem)).toEqual([]);
    expect(await count()).toBe(before - 3);
    await expect(bar).toBeHidden();
  });

  test('says in words why a folder that cannot be written keeps its recordings', async () => {
    test.skip(process.platform === 'win32' || process.getuid?.() === 0, 'to which no folder is closed');
    const { stem } = await choose(grid().locator('[data-id]').first());
    const before = filesOf(stem);
    const folder = path.join(archiveDir, path.dirname(stem));
    fs.chmodSync(folder, 0o555);
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByRole('alert')).toContainText('do not let Hearback delete this file');
    fs.chmodSync(folder, 0o755);
    await page.keyboard.press('Escape');
    expect(filesOf(stem)).toEqual(before);
  });

  test('locks what a line or group must keep, and asks twice before it does', async () => {
    await openPage('Retention and holds');
    await page.getByRole('button', { name: 'Add a lock' }).click();
    await page.getByLabel('Number').fill('600');
    await page.getByRole('button', { name: 'Save locks …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save these locks for good?' });
    await expect(dialog).toContainText('1,826 days');
    await expectAccessible(page, 'the question before a lock');
    await dialog.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    expect(await callOrThrow(page, 'retention.list', {})).toMatchObject([{ number: '600', days: 1826 }]);
    await page.getByRole('textbox', { name: 'Days' }).fill('30');
    await page.getByRole('button', { name: 'Save locks …' }).click();
    await expect(page.getByText('A whole number of days from 1,826')).toBeVisible();
    await expectAccessible(page, 'a lock that would be shorter');
    await page.getByRole('button', { name: 'Drop changes' }).click();
    await openPage('Recordings');
  });

  test('has no button for one without the right, and deletes on the command line for one who has it', async () => {
    await signOut(page);
    await signIn(page, 'otto', PASSWORD);
    await listIsReady(page);
    const { id, stem } = await choose(grid().locator('[data-id]').first());
    await expect(details().getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(details().getByRole('button', { name: 'Delete …' })).toHaveCount(0);
    await expect(details().getByRole('button', { name: /hold/i })).toHaveCount(0);
    await page.keyboard.press('Delete');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const refused = { ok: false, error: { code: 'forbidden', details: { step: 'deleteOff' } } };
    expect(await otto.call('recordings.delete', { ids: [id], reason: '' })).toMatchObject(refused);
    expect(filesOf(stem).length).toBeGreaterThan(0);
    const done = await ida.ask('recordings.delete', { ids: [id], reason: 'Asked by telephone' });
    expect(done).toEqual({ deleted: [id], failed: [], isStopped: false });
    expect(filesOf(stem)).toEqual([]);
    // The window of another process hears of it by itself.
    await expect(grid().locator(`[data-id="${id}"]`)).toHaveCount(0);
  });
});

/** Relative to the folder. */
function filesBelow(dir: string): readonly string[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(path.join(dir, entry.name)).map((file) => path.join(entry.name, file))
        : [entry.name],
    );
}

function toInput(read: PersonDetails, settings: Partial<PersonDetails['settings']>) {
  const { name, signInName, email, profile, isActive } = read;
  const merged = { ...read.settings, ...settings };
  return { name, signInName, email, profile, isActive, extensions: [], settings: merged };
}
