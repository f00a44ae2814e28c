/** Two supervisors, an agent and an auditor over one archive: each sees and hears exactly what the policy gives. */
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import type { MethodName } from '../src/shared/contract';
import type { PersonDetails } from '../src/shared/people';
import { runHearback } from './command-line';
import type { Console, Passwords } from './console';
import {
  callOrThrow,
  callRaw,
  listAll,
  listIsReady,
  openSample,
  scanIsDone,
  signInAs,
  signOut,
  startConsole,
} from './console';

interface Truth {
  readonly mayList: Readonly<
    Record<string, { readonly calls: string[]; readonly voicemails: string[]; readonly faxes: string[] }>
  >;
  readonly recordings: readonly {
    readonly path: string;
    readonly startedAtUtc: string;
    readonly finding: string | null;
  }[];
}
const truth = JSON.parse(fs.readFileSync('e2e/archive/sample-truth.json', 'utf8')) as Truth;

/** What a person may list, as the start of each recording: the door tells no paths. */
function startsOf(name: string): readonly string[] {
  const may = truth.mayList[name];
  if (!may) throw new Error(`The truth does not know ${name}.`);
  const paths = new Set([...may.calls, ...may.voicemails, ...may.faxes]);
  return truth.recordings
    .filter((one) => paths.has(one.path))
    .map((one) => new Date(one.startedAtUtc).toISOString())
    .sort();
}

test.describe('the sample archive', () => {
  let hearback: Console;
  let passwords: Passwords;

  // One start for all of them: each test leaves the window at the sign-in page.
  test.beforeAll(async ({}, testInfo) => {
    hearback = await startConsole(testInfo, { args: ['--sample'] });
    passwords = await openSample(hearback.page);
    await scanIsDone(hearback.page);
    await signOut(hearback.page);
  });
  test.afterAll(() => hearback.close());

  for (const name of ['ben', 'carla', 'dave']) {
    test(`lists for ${name} exactly the recordings of the policy, in list and count`, async () => {
      const { page } = hearback;
      await signInAs(page, name, passwords);
      const rows = await listAll(page);
      const expected = startsOf(name);
      expect(rows.map((row) => new Date(row.startedAtMs).toISOString()).sort()).toEqual(expected);
      const { count } = await callOrThrow(page, 'recordings.count', {});
      expect(count).toBe(expected.length);
      await expect(page.getByText(`${expected.length} recordings`)).toBeVisible();
      await signOut(page);
    });
  }

  test('lists nothing for the auditor, who has no right, and says what to do', async () => {
    const { page } = hearback;
    await signInAs(page, 'erin', passwords);
    await expect(page.getByText('There are no recordings that you may hear.')).toBeVisible();
    expect(await callOrThrow(page, 'recordings.count', {})).toEqual({ count: 0, isExact: true });
    await signOut(page);
  });

  test('answers for another’s recording in the very words of one that does not exist', async () => {
    const { page } = hearback;
    await signInAs(page, 'carla', passwords);
    const carlas = new Set((await listAll(page)).map((row) => row.id));
    await signOut(page);
    await signInAs(page, 'ben', passwords);
    const bens = await listAll(page);
    const foreign = [...carlas].find((id) => !bens.some((row) => row.id === id));
    expect(foreign).toBeDefined();
    const nobody = '00000000deadbeef';
    for (const method of [
      'recordings.get',
      'recordings.play',
      'recordings.transcript',
      'recordings.peaks',
    ] as const) {
      const theirs = await callRaw(page, method, { id: foreign! });
      expect(theirs, method).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(theirs).toEqual(await callRaw(page, method, { id: nobody }));
    }
    // Nothing of either was ever played here, so nothing stopped.
    const whyStopped = await callRaw(page, 'recordings.whyStopped', { id: foreign! });
    expect(whyStopped).toEqual(await callRaw(page, 'recordings.whyStopped', { id: nobody }));
    await signOut(page);
  });

  test('finds by search only what the searcher may list', async () => {
    const { page } = hearback;
    const found = new Map<string, ReadonlySet<string>>();
    for (const name of ['ben', 'carla']) {
      await signInAs(page, name, passwords);
      const all = new Set((await listAll(page)).map((row) => row.id));
      const { rows } = await callOrThrow(page, 'recordings.list', { filter: { text: 'order' }, limit: 500 });
      expect(rows.every((row) => all.has(row.id))).toBe(true);
      found.set(name, new Set(rows.map((row) => row.id)));
      await signOut(page);
    }
    expect(found.get('ben')).not.toEqual(found.get('carla'));
  });

  test('plays nothing by a ticket of another person, nor after sign-out', async () => {
    const { page } = hearback;
    await signInAs(page, 'ben', passwords);
    const [row] = await listAll(page);
    const { url } = await callOrThrow(page, 'recordings.play', { id: row!.id });
    expect(await statusOf(page, url)).toBe(200);
    expect(await statusOf(page, url.replace(/[^/]{6}$/, 'AAAAAA'))).toBe(404);
    await signOut(page);
    expect(await statusOf(page, url)).toBe(404);
    await signInAs(page, 'carla', passwords);
    expect(await statusOf(page, url)).toBe(404);
    await signOut(page);
  });

  test('ends a play within a second when the right is withdrawn', async () => {
    const { page } = hearback;
    await signInAs(page, 'ada', passwords);
    const people = await callOrThrow(page, 'people.list', {});
    const ben = people.find((person) => person.signInName === 'ben');
    await signOut(page);

    await signInAs(page, 'ben', passwords);
    const grid = page.getByRole('grid', { name: 'Recordings' });
    await grid.getByRole('row').nth(1).dblclick();
    await expect(page.getByRole('region', { name: 'Player' })).toHaveAttribute('data-status', 'playing');
    // Meanwhile the administrator, at a terminal, takes the right away.
    const atTerminal = (method: MethodName, input: unknown) =>
      callAtTerminal(hearback.profileDir, passwords.get('ada')!, method, input);
    const { userId, revision, ...read } = (await atTerminal('people.get', {
      userId: ben!.userId,
    })) as PersonDetails;
    const { name, signInName, email, profile, isActive, extensions } = read;
    const settings = { ...read.settings, replay: false };
    const person = { name, signInName, email, profile, isActive, extensions, settings };
    await atTerminal('people.save', { userId, revision, person });
    await expect(page.getByRole('region', { name: 'Player' }).getByRole('alert')).toContainText('withdrawn', {
      timeout: 2500,
    });
    await listIsReady(page);
    await signOut(page);
  });
});

async function statusOf(page: Console['page'], url: string): Promise<number> {
  return page.evaluate(async (one) => (await fetch(one)).status, url);
}

async function callAtTerminal(
  profileDir: string,
  password: string,
  method: MethodName,
  input: unknown,
): Promise<unknown> {
  const args = ['--profile', profileDir, '--user', 'ada', 'call', method, JSON.stringify(input)];
  const { result } = await runHearback(args, password);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
