// Deleting through the door, with real threads and real files: what goes, what stays, and what keeps it from going.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordingRow } from '../shared/model';
import type { PersonInput } from '../shared/people';
import { filesBelow } from './files-below.test-support';
import { openLedger } from './ledger/database';
import { openPeaksStore } from './peaks/store';
import type { Program } from './program';
import { TestProfile, TestWindow, ask, buildThreads, sampleDir, until } from './program.test-support';

const PASSWORD = 'a long enough password 7';
const MONITOR = path.join('monitor', '2026', '09');
/** Each test takes others, so that one program will do for all. */
const WITH_SCREEN = '18/rg-600-01713920041-20260918-081946-1789712386.2241';
const WITH_TRANSCRIPTS = {
  scanned: '21/external-202-08999998214-20260921-095909-1789977549.2283',
  several: '24/in-4989200300-08999998214-20260924-152409-1790256249.2363',
  changed: '30/internal-201-208-20260930-101630-1790756190.2448',
  linked: '07/external-205-+12125550147-20260907-165841-1788793121.1988',
  completed: '15/external-207-+442079460418-20260915-121434-1789467274.2165',
};
const PLAIN = {
  several: '17/external-204-+442079460418-20260917-114454-1789638294.2206',
  held: '25/external-206-03023125880-20260925-121835-1790331515.2375',
  heldMeanwhile: '28/external-201-+442079460123-20260928-134558-1790595958.2426',
  played: '29/external-212-06990009871-20260929-130151-1790679711.2440',
  kept: '09/out-017604069012-206-20260909-100853-1788941333.2041',
  undone: '02/out-02214710088-201-20260902-095754-1788335874.1879',
};
const isRoot = process.getuid?.() === 0;

let threadsDir: string;
let dir: string;
let archiveDir: string;
let profile: TestProfile;
let program: Program;
let ada: TestWindow;

beforeAll(async () => {
  threadsDir = await buildThreads();
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-delete-'));
  archiveDir = path.join(dir, 'archive');
  cpSync(path.join(sampleDir, 'freepbx', MONITOR), path.join(archiveDir, MONITOR), {
    recursive: true,
    preserveTimestamps: true,
  });
  cpSync(
    path.join(sampleDir, 'freepbx', 'monitor', '2026', '08', '28'),
    path.join(archiveDir, 'monitor', '2026', '08', '28'),
    { recursive: true },
  );
  cpSync(path.join(sampleDir, 'freepbx', 'log'), path.join(archiveDir, 'log'), { recursive: true });
  profile = new TestProfile(threadsDir);
  program = profile.open();
  ada = new TestWindow('window of ada');
  program.connect(ada);
  const administrator = { name: 'Ada', signInName: 'ada', password: PASSWORD };
  await ask(program, ada, 'setup.complete', {
    ...{ archiveDir, timeZone: 'Europe/Berlin', organisation: 'Marrowby', administrator },
  });
  await until(async () => (await sourceOf())?.lastScan?.state === 'done');
  await change({ replay: true, delete: true });
}, 60_000);
afterAll(async () => {
  await profile.remove();
  rmSync(dir, { recursive: true, force: true });
  rmSync(threadsDir, { recursive: true, force: true });
});

async function sourceOf() {
  return (await ask(program, ada, 'sources.list', {}))[0];
}

async function change(settings: Partial<PersonInput['settings']>): Promise<void> {
  const [row] = await ask(program, ada, 'people.list', {});
  const details = await ask(program, ada, 'people.get', { userId: row?.userId ?? '' });
  const { userId, revision, name, signInName, email, profile: role, isActive, extensions } = details;
  const changed = { ...details.settings, ...settings };
  const person = { name, signInName, email, profile: role, isActive, extensions, settings: changed };
  await ask(program, ada, 'people.save', { userId, revision, person });
}

async function list(): Promise<readonly RecordingRow[]> {
  return (await ask(program, ada, 'recordings.list', { limit: 1000 })).rows;
}

async function idOf(name: string): Promise<string> {
  for (const { id } of await list()) {
    const { technical } = await ask(program, ada, 'recordings.get', { id });
    if (technical.fileName.startsWith(path.posix.basename(name))) return id;
  }
  throw new Error(`${name} is not listed.`);
}

