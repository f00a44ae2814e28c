/** Administration from end to end: a rights group on screen, files brought in and out, and a second organisation that sees nothing. */
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { MARKS, writeCanaryArchive } from './canary-archive';
import { Terminal } from './command-line';
import type { Console, Passwords } from './console';
import {
  callOrThrow,
  listIsReady,
  makeDir,
  openSample,
  signIn,
  signInAs,
  signOut,
  startConsole,
} from './console';

const PASSWORD = 'a long enough secret';

test.describe('an administrator of the sample archive', () => {
  // One journey in parts: who sits at the window goes on from one to the next.
  test.describe.configure({ mode: 'serial' });
  let hearback: Console;
  let passwords: Passwords;

  test.beforeAll(async ({}, testInfo) => {
    hearback = await startConsole(testInfo, { args: ['--sample'] });
    passwords = await openSample(hearback.page);
  });
  test.afterAll(() => hearback.close());

  test('gives a right to a group on screen, and a person who is put into it has it at once', async () => {
    const { page } = hearback;
    await goTo(page, 'Rights groups');
    await page.getByRole('button', { name: 'New rights group' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Reporters');
    await page.locator('label', { hasText: /^Reporter Administrator/ }).click();
    await page.getByRole('searchbox', { name: 'Add a member' }).fill('ben');
    await page.getByRole('button', { name: /^Add: Ben/ }).click();
    await page.getByRole('button', { name: 'Save rights group' }).click();
    await expect(page.getByRole('heading', { name: 'Reporters', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Back: Rights groups' }).click();
    const table = page.getByRole('table', { name: 'Rights groups' });
    await expect(table.getByRole('columnheader', { name: 'Reporters' })).toBeVisible();
    await expect(table.getByRole('row', { name: /^Reporter Administrator/ })).toContainText('Yes');

    await signOut(page);
    await signInAs(page, 'ben', passwords);
    // His right opens the one page that it is about.
    await expect(nav(page).getByRole('button', { name: 'People' })).toHaveCount(0);
    await goTo(page, 'Call reporting');
    await page.locator('label', { hasText: 'Call reporting available' }).click();
    await page.getByRole('button', { name: 'Save call reporting' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await signOut(page);
    await signInAs(page, 'ada', passwords);
    expect((await callOrThrow(page, 'organisation.get', {})).settings.callReporting).toBe(true);
  });

  test('cannot take the last holder of the security right out of its group, and is told so', async () => {
    const { page } = hearback;
    await goTo(page, 'Rights groups');
    await page.getByRole('button', { name: 'Administrators' }).click();
    await page.getByRole('button', { name: /^Remove the membership of Ada/ }).click();
    await expect(page.getByText(/changes your own rights/)).toBeVisible();
    await page.getByRole('button', { name: 'Save rights group' }).click();
    await expect(page.getByRole('alert')).toContainText('Media Manager Administrator');
    await page.getByRole('button', { name: 'Drop changes' }).click();
    await page.getByRole('button', { name: 'Back: Rights groups' }).click();
  });

  test('is told every error of a file by its line, puts it right, and brings it in', async ({}, testInfo) => {
    const { page } = hearback;
    const file = path.join(makeDir(testInfo, 'files'), 'people.csv');
    const head = 'signInName,name,replayOthers,replayGroups,extensions';
    fs.writeFileSync(
      file,
      `${head}\nnora,Nora,${'2'.repeat(128)},,\nada,Ada,,,999999\nolaf,Olaf,,nowhere,\n`,
    );
    await choose(hearback, [file]);
    await goTo(page, 'Import and export');
    await page.getByRole('button', { name: /^Choose files/ }).click();
    const errors = page.getByRole('table', { name: 'Errors by file and line' });
    await expect(errors.getByRole('row')).toHaveCount(3);
    await expect(errors.getByRole('row').nth(1)).toContainText(
      /people\.csv.*2.*Replay recordings for others.*128/,
    );
    await expect(errors.getByRole('row').nth(2)).toContainText(/people\.csv.*4.*nowhere/);
    await expect(page.getByRole('button', { name: /^Make .* change/ })).toBeDisabled();
    expect((await callOrThrow(page, 'people.list', {})).map((one) => one.signInName)).not.toContain('nora');

    fs.writeFileSync(file, `${head}\nnora,Nora,202;203,,\nolaf,Olaf,,,\n`);
    await page.getByRole('button', { name: /^Choose files/ }).click();
    await expect(errors).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('202;203');
    await page.getByRole('button', { name: 'Make 2 changes …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make 2 changes …' }).click();
    await expect(page.getByText('2 changes were made.')).toBeVisible();
    await goTo(page, 'People');
    await expect(page.getByRole('button', { name: 'Nora' })).toBeVisible();
    await goTo(page, 'Audit trail');
    const row = page.getByRole('row', { name: /Import configuration/ });
    await expect(row).toBeVisible();
  });

  test('takes everything out into a file from which a new profile becomes the same', async ({}, testInfo) => {
    const { page, app } = hearback;
    const file = path.join(makeDir(testInfo, 'files'), 'all.json');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await goTo(page, 'Import and export');
    await page.getByText(/^JSON, one file/).click();
    await page.getByRole('button', { name: 'Export …' }).click();
    await expect(page.getByText('all.json')).toBeVisible();
    expect(fs.readFileSync(file, 'utf8')).not.toMatch(/argon2|password/i);

    const archiveDir = makeDir(testInfo, 'archive');
    fs.cpSync(path.resolve('resources/sample-archive'), archiveDir, { recursive: true });
    const profileDir = makeDir(testInfo, 'fresh');
    const administrator = { name: 'Fresh', signInName: 'ada', password: PASSWORD };
    const fresh = { archiveDir, timeZone: 'Europe/Berlin', organisation: 'New' };
    await new Terminal(profileDir, null).ask('setup.complete', { ...fresh, administrator });
    const ada = new Terminal(profileDir, 'ada', PASSWORD);
    const { check } = await ada.ask('exchange.check', { paths: [file] });
    expect(check?.problems).toEqual([]);
    const { changes } = await ada.ask('exchange.apply', { paths: [file], token: check?.token ?? '' });
    expect(changes).toBe(check?.changesTotal);
    const targetDir = makeDir(testInfo, 'again');
    const what = [
      'organisation',
      'lines',
      'people',
      'groups',
      'rightsGroups',
      'extensions',
      'shares',
    ] as const;
    await ada.ask('exchange.export', { format: 'json', what: [...what], targetDir });
    expect(fs.readFileSync(path.join(targetDir, 'hearback.json'), 'utf8')).toBe(
      fs.readFileSync(file, 'utf8'),
    );
    // A person of the file hears there what he hears here.
    const people = await ada.ask('people.list', {});
    const userId = people.find((one) => one.signInName === 'ben')?.userId ?? '';
    await ada.ask('people.setPassword', { userId, password: `first ${PASSWORD}` });
    const first = new Terminal(profileDir, 'ben', `first ${PASSWORD}`);
    await first.ask('session.changePassword', { current: first.password, next: PASSWORD });
    const there = await new Terminal(profileDir, 'ben', PASSWORD).ask('recordings.count', {});
    await signOut(page);
    await signInAs(page, 'ben', passwords);
    expect(await callOrThrow(page, 'recordings.count', {})).toEqual(there);
    expect(there.count).toBeGreaterThan(0);
  });
});

test('a second organisation sees nothing of the first: on screen, at the door, at a terminal', async ({}, testInfo) => {
  const [archiveDir, secondDir] = [makeDir(testInfo, 'first'), makeDir(testInfo, 'second')];
  writeCanaryArchive(archiveDir);
  fs.cpSync(path.join(path.resolve('e2e/archive/asterisk-22')), secondDir, { recursive: true });
  const profileDir = makeDir(testInfo, 'profile');
  const administrator = { name: 'Ida Quillfeather', signInName: 'ida', password: PASSWORD };
  const first = { archiveDir, timeZone: 'Europe/Berlin', organisation: 'Vermilionkettle' };
  await new Terminal(profileDir, null).ask('setup.complete', { ...first, administrator });

  const hearback = await startConsole(testInfo, { profileDir });
  const { page } = hearback;
  try {
    await signIn(page, 'ida', PASSWORD);
    await listIsReady(page);
    await goTo(page, 'Organisation');
    await page.getByText(/^A further organisation/).click();
    await page.getByLabel('Name of the organisation').fill('Elsewhere');
    await page.getByLabel('Name of its first administrator').fill('Eve');
    await page.getByLabel('Sign-in name').fill('eve');
    await page.getByLabel('First password').fill(`first ${PASSWORD}`);
    await page.getByRole('button', { name: 'Make the organisation' }).click();
    await expect(page.getByText('The organisation was made.', { exact: false })).toBeVisible();
    await goTo(page, 'People');
    await expect(page.getByText('Eve', { exact: true })).toHaveCount(0);
    await signOut(page);

    const given = new Terminal(profileDir, 'eve', `first ${PASSWORD}`);
    await given.ask('session.changePassword', { current: given.password, next: PASSWORD });
    const eve = new Terminal(profileDir, 'eve', PASSWORD);
    await eve.ask('sources.add', { archiveDir: secondDir, name: 'Second', reader: 'auto', timeZone: 'UTC' });
    const looked = await eve.run('sources.inspect', JSON.stringify({ archiveDir }));
    expect(looked).toMatchObject({ exitCode: 1, result: { error: { reason: 'folder-already-source' } } });
    const isForeign = new RegExp([...Object.values(MARKS), 'ida', 'Ida', 'Vermilion', archiveDir].join('|'));
    for (const method of [
      'recordings.list',
      'people.list',
      'rightsGroups.list',
      'sources.list',
      'audit.list',
    ] as const)
      expect(JSON.stringify(await eve.ask(method, {})), method).not.toMatch(isForeign);

    await signIn(page, 'eve', PASSWORD);
    await listIsReady(page);
    for (const name of ['People', 'Rights groups', 'Sources', 'Audit trail', 'Organisation']) {
      await goTo(page, name);
      await expect(page.getByRole('main')).not.toContainText(isForeign);
    }
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill(MARKS.word);
    expect(await callOrThrow(page, 'recordings.count', { filter: { text: MARKS.word } })).toMatchObject({
      count: 0,
    });
    await signOut(page);

    await signIn(page, 'ida', PASSWORD);
    await listIsReady(page);
    expect(JSON.stringify(await callOrThrow(page, 'sources.list', {}))).not.toContain(secondDir);
    expect((await callOrThrow(page, 'recordings.list', { limit: 1000 })).rows).toHaveLength(18);
  } finally {
    await hearback.close();
  }
});

function nav(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Pages' });
}

async function goTo(page: Page, name: string): Promise<void> {
  await nav(page).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** What the dialog of the system would give. */
async function choose({ app }: Console, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] });
  }, filePaths);
}
