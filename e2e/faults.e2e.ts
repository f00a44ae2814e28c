/** What goes wrong on real computers, made to go wrong: each time a clear message, nothing lost, and nothing half done. */
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { toTone } from './canary-archive';
import { Terminal } from './command-line';
import type { Console } from './console';
import {
  ELECTRON,
  callOrThrow,
  callRaw,
  listIsReady,
  makeDir,
  scanIsDone,
  signIn,
  startConsole,
} from './console';

const CORPUS_DIR = path.resolve('e2e/archive/asterisk-22');
const RECORDINGS = 28;
const PASSWORD = 'a long enough secret';
const isRoot = process.getuid?.() === 0;

const setUp = (archiveDir: string) => ({
  archiveDir,
  timeZone: 'Europe/Berlin',
  organisation: 'Nordwind GmbH',
  administrator: { name: 'Ida', signInName: 'ida', password: PASSWORD },
});

test.describe('an archive folder that is none', () => {
  const FAULTS = [
    ['missing', 'folder-missing', 'This folder does not exist any more.'],
    ['empty', 'folder-empty', 'There is nothing in this folder that Hearback can read.'],
    ['file', 'folder-is-file', 'This is a file, not a folder.'],
    // Root may read everything.
    ...(isRoot ? [] : [['unreadable', 'folder-unreadable', 'This folder may not be read.'] as const]),
  ] as const;

  function makeFolders(dir: string): string {
    for (const name of ['empty', 'unreadable']) fs.mkdirSync(path.join(dir, name));
    fs.writeFileSync(path.join(dir, 'file'), 'no folder');
    fs.copyFileSync(path.join(CORPUS_DIR, 'TRUTH.json'), path.join(dir, 'unreadable', 'TRUTH.json'));
    fs.chmodSync(path.join(dir, 'unreadable'), 0o000);
    return dir;
  }

  test('is told apart at the first run, in the window and at a terminal', async ({}, testInfo) => {
    const dir = makeFolders(makeDir(testInfo, 'folders'));
    const hearback = await startConsole(testInfo);
    const { page, profileDir } = hearback;
    const nobody = new Terminal(profileDir, null);
    try {
      for (const [name, reason, words] of FAULTS) {
        const archiveDir = path.join(dir, name);
        await page.getByLabel('Or type the path of the folder').fill(archiveDir);
        await page.getByRole('button', { name: 'Look into it' }).click();
        await expect(page.getByRole('alert')).toContainText(words);
        const { exitCode, result } = await nobody.run('setup.complete', JSON.stringify(setUp(archiveDir)));
        expect({ name, exitCode, result }).toMatchObject({ exitCode: 1, result: { error: { reason } } });
      }
      // Nothing is half set up: the same window goes on with a folder that is one.
      expect(await callOrThrow(page, 'system.status', {})).toMatchObject({ stage: 'first-run' });
      await page.getByLabel('Or type the path of the folder').fill(CORPUS_DIR);
      await page.getByRole('button', { name: 'Look into it' }).click();
      await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
    } finally {
      fs.chmodSync(path.join(dir, 'unreadable'), 0o700);
    }
    await hearback.close();
  });

  test('becomes no source', async ({}, testInfo) => {
    const dir = makeFolders(makeDir(testInfo, 'folders'));
    const hearback = await startConsole(testInfo);
    const { page, profileDir } = hearback;
    const ida = new Terminal(profileDir, 'ida', PASSWORD);
    await callOrThrow(page, 'setup.complete', setUp(CORPUS_DIR));
    await page.reload();
    try {
      await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
      await page.getByRole('button', { name: 'Add a source' }).click();
      const folders = [
        ...FAULTS,
        ['.', 'folder-inside-profile', 'Hearback keeps its own data here.'] as const,
      ];
      for (const [name, reason, words] of folders) {
        const archiveDir = name === '.' ? profileDir : path.join(dir, name);
        await page.getByLabel('Folder', { exact: true }).fill(archiveDir);
        await page.getByRole('button', { name: 'Look into it' }).click();
        await expect(page.getByRole('alert')).toContainText(words);
        const source = { archiveDir, name, reader: 'auto', timeZone: 'UTC' } as const;
        expect(await callRaw(page, 'sources.add', source)).toMatchObject({ error: { reason } });
      }
      const source = { archiveDir: path.join(dir, 'missing'), name: 'M', reader: 'auto', timeZone: 'UTC' };
      const { exitCode, result } = await ida.run('sources.add', JSON.stringify(source));
      expect({ exitCode, result }).toMatchObject({
        exitCode: 1,
        result: { error: { reason: 'folder-missing' } },
      });
      expect(await callOrThrow(page, 'sources.list', {})).toHaveLength(1);
    } finally {
      fs.chmodSync(path.join(dir, 'unreadable'), 0o700);
    }
    await hearback.close();
  });
});

