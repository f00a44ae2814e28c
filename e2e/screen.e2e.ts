/** Screen recordings in step with their sound, measured; and what is said of those that cannot be shown. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Console } from './console';
import { callOrThrow, listIsReady, makeDir, startOnArchive } from './console';

const LENGTH_SEC = 40;
/** A viewer does not notice less; a loaded machine shows a picture late now and then, so the middle of several looks counts. */
const IN_STEP_SEC = 0.15;

const SHOWN = { mp4: '15550201', webm: '15550202' } as const;
const NOT_SHOWN = { 'h265.mp4': '15550203' } as const;
const CODECS: Readonly<Record<string, readonly string[]>> = {
  mp4: ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '250'],
  webm: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '100k', '-g', '250'],
  'h265.mp4': [
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=error',
    '-tag:v',
    'hvc1',
  ],
};

let hearback: Console;

test.beforeAll(async ({}, testInfo) => {
  const archiveDir = makeDir(testInfo, 'archive');
  for (const [form, number] of Object.entries({ ...SHOWN, ...NOT_SHOWN })) makeCall(archiveDir, form, number);
  hearback = await startOnArchive(testInfo, archiveDir);
  await allowScreens(hearback.page);
  // The sound's element stands in no document: it is caught where it is made.
  await hearback.page.addInitScript(() => {
    const Made = window.Audio;
    const caughtSounds: HTMLAudioElement[] = [];
    Object.assign(window, { caughtSounds });
    window.Audio = function () {
      const sound = new Made();
      caughtSounds.push(sound);
      return sound;
    } as unknown as typeof Audio;
  });
  await hearback.page.reload();
  await listIsReady(hearback.page);
});
test.afterAll(() => hearback.close());

for (const [form, number] of Object.entries(SHOWN)) {
  test(`${form}: the picture stays in step while it plays, after a jump and at another speed`, async () => {
    const { page } = hearback;
    await play(page, number);
    await expect(page.locator('video')).toBeVisible();
    const drifts: Record<string, number> = {};
    drifts['playing'] = await measureDrift(page);
    await page.getByRole('slider', { name: 'Position' }).focus();
    for (let n = 0; n < 2; n += 1) await page.getByRole('button', { name: 'Forward 10 seconds' }).click();
    drifts['after a jump'] = await measureDrift(page);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
    drifts['at 1.5×'] = await measureDrift(page);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('1');
    for (let n = 0; n < 4; n += 1) await page.getByRole('button', { name: 'Back 10 seconds' }).click();
    drifts['after going back'] = await measureDrift(page);
    for (const [when, drift] of Object.entries(drifts))
      expect(drift, `${when}: ${JSON.stringify(drifts)}`).toBeLessThan(IN_STEP_SEC);
  });
}

for (const [form, number] of Object.entries(NOT_SHOWN)) {
  test(`${form}: it is said that it cannot be shown and what to do, and the sound goes on`, async () => {
    const { page } = hearback;
    const player = await play(page, number);
    await expect(page.getByRole('alert')).toContainText('cannot be shown here');
    await page.screenshot({ path: test.info().outputPath('not-shown.png') });
    await expect(player).toHaveAttribute('data-status', 'playing');
  });
}

async function play(page: Page, number: string) {
  await page.getByRole('searchbox', { name: 'Search recordings' }).fill(number);
  const grid = page.getByRole('grid', { name: 'Recordings' });
  await expect(grid.getByRole('row')).toHaveCount(2);
  await grid.getByRole('row').nth(1).dblclick();
  const player = page.getByRole('region', { name: 'Player' });
  await expect(player).toHaveAttribute('data-status', 'playing');
  const shows = player.getByRole('button', { name: 'Screen recording', exact: true });
  if ((await shows.getAttribute('aria-pressed')) === 'false') await shows.click();
  return player;
}

/** Seconds between picture and sound: the median of looks over two seconds, one second after now. */
function measureDrift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { caughtSounds } = window as unknown as { caughtSounds: HTMLAudioElement[] };
    const sound = caughtSounds.find((one) => !one.paused);
    const video = document.querySelector('video');
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await pause(1000);
    const drifts: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      drifts.push(Math.abs((video?.currentTime ?? Infinity) - (sound?.currentTime ?? 0)));
      await pause(50);
    }
    return drifts.sort((a, b) => a - b)[20] ?? Infinity;
  });
}

/** In a recorder's name, with its screen recording beside it. */
function makeCall(dir: string, form: string, number: string): void {
  const last = Number(number.slice(-1));
  const base = path.join(dir, `in-4989200300-${number}-20260901-10000${last}-178824960${last}.${last}`);
  const extension = form.slice(form.lastIndexOf('.') + 1);
  const seconds = String(LENGTH_SEC);
  execFileSync('sox', [
    '-n',
    '-r',
    '8000',
    '-c',
    '1',
    '-e',
    'mu-law',
    `${base}.wav`,
    'synth',
    seconds,
    'sine',
    '440',
    'vol',
    '0.2',
  ]);
  const picture = ['-f', 'lavfi', '-i', `testsrc=size=320x240:rate=10:duration=${seconds}`];
  execFileSync('ffmpeg', ['-v', 'error', ...picture, ...(CODECS[form] ?? []), `${base}.${extension}`]);
}

async function allowScreens(page: Page): Promise<void> {
  const { revision, name, settings } = await callOrThrow(page, 'organisation.get', {});
  await callOrThrow(page, 'organisation.save', {
    revision,
    name,
    settings: { ...settings, screenRecordings: true },
  });
  const { userId } = (await callOrThrow(page, 'people.list', {}))[0]!;
  const details = await callOrThrow(page, 'people.get', { userId });
  const { signInName, email, profile, isActive, extensions } = details;
  const own = { ...details.settings, viewScreen: true };
  const person = { name: details.name, signInName, email, profile, isActive, extensions, settings: own };
  await callOrThrow(page, 'people.save', { userId, revision: details.revision, person });
}
