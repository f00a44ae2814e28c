/** The bridge under a hostile page: every message gets a Result, and nothing of what its person may not hear is in any of them. */
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { MethodName } from '../src/shared/contract';
import { contract } from '../src/shared/contract';
import type { Result } from '../src/shared/errors';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../src/shared/user-settings';
import {
  ALL_MARKS,
  BENS_EXTENSION,
  COLLEAGUE,
  GROUP,
  LINES,
  MARKS,
  writeCanaryArchive,
} from './canary-archive';
import { Terminal } from './command-line';
import type { Console } from './console';
import {
  callOrThrow,
  callRaw,
  listAll,
  listIsReady,
  makeDir,
  signIn,
  signOut,
  startConsole,
} from './console';
import type { Message } from './junk';
import { HUGE, METHODS, makeJunk } from './junk';

const PASSWORD = 'a long enough secret';
const MESSAGES = 4000;
const CROWD = 200;
const ABOUT_ONE_RECORDING = METHODS.filter(
  (method) => method.startsWith('recordings.') && !/list|count|histogram|facets|stop|choose/.test(method),
);

// One journey in parts: who sits at the window goes on from one to the next.
test.describe.configure({ mode: 'serial' });

let hearback: Console;
let archiveDir: string;
/** Ids of recordings, people, groups and sources that Ben has no business with. */
const foreignIds: string[] = [];
const foreignRecordings: string[] = [];

test.beforeAll(async ({}, testInfo) => {
  archiveDir = makeDir(testInfo, 'archive');
  writeCanaryArchive(archiveDir);
  const profileDir = makeDir(testInfo, 'profile');
  await setUp(new Terminal(profileDir, null), new Terminal(profileDir, 'ida', PASSWORD));
  hearback = await startConsole(testInfo, { profileDir });
  // A dialog of the system would wait for somebody.
  await hearback.app.evaluate(({ dialog, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.getPrintersAsync = () => Promise.resolve([]);
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
});
test.afterAll(() => hearback.close());

test('junk from nobody is answered with a Result each time', async () => {
  const problems = await sendAll(hearback.page, makeJunk(MESSAGES / 2, 1, foreignIds), (message, result) => {
    const access = toAccess(message.method);
    if (access === undefined) return result.ok ? 'a call that does not exist' : undefined;
    const isAnswered = access === 'anyone' || !isJson(message.inputJson);
    return isAnswered || toCode(result) === 'signed-out' ? undefined : 'answered to nobody';
  });
  expect(problems).toEqual([]);
});

test('the window of an administrator shows nothing of his to the next who signs in', async () => {
  const { page } = hearback;
  await enter(page, 'ida');
  const seen = await page.locator('body').innerText();
  expect(seen).toContain(MARKS.caller);
  for (const row of await listAll(page)) if (row.to.number !== BENS_EXTENSION) foreignRecordings.push(row.id);
  foreignIds.push(...foreignRecordings.slice(0, 5));
  await signOut(page);
  await enter(page, 'ben');
  expect(findMarks(await page.content())).toEqual([]);
  expect(findMarks(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage])))).toEqual([]);
});

test('junk from a person is answered with a Result each time, without a mark of what is not his', async () => {
  const { page } = hearback;
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.hearback.on((name, payload) => heard.push(`${name} ${payload}`));
  });
  const messages = [...makeJunk(MESSAGES, 2, foreignIds), ...HUGE];
  const problems = await sendAll(page, messages, (message, _result, answer) => {
    // The input may come back in an answer: a name that a schema does not know.
    const hadIt = findMarks(JSON.stringify(message));
    return findMarks(answer).find((mark) => !hadIt.includes(mark));
  });
  expect(problems).toEqual([]);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  expect(findMarks(heard.join('\n'))).toEqual([]);
  // Still whose window it was, and no junk has made, changed or opened anything.
  expect(await callOrThrow(page, 'system.status', {})).toMatchObject({ signedIn: { signInName: 'ben' } });
  expect(await callOrThrow(page, 'recordings.count', {})).toEqual({ count: 6, isExact: true });
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
});