test('wrong passwords are told in the same words, then have to wait, wherever they are typed', async ({}, testInfo) => {
  const { hearback, ida } = await startSetUp(testInfo);
  const { page } = hearback;
  const alert = page.getByRole('alert');
  for (const [name, tries] of [
    ['nobody', 1],
    ['ida', 4],
  ] as const)
    for (let tried = 0; tried < tries; tried += 1) {
      await signIn(page, name, 'not the password');
      await expect(alert).toHaveText(
        'Name or password is wrong. Look whether Caps Lock is on and try again.',
      );
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    }
  await signIn(page, 'ida', PASSWORD);
  await expect(alert).toContainText(/Too many wrong passwords\. Wait \d+ seconds?, then try again\./);
  const { exitCode, result } = await ida.run('recordings.count');
  expect({ exitCode, result }).toMatchObject({
    exitCode: 1,
    result: { error: { reason: 'too-many-tries' } },
  });
  // The wait ends, and whoever knows the password is in.
  await expect
    .poll(async () => (await callRaw(page, 'session.signIn', { signInName: 'ida', password: PASSWORD })).ok)
    .toBe(true);
  await hearback.close();
});

test.describe('a profile', () => {
  test('of a newer version is refused, and stays as it is byte for byte', async ({}, testInfo) => {
    const ida = await setUpAtTerminal(testInfo);
    const ledger = new Database(path.join(ida.profileDir, 'ledger.db'));
    ledger.pragma(`user_version = ${Number(ledger.pragma('user_version', { simple: true })) + 1}`);
    ledger.close();
    const before = hashFiles(ida.profileDir);
    const hearback = await startConsole(testInfo, { profileDir: ida.profileDir });
    await expect(hearback.page.getByRole('alert')).toContainText('written by a newer Hearback');
    await hearback.close();
    const { exitCode, result } = await ida.run('recordings.list');
    expect({ exitCode, result }).toMatchObject({
      exitCode: 1,
      result: { error: { reason: 'profile-newer' } },
    });
    expect(hashFiles(ida.profileDir)).toEqual(before);
  });

  test('whose ledger is damaged is refused, and stays as it is', async ({}, testInfo) => {
    const ida = await setUpAtTerminal(testInfo);
    spoil(path.join(ida.profileDir, 'ledger.db'));
    const before = hashFiles(ida.profileDir);
    const hearback = await startConsole(testInfo, { profileDir: ida.profileDir });
    await expect(hearback.page.getByRole('alert')).toContainText('Restore a backup');
    await hearback.close();
    const { exitCode, result } = await ida.run('recordings.list');
    expect({ exitCode, result }).toMatchObject({
      exitCode: 1,
      result: { error: { reason: 'profile-damaged' } },
    });
    expect(hashFiles(ida.profileDir)).toEqual(before);
  });

  test('whose catalog is damaged has it made anew, and says so', async ({}, testInfo) => {
    const ida = await setUpAtTerminal(testInfo);
    spoil(path.join(ida.profileDir, 'catalog.db'));
    const hearback = await startConsole(testInfo, { profileDir: ida.profileDir });
    const { page } = hearback;
    await signIn(page, 'ida', PASSWORD);
    await expect(page.getByRole('status').filter({ hasText: 'made anew from the archive' })).toBeVisible();
    await expect(page.getByText(`${RECORDINGS} recordings`, { exact: true })).toBeVisible();
    // The damaged one is kept beside, for whoever wants to know.
    expect(fs.readdirSync(ida.profileDir).some((name) => name.startsWith('catalog.damaged'))).toBe(true);
    await hearback.close();
  });

  test('whose catalog is damaged is filled again at a terminal, which says how', async ({}, testInfo) => {
    const ida = await setUpAtTerminal(testInfo);
    spoil(path.join(ida.profileDir, 'catalog.db'));
    const { exitCode, stderr, result } = await ida.run('sources.list');
    expect({ exitCode, result }).toMatchObject({ exitCode: 0, result: { value: [{ recordings: 0 }] } });
    expect(stderr).toContain('Fill it with sources.scan');
    const [source] = await ida.ask('sources.list', {});
    await ida.ask('sources.scan', { sourceId: source!.id });
    expect(await ida.ask('recordings.count', {})).toEqual({ count: RECORDINGS, isExact: true });
  });

  test('that is open already is told to a second program, which harms nothing', async ({}, testInfo) => {
    const { hearback } = await startSetUp(testInfo);
    const { page, profileDir } = hearback;
    const args = [
      process.cwd(),
      '--profile',
      profileDir,
      '--disable-gpu',
      ...(isRoot ? ['--no-sandbox'] : []),
    ];
    const second = await run(ELECTRON, args);
    expect(second.exitCode).toBe(0);
    expect(second.output).toContain('Hearback is open with this profile already');
    await signIn(page, 'ida', PASSWORD);
    await expect(page.getByText(`${RECORDINGS} recordings`, { exact: true })).toBeVisible();
    await hearback.close();
  });
});

