/**
 * Goal 10, in the real program: from a double click on an hour-long recording to sound, and from a click in its wave to sound there; beside
 * it the same file in an empty Electron window, where Chromium can play it. Needs a display and a build (`npm run build`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bench } from '../bench';
import { PROJECT_DIR, startElectron } from '../electron';
import type { Outcome } from '../result';
import { within } from '../result';
import { toTimes } from '../timed';

const HOUR_SEC = 3600;
const ROUNDS = 7;
const SEEKS_A_ROUND = 4;
const PLAY_MS = 60;
const SEEK_MS = 40;
/** Where in the sound is sought, in parts of it: far from each other, behind and before. */
const PLACES = [0.71, 0.13, 0.97, 0.42, 0.05, 0.58, 0.29, 0.86, 0.35, 0.64, 0.21];

interface Sound {
  readonly what: string;
  readonly number: string;
  readonly extension: string;
  /** What ffmpeg makes it with; null for GSM, of which only sox has an encoder. */
  readonly make: readonly string[] | null;
  readonly isPlayedByChromium: boolean;
}

const SOUNDS: readonly Sound[] = [
  {
    what: 'PCM, 8 kHz stereo',
    number: '15550101',
    extension: 'wav',
    make: ['-ar', '8000', '-ac', '2', '-c:a', 'pcm_s16le'],
    isPlayedByChromium: true,
  },
  {
    what: 'µ-law',
    number: '15550102',
    extension: 'wav',
    make: ['-ar', '8000', '-c:a', 'pcm_mulaw'],
    isPlayedByChromium: true,
  },
  {
    what: 'MP3',
    number: '15550103',
    extension: 'mp3',
    make: ['-ar', '16000', '-b:a', '32k'],
    isPlayedByChromium: true,
  },
  {
    what: 'Opus',
    number: '15550104',
    extension: 'opus',
    make: ['-c:a', 'libopus', '-b:a', '16k'],
    isPlayedByChromium: true,
  },
  { what: 'GSM 6.10', number: '15550105', extension: 'WAV', make: null, isPlayedByChromium: false },
  {
    what: 'G.722',
    number: '15550106',
    extension: 'g722',
    make: ['-ar', '16000', '-c:a', 'g722', '-f', 'g722'],
    isPlayedByChromium: false,
  },
];

interface Waits {
  readonly plays: number[];
  readonly seeks: number[];
}

export async function measurePlaying(bench: Bench): Promise<Outcome[]> {
  const what = 'a click to sound, a seek';
  if (!process.env['DISPLAY']) return [{ line: 10, what, absent: 'there is no display' }];
  if (!existsSync(path.join(PROJECT_DIR, 'out/main/index.js'))) {
    return [{ line: 10, what, absent: 'the program is not built: npm run build' }];
  }
  const dir = path.join(bench.dir, 'playing');
  rmSync(dir, { recursive: true, force: true });
  const archiveDir = path.join(dir, 'archive');
  mkdirSync(archiveDir, { recursive: true });
  let files: readonly string[];
  try {
    files = makeSounds(archiveDir);
  } catch (error) {
    return [{ line: 10, what, absent: String(error).split('\n')[0] ?? '' }];
  }
  const ours = await measureOurs(path.join(dir, 'profile'), archiveDir);
  const others = await measureBare(path.join(dir, 'bare'), files);
  return SOUNDS.flatMap((sound, n) => toOutcomes(sound.what, ours[n], others[n]));
}

function toOutcomes(what: string, ours: Waits | undefined, bare: Waits | undefined): Outcome[] {
  const toLine = (told: string, waits: number[], goalMs: number, other: number[]): Outcome => {
    const { p50, p99 } = toTimes(waits);
    return {
      ...within({ line: 10, what: `${told} of an hour, ${what}`, p99 }, p50, goalMs),
      other: other.length === 0 ? null : toTimes(other).p50,
      ...(other.length === 0
        ? { note: 'Chromium alone does not play it' }
        : { note: 'other side: the same file in an empty window' }),
    };
  };
  return [
    toLine('a click to sound', ours?.plays ?? [], PLAY_MS, bare?.plays ?? []),
    toLine('a seek', ours?.seeks ?? [], SEEK_MS, bare?.seeks ?? []),
  ];
}

/** Names as a FreePBX writes them, one after the other in time. */
function makeSounds(archiveDir: string): readonly string[] {
  return SOUNDS.map(({ number, extension, make }, n) => {
    const endedSec = 1_788_249_600 + n * 7200;
    const hour = String(10 + n * 2);
    const name = `in-4989200300-${number}-20260901-${hour}0000-${endedSec}.${n}.${extension}`;
    const filePath = path.join(archiveDir, name);
    if (make) {
      const noise = `anoisesrc=d=${HOUR_SEC}:a=0.3:r=16000`;
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', noise, ...make, filePath]);
    } else {
      const noise = ['synth', String(HOUR_SEC), 'pinknoise', 'vol', '0.3'];
      execFileSync('sox', ['-n', '-r', '8000', '-c', '1', '-e', 'gsm-full-rate', filePath, ...noise]);
    }
    return filePath;
  });
}

