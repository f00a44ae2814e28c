import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceSummary } from '../shared/source-model';
import { answerMedia } from './door/media';
import { commandLine } from './door/client';
import { takeScanLock } from './profile-lock';
import type { Program } from './program';
import { findDamage, openDatabases } from './program-databases';
import { TestProfile, TestWindow, ask, buildThreads, projectDir, until } from './program.test-support';
import { openCatalog } from './catalog/database';
import { openLedger } from './ledger/database';

const person = { name: 'Ida', signInName: 'ida', password: 'a long enough secret' };
const signInInput = { signInName: person.signInName, password: person.password };
const realArchive = path.join(
  projectDir,
  'e2e',
  'archive',
  'asterisk-22',
  'var',
  'spool',
  'asterisk',
  'monitor',
);

let threadsDir: string;
/** A profile that was set up on a small archive of its own and closed; each test takes a copy. */
let made: TestProfile;
let madeArchive: string;

let profile: TestProfile;
let archiveDir: string;

beforeAll(async () => {
  threadsDir = await buildThreads();
  made = new TestProfile(threadsDir);
  madeArchive = mkdtempSync(path.join(tmpdir(), 'hearback-archive-'));
  cpSync(realArchive, path.join(madeArchive, 'calls'), { recursive: true, preserveTimestamps: true });
  const program = made.open();
  const window = new TestWindow('window');
  program.connect(window);
  await ask(program, window, 'setup.complete', {
    archiveDir: madeArchive,
    timeZone: 'UTC',
    organisation: 'Small Ltd',
    administrator: person,
  });
  await scanIsDone(program, window);
  await made.close(program);
}, 60_000);
afterAll(async () => {
  await made.remove();
  rmSync(madeArchive, { recursive: true, force: true });
  rmSync(threadsDir, { recursive: true, force: true });
});
beforeEach(() => {
  profile = new TestProfile(threadsDir);
  archiveDir = madeArchive;
  cpSync(made.paths.dir, profile.paths.dir, { recursive: true });
});
afterEach(() => profile.remove());

async function sourceOf(program: Program, window: TestWindow): Promise<SourceSummary> {
  const [source] = await ask(program, window, 'sources.list', {});
  if (!source) throw new Error('There is no source.');
  return source;
}
async function scanIsDone(program: Program, window: TestWindow): Promise<SourceSummary> {
  await until(async () => {
    const state = (await sourceOf(program, window)).lastScan?.state;
    return state === 'done' || state === 'failed' || state === 'stopped';
  });
  return sourceOf(program, window);
}
async function takeLockWhenFree(): Promise<() => void> {
  let release: (() => void) | undefined;
  await until(() => {
    release = takeScanLock(profile.paths.dir);
    return release !== undefined;
  });
  return () => release?.();
}
/** A window of its own archive: what it changes in the folder, no other test sees. */
async function openOwn(): Promise<{ program: Program; window: TestWindow; source: SourceSummary }> {
  archiveDir = mkdtempSync(path.join(tmpdir(), 'hearback-archive-'));
  cpSync(madeArchive, archiveDir, { recursive: true, preserveTimestamps: true });
  const program = profile.open();
  const window = await signedIn(program);
  // The look for news after signing in has ended before the folder changes under it.
  await until(() => Promise.resolve(window.heardOf('scan.progressed').some((one) => one.state === 'done')));
  const before = await sourceOf(program, window);
  const { id: sourceId, name, reader, timeZone } = before;
  await ask(program, window, 'sources.save', { sourceId, archiveDir, name, reader, timeZone });
  const source = await scanIsDone(program, window);
  return { program, window, source };
}
async function signedIn(program: Program): Promise<TestWindow> {
  const window = new TestWindow(`window ${String(Math.random())}`);
  program.connect(window);
  await ask(program, window, 'session.signIn', signInInput);
  return window;
}
async function firstWav(program: Program, window: TestWindow): Promise<{ id: string; filePath: string }> {
  const { rows } = await ask(program, window, 'recordings.list', {});
  for (const { id } of rows) {
    const { technical } = await ask(program, window, 'recordings.get', { id });
    if (technical.fileName.endsWith('.wav')) return { id, filePath: find(archiveDir, technical.fileName) };
  }
  throw new Error('There is no WAV.');
}
function find(dir: string, fileName: string): string {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const filePath = path.join(dir, entry.name);
    if (entry.name === fileName) return filePath;
    if (!entry.isDirectory()) continue;
    const found = find(filePath, fileName);
    if (found !== '') return found;
  }
  return '';
}
describe('a copy', () => {
  it('takes no place in the archive or in the profile, whatever was chosen in the dialog', async () => {
    const { program, window } = await openOwn();
    const [ida] = await ask(program, window, 'people.list', {});
    const userId = ida?.userId ?? '';
    const { revision, settings } = await ask(program, window, 'people.get', { userId });
    const { name, signInName } = person;
    const mayDownload = { ...settings, replay: true, download: true };
    const whole = { name, signInName, email: '', isActive: true, extensions: [], settings: mayDownload };
    await ask(program, window, 'people.save', { userId, revision, person: { ...whole, profile: 'normal' } });
    const { id, filePath } = await firstWav(program, window);
    const { rows } = await ask(program, window, 'recordings.list', {});
    const other = rows.find((row) => row.id !== id)?.id ?? '';
    const before = readFileSync(filePath);
    const linked = path.join(profile.paths.dir, 'link');
    symlinkSync(path.dirname(filePath), linked, 'junction');
    for (const chosen of [
      filePath,
      path.join(linked, 'copy.wav'),
      path.join(profile.paths.dir, 'ledger.db'),
    ]) {
      window.chosenFile = chosen;
      await expect(
        ask(program, window, 'recordings.download', { id: other, acceptsNotice: true }),
      ).rejects.toMatchObject({ reason: 'target-unwritable' });
    }
    expect(readFileSync(filePath).equals(before)).toBe(true);
    expect(existsSync(path.join(path.dirname(filePath), 'copy.wav'))).toBe(false);
  });
});

