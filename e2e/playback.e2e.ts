/** Listening: seek far into a long call, in codecs that Chromium plays and in one that it cannot. */
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Console } from './console';
import { callOrThrow, listAll, makeDir, startOnArchive } from './console';

const HOUR_SEC = 3600;

test.describe('hour-long calls', () => {
  let hearback: Console;
  let archiveDir: string;

  test.beforeAll(async ({}, testInfo) => {
    archiveDir = makeDir(testInfo, 'archive');
    makeHour(path.join(archiveDir, 'in-4989200300-15550101-20260901-100000-1788249600.1.wav'), [
      '-e',
      'mu-law',
    ]);
    makeHour(path.join(archiveDir, 'in-4989200300-15550102-20260901-120000-1788256800.2.WAV'), [
      '-e',
      'gsm-full-rate',
    ]);
    hearback = await startOnArchive(testInfo, archiveDir);
  });
  test.afterAll(() => hearback.close());

  for (const [codec, number] of [
    ['µ-law', '15550101'],
    ['GSM 6.10', '15550102'],
  ] as const) {
    test(`${codec}: 59:00 is heard within half a second of asking for it`, async () => {
      const { page } = hearback;
      const row = (await listAll(page)).find((one) => one.from.number === number);
      expect(row?.durationMs).toBe(HOUR_SEC * 1000);
      const { url } = await callOrThrow(page, 'recordings.play', { id: row!.id });
      const waits = await page.evaluate(measureSeeks, { url, targets: [3540, 12, 3500, 1800, 3540] });
      const median = [...waits].sort((a, b) => a - b)[2] ?? Infinity;
      expect(median, JSON.stringify(waits)).toBeLessThan(500);
    });
  }

  test('a click into the wave is one seek without a pause, and the chosen speed outlives a pause', async () => {
    const { page } = hearback;
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill('15550102');
    const grid = page.getByRole('grid', { name: 'Recordings' });
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.evaluate(keepPlayedElement);
    await grid.getByRole('row').nth(1).dblclick();
    const player = page.getByRole('region', { name: 'Player' });
    await expect(player).toHaveAttribute('data-status', 'playing');
    await page.keyboard.press('+');
    await expect.poll(() => page.evaluate(() => window.played?.playbackRate)).toBe(1.25);
    await page.evaluate(() => window.playedEvents?.splice(0));
    const wave = player.getByRole('slider', { name: 'Position' });
    const { width } = (await wave.boundingBox())!;
    await wave.click({ position: { x: width * 0.75, y: 10 } });
    await expect.poll(() => page.evaluate(() => window.playedEvents?.at(-1))).toBe('playing');
    expect(await page.evaluate(() => window.playedEvents)).toEqual(['seeking', 'seeked', 'playing']);
    const atSec = await page.evaluate(() => window.played?.currentTime ?? 0);
    expect(Math.abs(atSec - HOUR_SEC * 0.75)).toBeLessThan(30);
    await page.keyboard.press('k');
    await expect(player).toHaveAttribute('data-status', 'paused');
    await page.keyboard.press('k');
    await expect(player).toHaveAttribute('data-status', 'playing');
    expect(await page.evaluate(() => window.played?.playbackRate)).toBe(1.25);
  });

  test('a file that shrinks while it plays stops with a reason, and plays no other bytes', async () => {
    const { page } = hearback;
    const row = (await listAll(page)).find((one) => one.from.number === '15550101');
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill('15550101');
    const grid = page.getByRole('grid', { name: 'Recordings' });
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const player = page.getByRole('region', { name: 'Player' });
    await expect(player).toHaveAttribute('data-status', 'playing');
    const file = fs.readdirSync(archiveDir).find((name) => name.includes('15550101'));
    fs.truncateSync(path.join(archiveDir, file!), 1_000_000);
    await page.getByRole('slider', { name: 'Position' }).press('End');
    await expect(player.getByRole('alert')).toContainText('has changed since it was scanned');
    expect(await callAfter(page, row!.id)).toMatchObject({ ok: false, error: { reason: 'media-changed' } });
  });

  test('an archive that goes away says so, keeps the list, and plays again when it is back', async () => {
    const { page } = hearback;
    await page.getByRole('searchbox', { name: 'Search recordings' }).fill('15550102');
    const grid = page.getByRole('grid', { name: 'Recordings' });
    await expect(grid.getByRole('row')).toHaveCount(2);
    fs.renameSync(archiveDir, `${archiveDir}-away`);
    const player = page.getByRole('region', { name: 'Player' });
    try {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(player.getByRole('alert')).toContainText('cannot be reached');
      await expect(grid.getByRole('row')).toHaveCount(2);
    } finally {
      fs.renameSync(`${archiveDir}-away`, archiveDir);
    }
    await player.getByRole('button', { name: 'Try again' }).click();
    await expect(player).toHaveAttribute('data-status', 'playing');
    await expect(player.getByRole('button', { name: 'Pause' })).toBeFocused();
  });
});

