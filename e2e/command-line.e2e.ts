/** The command line as the program's second client: everything that windows can do, without one. */
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import type { MethodName } from '../src/shared/contract';
import { contract } from '../src/shared/contract';
import type { AuditEntry, Page } from '../src/shared/model';
import { PLAIN_READING } from '../src/shared/source-reading';
import type { UserSettings } from '../src/shared/user-settings';
import { Terminal, runHearback } from './command-line';
import { makeDir } from './console';

const CORPUS_DIR = path.resolve('e2e/archive/asterisk-22');
const PASSWORD = 'a long enough secret';
const SET_UP = {
  timeZone: 'Europe/Berlin',
  organisation: 'Nordwind GmbH',
  administrator: { name: 'Ida Nordwind', signInName: 'ida', password: PASSWORD },
};
/** A call of the corpus whose words are written beside it. */
const TOLD_NUMBER = '01715550103';
const WORDS = 'The invoice of the lighthouse is paid.';

const methods = Object.keys(contract) as MethodName[];

test.describe('before anything is set up', () => {
  test('lists every call with the schema of its input, and touches no profile', async ({}, testInfo) => {
    const dir = makeDir(testInfo, 'nothing');
    const { exitCode, stdout, stderr } = await runHearback([
      '--profile',
      path.join(dir, 'profile'),
      'methods',
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const listed = JSON.parse(stdout) as { method: string; about: string; input: { type?: string } }[];
    expect(listed.map((one) => one.method)).toEqual(methods);
    for (const one of listed) expect(one).toMatchObject({ input: { type: 'object' } });
    expect(listed.filter((one) => one.about.length < 20)).toEqual([]);
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  test('answers what it does not understand with its usage and exit code 2', async ({}, testInfo) => {
    const profile = ['--profile', path.join(makeDir(testInfo, 'nothing'), 'profile')];
    for (const args of [
      [],
      ['call'],
      ['play'],
      ['methods', 'all'],
      [...profile, '--colour', 'call', 'system.status'],
      [...profile, 'call', 'system.status', '{}', 'more'],
    ]) {
      const { exitCode, stdout, stderr } = await runHearback(args);
      expect({ exitCode, stdout }, args.join(' ')).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('Usage:');
    }
  });

  test('answers a call that cannot be done with an error and exit code 1', async ({}, testInfo) => {
    const nobody = new Terminal(makeDir(testInfo, 'profile'), null);
    for (const [method, inputJson, reason] of [
      ['recordings.list', '{}', 'signed-out'],
      ['no.such', '{}', 'unknown-method'],
      ['system.status', '{', 'invalid-input'],
      ['system.status', '{"more":1}', 'invalid-input'],
      ['setup.chooseFolder', '{}', 'needs-window'],
    ] as const) {
      const { exitCode, result } = await nobody.run(method, inputJson);
      expect(exitCode, method).toBe(1);
      expect(result).toMatchObject({ ok: false, error: { reason } });
    }
    expect((await nobody.ask('system.status', {})).stage).toBe('first-run');
  });
});

// One journey in parts: each sign-in costs its hashing, so that no call is made twice without need.
test.describe.serial('on an archive of one’s own', () => {
  const tried = new Set<string>();
  const terminal = (userName: string | null, password?: string) =>
    new Terminal(profileDir, userName, password, (method) => tried.add(method));
  let profileDir: string;
  let archiveDir: string;
  let ida: Terminal;
  let nobody: Terminal;
  /** Of the call whose words are written beside it. */
  let id: string;

  test.beforeAll(({}, testInfo) => {
    profileDir = makeDir(testInfo, 'profile');
    archiveDir = makeDir(testInfo, 'archive');
    fs.cpSync(CORPUS_DIR, archiveDir, { recursive: true });
    const told = findFile(archiveDir, (file) => file.includes(TOLD_NUMBER) && file.endsWith('.wav'));
    const transcript = `1\n00:00:01,000 --> 00:00:04,000\nAgent: ${WORDS}\n`;
    fs.writeFileSync(told.replace(/\.wav$/, '.srt'), transcript);
    nobody = terminal(null);
    ida = terminal('ida', PASSWORD);
  });

  test('sets a new profile up, once', async () => {
    const { signedIn } = await nobody.ask('setup.complete', { archiveDir, ...SET_UP });
    expect(signedIn).toMatchObject({ signInName: 'ida', mayChangeSecurity: true });
    expect((await nobody.ask('system.status', {})).stage).toBe('signed-out');
    for (const again of [
      await nobody.call('setup.complete', { archiveDir, ...SET_UP }),
      await nobody.call('setup.openSample', {}),
      await nobody.call('setup.inspect', { archiveDir }),
      await nobody.call('setup.tryFolder', { archiveDir, timeZone: 'UTC', reading: PLAIN_READING }),
      await nobody.call('setup.openSample', {}),
    ])
      expect(again).toMatchObject({ ok: false, error: { reason: 'already-set-up' } });
    for (const method of ['setup.chooseFolder', 'recordings.chooseCopyFolder'] as const)
      expect(await ida.call(method, {})).toMatchObject({ error: { reason: 'needs-window' } });
  });

  test('refuses a wrong password with exit code 1, and puts it into the trail', async () => {
    const { exitCode, result } = await terminal('ida', 'not the secret').run('recordings.list');
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', reason: 'wrong-credentials' } });
    const { rows } = await ida.ask('audit.list', { action: 'Sign-in failed' });
    expect(rows).toMatchObject([{ client: 'command line' }]);
  });

  test('lists, counts, shows and reads what the archive holds', async () => {
    const organisation = await ida.ask('organisation.get', {});
    const settings = { ...organisation.settings, conversationAnalysis: true };
    expect(await ida.ask('organisation.save', { ...organisation, settings })).toMatchObject({ settings });
    const { rows } = await ida.ask('recordings.list', { limit: 1000 });
    expect(rows).toHaveLength(28);
    id = rows.find((row) => row.from.number === TOLD_NUMBER)!.id;
    expect(await ida.ask('recordings.count', { filter: { text: 'lighthouse' } })).toMatchObject({ count: 1 });
    const { days, isExact } = await ida.ask('recordings.histogram', {});
    expect(isExact).toBe(true);
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(28);
    const facets = await ida.ask('recordings.facets', {});
    expect(facets.kinds.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(28);
    expect(facets.withTranscript).toBe(rows.filter((row) => row.hasTranscript).length);
    const details = await ida.ask('recordings.get', { id });
    expect(details).toMatchObject({ direction: 'inbound', hasTranscript: true, durationMs: 33_300 });
    const transcript = await ida.ask('recordings.transcript', { id });
    expect(transcript?.segments.map((segment) => segment.text).join(' ')).toContain(WORDS);
  });

  test('lists and shows call history, and sums it for whoever may see reports', async ({}, testInfo) => {
    const { rows } = await ida.ask('calls.list', { limit: 1000 });
    expect(await ida.ask('calls.count', {})).toEqual({ count: rows.length, isExact: true });
    const told = rows.find((row) => row.from.number === TOLD_NUMBER);
    expect((await ida.ask('calls.get', { id: told!.id })).recordings.map((one) => one.id)).toEqual([id]);
    const report = { fromDay: '2026-11-22', untilDay: '2026-11-22', by: 'day' } as const;
    expect(await ida.call('reports.summary', report)).toMatchObject({ error: { code: 'forbidden' } });
    const organisation = await ida.ask('organisation.get', {});
    const settings = { ...organisation.settings, callReporting: true };
    await ida.ask('organisation.save', { ...organisation, settings });
    await changeOwn(ida, { callReporting: true });
    expect((await ida.ask('reports.summary', report)).total.calls).toBe(rows.length);
    const targetDir = makeDir(testInfo, 'reports');
    const { saved } = await ida.ask('reports.save', { ...report, targetDir });
    expect(fs.readFileSync(path.join(targetDir, saved!.fileName), 'utf8')).toContain(
      `2026-11-22,,${rows.length},`,
    );
    expect(await ida.call('reports.save', { ...report, targetDir })).toMatchObject({
      error: { reason: 'target-exists' },
    });
  });

  test('plays: checked and in the trail, with nothing that sounds', async () => {
    expect(await ida.ask('recordings.play', { id })).toMatchObject({ mediaType: 'audio/wav' });
    expect(await ida.ask('recordings.peaks', { id })).not.toBeNull();
    expect(await ida.ask('recordings.whyStopped', { id })).toBeNull();
    // Each call signs in anew, and nobody can say to have heard what was not played to him.
    expect(await ida.call('recordings.heard', { id, fromMs: 0, untilMs: 2000 })).toMatchObject({
      error: { reason: 'not-found' },
    });
    const { rows } = await ida.ask('audit.list', { action: 'Replay' });
    expect(rows).toMatchObject([{ client: 'command line' }]);
    expect(rows[0]?.details).toContain(id);
  });

  test('saves a copy with the very bytes of the archive, once it may and the notice is confirmed', async ({}, testInfo) => {
    const targetDir = makeDir(testInfo, 'copies');
    const download = (acceptsNotice: boolean) =>
      ida.call('recordings.download', { id, targetDir, acceptsNotice });
    // No service right implies it.
    expect(await download(true)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await changeOwn(ida, { replay: true, download: true });
    expect(await download(false)).toMatchObject({ error: { reason: 'notice-not-accepted' } });
    expect(fs.readdirSync(targetDir)).toEqual([]);

    expect(await download(true)).toMatchObject({ ok: true });
    const [copy] = fs.readdirSync(targetDir);
    const original = findFile(archiveDir, (file) => path.basename(file) === copy);
    expect(fs.readFileSync(path.join(targetDir, copy!)).equals(fs.readFileSync(original))).toBe(true);
    // A second copy never takes the place of the first.
    expect(await download(true)).toMatchObject({ error: { reason: 'target-exists' } });
  });

  test('prints nothing: there is no window whose dialog could open, and the trail has no print', async () => {
    const { rows } = await ida.ask('recordings.list', { filter: { kinds: ['fax'] }, limit: 1 });
    const pages = { id: rows[0]!.id, firstPage: 1, lastPage: 1 };
    expect(await ida.call('recordings.printFax', pages)).toMatchObject({ error: { reason: 'needs-window' } });
    const report = { fromDay: '2026-11-22', untilDay: '2026-11-22', by: 'day' } as const;
    expect(await ida.call('reports.print', report)).toMatchObject({ error: { reason: 'needs-window' } });
    expect(await ida.ask('recordings.stopPrint', {})).toBeNull();
    expect(await nobody.ask('system.offerPrint', { isOffered: true })).toBeNull();
    expect((await ida.ask('audit.list', { action: 'Print' })).rows).toEqual([]);
  });

  test('makes and changes people, groups and lines', async () => {
    const [own] = await ida.ask('people.list', {});
    const { settings } = await ida.ask('people.get', { userId: own!.userId });
    const given = { name: 'Otto', signInName: 'otto', email: '', profile: 'normal', isActive: true } as const;
    const extensions = [{ extension: '201', fromSec: null, untilSec: null }];
    const person = { ...given, extensions, settings };
    const { userId } = await ida.ask('people.save', { userId: null, revision: null, person });
    await ida.ask('people.setPassword', { userId, password: 'given for the first day' });
    const otto = terminal('otto', 'given for the first day');
    expect(await otto.call('recordings.list', {})).toMatchObject({
      error: { reason: 'password-change-needed' },
    });
    const change = { current: otto.password, next: 'chosen by Otto himself' };
    await otto.ask('session.changePassword', change);
    expect(await terminal('otto', change.next).call('people.list', {})).toMatchObject({
      error: { code: 'forbidden' },
    });
    const [rightsGroup] = await ida.ask('rightsGroups.list', {});
    const rightsGroupIds = [rightsGroup!.rightsGroupId];
    const raised = await ida.ask('people.setRightsGroups', { userId, rightsGroupIds });
    expect(raised).toMatchObject({ rightsGroupIds });

    const group = { name: 'Sales', extension: '700', members: [{ userId, fromSec: null, untilSec: null }] };
    const { groupId } = await ida.ask('groups.save', { groupId: null, revision: null, group });
    expect(await ida.ask('groups.list', {})).toMatchObject([group]);
    expect(await ida.ask('groups.remove', { groupId })).toBeNull();
    const lines = [{ number: '4989200300', name: 'Main number' }];
    const { revision } = await ida.ask('lines.list', {});
    expect(await ida.ask('lines.save', { revision, lines })).toMatchObject({ lines });
    expect(await ida.ask('lines.list', {})).toMatchObject({ lines });
  });

  test('explains, previews and looks as another person would', async () => {
    const people = await ida.ask('people.list', {});
    const { userId } = people.find((person) => person.signInName === 'otto')!;
    const explained = await ida.ask('policy.explain', { recordingId: id, action: 'delete', userId });
    expect(explained).toMatchObject({ name: 'Otto', decision: { action: 'delete', allowed: false } });
    expect(explained.smallestChange?.length).toBeGreaterThan(0);
    const { listeners } = await ida.ask('policy.mayHear', { recordingId: id });
    expect(listeners.map((one) => one.name)).toContain('Ida Nordwind');
    const taken = { userId, rightsGroupIds: [] };
    const preview = await ida.ask('policy.preview', { method: 'people.setRightsGroups', input: taken });
    const { count } = await ida.ask('policy.viewAsCount', { userId });
    expect(preview.people).toMatchObject([{ name: 'Otto', gained: { list: 0 } }]);
    expect(preview.people[0]?.lost?.list).toBeGreaterThan(0);
    expect(preview.people[0]?.lost?.list).toBeLessThanOrEqual(count);
    const { rows } = await ida.ask('policy.viewAsList', { userId, limit: 1000 });
    expect(rows).toHaveLength(count);
    expect(await ida.ask('policy.endViewAs', {})).toBeNull();
  });

  test('changes rights groups, extensions and call reporting', async () => {
    const rightsGroup = { name: 'Reporters', rights: ['reporterAdministrator'], members: [] } as const;
    const given = { ...rightsGroup, rights: [...rightsGroup.rights], members: [] };
    const input = { rightsGroupId: null, revision: null, rightsGroup: given };
    const { rightsGroupId } = await ida.ask('rightsGroups.save', input);
    expect(await ida.ask('rightsGroups.list', {})).toHaveLength(3);
    expect(await ida.ask('rightsGroups.remove', { rightsGroupId })).toBeNull();

    const list = await ida.ask('extensions.list', {});
    const extensions = [{ extension: '201', voicemail: true, fax: false, callRecording: true }];
    const saved = await ida.ask('extensions.save', { revision: list.revision, extensions });
    expect(saved.extensions).toMatchObject([{ ...extensions[0], holder: 'Otto' }]);
    const { revision } = await ida.ask('callReporting.get', {});
    expect(await ida.ask('callReporting.save', { revision, isAvailable: true, people: [] })).toMatchObject({
      isAvailable: true,
    });
  });

  test('shares what is one’s own, and keeps profile and own names', async () => {
    expect(await ida.call('shares.get', {})).toMatchObject({ error: { code: 'forbidden' } });
    const write = { profileAccess: 'write', directoryAccess: 'write' } as const;
    await changeOwn(ida, { portal: true, wizard: true, multiUserAware: true, ...write });
    const { revision } = await ida.ask('shares.get', {});
    const history = { kind: 'history', audience: 'everyone', groupIds: [] } as const;
    const { shares } = await ida.ask('shares.save', { revision, shares: [{ ...history, groupIds: [] }] });
    expect(shares.at(-1)).toMatchObject({ ...history, obstacles: ['no-extension'] });
    const [row] = await ida.ask('shares.overview', {});
    expect(row).toMatchObject({ name: 'Ida Nordwind', kind: 'history' });
    expect(await ida.ask('shares.end', { userId: row!.userId, kind: 'history' })).toEqual([]);

    expect(await ida.ask('wizard.get', {})).toMatchObject({ name: 'Ida Nordwind', extensions: [] });
    const walked = { name: 'Ida Nordwind', hasRightExtensions: true };
    expect(await ida.ask('wizard.complete', walked)).toBeNull();
    expect(await ida.call('wizard.complete', walked)).toMatchObject({ error: { code: 'forbidden' } });
    const profile = await ida.ask('profile.get', {});
    const email = 'ida@nordwind.example';
    const given = { revision: profile.revision, name: profile.name, email };
    expect(await ida.ask('profile.save', given)).toMatchObject({ name: 'Ida Nordwind', email });

    const names = [{ number: TOLD_NUMBER, name: 'Keeper of the lantern' }];
    expect(await ida.ask('directory.save', { names })).toEqual(names);
    expect(await ida.ask('directory.list', {})).toEqual(names);
    expect(await ida.ask('recordings.count', { filter: { text: 'lantern' } })).toMatchObject({ count: 1 });
    expect(await ida.ask('directory.remove', { number: TOLD_NUMBER })).toEqual([]);
    expect(await ida.ask('recordings.count', { filter: { text: 'lantern' } })).toMatchObject({ count: 0 });
  });

  test('writes the configuration into files, and brings changed ones in', async ({}, testInfo) => {
    const targetDir = makeDir(testInfo, 'files');
    const { saved } = await ida.ask('exchange.export', { format: 'csv', what: ['lines'], targetDir });
    expect(saved).toMatchObject([{ fileName: 'hearback-lines.csv' }]);
    const paths = [path.join(targetDir, 'hearback-lines.csv')];
    fs.appendFileSync(paths[0]!, '"4989200301","Second number"\r\n');
    const { check } = await ida.ask('exchange.check', { paths });
    expect(check).toMatchObject({ problems: [], changes: [{ kind: 'lines', key: '4989200301' }] });
    const token = check!.token!;
    expect(await ida.ask('exchange.preview', { paths, token })).toMatchObject({ people: [] });
    expect(await ida.ask('exchange.apply', { paths, token })).toEqual({ changes: 1 });
    expect(await ida.call('exchange.apply', { paths, token })).toMatchObject({
      error: { reason: 'stale-edit' },
    });
  });

  test('makes a further organisation, of which nothing is seen afterwards', async () => {
    const administrator = { name: 'Eve', signInName: 'eve', password: 'given for the first day' };
    expect(await ida.ask('organisations.add', { name: 'Elsewhere', administrator })).toBeNull();
    const people = await ida.ask('people.list', {});
    expect(people.map((person) => person.signInName)).not.toContain('eve');
  });

  test('adds, scans and removes sources', async ({}, testInfo) => {
    const second = makeDir(testInfo, 'second-archive');
    const file = findFile(archiveDir, (one) => one.endsWith('.wav') && one.includes(TOLD_NUMBER));
    fs.copyFileSync(file, path.join(second, 'a.wav'));
    expect(await ida.ask('sources.inspect', { archiveDir: second })).toMatchObject({ filesLooked: 1 });
    const before = { archiveDir: second, timeZone: 'UTC', reading: PLAIN_READING };
    expect(await ida.ask('sources.tryFolder', before)).toMatchObject({ filesLooked: 1, notUnderstood: 1 });
    const given = { archiveDir: second, name: 'Second', reader: 'auto', timeZone: 'UTC' } as const;
    const { id: sourceId, recordings } = await ida.ask('sources.add', given);
    expect(recordings).toBe(1);
    const renamed = { sourceId, ...given, name: 'Renamed' };
    expect(await ida.ask('sources.save', renamed)).toMatchObject({ name: 'Renamed' });
    const tried = await ida.ask('sources.tryPattern', { sourceId, reading: PLAIN_READING });
    expect(tried).toMatchObject({ filesLooked: 1, matched: 0, examples: [{ fileName: 'a.wav' }] });
    expect(await ida.ask('sources.scan', { sourceId, everything: true })).toMatchObject({ state: 'done' });
    expect(await ida.ask('sources.stopScan', { sourceId })).toBeNull();
    expect(await ida.ask('sources.remove', { sourceId })).toBeNull();
    const sources = await ida.ask('sources.list', {});
    expect(sources).toMatchObject([{ name: 'archive', recordings: 28 }]);
    const { rows } = await ida.ask('findings.list', { sourceId: sources[0]!.id });
    expect(rows.length).toBeGreaterThan(5);
    const { files, kinds } = await ida.ask('findings.summary', { sourceId: sources[0]!.id });
    expect(files.seen).toBe(files.recordings + files.attached + files.histories + files.others);
    expect(kinds.map((each) => each.count)).toContain(rows.filter(({ kind }) => kind === 'empty').length);
  });

  test('holds, locks and deletes, and tells what was deleted', async () => {
    const ids = [id];
    expect(await ida.ask('holds.set', { ids, reason: 'District court' })).toBeNull();
    expect(await ida.ask('holds.list', {})).toMatchObject({
      rows: [{ recordingId: id, setBy: 'Ida Nordwind' }],
    });
    await changeOwn(ida, { replay: true, delete: true });
    expect(await ida.call('recordings.delete', { ids, reason: 'Too old' })).toMatchObject({
      error: { code: 'forbidden', details: { step: 'held' } },
    });
    expect(await ida.ask('holds.release', { ids, reason: 'Judgment is final' })).toBeNull();
    const locks = [{ subject: 'group', number: '999', days: 1826 }] as const;
    expect(await ida.ask('retention.save', { locks: [...locks] })).toEqual(locks);
    expect(await ida.call('retention.save', { locks: [] })).toMatchObject({ error: { reason: 'lock-kept' } });
    expect(await ida.ask('retention.list', {})).toEqual(locks);
    const outcome = await ida.ask('recordings.delete', { ids, reason: 'Too old' });
    expect(outcome).toEqual({ deleted: ids, failed: [], isStopped: false });
    expect(listFiles(archiveDir).filter((file) => path.basename(file).includes(TOLD_NUMBER))).toEqual([]);
    expect(await ida.ask('recordings.stopDelete', {})).toBeNull();
    const { rows } = await ida.ask('deletions.list', {});
    expect(rows).toMatchObject([
      { recordingId: id, stage: 'done', reason: 'Too old', userName: 'Ida Nordwind' },
    ]);
    expect(rows[0]?.files.map((file) => path.extname(file.path))).toEqual(['.wav', '.srt']);
  });

  test('signs in and out, locks, and keeps preferences, as windows do', async () => {
    await nobody.ask('session.signIn', { signInName: 'ida', password: PASSWORD });
    expect(await ida.ask('session.signOut', {})).toBeNull();
    expect(await ida.ask('session.lock', {})).toBeNull();
    expect(await nobody.call('session.unlock', { password: PASSWORD })).toMatchObject({
      error: { reason: 'signed-out' },
    });
    expect(await ida.ask('preferences.save', { density: 'compact' })).toMatchObject({ density: 'compact' });
  });

  test('has by then made every call of the contract, each in the trail as the command line’s', async () => {
    const rows: AuditEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<AuditEntry> = await ida.ask('audit.list', { cursor });
      rows.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(rows[0]).toMatchObject({ action: 'Read audit trail', userName: 'Ida Nordwind' });
    expect(new Set(rows.map((entry) => entry.client))).toEqual(new Set(['command line']));
    expect(rows.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['Set up', 'Search', 'Replay', 'Download', 'Delete recording', 'Add source']),
    );
    expect(await ida.ask('audit.verify', {})).toMatchObject({ firstBroken: null });
    expect([...tried].sort()).toEqual([...methods].sort());
  });
});

/** Gives the administrator the settings that no service right implies. */
async function changeOwn(ida: Terminal, change: Partial<UserSettings>): Promise<void> {
  const people = await ida.ask('people.list', {});
  const own = people.find((person) => person.signInName === ida.userName);
  const { userId, revision, ...read } = await ida.ask('people.get', { userId: own!.userId });
  const { name, signInName, email, profile, isActive, extensions } = read;
  const settings = { ...read.settings, ...change };
  const person = { name, signInName, email, profile, isActive, extensions, settings };
  await ida.ask('people.save', { userId, revision, person });
}

function findFile(dir: string, isIt: (file: string) => boolean): string {
  const file = listFiles(dir).find(isIt);
  if (file === undefined) throw new Error(`There is no such file in ${dir}.`);
  return file;
}

function listFiles(dir: string): readonly string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}