describe('a profile of a newer version', () => {
  it.each(['ledger', 'catalog'] as const)('is refused because of its %s, and left as it is', (which) => {
    const db = { ledger: openLedger, catalog: openCatalog }[which](profile.paths[which]);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(profile.paths[which]);
    expect(() => profile.open()).toThrow(
      expect.objectContaining({ code: 'unavailable', reason: 'profile-newer' }),
    );
    expect(readFileSync(profile.paths[which]).equals(before)).toBe(true);
  });
});

describe('a damaged profile', () => {
  it('is refused because of its ledger, and left as it is', () => {
    writeFileSync(profile.paths.ledger, 'spoilt');
    expect(() => profile.open()).toThrow(expect.objectContaining({ reason: 'profile-damaged' }));
    expect(readFileSync(profile.paths.ledger, 'utf8')).toBe('spoilt');
  });

  it('has its catalog set aside and made anew, and says so', async () => {
    rmSync(`${profile.paths.catalog}-wal`, { force: true });
    rmSync(`${profile.paths.catalog}-shm`, { force: true });
    writeFileSync(profile.paths.catalog, 'spoilt'.repeat(1000));
    const program = profile.open();
    const window = await signedIn(program);
    expect((await ask(program, window, 'system.status', {})).notices).toContain('catalog-rebuilt');
    await until(async () => (await ask(program, window, 'recordings.count', {})).count > 0);
    await until(() => window.heardOf('library.changed').length > 0);
    const kept = readdirSync(profile.paths.dir).filter((name) => name.startsWith('catalog.damaged-'));
    expect(readFileSync(path.join(profile.paths.dir, kept[0] ?? ''), 'utf8')).toContain('spoilt');
  });

  it('is looked at closely by the next start when something looked wrong', () => {
    const { ledger, catalog } = openDatabases(profile.paths);
    expect(findDamage(profile.paths, ledger)).toBe('catalog-damaged');
    ledger.close();
    catalog.close();
    const again = openDatabases(profile.paths);
    expect(again.isCatalogRebuilt).toBe(false);
    again.ledger.close();
    again.catalog.close();
    expect(existsSync(path.join(profile.paths.dir, 'catalog-suspect'))).toBe(false);
  });
});

