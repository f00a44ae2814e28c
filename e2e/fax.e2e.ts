/** Faxes of the sample archive: looked at page by page, larger, turned; a damaged one says so. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Console } from './console';
import { openSample, scanIsDone, startConsole } from './console';
import { openFax } from './faxes';

let hearback: Console;
test.beforeAll(async ({}, testInfo) => {
  hearback = await startConsole(testInfo, { args: ['--sample'] });
  await openSample(hearback.page);
  await scanIsDone(hearback.page);
});
test.afterAll(() => hearback.close());

test('a fax of three pages is leafed through, made larger and turned', async () => {
  const { page } = hearback;
  const complaints = hearComplaints(page);
  await openFax(page, '1789652240.2223.tif');
  const first = page.getByRole('img', { name: 'Page 1 of 3' });
  await expect.poll(() => darkShare(first)).toBeGreaterThan(0.005);
  const box = await boxOf(first);
  expect(box.width / box.height).toBeCloseTo(1728 / 1142, 1);

  await page.getByRole('button', { name: 'Next page' }).click();
  const second = page.getByRole('img', { name: 'Page 2 of 3' });
  await expect.poll(() => darkShare(second)).toBeGreaterThan(0.005);
  await page.keyboard.press('End');
  await expect(page.getByRole('img', { name: 'Page 3 of 3' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await page.keyboard.press('PageUp');
  await expect.poll(() => darkShare(second)).toBeGreaterThan(0.005);

  const wide = await boxOf(second);
  await page.keyboard.press('Control+-');
  await expect.poll(async () => (await boxOf(second)).width).toBeLessThan(wide.width);
  await page.keyboard.press('Control+0');
  await expect.poll(async () => (await boxOf(second)).width).toBeCloseTo(wide.width, 0);

  await page.getByRole('button', { name: 'Turn' }).click();
  await expect.poll(async () => aspectOf(await boxOf(second))).toBeCloseTo(1142 / 1728, 1);
  await expect.poll(() => darkShare(second)).toBeGreaterThan(0.005);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(complaints()).toEqual([]);
});

test('a page of Group 4 is drawn as another decoder draws it, in every part of it', async () => {
  const { page } = hearback;
  await openFax(page, '1787731491.1708.tif');
  const only = page.getByRole('img', { name: 'Page 1 of 1' });
  await expect.poll(() => darkShare(only)).toBeGreaterThan(0.005);
  const file = path.join('resources', 'sample-archive', 'freepbx', 'fax', '1787731491.1708.tif');
  const wanted = toGrid(execFileSync('ffmpeg', ['-v', 'error', '-i', file, ...GRAY], { maxBuffer: 1 << 26 }));
  const drawn = await only.evaluate(lightOfCells, GRID);
  const apart = wanted.map((light, cell) => Math.abs(light - (drawn[cell] ?? 0)));
  expect(Math.min(...wanted)).toBeLessThan(0.9);
  expect(Math.max(...apart)).toBeLessThan(0.05);
  await page.keyboard.press('Escape');
});

test('a fax in PDF shows its text, sharper when larger', async () => {
  const { page } = hearback;
  const complaints = hearComplaints(page);
  await openFax(page, '1791443553.2621.pdf');
  const only = page.getByRole('img', { name: 'Page 1 of 1' });
  await expect.poll(() => darkShare(only)).toBeGreaterThan(0.001);
  const box = await boxOf(only);
  expect(box.width / box.height).toBeCloseTo(595 / 842, 1);
  await page.keyboard.press('Escape');
  expect(complaints()).toEqual([]);
});

/** The part of the pixels that is nearer to black than to white. */
function darkShare(picture: Locator): Promise<number> {
  return picture.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('The page is not drawn.');
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 128 && data[at + 3]! > 0) dark += 1;
    const share = dark / (data.length / 4);
    return element.getAttribute('aria-busy') === 'true' || share > 0.5 ? 0 : share;
  });
}

/** Cells across and down: small enough that a line of text in the wrong place shows, large enough that smoothing does not. */
const GRID = { across: 24, down: 16 } as const;
/** Pixels of the file, as tiffinfo tells them. */
const PAGE_PX = { width: 1728, height: 1142 } as const;
const GRAY = ['-frames:v', '1', '-pix_fmt', 'gray', '-f', 'rawvideo', '-'] as const;

/** The mean lightness of each cell, 0 to 1, of a page with a byte a pixel. */
function toGrid(pixels: Buffer): number[] {
  const { across, down } = GRID;
  const { width, height } = PAGE_PX;
  if (pixels.length !== width * height) throw new Error(`A page of ${String(pixels.length)} pixels.`);
  const sums = Array.from({ length: across * down }, () => ({ light: 0, count: 0 }));
  for (const [at, light] of pixels.entries()) {
    const column = Math.floor(((at % width) * across) / width);
    const row = Math.floor((Math.floor(at / width) * down) / height);
    const sum = sums[row * across + column]!;
    sum.light += light / 255;
    sum.count += 1;
  }
  return sums.map(({ light, count }) => light / count);
}

/** Runs in the page: the same of what it has drawn. */
function lightOfCells(element: Element, { across, down }: { across: number; down: number }): number[] {
  if (!(element instanceof HTMLCanvasElement)) throw new Error('The page is not drawn.');
  const { width, height } = element;
  const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
  const sums = Array.from({ length: across * down }, () => ({ light: 0, count: 0 }));
  for (let at = 0; at < data.length / 4; at += 1) {
    const column = Math.floor(((at % width) * across) / width);
    const row = Math.floor((Math.floor(at / width) * down) / height);
    const sum = sums[row * across + column]!;
    sum.light += data[at * 4]! / 255;
    sum.count += 1;
  }
  return sums.map(({ light, count }) => light / count);
}

interface Box {
  readonly width: number;
  readonly height: number;
}

async function boxOf(picture: Locator): Promise<Box> {
  return (await picture.boundingBox()) ?? { width: 0, height: 1 };
}

const aspectOf = ({ width, height }: Box) => width / height;

/** What the content security policy refused, or a script threw. */
function hearComplaints(page: Page): () => readonly string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return () => heard;
}