/** Files whose names begin so, in order. */
function filesOf(name: string): string[] {
  const folder = path.join(archiveDir, MONITOR, path.dirname(name));
  return readdirSync(folder)
    .filter((each) => each.startsWith(path.basename(name)))
    .sort();
}

function staged(): string[] {
  return filesBelow(archiveDir).filter((each) => each.includes('.hearback-deleting'));
}

async function trail(...actions: string[]) {
  const { rows } = await ask(program, ada, 'audit.list', {});
  return rows
    .filter((row) => actions.includes(row.action))
    .map(({ action, details }) => ({ action, details }));
}

it('deletes the files, the row and the wave, and keeps who, when, what and why with each hash', async () => {
  await change({ viewScreen: false });
  const id = await idOf(WITH_SCREEN);
  await ask(program, ada, 'recordings.peaks', { id });
  const names = filesOf(WITH_SCREEN);
  expect(names.map((name) => path.extname(name))).toEqual(['.WAV', '.json', '.webm']);
  const hashes = names.map((name) =>
    createHash('sha256')
      .update(readFileSync(path.join(archiveDir, MONITOR, '18', name)))
      .digest('hex'),
  );
  const before = await list();
  const outcome = await ask(program, ada, 'recordings.delete', { ids: [id], reason: 'Asked by the caller' });
  expect(outcome).toEqual({ deleted: [id], failed: [], isStopped: false });
  expect(filesOf(WITH_SCREEN)).toEqual([]);
  expect(staged()).toEqual([]);
  expect(await list()).toHaveLength(before.length - 1);
  const gone = { code: 'not-found', reason: 'not-found' };
  await expect(ask(program, ada, 'recordings.get', { id })).rejects.toMatchObject(gone);
  const [told] = (await ask(program, ada, 'deletions.list', {})).rows;
  expect(told).toMatchObject({
    recordingId: id,
    stage: 'done',
    userName: 'Ada',
    reason: 'Asked by the caller',
    facts: { kind: 'call', group: '600', path: `monitor/2026/09/${WITH_SCREEN}.WAV` },
  });
  expect(told?.files.map((file) => file.sha256).sort()).toEqual([...hashes].sort());
  const entries = await trail('Delete recording', 'Recording deleted');
  expect(entries.map((entry) => entry.action)).toEqual(['Recording deleted', 'Delete recording']);
  for (const hash of hashes) expect(entries[1]?.details).toContain(hash);
  const peaks = openPeaksStore(profile.paths.peaks);
  expect(peaks.get('SELECT 1 FROM peaks WHERE recording_id = ?', [id])).toBeUndefined();
  peaks.close();
});

it('does not come back by a scan, while call history and its neighbours stay as they are', async () => {
  const id = await idOf(WITH_TRANSCRIPTS.scanned);
  const history = readFileSync(path.join(archiveDir, 'log', 'cdr-csv', 'Master.csv'));
  const others = (await list()).map((row) => row.id).filter((each) => each !== id);
  await ask(program, ada, 'recordings.delete', { ids: [id], reason: '' });
  const sourceId = (await sourceOf())?.id ?? '';
  await ask(program, ada, 'sources.scan', { sourceId, everything: true });
  await until(async () => (await sourceOf())?.lastScan?.state === 'done');
  expect((await list()).map((row) => row.id).sort()).toEqual(others.sort());
  expect(readFileSync(path.join(archiveDir, 'log', 'cdr-csv', 'Master.csv')).equals(history)).toBe(true);
});

it('deletes several, tells how far it is, and says which could not be deleted and why', async () => {
  const [held, other] = [await idOf(PLAIN.several), await idOf(WITH_TRANSCRIPTS.several)];
  await ask(program, ada, 'holds.set', { ids: [held], reason: 'Court of Marrowby, 7 C 12' });
  const unknown = 'ffffffffffffffff';
  const outcome = await ask(program, ada, 'recordings.delete', { ids: [held, other, unknown], reason: '' });
  expect(outcome.deleted).toEqual([other]);
  expect(outcome.failed.map(({ id, error }) => [id, error.reason, error.details?.['step']])).toEqual([
    [held, 'forbidden', 'held'],
    [unknown, 'not-found', undefined],
  ]);
  expect(ada.heardOf('delete.progressed').at(-1)).toEqual({ done: 3, total: 3 });
  expect(filesOf(PLAIN.several)).toHaveLength(1);
});