describe('a profile of an older version', () => {
  it('has its catalog made anew from the archive, and says so', async () => {
    const catalog = openCatalog(profile.paths.catalog);
    catalog.exec('DROP TABLE visibility; PRAGMA user_version = 1');
    catalog.close();
    const program = profile.open();
    const window = await signedIn(program);
    expect((await ask(program, window, 'system.status', {})).notices).toContain('catalog-rebuilt');
    await until(async () => (await ask(program, window, 'recordings.count', {})).count > 0);
    expect(readdirSync(profile.paths.dir).filter((name) => name.startsWith('catalog.damaged-'))).toEqual([]);
  });
});

describe('two processes on one profile', () => {
  it('do not scan at once', async () => {
    const program = profile.open();
    const window = await signedIn(program);
    const { id: sourceId } = await scanIsDone(program, window);
    await until(() => {
      const release = takeScanLock(profile.paths.dir);
      release?.();
      return release !== undefined;
    });
    const release = takeScanLock(profile.paths.dir);
    await expect(ask(program, window, 'sources.scan', { sourceId })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'profile-in-use',
    });
    release?.();
    await ask(program, window, 'sources.scan', { sourceId, everything: true });
    expect((await scanIsDone(program, window)).lastScan?.state).toBe('done');
  });

  it('change no source while the other scans, so that none is left half changed', async () => {
    const { program, window, source } = await openOwn();
    const release = await takeLockWhenFree();
    const inUse = { code: 'conflict', reason: 'profile-in-use' };
    const { id: sourceId, name, reader } = source;
    const { count } = await ask(program, window, 'recordings.count', {});
    expect(count).toBeGreaterThan(0);
    const moved = { sourceId, archiveDir, name, reader, timeZone: 'Asia/Tokyo' };
    await expect(ask(program, window, 'sources.save', moved)).rejects.toMatchObject(inUse);
    await expect(ask(program, window, 'sources.remove', { sourceId })).rejects.toMatchObject(inUse);
    expect(await sourceOf(program, window)).toMatchObject({ id: sourceId, timeZone: source.timeZone });
    // A name needs no scan.
    const renamed = { sourceId, archiveDir, name: 'Renamed', reader, timeZone: source.timeZone };
    expect(await ask(program, window, 'sources.save', renamed)).toMatchObject({ name: 'Renamed' });
    release();
    await ask(program, window, 'sources.remove', { sourceId });
    expect(await ask(program, window, 'recordings.count', {})).toMatchObject({ count: 0 });
  });

  it('take out of the catalog what a killed removal has left in it', async () => {
    const ledger = openLedger(profile.paths.ledger);
    ledger.run('UPDATE source SET is_removed = 1');
    ledger.close();
    const program = profile.open();
    const window = await signedIn(program);
    await until(async () => (await ask(program, window, 'recordings.count', {})).count === 0);
  });

  it('see at once what the other has changed, and a play ends within a second', async () => {
    const program = profile.open();
    const window = await signedIn(program);
    const { id } = await firstWav(program, window);
    const { url } = await ask(program, window, 'recordings.play', { id });
    const response = await answerMedia(
      { url, method: 'GET', headers: new Headers() },
      program.mediaOf(window.id, 'app://hearback'),
    );
    const other = profile.open();
    const terminal = commandLine();
    other.connect(terminal);
    await ask(other, terminal, 'session.signIn', signInInput);
    const [one] = await ask(other, terminal, 'people.list', {});
    const input = { signInName: 'two', name: 'Two', email: '', profile: 'normal', isActive: true } as const;
    const { settings } = await ask(other, terminal, 'people.get', { userId: one?.userId ?? '' });
    const two = await ask(other, terminal, 'people.save', {
      userId: null,
      revision: null,
      person: { ...input, extensions: [], settings },
    });
    const groups = await ask(other, terminal, 'rightsGroups.list', {});
    const administrators = groups.find((group) => group.rights.includes('mediaManagerAdministrator'));
    const rightsGroupIds = [administrators?.rightsGroupId ?? ''];
    await ask(other, terminal, 'people.setRightsGroups', { userId: two.userId, rightsGroupIds });
    await ask(other, terminal, 'people.setPassword', { userId: two.userId, password: 'another long secret' });
    await ask(other, terminal, 'people.setRightsGroups', { userId: one?.userId ?? '', rightsGroupIds: [] });
    const saidAtMs = Date.now();
    await until(() => window.heardOf('play.ended').length > 0);
    expect(Date.now() - saidAtMs).toBeLessThan(1000);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });
});

