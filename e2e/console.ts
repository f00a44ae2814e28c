/** Starts the real program on a profile of its own, and knows how a person gets in. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { _electron, expect } from '@playwright/test';
import type { Input, MethodName, Output } from '../src/shared/contract';
import type { Result } from '../src/shared/errors';

/** Journeys are run from the project's folder. */
const PROJECT_DIR = process.cwd();
const CLOSE_LIMIT_MS = 15_000;
const IDAS_PASSWORD = 'a long enough secret';
/** Outside of Electron its package gives the path of the program. */
export const ELECTRON = createRequire(path.join(PROJECT_DIR, 'package.json'))('electron') as string;

export interface Console {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profileDir: string;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly profileDir?: string;
  readonly args?: readonly string[];
  /** Starts Electron in surroundings of its own, in which it is root. */
  readonly launcher?: string;
  /** Sees what the main process writes; for tests about what must not be in it. */
  readonly onOutput?: (text: string) => void;
}

/** A new folder that goes with the test. */
export function makeDir(testInfo: TestInfo, name: string): string {
  const dir = testInfo.outputPath(name);
  fs.mkdirSync(dir, { recursive: true });
  return dir;
}

export async function startConsole(testInfo: TestInfo, options: StartOptions = {}): Promise<Console> {
  const profileDir = options.profileDir ?? makeDir(testInfo, `profile-${String(Date.now())}`);
  const isRoot = process.getuid?.() === 0 || options.launcher !== undefined;
  const app = await _electron.launch({
    executablePath: options.launcher ?? ELECTRON,
    // Playwright takes the sandbox away unless asked, and Chromium refuses it to root.
    chromiumSandbox: !isRoot,
    // Else Playwright holds the page to the light theme, whatever the program says.
    colorScheme: null,
    args: [PROJECT_DIR, '--profile', profileDir, '--disable-gpu', '--lang=en-GB', ...(options.args ?? [])],
    env: { ...process.env, TZ: 'Europe/Berlin', LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', TMPDIR: os.tmpdir() },
    cwd: PROJECT_DIR,
  });
  const { onOutput } = options;
  if (onOutput) {
    app.process().stdout?.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
    app.process().stderr?.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  }
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, profileDir, close: () => closeInTime(app, profileDir) };
}

/** A program that does not end when its window is closed is a fault, and must not keep the other journeys waiting. */
async function closeInTime(app: ElectronApplication, profileDir: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), CLOSE_LIMIT_MS)));
  const ended = await Promise.race([app.close(), late]);
  clearTimeout(timer);
  // Each profile's reserve of 64 MiB would outlast the tests; the next start makes it again.
  fs.rmSync(path.join(profileDir, 'ballast'), { force: true });
  if (ended !== 'late') return;
  app.process().kill('SIGKILL');
  throw new Error(`The program had not ended ${CLOSE_LIMIT_MS} ms after its window was closed.`);
}

/** The sample people's passwords, as the window shows them once. */
export type Passwords = ReadonlyMap<string, string>;

/** First run with the sample archive, as `npm start` proposes it; ends on the list, signed in as its administrator. */
export async function openSample(page: Page): Promise<Passwords> {
  await page.getByRole('button', { name: 'Open the sample archive' }).click();
  await expect(page.getByRole('heading', { name: 'The people of the sample archive' })).toBeVisible();
  const passwords = new Map<string, string>();
  for (const row of await page.getByRole('row').all()) {
    const cells = await row.getByRole('cell').allInnerTexts();
    if (cells.length >= 4) passwords.set(String(cells[2]).trim(), String(cells[3]).trim());
  }
  await page.getByRole('button', { name: 'Sign in as Ada' }).click();
  await listIsReady(page);
  return passwords;
}

/** First run with an archive of one's own, of which `ida` becomes the administrator; ends on the list, when all of it is read. */
export async function setUpArchive(
  page: Page,
  archiveDir: string,
  timeZone = 'Europe/Berlin',
): Promise<void> {
  const administrator = { name: 'Ida', signInName: 'ida', password: IDAS_PASSWORD };
  await callOrThrow(page, 'setup.complete', {
    ...{ archiveDir, timeZone, administrator },
    organisation: 'Nordwind GmbH',
  });
  await scanIsDone(page);
  await page.reload();
  await listIsReady(page);
}

/** The last page of the first run, at which one becomes the administrator `ida`; ends on the list, when all of the archive is read. */
export async function fillOrganisation(page: Page): Promise<void> {
  await page.getByLabel('Name of your organisation').fill('Nordwind GmbH');
  await page.getByLabel('Your name').fill('Ida');
  await page.getByLabel('Sign-in name').fill('ida');
  await page.getByLabel('Password', { exact: true }).fill(IDAS_PASSWORD);
  await page.getByRole('button', { name: 'Open the archive' }).click();
  await listIsReady(page);
  await scanIsDone(page);
}

/** The program on a new profile, set up with this archive. */
export async function startOnArchive(
  testInfo: TestInfo,
  archiveDir: string,
  timeZone?: string,
): Promise<Console> {
  const hearback = await startConsole(testInfo);
  await setUpArchive(hearback.page, archiveDir, timeZone);
  return hearback;
}

export async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^You: / }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

export async function signInAs(page: Page, name: string, passwords: Passwords): Promise<void> {
  const password = passwords.get(name);
  if (password === undefined) throw new Error(`The sample shows no password for ${name}.`);
  await signIn(page, name, password);
  await listIsReady(page);
}

/** The list is painted, or known to be empty. */
export async function listIsReady(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    ['list', 'empty'].includes(document.documentElement.dataset['ready'] ?? ''),
  );
}

/** Calls over the raw bridge, as a hostile page could. */
export async function callRaw<M extends MethodName>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const json = await page.evaluate(([name, text]) => window.hearback.call(name, text), [
    method as string,
    JSON.stringify(input),
  ] as const);
  return JSON.parse(json) as Result<Output<M>>;
}

export async function callOrThrow<M extends MethodName>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const result = await callRaw(page, method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.reason}: ${result.error.message}`);
  return result.value;
}

/** Everything that the signed-in person may list, page by page over the door. */
export async function listAll(page: Page): Promise<readonly Output<'recordings.list'>['rows'][number][]> {
  const rows: Output<'recordings.list'>['rows'][number][] = [];
  let cursor: string | null = null;
  do {
    const next: Output<'recordings.list'> = await callOrThrow(page, 'recordings.list', { limit: 50, cursor });
    rows.push(...next.rows);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** Waits until no scan is running and the last one is done. */
export async function scanIsDone(page: Page): Promise<void> {
  await expect
    .poll(async () => (await callOrThrow(page, 'sources.list', {})).map((source) => source.lastScan?.state))
    .toEqual(['done']);
}
