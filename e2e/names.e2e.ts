/** An archive of every name that a file system allows: all of it is listed and played, or said; also while it is away. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { toTone } from './canary-archive';
import type { Console } from './console';
import { callOrThrow, callRaw, listAll, makeDir, scanIsDone, startOnArchive } from './console';

/** Linux alone takes them all. */
test.skip(process.platform !== 'linux');

const LONG_FOLDERS = Array.from({ length: 12 }, (_, n) => `${String(n)}-${'folder'.repeat(15)}`).join('/');
/** Each is told from the others by its length in seconds: its place here. */
const NAMES = [
  'call.wav',
  'CALL.wav',
  'Call.WAV',
  'CON.wav',
  'aux',
  'nul.wav',
  'trailing dot..wav',
  'trailing blank .wav',
  'folder with a dot./one.wav',
  'folder with a blank /one.wav',
  '...wav',
  '%2e%2e%2f.wav',
  'a#b?c&d;e.wav',
  'back\\slash.wav',
  'quote".wav',
  'line\nfeed.wav',
  'bell\u0007.wav',
  'left\u202Ewav.3pm.wav',
  'Müller.wav',
  'Mu\u0308ller.wav',
  '通話'.repeat(40) + '.wav',
  '📞'.repeat(60) + '.wav',
  `${'x'.repeat(251)}.wav`,
  `${LONG_FOLDERS}/deep.wav`,
] as const;

let hearback: Console;
let archiveDir: string;

test.beforeAll(async ({}, testInfo) => {
  archiveDir = makeDir(testInfo, 'archive');
  NAMES.forEach((name, n) => write(name, toTone(n + 1)));
  const outside = makeDir(testInfo, 'outside');
  fs.writeFileSync(path.join(outside, 'secret.wav'), toTone(99));
  fs.symlinkSync(outside, path.join(archiveDir, 'linked folder'));
  fs.symlinkSync(path.join(outside, 'secret.wav'), path.join(archiveDir, 'linked.wav'));
  fs.symlinkSync('.', path.join(archiveDir, 'linked to itself'));
  fs.writeFileSync(
    Buffer.concat([Buffer.from(`${archiveDir}/broken`), Buffer.from([0xff]), Buffer.from('.wav')]),
    toTone(98),
  );
  // A name that is really spelled as the broken one is shown.
  write('broken\uFFFD.wav', toTone(97));
  hearback = await startOnArchive(testInfo, archiveDir, 'UTC');
});
test.afterAll(() => hearback.close());

test('every file is a recording or a finding', async () => {
  const { page } = hearback;
  const rows = await listAll(page);
  const lengths = rows.map((row) => Math.round((row.durationMs ?? 0) / 1000)).sort((a, b) => a - b);
  expect(lengths).toEqual([...NAMES.flatMap((name, n) => (name === 'aux' ? [] : [n + 1])), 97]);
  const [source] = await callOrThrow(page, 'sources.list', {});
  const health = await callOrThrow(page, 'findings.summary', { sourceId: source!.id });
  expect(health.kinds.map(({ kind, count }) => [kind, count])).toEqual([
    ['not-understood', 4],
    ['unsafe-name', 1],
  ]);
  expect(health.files).toMatchObject({ recordings: NAMES.length, others: 5 });
});

test('each plays, whatever its name, and nothing that lies behind a link', async () => {
  expect(await playAll(hearback.page)).toEqual([]);
});

test('while the volume is away all is searched and found, says why it does not play, and is not taken for deleted', async () => {
  const { page } = hearback;
  const [source] = await callOrThrow(page, 'sources.list', {});
  fs.renameSync(archiveDir, `${archiveDir}-away`);
  try {
    const failures = await playAll(page);
    expect(failures.map((failure) => failure.replace(/^.*: /, ''))).toEqual(NAMES.map(() => 'volume-away'));
    await callOrThrow(page, 'sources.scan', { sourceId: source!.id, everything: true });
    await expect
      .poll(async () =>
        (await callOrThrow(page, 'sources.list', {})).map((one) => one.lastScan?.failure?.reason),
      )
      .toEqual(['volume-away']);
    const rows = await listAll(page);
    expect(rows).toHaveLength(NAMES.length);
    expect(new Set(rows.map((row) => row.presence))).toEqual(new Set(['away']));
    const counted = await callOrThrow(page, 'recordings.count', {});
    expect(counted.count).toBe(NAMES.length);
  } finally {
    fs.renameSync(`${archiveDir}-away`, archiveDir);
  }
  await callOrThrow(page, 'sources.scan', { sourceId: source!.id, everything: false });
  await scanIsDone(page);
  expect(new Set((await listAll(page)).map((row) => row.presence))).toEqual(new Set(['present']));
  expect(await playAll(page)).toEqual([]);
});

/** What did not play, with why; each by the length by which it is known here. */
async function playAll(page: Page): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const row of await listAll(page)) {
    const seconds = Math.round((row.durationMs ?? 0) / 1000);
    const played = await callRaw(page, 'recordings.play', { id: row.id });
    if (!played.ok) {
      failures.push(`${String(seconds)} s: ${played.error.reason}`);
      continue;
    }
    const bytes = await page.evaluate(
      async (url) => (await (await fetch(url)).arrayBuffer()).byteLength,
      played.value.url,
    );
    if (bytes !== 44 + seconds * 16_000) failures.push(`${String(seconds)} s: ${String(bytes)} bytes`);
  }
  return failures;
}

function write(name: string, content: Buffer): void {
  const filePath = path.join(archiveDir, name);
  fs.mkdirSync(path.dirname(filePath), { recursive: true });
  fs.writeFileSync(filePath, content);
}