it('deletes nothing that is held, until the hold is released', async () => {
  const id = await idOf(PLAIN.held);
  await ask(program, ada, 'holds.set', { ids: [id], reason: 'Court' });
  expect((await list()).find((row) => row.id === id)?.isHeld).toBe(true);
  const held = { code: 'forbidden', details: { step: 'held' } };
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject(held);
  const [newest] = (await ask(program, ada, 'holds.list', {})).rows;
  expect(newest).toMatchObject({ recordingId: id, reason: 'Court', setBy: 'Ada', recording: { id } });
  await ask(program, ada, 'holds.release', { ids: [id], reason: 'Case closed' });
  const stillHeld = (await ask(program, ada, 'holds.list', {})).rows.map((row) => row.recordingId);
  expect(stillHeld).not.toContain(id);
  expect((await trail('Set hold', 'Release hold'))[0]?.details).toContain('Case closed');
  await ask(program, ada, 'recordings.delete', { ids: [id], reason: '' });
  expect(filesOf(PLAIN.held)).toEqual([]);
});

it('lets a hold that another process sets win, also when the files are already put aside', async () => {
  const id = await idOf(PLAIN.heldMeanwhile);
  const other = openLedger(profile.paths.ledger);
  // Set as soon as the intent is in the ledger: from then on files are being put aside.
  other.exec(`CREATE TRIGGER set_hold AFTER INSERT ON deletion BEGIN
    INSERT INTO hold (organisation_id, recording_id, reason, set_by, set_at_ms)
    VALUES (NEW.organisation_id, NEW.recording_id, 'Court', NEW.user_id, 1); END`);
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
    details: { step: 'held' },
  });
  other.exec('DROP TRIGGER set_hold');
  other.close();
  expect(filesOf(PLAIN.heldMeanwhile)).toHaveLength(1);
  expect(staged()).toEqual([]);
  const [newest] = (await ask(program, ada, 'deletions.list', {})).rows;
  expect(newest).toMatchObject({ recordingId: id, stage: 'undone' });
  expect(await trail('Delete taken back')).toHaveLength(1);
});

it('keeps what a retention lock covers, and lets nobody shorten or remove the lock', async () => {
  const row = (await list()).find((each) => each.group !== null);
  const [id, number] = [row?.id ?? '', row?.group?.number ?? ''];
  const lock = { subject: 'group', number, days: 36_500 } as const;
  expect(await ask(program, ada, 'retention.save', { locks: [lock] })).toEqual([lock]);
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
    details: { step: 'retentionLocked' },
  });
  for (const locks of [[], [{ ...lock, days: 36_499 }]]) {
    const kept = { code: 'conflict', reason: 'lock-kept' };
    await expect(ask(program, ada, 'retention.save', { locks })).rejects.toMatchObject(kept);
  }
  const longer = { ...lock, days: 36_525 };
  expect(await ask(program, ada, 'retention.save', { locks: [longer] })).toEqual([longer]);
  expect(await trail('Change retention locks')).toHaveLength(2);
});

it('needs the right of the moment, and says nothing of what one may not list', async () => {
  const id = await idOf(PLAIN.kept);
  await change({ delete: false });
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
    details: { step: 'deleteOff' },
  });
  expect(filesOf(PLAIN.kept)).toHaveLength(1);
  await change({ delete: true });
});

it('ends what is playing of it', async () => {
  const id = await idOf(PLAIN.played);
  await ask(program, ada, 'recordings.play', { id });
  await ask(program, ada, 'recordings.delete', { ids: [id], reason: '' });
  expect(ada.heardOf('play.ended')).toEqual([{ id, reason: 'recording-deleted' }]);
  await expect(ask(program, ada, 'recordings.whyStopped', { id })).rejects.toMatchObject({
    reason: 'recording-deleted',
  });
});

it('touches nothing where the recording is not the file that was scanned, or its drive is away', async () => {
  const before = (await ask(program, ada, 'deletions.list', {})).rows.length;
  const id = await idOf(WITH_TRANSCRIPTS.changed);
  const filePath = path.join(archiveDir, MONITOR, `${WITH_TRANSCRIPTS.changed}.WAV`);
  writeFileSync(filePath, 'another file');
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
    reason: 'media-changed',
  });
  expect(filesOf(WITH_TRANSCRIPTS.changed)).toHaveLength(2);
  renameSync(archiveDir, `${archiveDir} elsewhere`);
  await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
    reason: 'volume-away',
  });
  renameSync(`${archiveDir} elsewhere`, archiveDir);
  expect((await ask(program, ada, 'deletions.list', {})).rows).toHaveLength(before);
});

