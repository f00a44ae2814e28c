/** Call history and reports on the real Asterisk archive: who sees which calls, and numbers that anyone can count by hand. */
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { Output } from '../src/shared/contract';
import { expectAccessible } from './accessible';
import { Terminal } from './command-line';
import type { Console } from './console';
import {
  callOrThrow,
  callRaw,
  listIsReady,
  makeDir,
  scanIsDone,
  signIn,
  signOut,
  startConsole,
} from './console';

const CORPUS_DIR = path.resolve('e2e/archive/asterisk-22');
const PASSWORD = 'a long enough secret';
const OTTOS = 'chosen by Otto himself';
const EXTENSION = '201';

/** A line of the telephone system's own log. */
interface Leg {
  readonly from: string;
  readonly to: string;
  readonly answeredBy: string | null;
  readonly startSec: number;
  readonly linkedId: string;
  readonly uniqueId: string;
}

/** Read here by hand, apart from what the program makes of it. */
function readLegs(): readonly Leg[] {
  const log = path.join(CORPUS_DIR, 'var/log/asterisk/cdr-custom/Master.csv');
  return fs
    .readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const cells = [...line.matchAll(/"((?:[^"]|"")*)"|([^",]+)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      const isAnswered = cells[13] === 'ANSWERED';
      const by = /^Local\/(\d+)@/.exec(cells[5] ?? '')?.[1] ?? null;
      return {
        from: cells[1] ?? '',
        to: cells[2] ?? '',
        // Only short numbers are extensions of this house.
        answeredBy: isAnswered && by !== null && by.length <= 4 ? by : null,
        startSec: Date.parse(`${(cells[8] ?? '').replace(' ', 'T')}+01:00`) / 1000,
        uniqueId: cells[16] ?? '',
        linkedId: cells[19] ?? '',
      };
    });
}

const legs = readLegs();
const calls = new Map<string, Leg[]>();
for (const leg of legs) calls.set(leg.linkedId, [...(calls.get(leg.linkedId) ?? []), leg]);

/** The starts of the calls in which an extension took part: who called, whom it was for, who answered. */
function startsOf(extension: string): readonly number[] {
  return [...calls]
    .filter(([linkedId, ofCall]) => {
      const first = ofCall
        .filter((leg) => leg.uniqueId === linkedId)
        .sort((a, b) => a.startSec - b.startSec)[0];
      return (
        first?.from === extension ||
        first?.to === extension ||
        ofCall.some(
          (leg) => leg.answeredBy === extension || (leg.from === extension && leg.answeredBy !== null),
        )
      );
    })
    .map(([linkedId, ofCall]) =>
      Math.min(...ofCall.filter((leg) => leg.uniqueId === linkedId).map((leg) => leg.startSec)),
    )
    .sort((a, b) => a - b);
}

// One journey in parts.
test.describe.configure({ mode: 'serial' });

let hearback: Console;
let page: Page;
let ida: Terminal;
let otto: Terminal;

test.beforeAll(async ({}, testInfo) => {
  hearback = await startConsole(testInfo);
  ({ page } = hearback);
  const archiveDir = makeDir(testInfo, 'archive');
  fs.cpSync(CORPUS_DIR, archiveDir, { recursive: true });
  const administrator = { name: 'Ida Nordwind', signInName: 'ida', password: PASSWORD };
  const setUp = { archiveDir, timeZone: 'Europe/Berlin', organisation: 'Nordwind GmbH', administrator };
  await callOrThrow(page, 'setup.complete', setUp);
  await page.reload();
  await listIsReady(page);
  await scanIsDone(page);
  ida = new Terminal(hearback.profileDir, 'ida', PASSWORD);
  otto = new Terminal(hearback.profileDir, 'otto', OTTOS);
  await makeOtto();
});
test.afterAll(() => hearback.close());

