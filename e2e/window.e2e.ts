/** The window itself: its place, its size, its colours, its language, and what of them is still there the next day. */
import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { Terminal } from './command-line';
import type { Console } from './console';
import { listIsReady, makeDir, openSample, scanIsDone, signIn, startConsole } from './console';

const PASSWORD = 'a long enough secret';
const SMALLEST = [800, 560];

test('size, place, zoom, order and details are as they were left', async ({}, testInfo) => {
  const profileDir = await setUp(testInfo);
  const first = await open(testInfo, profileDir);
  const place = { x: 40, y: 30, width: 1011, height: 707 };
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds),
    place,
  );
  await chooseInMenu(first.app, 'Zoom In', 2);
  await first.page.getByRole('columnheader', { name: 'When' }).getByRole('button').click();
  await expect(firstRow(first.page)).toContainText('Anna Schmidt');
  const oldest = (await firstRow(first.page).getAttribute('data-id')) ?? 'none';
  const details = first.page.getByRole('complementary', { name: 'Details' });
  if (await details.isVisible()) await first.page.getByRole('button', { name: 'Close the details' }).click();
  await expect(first.page.getByRole('button', { name: 'Show the details' })).toBeVisible();
  await first.close();

  const second = await open(testInfo, profileDir);
  const kept = await second.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    return { ...window.getBounds(), zoom: window.webContents.getZoomFactor() };
  });
  expect(kept).toEqual({ ...place, zoom: 1.2 });
  await expect(firstRow(second.page)).toHaveAttribute('data-id', oldest);
  await expect(second.page.getByRole('button', { name: 'Show the details' })).toBeVisible();
  await second.close();
});

