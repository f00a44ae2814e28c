/** An administrator explains the names and the details files of his recorder, and the list knows who spoke and when. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible';
import type { Console } from './console';
import {
  callOrThrow,
  fillOrganisation,
  listAll,
  listIsReady,
  makeDir,
  scanIsDone,
  startConsole,
  startOnArchive,
} from './console';

let hearback: Console;
let archiveDir: string;

test.beforeAll(async ({}, testInfo) => {
  archiveDir = makeDir(testInfo, 'archive');
  for (let n = 0; n < 30; n += 1) {
    const day = String(1 + (n % 28)).padStart(2, '0');
    write(`names/KA-${day}032024.1430${10 + n} out 2${10 + n} 03012345${10 + n}.wav`, toWav(1));
  }
  write('names/Speisekarte.wav', toWav(1));
  for (const n of [1, 2, 3]) {
    write(`box/${n}.wav`, toWav(1));
    const fields = `<zeit>05.04.2024 10:00:0${n}</zeit><teilnehmer>30${n}</teilnehmer><gegenstelle>0891234${n}</gegenstelle>`;
    write(`box/${n}.xml`, `<aufnahme>${fields}</aufnahme>`);
  }
  write('vcon/talk.vcon', toVcon(toWav(3)));
  hearback = await startOnArchive(testInfo, archiveDir);
});
test.afterAll(() => hearback.close());

test('the parts of a name are explained by pressing them, and at once it is seen what comes of it', async () => {
  const { page } = hearback;
  await openEditor(page);
  await choose(page, 'A file name found here', /^KA-01032024/);
  await page.getByRole('button', { name: 'Explain a file name' }).click();
  // The date and the direction were recognised; the numbers are said by the person, with the keyboard.
  await explain(page, '210', 'extension that recorded');
  await explain(page, '0301234510', 'number of the other side');
  await explain(page, '143010', 'time of day');
  await choose(page, 'Order of the date', 'day, month, year');
  await expect(page.getByText(/^30 of 35 sounds fit the pattern/)).toBeVisible();
  const example = page.getByRole('row', { name: /KA-01032024/ });
  await expect(example).toContainText('Outbound');
  await expect(example).toContainText('210');
  await expectAccessible(page, 'the pattern studio');
  await page.getByRole('button', { name: 'Save source' }).click();
  await scanIsDone(page);
  const rows = await listAll(page);
  const first = rows.find((row) => row.from.number === '210');
  expect(first).toMatchObject({ direction: 'outbound', to: { number: '0301234510' } });
  expect(first?.startedAtMs).toBe(Date.parse('2024-03-01T13:30:10Z'));
});

test('fields of details files are given a meaning', async () => {
  const { page } = hearback;
  for (const [field, meaning] of [
    ['zeit', 'beginning of the call'],
    ['teilnehmer', 'extension of the inside party'],
    ['gegenstelle', 'number of the other side'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`What aufnahme/${field} means`) }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }
  await expect(page.getByText('3 of 3 details files that were read are understood.')).toBeVisible();
  await expectAccessible(page, 'the meaning of fields');
  await page.getByRole('button', { name: 'Save source' }).click();
  await scanIsDone(page);
  const row = (await listAll(page)).find((one) => one.from.number === '08912342');
  expect(row).toMatchObject({ to: { number: '302' }, startedAtMs: Date.parse('2024-04-05T08:00:02Z') });
});

test('sound inside a vCon plays, and any place of it at once', async () => {
  const { page } = hearback;
  const row = (await listAll(page)).find((one) => one.to.number === '401');
  expect(row).toMatchObject({ direction: 'inbound', durationMs: 3000, from: { name: 'Ann' } });
  const { url } = await callOrThrow(page, 'recordings.play', { id: row!.id });
  const heard = await page.evaluate(async (from) => {
    const sound = new Audio(from);
    await new Promise((resolve, reject) => {
      sound.addEventListener('canplaythrough', resolve);
      sound.addEventListener('error', () => reject(new Error(String(sound.error?.message))));
      sound.load();
    });
    sound.currentTime = 2.5;
    await new Promise((resolve) => sound.addEventListener('seeked', resolve));
    return { lengthSec: sound.duration, atSec: sound.currentTime };
  }, url);
  expect(heard.lengthSec).toBeCloseTo(3, 1);
  expect(heard.atSec).toBeCloseTo(2.5, 1);
});

test('a folder that nobody understands is explained while it is added, and saved with its pattern in one go', async ({}, testInfo) => {
  const { page } = hearback;
  const strangeDir = makeStrange(makeDir(testInfo, 'strange'));
  await page.reload();
  await listIsReady(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'Add a source' }).click();
  await page.getByLabel('Folder', { exact: true }).fill(strangeDir);
  await page.keyboard.press('Enter');
  await explainStrange(page, 'adding a source');
  await page.getByRole('button', { name: 'Add and scan' }).click();
  await expect(page.getByRole('heading', { name: 'strange' })).toBeVisible();
  await expect
    .poll(async () => (await listAll(page)).filter((row) => row.to.number === '404').length)
    .toBe(STRANGE);
});

test('and in the first run', async ({}, testInfo) => {
  const strangeDir = makeStrange(makeDir(testInfo, 'strange'));
  const first = await startConsole(testInfo);
  try {
    const { page } = first;
    await page.getByLabel('Or type the path of the folder').fill(strangeDir);
    await page.keyboard.press('Enter');
    await explainStrange(page, 'the first run');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    // What was explained is still there.
    await expect(page.getByRole('button', { name: /404.?: number called/ })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await fillOrganisation(page);
    const rows = await listAll(page);
    expect(rows.map((row) => row.to.number)).toEqual(rows.map(() => '404'));
    expect(rows).toHaveLength(STRANGE);
  } finally {
    await first.close();
  }
});

const STRANGE = 12;

/** Names as no reader knows them: a number called, and something that counts. */
function makeStrange(dir: string): string {
  for (let n = 0; n < STRANGE; n += 1) fs.writeFileSync(path.join(dir, `tape${100 + n}~404~x.wav`), toWav(1));
  return dir;
}