/** He may come in, and hears his own calls that are not outbound. */
async function makeOtto(): Promise<void> {
  const own = (await callOrThrow(page, 'people.list', {})).find((person) => person.signInName === 'ida');
  const { settings } = await callOrThrow(page, 'people.get', { userId: own?.userId ?? '' });
  const { userId } = await callOrThrow(page, 'people.save', {
    userId: null,
    revision: null,
    person: {
      ...{ name: 'Otto Ost', signInName: 'otto', email: '', profile: 'normal', isActive: true },
      extensions: [{ extension: EXTENSION, fromSec: null, untilSec: null }],
      settings: { ...settings, portal: true, replay: true, replayOwn: true },
    },
  });
  await callOrThrow(page, 'people.setPassword', { userId, password: 'given for the first day' });
  const first = new Terminal(hearback.profileDir, 'otto', 'given for the first day');
  await first.ask('session.changePassword', { current: first.password, next: OTTOS });
}

const nav = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });

async function listCalls(): Promise<Output<'calls.list'>['rows']> {
  const rows = [];
  let cursor: string | null = null;
  do {
    const next: Output<'calls.list'> = await callOrThrow(page, 'calls.list', { limit: 7, cursor });
    rows.push(...next.rows);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return rows;
}

test('the administrator sees every call of the log, with what was recorded of it', async ({}, testInfo) => {
  const rows = await listCalls();
  expect(rows).toHaveLength(calls.size);
  await nav('Calls').click();
  await expect(page.getByText(`${calls.size} calls`)).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Calls' });
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  expect((await callOrThrow(page, 'calls.count', { filter: { isRecorded: false } })).count).toBe(
    rows.filter((row) => !row.isRecorded).length,
  );
  // Found by a part of a number, as one types; then its course and its recordings.
  await page.getByRole('searchbox').fill('1555 0104');
  await expect(page.getByText('1 call', { exact: true })).toBeVisible();
  await grid.getByRole('row').nth(1).click();
  const details = page.getByRole('complementary', { name: 'Details of the call' });
  await expect(details.getByRole('heading', { name: 'Course of the call' })).toBeVisible();
  await expect(details.getByRole('button', { name: /^Play the recording of / })).toHaveCount(2);
  await expectAccessible(page, 'details of a call');
  await page.screenshot({ path: testInfo.outputPath('call.png') });
  await grid.getByRole('row').nth(1).press('Enter');
  await expect(page.locator('[data-status="playing"]')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByText(`${calls.size} calls`)).toBeVisible();
  await expectAccessible(page, 'calls');
  await page.screenshot({ path: testInfo.outputPath('calls.png') });
  await expect(nav('Reports')).toHaveCount(0);
  expect(
    await callRaw(page, 'reports.summary', { fromDay: '2026-11-01', untilDay: '2026-11-30', by: 'day' }),
  ).toMatchObject({ error: { code: 'forbidden' } });
});

test('a person sees exactly the calls in which an extension of his took part, and the terminal agrees', async () => {
  await signOut(page);
  await signIn(page, 'otto', OTTOS);
  await listIsReady(page);
  const rows = await listCalls();
  expect(rows.map((row) => Math.floor(row.startedAtMs / 1000)).sort((a, b) => a - b)).toEqual(
    startsOf(EXTENSION),
  );
  const atTerminal = await otto.ask('calls.list', { order: 'oldest', limit: 1000 });
  expect([...atTerminal.rows].reverse()).toEqual(rows);
  expect(await otto.ask('calls.count', {})).toEqual({ count: rows.length, isExact: true });
  // A call is marked as recorded where he may list a recording of it, and only there.
  for (const row of rows) {
    const { recordings } = await callOrThrow(page, 'calls.get', { id: row.id });
    expect(recordings.length > 0, row.from.number).toBe(row.isRecorded);
  }
  const all = await ida.ask('calls.list', { limit: 1000 });
  const foreign = all.rows.find((row) => !rows.some((own) => own.id === row.id));
  const nobodys = await callRaw(page, 'calls.get', { id: '00000000deadbeef' });
  expect(await callRaw(page, 'calls.get', { id: foreign?.id ?? '' })).toEqual(nobodys);
});

test('reports appear with the right to them, and count what the log holds', async ({}, testInfo) => {
  await signOut(page);
  await signIn(page, 'ida', PASSWORD);
  await listIsReady(page);
  const organisation = await callOrThrow(page, 'organisation.get', {});
  const settings = { ...organisation.settings, callReporting: true };
  await callOrThrow(page, 'organisation.save', { ...organisation, settings });
  const people = await callOrThrow(page, 'people.list', {});
  const userId = people.find((person) => person.signInName === 'otto')?.userId ?? '';
  const read = await callOrThrow(page, 'people.get', { userId });
  const { name, signInName, email, profile, isActive, extensions } = read;
  const person = { name, signInName, email, profile, isActive, extensions };
  await callOrThrow(page, 'people.save', {
    userId,
    revision: read.revision,
    person: { ...person, settings: { ...read.settings, callReporting: true } },
  });
  await signOut(page);
  await signIn(page, 'otto', OTTOS);
  await listIsReady(page);

  const period = { fromDay: '2026-11-22', untilDay: '2026-11-22' };
  const byDay = await callOrThrow(page, 'reports.summary', { ...period, by: 'day' });
  expect(byDay.rows).toMatchObject([{ key: '2026-11-22', calls: calls.size }]);
  // All of the archive was recorded between one and two at night, on a Sunday.
  for (const [by, key] of [
    ['hour', '1'],
    ['weekday', '7'],
  ] as const) {
    const { rows } = await callOrThrow(page, 'reports.summary', { ...period, by });
    expect(rows, by).toMatchObject([{ key, calls: calls.size }]);
  }
  const byPerson = await callOrThrow(page, 'reports.summary', { ...period, by: 'person' });
  for (const extension of ['101', '102', '103', '104', '201', '202', '203', '204'])
    expect(byPerson.rows.find((row) => row.key === extension)?.calls, extension).toBe(
      startsOf(extension).length,
    );
  expect(byPerson.rows.find((row) => row.key === EXTENSION)?.name).toBe('Otto Ost');
  const groups = new Map<string, number>();
  for (const ofCall of calls.values()) {
    const group = ofCall.find((leg) => ['600', '601', '700', '701'].includes(leg.to))?.to;
    if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const byGroup = await callOrThrow(page, 'reports.summary', { ...period, by: 'group' });
  expect(new Map(byGroup.rows.map((row) => [row.key, row.calls]))).toEqual(groups);

  await nav('Reports').click();
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: /Period/ }).click();
  await page.getByRole('option', { name: 'From … to …' }).click();
  await page.getByLabel('From', { exact: true }).fill(period.fromDay);
  await page.getByLabel('To, that day included').fill(period.untilDay);
  await page.getByRole('button', { name: /Count by/ }).click();
  await page.getByRole('option', { name: 'Person' }).click();
  const table = page.getByRole('table', { name: 'Calls by: Person' });
  const ottos = table.getByRole('row', { name: `Otto Ost (${EXTENSION}) ${startsOf(EXTENSION).length} ` });
  await expect(ottos).toBeVisible();
  await expect(page.getByRole('img', { name: /^Calls by: Person\. Most: / })).toBeVisible();
  await expectAccessible(page, 'report by person');
  await page.screenshot({ path: testInfo.outputPath('report-person.png') });
  await page.getByRole('button', { name: /Count by/ }).click();
  await page.getByRole('option', { name: 'Hour of the day' }).click();
  await expect(page.getByRole('table', { name: 'Calls by: Hour of the day' })).toBeVisible();
  await expectAccessible(page, 'report by hour');
  await page.screenshot({ path: testInfo.outputPath('report-hour.png') });
});

test('a report is saved as a file, and is in the trail', async ({}, testInfo) => {
  const targetDir = makeDir(testInfo, 'reports');
  const period = { fromDay: '2026-11-22', untilDay: '2026-11-22' };
  const { saved } = await otto.ask('reports.save', { ...period, by: 'person', targetDir });
  const text = fs.readFileSync(path.join(targetDir, saved?.fileName ?? ''), 'utf8');
  expect(text).toContain(`\r\n${EXTENSION},Otto Ost,${startsOf(EXTENSION).length},`);
  expect(text.trim().split('\r\n').at(-1)).toMatch(new RegExp(`^total,,${calls.size},`));
  const { rows } = await ida.ask('audit.list', { action: 'Report' });
  expect(rows[0]).toMatchObject({ userName: 'Otto Ost', client: 'command line' });
  expect(rows[0]?.details).toContain('"by":"person"');
});