test('neither search, filter, count nor id tells of a recording that is not one’s own', async () => {
  const { page } = hearback;
  for (const mark of [...ALL_MARKS, 'no such word at all']) {
    for (const filter of [{ text: mark }, { party: mark }, { group: mark }, { line: mark }]) {
      const counted = await callOrThrow(page, 'recordings.count', { filter });
      const { rows } = await callOrThrow(page, 'recordings.list', { filter });
      expect({ filter, counted, rows }).toEqual({ filter, counted: { count: 0, isExact: true }, rows: [] });
    }
  }
  expect(foreignRecordings).toHaveLength(12);
  for (const id of foreignRecordings)
    for (const method of ABOUT_ONE_RECORDING) {
      const theirs = await callRaw(page, method, toInputAbout(method, id));
      const nobodys = await callRaw(page, method, toInputAbout(method, '00000000deadbeef'));
      expect({ method, ...theirs }).toEqual({ method, ...nobodys });
      // Tells only what became of a play of this window, and there was none.
      const expected = method === 'recordings.whyStopped' ? null : 'not-found';
      expect({ method, told: theirs.ok ? theirs.value : theirs.error.code }).toEqual({
        method,
        told: expected,
      });
    }
  // His own, whole: the marks are not missing for want of looking.
  for (const { id } of await listAll(page)) {
    const own = [
      await callOrThrow(page, 'recordings.get', { id }),
      await callOrThrow(page, 'recordings.transcript', { id }),
    ];
    expect(JSON.stringify(own)).toContain('garden');
    expect(findMarks(JSON.stringify(own))).toEqual([]);
  }
});

test('what is painted for him has no mark either, in list, search, details and player', async () => {
  const { page } = hearback;
  const grid = page.getByRole('grid', { name: 'Recordings' });
  await expect(grid.getByRole('row')).toHaveCount(7);
  await grid.getByRole('row').nth(2).dblclick();
  await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute('data-status', 'playing');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Garden Shop');
  expect(findMarks(await page.content())).toEqual([]);
});

test('signed out, every call but the open ones says so and does nothing', async () => {
  const { page } = hearback;
  await signOut(page);
  for (const method of METHODS) {
    if (contract[method].access === 'anyone') continue;
    const input = method === 'session.changePassword' ? { current: PASSWORD, next: `${PASSWORD}!` } : {};
    expect({ method, ...(await callRaw(page, method, input as never)) }).toMatchObject({
      ok: false,
      error: { code: 'signed-out' },
    });
  }
});

test('nothing of all this was a fault of the program', () => {
  const logPath = path.join(hearback.profileDir, 'hearback.log');
  const log = fs.existsSync(logPath) ? fs.readFileSync(logPath, 'utf8') : '';
  expect(log.split('\n').filter((line) => line.includes('"failure"'))).toEqual([]);
});

/** What a call about one recording is given besides its id. */
function toInputAbout(method: MethodName, id: string): never {
  const more: Partial<Record<MethodName, object>> = {
    'recordings.heard': { fromMs: 0, untilMs: 1 },
    'recordings.download': { acceptsNotice: true },
    'recordings.printFax': { firstPage: 1, lastPage: 1 },
  };
  const input = method === 'recordings.delete' ? { ids: [id], reason: '' } : { id, ...more[method] };
  return input as never;
}