async function measureOurs(profileDir: string, archiveDir: string): Promise<readonly Waits[]> {
  const { app, page } = await startElectron([PROJECT_DIR, '--profile', profileDir]);
  try {
    await page.waitForLoadState('domcontentloaded');
    await setUp(page, archiveDir);
    await page.evaluate(listenToElement);
    const waits = SOUNDS.map((): Waits => ({ plays: [], seeks: [] }));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const [n, { number }] of SOUNDS.entries()) {
        const row = page.getByRole('grid').getByRole('row').filter({ hasText: number });
        const play = await timeEvent(page, 'playing', 'dblclick', () => row.dblclick());
        const seeks = await seekByClicks(page, round * SOUNDS.length + n);
        if (round < 0) continue;
        waits[n]?.plays.push(play);
        waits[n]?.seeks.push(...seeks);
      }
    }
    return waits;
  } finally {
    await app.close();
  }
}

async function setUp(page: Page, archiveDir: string): Promise<void> {
  const setup = {
    archiveDir,
    timeZone: 'Europe/Berlin',
    organisation: 'Long Calls Ltd',
    administrator: { name: 'Ida', signInName: 'ida', password: 'a long enough secret' },
  };
  await page.evaluate(([input]) => (globalThis as unknown as Bridge).hearback.call('setup.complete', input), [
    JSON.stringify(setup),
  ] as const);
  await page.waitForFunction(
    `(async () => JSON.parse(await window.hearback.call('recordings.count', '{}')).value?.count === ${SOUNDS.length})()`,
    undefined,
    { polling: 200, timeout: 60_000 },
  );
  await page.reload();
  await page.locator('html[data-ready=list]').waitFor({ state: 'attached', timeout: 60_000 });
}

interface Bridge {
  readonly hearback: { call(method: string, inputJson: string): Promise<string> };
}

async function seekByClicks(page: Page, turn: number): Promise<readonly number[]> {
  const wave = page.getByRole('region', { name: 'Player' }).getByRole('slider', { name: 'Position' });
  const seeks: number[] = [];
  for (let n = 0; n < SEEKS_A_ROUND; n += 1) {
    const place = PLACES[(Math.max(0, turn) * SEEKS_A_ROUND + n) % PLACES.length] ?? 0.5;
    const box = await wave.boundingBox();
    if (!box) throw new Error('There is no wave to click into.');
    const at = { x: box.x + box.width * place, y: box.y + box.height / 2 };
    seeks.push(await timeEvent(page, 'seeked', 'pointerdown', () => page.mouse.click(at.x, at.y)));
  }
  return seeks;
}

/** What runs in the page is text: this project's types know no page. Keeps the player's element, which stands in no document. */
const listenToElement = `(() => {
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    window.heard = this;
    window.onHeard?.(this);
    return play.call(this);
  };
})()`;

/** From the person's event to the element's, both by the page's clock. */
async function timeEvent(
  page: Page,
  wanted: 'playing' | 'seeked',
  begun: 'dblclick' | 'pointerdown',
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(`window.waited = new Promise((resolve, reject) => {
    let began;
    addEventListener('${begun}', (event) => (began = event.timeStamp), { capture: true, once: true });
    const listen = (element) =>
      element.addEventListener('${wanted}', () => {
        if (began !== undefined) resolve(performance.now() - began);
      });
    window.onHeard = listen;
    if (window.heard) listen(window.heard);
    setTimeout(() => reject(new Error('No ${wanted} within 20 s of a ${begun}.')), 20000);
  }), undefined`);
  await act();
  const ms = await page.evaluate<number>('window.waited');
  await page.waitForTimeout(100);
  return ms;
}

/** The least that there is: an element with the file's own address. */
async function measureBare(dir: string, files: readonly string[]): Promise<readonly Waits[]> {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"name":"bare","main":"main.js"}');
  writeFileSync(path.join(dir, 'page.html'), '<p>bare</p>');
  writeFileSync(
    path.join(dir, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadFile(require('path').join(__dirname, 'page.html')));",
  );
  const { app, page }: { app: ElectronApplication; page: Page } = await startElectron([
    dir,
    '--autoplay-policy=no-user-gesture-required',
  ]);
  try {
    await page.getByText('bare').waitFor();
    const waits = SOUNDS.map((): Waits => ({ plays: [], seeks: [] }));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const [n, sound] of SOUNDS.entries()) {
        const file = files[n];
        if (!sound.isPlayedByChromium || file === undefined) continue;
        const [play, ...seeks] = await page.evaluate<number[]>(toBarePlay(pathToFileURL(file).href, round));
        if (round < 0 || play === undefined) continue;
        waits[n]?.plays.push(play);
        waits[n]?.seeks.push(...seeks);
      }
    }
    return waits;
  } finally {
    await app.close();
  }
}

function toBarePlay(url: string, turn: number): string {
  const places = Array.from(
    { length: SEEKS_A_ROUND },
    (_, n) => PLACES[(Math.max(0, turn) * SEEKS_A_ROUND + n) % PLACES.length],
  );
  return `(async () => {
    const element = (window.element ??= new Audio());
    const once = (name) => new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
    const spent = [];
    let began = performance.now();
    element.src = ${JSON.stringify(url)};
    element.play();
    await once('playing');
    spent.push(performance.now() - began);
    for (const place of ${JSON.stringify(places)}) {
      began = performance.now();
      element.currentTime = place * ${HOUR_SEC};
      await once('seeked');
      spent.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    element.pause();
    return spent;
  })()`;
}