declare global {
  interface Window {
    played?: HTMLMediaElement;
    playedEvents?: string[];
  }
}

/** The player's element stands in no document. */
function keepPlayedElement(): void {
  const events: string[] = (window.playedEvents = []);
  const play = Reflect.get(HTMLMediaElement.prototype, 'play');
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (window.played !== this) {
      for (const name of ['seeking', 'seeked', 'pause', 'playing'])
        this.addEventListener(name, () => events.push(name));
    }
    window.played = this;
    return play.call(this);
  };
}

interface Tone {
  readonly codec: string;
  readonly number: string;
  readonly hertz: number;
  readonly seconds: number;
  readonly extension: string;
  /** What ffmpeg encodes it with; sox where there is none, for ffmpeg has no encoder of GSM. */
  readonly ffmpeg: readonly string[] | null;
}

/** None of the heights is a part of another one's rate, so that no tone passes for one that was read at a wrong rate. */
const TONES: readonly Tone[] = [
  { codec: 'GSM 6.10 in WAV', number: '15550111', hertz: 613, seconds: 5.2, extension: 'WAV', ffmpeg: null },
  {
    codec: 'G.722',
    number: '15550112',
    hertz: 3307,
    seconds: 4.6,
    extension: 'g722',
    ffmpeg: ['-ar', '16000', '-c:a', 'g722', '-f', 'g722'],
  },
  {
    codec: 'IMA ADPCM',
    number: '15550113',
    hertz: 1009,
    // 25 blocks of 2,041 samples: what begins a block fills it.
    seconds: 6.378125,
    extension: 'wav',
    ffmpeg: ['-ar', '8000', '-c:a', 'adpcm_ima_wav'],
  },
];

test.describe('tones of known height and length', () => {
  let hearback: Console;

  test.beforeAll(async ({}, testInfo) => {
    const archiveDir = makeDir(testInfo, 'tones');
    for (const tone of TONES) makeTone(archiveDir, tone);
    hearback = await startOnArchive(testInfo, archiveDir);
  });
  test.afterAll(() => hearback.close());

  for (const { codec, number, hertz, seconds } of TONES) {
    test(`${codec}: ${String(hertz)} Hz for ${String(seconds)} s come out, and the player plays them`, async () => {
      const { page } = hearback;
      const row = (await listAll(page)).find((one) => one.from.number === number);
      expect(Math.abs((row?.durationMs ?? 0) - seconds * 1000)).toBeLessThanOrEqual(20);
      const { url } = await callOrThrow(page, 'recordings.play', { id: row!.id });
      const heard = await page.evaluate(measureTone, url);
      expect(Math.abs(heard.hertz - hertz), JSON.stringify(heard)).toBeLessThan(hertz * 0.005);
      expect(Math.abs(heard.seconds - seconds)).toBeLessThanOrEqual(0.02);
      expect(heard.loudest).toBeGreaterThan(0.2);
      expect(heard.loudest).toBeLessThan(0.4);

      await page.getByRole('searchbox', { name: 'Search recordings' }).fill(number);
      const grid = page.getByRole('grid', { name: 'Recordings' });
      await expect(grid.getByRole('row')).toHaveCount(2);
      await grid.getByRole('row').nth(1).dblclick();
      const player = page.getByRole('region', { name: 'Player' });
      await expect(player).toHaveAttribute('data-status', 'playing');
    });
  }
});