test('a program that is killed in the middle of a scan completes it at the next start', async ({}, testInfo) => {
  const FILES = 6000;
  const archiveDir = makeDir(testInfo, 'archive');
  const tone = toTone(0.1);
  for (let index = 0; index < FILES; index += 1) {
    const folder = path.join(archiveDir, `day-${index % 20}`);
    if (index < 20) fs.mkdirSync(folder);
    const second = 1_788_249_600 + index;
    fs.writeFileSync(
      path.join(folder, `in-4989200300-${15550000 + index}-${toStamp(second)}-${second}.1.wav`),
      tone,
    );
  }
  const profileDir = makeDir(testInfo, 'profile');
  const first = await startConsole(testInfo, { profileDir });
  await callOrThrow(first.page, 'setup.complete', setUp(archiveDir));
  const kept = async () => (await callOrThrow(first.page, 'recordings.count', {})).count;
  await expect.poll(kept, { intervals: [20] }).toBeGreaterThan(0);
  const keptThen = await kept();
  expect(keptThen).toBeLessThan(FILES);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await ended;

  const second = await startConsole(testInfo, { profileDir });
  await signIn(second.page, 'ida', PASSWORD);
  await listIsReady(second.page);
  expect((await callOrThrow(second.page, 'recordings.count', {})).count).toBeGreaterThanOrEqual(keptThen);
  await scanIsDone(second.page);
  await expect(second.page.getByText('6,000 recordings', { exact: true })).toBeVisible();
  const { rows } = await callOrThrow(second.page, 'recordings.list', { limit: 1000 });
  expect(new Set(rows.map((row) => row.from.number)).size).toBe(1000);
  expect(await callOrThrow(second.page, 'audit.verify', {})).toMatchObject({ firstBroken: null });
  await second.close();
});

/** A profile on the corpus, made at a terminal. */
async function setUpAtTerminal(testInfo: Parameters<typeof makeDir>[0]): Promise<Terminal> {
  const ida = new Terminal(makeDir(testInfo, 'profile'), 'ida', PASSWORD);
  await new Terminal(ida.profileDir, null).ask('setup.complete', setUp(CORPUS_DIR));
  return ida;
}

async function startSetUp(
  testInfo: Parameters<typeof makeDir>[0],
): Promise<{ hearback: Console; ida: Terminal }> {
  const ida = await setUpAtTerminal(testInfo);
  return { hearback: await startConsole(testInfo, { profileDir: ida.profileDir }), ida };
}

/** Of the databases; the rest is the window's place, its log and Chromium's own. */
function hashFiles(profileDir: string): Readonly<Record<string, string>> {
  const files = fs
    .readdirSync(profileDir)
    .filter((name) => /\.db(-wal)?$/.test(name) && !name.startsWith('scan'));
  const hash = (name: string) =>
    createHash('sha256')
      .update(fs.readFileSync(path.join(profileDir, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, hash(name)]));
}

/** Overwrites the middle, where tables are; the header stays. */
function spoil(filePath: string): void {
  const size = fs.statSync(filePath).size;
  const file = fs.openSync(filePath, 'r+');
  fs.writeSync(file, Buffer.alloc(size / 2, 0x5a), 0, size / 2, 4096);
  fs.closeSync(file);
}

function run(program: string, args: readonly string[]): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

function toStamp(sec: number): string {
  const [day = '', time = ''] = new Date((sec + 7200) * 1000).toISOString().split('T');
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
}