describe('an archive that changes under the program', () => {
  it('goes away: the list stays, a play says why, a scan takes nothing out, and all is well when it is back', async () => {
    const { program, window, source } = await openOwn();
    const { id } = await firstWav(program, window);
    const away = `${archiveDir}-away`;
    renameSync(archiveDir, away);
    await expect(ask(program, window, 'recordings.play', { id })).rejects.toMatchObject({
      reason: 'volume-away',
    });
    await expect(
      ask(program, window, 'recordings.download', { id, acceptsNotice: true }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect((await sourceOf(program, window)).presence).toBe('away');
    await ask(program, window, 'sources.scan', { sourceId: source.id });
    expect((await scanIsDone(program, window)).lastScan).toMatchObject({
      state: 'failed',
      failure: { reason: 'volume-away' },
    });
    const listed = await ask(program, window, 'recordings.list', {});
    expect(listed.rows.length).toBe(source.recordings);
    expect(listed.rows[0]?.presence).toBe('away');
    renameSync(away, archiveDir);
    expect((await sourceOf(program, window)).presence).toBe('present');
    expect((await ask(program, window, 'recordings.play', { id })).url).toContain('media://');
    rmSync(archiveDir, { recursive: true });
  });

  it('loses a file, or has another in its place: neither is played', async () => {
    const { program, window } = await openOwn();
    const { id, filePath } = await firstWav(program, window);
    const { mtime, size } = statSync(filePath);
    const { url } = await ask(program, window, 'recordings.play', { id });
    writeFileSync(filePath, Buffer.alloc(size + 2, 1));
    utimesSync(filePath, mtime, mtime);
    const fetched = await answerMedia(
      { url, method: 'GET', headers: new Headers() },
      program.mediaOf(window.id, 'app://hearback'),
    );
    expect(fetched.status).toBe(500);
    await expect(ask(program, window, 'recordings.whyStopped', { id })).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'media-changed',
    });
    await expect(ask(program, window, 'recordings.play', { id })).rejects.toMatchObject({
      reason: 'media-changed',
    });
    await expect(ask(program, window, 'recordings.peaks', { id })).rejects.toMatchObject({
      reason: 'media-changed',
    });
    rmSync(filePath);
    await expect(ask(program, window, 'recordings.play', { id })).rejects.toMatchObject({
      reason: 'media-missing',
    });
    rmSync(archiveDir, { recursive: true });
  });
});

it('refuses a folder that is no archive with its reason, and adds nothing', async () => {
  const program = profile.open();
  const window = await signedIn(program);
  const refused = [
    [path.join(profile.paths.dir, '..', 'hearback-nowhere'), 'folder-missing'],
    ['calls', 'folder-missing'],
    [profile.paths.dir, 'folder-inside-profile'],
    [path.join(profile.paths.dir, 'browser'), 'folder-inside-profile'],
    [path.join(projectDir, 'package.json'), 'folder-is-file'],
    [path.join(madeArchive, 'calls'), 'folder-already-source'],
  ] as const;
  for (const [folder, reason] of refused) {
    const input = { archiveDir: folder, name: 'New', reader: 'auto', timeZone: 'UTC' } as const;
    await expect(ask(program, window, 'sources.add', input), folder).rejects.toMatchObject({ reason });
  }
  const tried = {
    archiveDir: madeArchive,
    timeZone: 'Nowhere/Else',
    reading: { pattern: null, mapping: [] },
  };
  await expect(ask(program, window, 'sources.tryFolder', tried)).rejects.toMatchObject({
    ...{ code: 'invalid-input', reason: 'zone-unknown' },
  });
  expect(await ask(program, window, 'sources.list', {})).toHaveLength(1);
});