/** At 0.3 of full scale. */
function makeTone(dir: string, { number, hertz, seconds, extension, ffmpeg }: Tone): void {
  const last = number.slice(-1);
  const name = `in-4989200300-${number}-20260901-10000${last}-178824960${last}.${last}.${extension}`;
  const tone = ['synth', String(seconds), 'sine', String(hertz), 'vol', '0.3'];
  const filePath = path.join(dir, name);
  if (!ffmpeg) {
    execFileSync('sox', [
      '-n',
      '-r',
      '8000',
      '-c',
      '1',
      '-e',
      'gsm-full-rate',
      '-t',
      'wav',
      filePath,
      ...tone,
    ]);
    return;
  }
  const plain = path.join(dir, '..', `${number}.wav`);
  execFileSync('sox', ['-n', '-r', '16000', '-c', '1', '-b', '16', plain, ...tone]);
  execFileSync('ffmpeg', ['-v', 'error', '-i', plain, ...ffmpeg, filePath]);
}

/** Runs in the page: what its own decoder makes of the bytes that the player is given. */
async function measureTone(url: string): Promise<{ hertz: number; seconds: number; loudest: number }> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
  const samples = sound.getChannelData(0);
  // Rising through zero, away from the ends, where codecs swing in and out.
  let first = -1;
  let last = -1;
  let crossings = 0;
  let loudest = 0;
  for (let at = Math.round(samples.length * 0.1); at < samples.length * 0.9; at += 1) {
    const before = samples[at - 1]!;
    const now = samples[at]!;
    loudest = Math.max(loudest, Math.abs(now));
    if (before >= 0 || now < 0) continue;
    const place = at - now / (now - before);
    if (first < 0) first = place;
    else crossings += 1;
    last = place;
  }
  return {
    hertz: (crossings * sound.sampleRate) / (last - first),
    seconds: sound.duration,
    loudest,
  };
}

async function callAfter(page: Console['page'], id: string): Promise<unknown> {
  return JSON.parse(
    await page.evaluate((one) => window.hearback.call('recordings.play', JSON.stringify({ id: one })), id),
  );
}

/** An hour of a soft tone: a minute made by sox, sixty times over, for sox takes half a minute to make the whole. */
function makeHour(filePath: string, encoding: readonly string[]): void {
  const minutes = HOUR_SEC / 60;
  const tone = ['synth', '60', 'sine', '440', 'vol', '0.3'];
  execFileSync('sox', ['-n', '-r', '8000', '-c', '1', ...encoding, '-t', 'wav', filePath, ...tone]);
  const minute = fs.readFileSync(filePath);
  const dataAt = minute.indexOf('data') + 8;
  const factAt = minute.indexOf('fact') + 8;
  const data = minute.subarray(dataAt, dataAt + minute.readUInt32LE(dataAt - 4));
  const header = Buffer.from(minute.subarray(0, dataAt));
  header.writeUInt32LE(dataAt - 8 + data.length * minutes, 4);
  header.writeUInt32LE(header.readUInt32LE(factAt) * minutes, factAt);
  header.writeUInt32LE(data.length * minutes, dataAt - 4);
  fs.writeFileSync(filePath, Buffer.concat([header, ...Array.from({ length: minutes }, () => data)]));
}

/** Runs in the page: milliseconds from asking for a second to hearing it, one seek after the other. */
async function measureSeeks({
  url,
  targets,
}: {
  url: string;
  targets: readonly number[];
}): Promise<number[]> {
  const audio = new Audio(url);
  audio.muted = true;
  await audio.play();
  const waits: number[] = [];
  for (const target of targets) {
    const askedAt = performance.now();
    audio.currentTime = target;
    await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    while (audio.currentTime <= target) await new Promise(requestAnimationFrame);
    waits.push(performance.now() - askedAt);
  }
  audio.pause();
  return waits;
}