async function explainStrange(page: Page, where: string): Promise<void> {
  await expect(page.getByText(/Only 0 ?% of the file names/)).toBeVisible();
  await expect(page.getByText(`${STRANGE} sounds are not understood`)).toBeVisible();
  await page.getByRole('button', { name: 'Explain a file name' }).click();
  await explain(page, '404', 'number called');
  await expect(
    page.getByText(`${STRANGE} of ${STRANGE} sounds fit the pattern. All of them are`),
  ).toBeVisible();
  await expectAccessible(page, `the pattern studio in ${where}`);
  await page.screenshot({ path: test.info().outputPath('studio.png') });
}

async function openEditor(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'Change …' }).click();
  await expect(page.getByRole('heading', { name: 'Names of files' })).toBeVisible();
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** With the keyboard alone, as it must be possible. */
async function explain(page: Page, text: string, meaning: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^.?${text}.?: `) }).press('Enter');
  await expect(page.getByRole('menuitem', { name: meaning, exact: true })).toBeVisible();
  await page.keyboard.type(meaning);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^.?${text}.?: ${meaning}`) })).toBeVisible();
}

function write(relativePath: string, content: Buffer | string): void {
  const filePath = path.join(archiveDir, relativePath);
  fs.mkdirSync(path.dirname(filePath), { recursive: true });
  fs.writeFileSync(filePath, content);
}

/** 16-bit PCM, 8 kHz, a tone. */
function toWav(seconds: number): Buffer {
  const frames = seconds * 8000;
  const wav = Buffer.alloc(44 + frames * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + frames * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(frames * 2, 40);
  for (let n = 0; n < frames; n += 1) wav.writeInt16LE(Math.round(8000 * Math.sin(n / 3)), 44 + n * 2);
  return wav;
}

function toVcon(sound: Buffer): string {
  return JSON.stringify({
    vcon: '0.3.0',
    uuid: '018e1e5c-0000-8000-8000-000000000001',
    created_at: '2024-05-01T10:00:00Z',
    parties: [
      { tel: '+493099999', name: 'Ann' },
      { tel: '401', role: 'agent' },
    ],
    dialog: [
      {
        type: 'recording',
        start: '2024-05-01T09:00:00Z',
        parties: [0, 1],
        originator: 0,
        mediatype: 'audio/x-wav',
        encoding: 'base64url',
        body: sound.toString('base64url'),
      },
    ],
  });
}
