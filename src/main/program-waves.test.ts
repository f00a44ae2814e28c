import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Program } from './program';
import { ask, buildThreads, TestProfile, TestWindow, until } from './program.test-support';

let threadsDir: string;
let profile: TestProfile;
let program: Program;
let archiveDir: string;
const ida = new TestWindow('ida');

beforeAll(async () => {
  threadsDir = await buildThreads();
});
afterAll(() => rmSync(threadsDir, { recursive: true, force: true }));
beforeEach(() => {
  profile = new TestProfile(threadsDir);
  archiveDir = mkdtempSync(path.join(tmpdir(), 'hearback-waves-'));
  program = profile.open();
  ida.heard.length = 0;
});
afterEach(async () => {
  await profile.remove();
  rmSync(archiveDir, { recursive: true, force: true });
});

/** Three seconds of a tone on each channel, as loud as given. */
function record(name: string, ...volumes: readonly number[]): void {
  const channels = volumes.map((volume) => `1v${volume}`);
  const tone = ['synth', '3', 'sine', '500', 'remix', ...channels];
  execFileSync('sox', ['-D', '-n', '-r', '8000', '-b', '16', path.join(archiveDir, name), ...tone]);
}

const NAME = (second: number) =>
  `in-4989200300-1555010${second}-20260901-10000${second}-178824960${second}.1.wav`;

async function setUp(): Promise<string> {
  program.connect(ida);
  await ask(program, ida, 'setup.complete', {
    archiveDir,
    timeZone: 'Europe/Berlin',
    organisation: 'Quiet Ltd',
    administrator: { name: 'Ida', signInName: 'ida', password: 'a long enough secret' },
  });
  let id = '';
  await until(async () => {
    const [source] = await ask(program, ida, 'sources.list', {});
    id = source?.id ?? '';
    return source?.lastScan?.state === 'done';
  });
  return id;
}

it('looks at the sound of every recording after a scan, and says which are silent and which have one side only', async () => {
  record(NAME(1), 0.5, 0.4);
  record(NAME(2), 0.0005, 0);
  record(NAME(3), 0, 0.5);
  record(NAME(4), 0.5);
  const sourceId = await setUp();
  await until(async () => (await ask(program, ida, 'findings.summary', { sourceId })).soundChecked === 4);
  const { kinds } = await ask(program, ida, 'findings.summary', { sourceId });
  const [silent, oneSided] = ['silent', 'one-sided'].map((kind) => kinds.find((one) => one.kind === kind));
  expect(silent).toMatchObject({ count: 1, examples: [{ kind: 'silent', path: NAME(2) }] });
  expect(silent?.examples[0]?.recordingId).toMatch(/^[0-9a-f]{16}$/);
  expect(oneSided).toMatchObject({ count: 1, examples: [{ kind: 'one-sided', path: NAME(3) }] });
  expect(oneSided?.examples[0]?.detail).toContain('Channel 1 of 2');
  const all = await ask(program, ida, 'findings.list', { sourceId, cursor: null });
  const more = await ask(program, ida, 'findings.list', { sourceId, cursor: all.nextCursor });
  expect([...all.rows, ...more.rows].map((finding) => finding.path).sort()).toEqual([NAME(2), NAME(3)]);
  expect(more.nextCursor).toBeNull();
  const only = await ask(program, ida, 'findings.list', { sourceId, kind: 'one-sided' });
  expect(only.rows.map((finding) => finding.path)).toEqual([NAME(3)]);
  await expect(
    ask(program, ida, 'findings.list', { sourceId, kind: 'silent', cursor: '5' }),
  ).rejects.toMatchObject({ code: 'invalid-input' });
});

it('has the wave of a recording that nobody has opened yet, and tells nobody that it drew it', async () => {
  record(NAME(1), 0.5);
  const sourceId = await setUp();
  const heardBefore = ida.heard.length;
  await until(async () => (await ask(program, ida, 'findings.summary', { sourceId })).soundChecked === 1);
  const [id = ''] = (await ask(program, ida, 'recordings.list', {})).rows.map((row) => row.id);
  const told = ida.heard.slice(heardBefore).map((event) => event.name);
  expect(told.filter((name) => name !== 'library.changed' && name !== 'scan.progressed')).toEqual([]);
  // Only the store can have it: the file is not there any more.
  renameSync(path.join(archiveDir, NAME(1)), path.join(archiveDir, 'elsewhere'));
  writeFileSync(path.join(archiveDir, NAME(1)), '');
  const drawn = await ask(program, ida, 'recordings.peaks', { id });
  expect(
    Buffer.from(drawn?.peaks ?? '', 'base64')
      .subarray(30, 100)
      .every((peak) => peak > 50),
  ).toBe(true);
});

it('looks again at a file that has changed', async () => {
  record(NAME(1), 0.5);
  const sourceId = await setUp();
  const silent = async () => {
    const { kinds } = await ask(program, ida, 'findings.summary', { sourceId });
    return kinds.find((one) => one.kind === 'silent')?.count ?? 0;
  };
  await until(async () => (await ask(program, ida, 'findings.summary', { sourceId })).soundChecked === 1);
  expect(await silent()).toBe(0);
  record(NAME(1), 0);
  writeFileSync(path.join(archiveDir, 'notes.txt'), 'changes the folder');
  await ask(program, ida, 'sources.scan', { sourceId, everything: true });
  await until(async () => (await silent()) === 1);
});