it.skipIf(isRoot || process.platform === 'win32')(
  'leaves all as it was in a folder that cannot be written',
  async () => {
    const id = await idOf(WITH_TRANSCRIPTS.linked);
    const folder = path.join(archiveDir, MONITOR, '07');
    chmodSync(folder, 0o555);
    await expect(ask(program, ada, 'recordings.delete', { ids: [id], reason: '' })).rejects.toMatchObject({
      reason: 'file-protected',
    });
    chmodSync(folder, 0o755);
    expect(filesOf(WITH_TRANSCRIPTS.linked)).toHaveLength(2);
    expect((await list()).some((row) => row.id === id)).toBe(true);
  },
);

it.skipIf(process.platform === 'win32')('follows no link out of the archive', async () => {
  const id = await idOf(WITH_TRANSCRIPTS.linked);
  const outside = path.join(dir, 'outside');
  const folder = path.join(archiveDir, MONITOR, '07');
  renameSync(folder, outside);
  symlinkSync(outside, folder);
  await ask(program, ada, 'recordings.delete', { ids: [id], reason: '' }).catch(() => undefined);
  expect(readdirSync(outside).filter((name) => name.startsWith('external-205'))).toHaveLength(2);
});

it('takes back at a start what was cut short before its point of no return, and completes what was cut short after it', async () => {
  const [undone, completed] = [await idOf(PLAIN.undone), await idOf(WITH_TRANSCRIPTS.completed)];
  await profile.close(program);
  const ledger = openLedger(profile.paths.ledger);
  const plant = (id: string, stage: string, name: string, stagedName: string) => {
    const filePath = path.join(archiveDir, MONITOR, `${name}.WAV`);
    const there = existsSync(filePath) ? filePath : path.join(archiveDir, MONITOR, `${name}.wav`);
    const relative = path.relative(archiveDir, there).split(path.sep).join('/');
    utimesSync(there, 1_700_000_000, 1_700_000_000);
    const bytes = readFileSync(there);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = {
      path: relative,
      stagedName,
      sizeBytes: bytes.length,
      modifiedAtMs: 1_700_000_000_000,
      sha256,
    };
    ledger.run(
      `INSERT INTO deletion (organisation_id, source_id, recording_id, user_id, reason, stage, facts, files, intended_at_ms)
       SELECT 1, 1, ?, id, '', ?, ?, ?, 1 FROM user`,
      [id, stage, JSON.stringify({ path: relative, parties: [] }), JSON.stringify([file])],
    );
    renameSync(there, path.join(path.dirname(there), stagedName));
  };
  plant(undone, 'intended', PLAIN.undone, '.hearback-deleting-a');
  plant(completed, 'committed', WITH_TRANSCRIPTS.completed, '.hearback-deleting-b');
  ledger.close();
  program = profile.open();
  await program.recover();
  expect(staged()).toEqual([]);
  expect(filesOf(PLAIN.undone)).toHaveLength(1);
  expect(filesOf(WITH_TRANSCRIPTS.completed).filter((name) => /wav$/i.test(name))).toEqual([]);
  program.connect(ada);
  await ask(program, ada, 'session.signIn', { signInName: 'ada', password: PASSWORD });
  const ids = (await list()).map((row) => row.id);
  expect([ids.includes(undone), ids.includes(completed)]).toEqual([true, false]);
  const { rows } = await ask(program, ada, 'deletions.list', {});
  expect(rows.slice(0, 2).map((row) => row.stage)).toEqual(['done', 'undone']);
  expect(program.notices()).toEqual([]);
});

it('forgets the waves of a source that is taken out', async () => {
  const id = await idOf(PLAIN.kept);
  await ask(program, ada, 'recordings.peaks', { id });
  const peaks = openPeaksStore(profile.paths.peaks);
  expect(peaks.get('SELECT 1 FROM peaks')).toBeDefined();
  await ask(program, ada, 'sources.remove', { sourceId: (await sourceOf())?.id ?? '' });
  await until(() => peaks.get('SELECT 1 FROM peaks') === undefined);
  peaks.close();
});
