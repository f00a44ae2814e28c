/** Every screen, in both themes, without a violation of WCAG 2.2 AA that a program can find. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { expectAccessible } from './accessible';
import type { Console, Passwords } from './console';
import {
  callOrThrow,
  listIsReady,
  openSample,
  scanIsDone,
  signIn,
  signInAs,
  signOut,
  startConsole,
} from './console';

const CORPUS_DIR = path.resolve('e2e/archive/asterisk-22');

test('the first run, with its errors', async ({}, testInfo) => {
  const hearback = await startConsole(testInfo);
  const { page } = hearback;
  await expect(page.getByRole('heading', { name: 'Welcome to Hearback' })).toBeVisible();
  await page.getByLabel('Or type the path of the folder').fill('/nowhere');
  await page.getByRole('button', { name: 'Look into it' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'the choice of an archive');
  await page.getByLabel('Or type the path of the folder').fill(CORPUS_DIR);
  await page.getByRole('button', { name: 'Look into it' }).click();
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
  await expectAccessible(page, 'what was found');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expectAccessible(page, 'the first administrator');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Choose another folder' }).click();
  await page.getByRole('button', { name: 'Try the sample archive' }).click();
  await expectAccessible(page, 'the sample archive');
  await page.getByRole('button', { name: 'Open the sample archive' }).click();
  await expect(page.getByRole('heading', { name: 'The people of the sample archive' })).toBeVisible();
  // What is shown once can be taken along.
  await page.getByRole('button', { name: 'Copy all' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expectAccessible(page, 'the people of the sample');
  await hearback.close();
});

test.describe.serial('the console', () => {
  let hearback: Console;
  let page: Page;
  let passwords: Passwords;

  test.beforeAll(async ({}, testInfo) => {
    hearback = await startConsole(testInfo, { args: ['--sample'] });
    ({ page } = hearback);
    passwords = await openSample(page);
    await scanIsDone(page);
    await expect(page.getByText('120 recordings', { exact: true })).toBeVisible();
  });
  test.afterAll(() => hearback.close());

  test('list, details and player', async () => {
    const search = page.getByRole('searchbox', { name: 'Search recordings' });
    await expectAccessible(page, 'the list');
    await search.fill('no such words anywhere');
    await expect(page.getByText('Nothing matches')).toBeVisible();
    await expectAccessible(page, 'nothing found');
    await search.fill('order');
    await expect(page.getByText('120 recordings', { exact: true })).toBeHidden();
    await page.getByRole('grid').getByRole('row').nth(1).dblclick();
    await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute('data-status', 'playing');
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details.getByRole('heading', { name: 'Transcript' })).toBeVisible();
    await page.getByRole('button', { name: 'Put the screen recording away' }).click();
    for (const summary of ['How this was decided', 'Technical data'])
      await details.getByText(summary).click();
    await page.keyboard.press('[');
    await expectAccessible(page, 'details and player');
    await page.getByRole('button', { name: 'Direction' }).click();
    await expectAccessible(page, 'a filter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^You: / }).click();
    await expectAccessible(page, 'the menu of the person');
    await page.keyboard.press('Escape');
    await search.fill('');
  });

  test('dialogs', async () => {
    await openUserMenu('All keys …');
    await expectDialog('Keys');
    await openUserMenu('Change password …');
    await expectDialog('Change your password');
    await page.getByRole('grid').getByRole('row').nth(1).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByRole('button', { name: 'Download' }).click();
    await expectDialog('Before you save a copy');
    await openPage('Faxes');
    await page.getByRole('grid').getByRole('row').nth(1).dblclick();
    const fax = page.getByRole('dialog');
    await expect(fax.getByRole('img').or(fax.locator('canvas')).first()).toBeVisible();
    await expectAccessible(page, 'a fax');
    await page.keyboard.press('Escape');
    await expect(fax).toBeHidden();
  });

  test('administration', async () => {
    // Many pages, each looked at twice.
    test.slow();
    for (const name of [
      'Organisation',
      'Extensions',
      'Call reporting',
      'Import and export',
      'What this protects',
    ])
      await expectPage(name);
    await expectPage('Rights groups');
    await page.getByRole('button', { name: 'Administrators' }).click();
    await page.locator('label', { hasText: /^Media Manager Standard/ }).click();
    await expect(page.getByText(/changes your own rights/)).toBeVisible();
    await expectAccessible(page, 'a rights group');
    await page.getByRole('button', { name: 'Drop changes' }).click();
    await page.getByRole('button', { name: 'Remove rights group …' }).click();
    await expectDialog(/^Remove the rights group .*Administrators/);
    await expectPage('Lines');
    await page.getByRole('button', { name: 'Add line' }).click();
    await page.getByRole('button', { name: 'Save lines' }).click();
    await expect(page.getByText('A number is needed.')).toBeVisible();
    await expectAccessible(page, 'a wrong line');
    await page.getByRole('navigation').getByRole('button', { name: 'People' }).click();
    await expectDialog('Leave without saving?');
    await page.getByRole('button', { name: 'Drop changes' }).click();

    await expectPage('People');
    await page.getByRole('button', { name: 'Ben Castellan' }).click();
    await expect(page.getByRole('heading', { name: 'Ben Castellan' })).toBeVisible();
    await page.getByRole('button', { name: 'Set a password …' }).click();
    await expectAccessible(page, 'a person');
    await page.getByRole('button', { name: 'Cancel' }).click();

    await expectPage('Groups');
    await page.getByRole('button', { name: 'Sales' }).click();
    await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible();
    await expectAccessible(page, 'a group');
    await page.getByRole('button', { name: 'Remove group …' }).click();
    await expectDialog(/^Remove the group .*Sales/);

    await expectPage('Sources');
    await page.getByRole('button', { name: /findings?: look at/ }).click();
    await expectAccessible(page, 'the findings of a source');
    await page.getByRole('main').getByRole('button', { name: 'Sources' }).click();
    await page.getByRole('button', { name: 'Change …' }).click();
    await expectAccessible(page, 'a source');
    await page.getByRole('main').getByRole('button', { name: 'Sources' }).click();
    await page.getByRole('button', { name: 'Add a source' }).click();
    await expectAccessible(page, 'a new source');

    await expectPage('Retention and holds');
    await openPage('Audit trail');
    await expect(page.getByRole('cell', { name: 'Replay' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Check the trail' }).click();
    await expectAccessible(page, 'the audit trail');
  });

  test('signing in, locking, and a password of one’s own', async () => {
    const people = await callOrThrow(page, 'people.list', {});
    const erin = people.find((person) => person.signInName === 'erin');
    await callOrThrow(page, 'people.setPassword', { userId: erin!.userId, password: 'for the first day' });
    await openUserMenu('Lock');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expectAccessible(page, 'the lock');
    await page.getByRole('button', { name: 'Sign in as someone else' }).click();
    await signIn(page, 'ada', 'not her password');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'signing in');
    await signIn(page, 'erin', 'for the first day');
    await expect(page.getByRole('heading', { name: 'Change your password' })).toBeVisible();
    await expectAccessible(page, 'a password of one’s own');
    await page.getByLabel('Present password').fill('for the first day');
    await page.getByLabel('New password').fill('of her very own');
    await page.getByRole('button', { name: 'Change password' }).click();
    await listIsReady(page);
    await expectAccessible(page, 'an empty list');
    await signOut(page);
  });

  test('what the Standard view reads without changing', async () => {
    await signInAs(page, 'carla', passwords);
    for (const name of ['People', 'Sources', 'Retention and holds']) {
      await openPage(name);
      await expect(page.getByText('You may read these settings.')).toBeVisible();
      await expectAccessible(page, `${name}, to read`);
    }
  });

  async function openUserMenu(item: string): Promise<void> {
    await page.getByRole('button', { name: /^You: / }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  function openPage(name: string): Promise<void> {
    return page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  }

  async function expectPage(name: string): Promise<void> {
    await openPage(name);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await isRead(page.getByRole('main'));
    await expectAccessible(page, name);
  }

  async function expectDialog(name: string | RegExp): Promise<void> {
    const dialog = page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
    await expect(dialog).toBeVisible();
    await expectAccessible(page, String(name));
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

/** Nothing is being waited for any more. */
async function isRead(main: Locator): Promise<void> {
  await expect(main.getByRole('progressbar')).toHaveCount(0);
}