test('nothing is cut off in the smallest window', async ({}, testInfo) => {
  const hearback = await startConsole(testInfo, { args: ['--sample'] });
  const { page, app } = hearback;
  await resize(app, 300, 200);
  await expect.poll(() => page.evaluate(() => [window.outerWidth, window.outerHeight])).toEqual(SMALLEST);
  await expectNoSideways(page, 'the sample archive');
  await openSample(page);
  await scanIsDone(page);
  await expectNoSideways(page, 'the list');
  await page.getByRole('grid').getByRole('row').nth(1).dblclick();
  const player = page.getByRole('region', { name: 'Player' });
  await expect(player).toHaveAttribute('data-status', 'playing');
  await expectNoSideways(page, 'the player');
  for (const name of ['Back 10 seconds', 'Pause', 'Forward 10 seconds', 'Loop from here'])
    await expect(player.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  // There is still a list beside a player, and room for the details.
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeInViewport();
  await expectNoSideways(page, 'the details');
  for (const name of PAGES) {
    await openPage(page, name);
    await expectNoSideways(page, name);
  }
  await hearback.close();
});

test('everything can be used at twice its size', async ({}, testInfo) => {
  const hearback = await startConsole(testInfo, { args: ['--sample'] });
  const { page, app } = hearback;
  await resize(app, 1280, 820);
  await chooseInMenu(app, 'Zoom In', 10);
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  await openSample(page);
  await scanIsDone(page);
  await expectNoSideways(page, 'the list');
  const search = page.getByRole('searchbox', { name: 'Search recordings' });
  await search.fill('order');
  await page.getByRole('grid').getByRole('row').nth(1).dblclick();
  await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute('data-status', 'playing');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeInViewport({ ratio: 1 });
  await expect(search).toBeInViewport({ ratio: 1 });
  for (const name of PAGES) {
    await openPage(page, name);
    await expectNoSideways(page, name);
  }
  await chooseInMenu(app, 'Actual Size');
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(1);
  await hearback.close();
});

test('the theme is the system’s until another is chosen, which is there before the next sign-in', async ({}, testInfo) => {
  const profileDir = await setUp(testInfo);
  const first = await open(testInfo, profileDir);
  const root = first.page.locator('html');
  for (const colorScheme of ['dark', 'light'] as const) {
    await first.page.emulateMedia({ colorScheme });
    await expect(root).toHaveAttribute('data-theme', colorScheme);
  }
  await first.page.emulateMedia({ colorScheme: null });
  await chooseForPerson(first.page, 'Dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(first.page.locator('body')).toHaveCSS('background-color', 'rgb(26, 27, 30)');
  await first.close();

  const second = await startConsole(testInfo, { profileDir });
  await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await signIn(second.page, 'ida', PASSWORD);
  await listIsReady(second.page);
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await chooseForPerson(second.page, 'As the system');
  await second.page.emulateMedia({ colorScheme: 'light' });
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'light');
  await second.close();
});

test('speaks German when that is chosen, and still does the next day', async ({}, testInfo) => {
  const profileDir = await setUp(testInfo);
  const first = await startConsole(testInfo, { profileDir });
  const { page } = first;
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByLabel('Anmeldename').fill('ida');
  await page.getByLabel('Passwort', { exact: true }).fill('falsches Passwort');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Name oder Passwort');
  await first.close();

  const second = await startConsole(testInfo, { profileDir });
  const german = second.page;
  await german.getByLabel('Anmeldename').fill('ida');
  await german.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await german.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await listIsReady(german);
  await expect(german.getByText('28 Aufnahmen', { exact: true })).toBeVisible();
  for (const name of ['Aufnahmen', 'Personen', 'Leitungen', 'Quellen'])
    await expect(german.getByRole('navigation').getByRole('button', { name, exact: true })).toBeVisible();
  await expect(german.getByRole('grid')).toContainText('Eingehend');
  await second.close();
});

const PAGES = [
  'Voicemail',
  'Faxes',
  'People',
  'Groups',
  'Lines',
  'Rights groups',
  'Organisation',
  'Sources',
  'Audit trail',
  'What this protects',
];

async function setUp(testInfo: TestInfo): Promise<string> {
  const profileDir = makeDir(testInfo, 'profile');
  await new Terminal(profileDir, null).ask('setup.complete', {
    archiveDir: path.resolve('e2e/archive/asterisk-22'),
    timeZone: 'Europe/Berlin',
    organisation: 'Nordwind GmbH',
    administrator: { name: 'Ida', signInName: 'ida', password: PASSWORD },
  });
  return profileDir;
}

async function open(testInfo: TestInfo, profileDir: string): Promise<Console> {
  const hearback = await startConsole(testInfo, { profileDir });
  await signIn(hearback.page, 'ida', PASSWORD);
  await listIsReady(hearback.page);
  await expect(hearback.page.getByText('28 recordings', { exact: true })).toBeVisible();
  return hearback;
}

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1);

/** As the application's menu would, whose keys no page ever sees. */
function chooseInMenu(app: ElectronApplication, label: string, times = 1): Promise<void> {
  return app.evaluate(
    ({ Menu }, chosen) => {
      const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? []);
      const item = items.find((one) => one.label === chosen.label)!;
      for (let time = 0; time < chosen.times; time += 1) (item.click as () => void)();
    },
    { label, times },
  );
}

async function chooseForPerson(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^You: / }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function openPage(page: Page, name: string): Promise<void> {
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const button = pages.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Show the pages' }).click();
  await button.click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeAttached();
  await expect(page.getByRole('main').getByRole('progressbar')).toHaveCount(0);
}

function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setSize(size.width, size.height),
    { width, height },
  );
}

/** The page never scrolls sideways; a wide table may, within itself. */
async function expectNoSideways(page: Page, what: string): Promise<void> {
  const wider = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const cut = [
        ...document.querySelectorAll('main, main button, header button, footer button, footer input'),
      ]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .filter((element) => element.closest('[role=grid], table') === null)
        .map((element) => `${element.tagName} ${element.textContent.slice(0, 30)}`);
      return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight, cut };
    });
  await expect.poll(wider, { message: what }).toEqual({ sideways: 0, down: 0, cut: [] });
}