async function setUp(nobody: Terminal, ida: Terminal): Promise<void> {
  await nobody.ask('setup.complete', {
    archiveDir,
    timeZone: 'Europe/Berlin',
    organisation: 'Two Gardens',
    administrator: { name: 'Ida', signInName: 'ida', password: PASSWORD },
  });
  const settings = { ...DEFAULT_ORGANISATION_SETTINGS, conversationAnalysis: true };
  await ida.ask('organisation.save', { revision: 1, name: 'Two Gardens', settings });
  const { revision } = await ida.ask('lines.list', {});
  await ida.ask('lines.save', { revision, lines: LINES });
  const { groupId } = await ida.ask('groups.save', { groupId: null, revision: null, group: GROUP });
  const own = { ...DEFAULT_USER_SETTINGS, portal: true, replay: true, replayOwn: true, viewOutbound: true };
  const people = [
    { name: 'Ben', signInName: 'ben', extension: BENS_EXTENSION, settings: { ...own, download: true } },
    { ...COLLEAGUE, settings: own },
  ];
  for (const { extension, ...given } of people) {
    const extensions = [{ extension, fromSec: null, untilSec: null }];
    const person = { ...given, email: '', profile: 'normal', isActive: true, extensions } as const;
    const { userId } = await ida.ask('people.save', { userId: null, revision: null, person });
    if (given.signInName !== 'ben') foreignIds.push(userId);
    else await ida.ask('people.setPassword', { userId, password: `first ${PASSWORD}` });
  }
  const ben = new Terminal(ida.profileDir, 'ben', `first ${PASSWORD}`);
  await ben.ask('session.changePassword', { current: ben.password, next: PASSWORD });
  const [source] = await ida.ask('sources.list', {});
  foreignIds.push(groupId, source!.id, ...ALL_MARKS);
}

async function enter(page: Page, signInName: string): Promise<void> {
  await signIn(page, signInName, PASSWORD);
  await listIsReady(page);
}

/** What is wrong with an answer, if anything. */
type Judge = (message: Message, result: Result<unknown>, answer: string) => string | undefined;

/** Sends in crowds; gives a line for each answer that is wrong by itself, or in the eyes of the judge. */
async function sendAll(page: Page, messages: readonly Message[], judge: Judge): Promise<string[]> {
  const problems: string[] = [];
  for (let at = 0; at < messages.length; at += CROWD) {
    const crowd = messages.slice(at, at + CROWD);
    const answers = await page.evaluate(
      (sent) =>
        Promise.all(
          sent.map(({ method, inputJson }) => window.hearback.call(method as never, inputJson as never)),
        ),
      crowd,
    );
    answers.forEach((answer, index) => {
      const message = crowd[index]!;
      const result = JSON.parse(answer) as Result<unknown>;
      const problem = findProblem(result, answer) ?? judge(message, result, answer);
      if (problem !== undefined) problems.push(`${problem}: ${show(message)} → ${answer.slice(0, 500)}`);
    });
  }
  return problems;
}

function findProblem(result: Result<unknown>, answer: string): string | undefined {
  if (!result.ok) {
    const { code, reason, message } = result.error;
    if ([code, reason, message].some((text) => typeof text !== 'string')) return 'no error';
    if (code === 'internal') return 'a fault of the program';
  } else if (result.ok !== true) return 'no Result';
  // Neither where things lie on this computer, nor how the program is made.
  if ([archiveDir, hearback.profileDir, process.cwd()].some((dir) => answer.includes(dir))) return 'a path';
  return /node_modules|\.[jt]s:\d|\\n {4}at |SQLITE|ENOENT/.test(answer) ? 'a stack' : undefined;
}

function toCode(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.error.code;
}

function isJson(text: unknown): boolean {
  try {
    return typeof text === 'string' && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

function toAccess(method: unknown): string | undefined {
  return METHODS.includes(method as MethodName) ? contract[method as MethodName].access : undefined;
}

function findMarks(text: string): readonly string[] {
  return ALL_MARKS.filter((mark) => text.includes(mark));
}

function show({ method, inputJson }: Message): string {
  return `${JSON.stringify(method)?.slice(0, 80)} ${JSON.stringify(inputJson)?.slice(0, 400)}`;
}
