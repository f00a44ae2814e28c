/** Printing faxes: what gets onto paper, that the trail knows of it before, and that no page can print by itself. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expectAccessible } from './accessible';
import type { Console } from './console';
import { callOrThrow, callRaw, listAll, makeDir, openSample, scanIsDone, startConsole } from './console';
import { openFax } from './faxes';

const FAX_DIR = path.join('resources', 'sample-archive', 'freepbx', 'fax');
const THREE_PAGES = '1789652240.2223.tif';

let hearback: Console;
test.beforeAll(async ({}, testInfo) => {
  hearback = await startConsole(testInfo, { args: ['--sample'] });
  await openSample(hearback.page);
  await scanIsDone(hearback.page);
});
test.afterAll(() => hearback.close());
test.afterEach(() => hearback.page.keyboard.press('Escape'));

test('without a printer it says so, and the trail has no print that never was', async () => {
  const { page, app } = hearback;
  await openPages(page);
  await usePrinter(app, 'none');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('alert')).toContainText('This computer has no printer.');
  await expectAccessible(page, 'a fax that cannot be printed');
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await expect(page.getByRole('region', { name: 'Pages of the fax' })).toBeFocused();
  expect(await trailOf(page)).toEqual([]);
  expect(await countWindows(app)).toBe(1);
});

test('every page gets onto paper with where it comes from under it, and the trail has it before', async () => {
  const { page, app } = hearback;
  const id = await openPages(page);
  await usePrinter(app, 'prints');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText('Sent to the printer.')).toBeVisible();
  const pages = await readPdf(await takePaper(app));
  expect(pages).toHaveLength(3);
  const row = (await listAll(page)).find((one) => one.id === id)!;
  for (const [index, { text, pictures }] of pages.entries()) {
    expect(pictures).toBe(1);
    expect(text).toContain(`Page ${String(index + 1)} of 3`);
    expect(text).toContain(row.from.number);
    expect(text).toContain(row.to.number);
    expect(text).toContain('Printed by Ada Winter');
  }
  const details = { recordingId: id, firstPage: 1, lastPage: 3 };
  expect(await trailOf(page)).toEqual([
    { action: 'Printed', details },
    { action: 'Print', details },
  ]);
  expect(await countWindows(app)).toBe(1);
});

test('a dialog that is closed is no error, and a printer that fails is told', async () => {
  const { page, app } = hearback;
  const id = await openPages(page);
  const before = (await trailOf(page)).length;
  await usePrinter(app, 'cancels');
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await trailOf(page)).length).toBe(before + 1);
  await expect.poll(() => countWindows(app)).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await usePrinter(app, 'fails');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('alert')).toContainText('The computer did not print.');
  const details = { recordingId: id, firstPage: 1, lastPage: 3 };
  const tried = { action: 'Print', details };
  expect((await trailOf(page)).slice(0, 2)).toEqual([tried, tried]);
  expect(await countWindows(app)).toBe(1);
});

test('the menu prints while a fax is open; Ctrl + P is the player’s otherwise', async () => {
  const { page, app } = hearback;
  expect(await menuOf(app)).toEqual({ print: [false, null], 'play-pause': [true, 'CmdOrCtrl+P'] });
  await openPages(page);
  await expect.poll(() => menuOf(app)).toEqual({ print: [true, 'CmdOrCtrl+P'], 'play-pause': [true, null] });
  await usePrinter(app, 'prints');
  await app.evaluate(({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('print')?.click());
  await expect(page.getByText('Sent to the printer.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await menuOf(app))['print']).toEqual([false, null]);
});

test('a dialog that never answers is left by stopping or by closing the fax', async () => {
  const { page, app } = hearback;
  const id = await openPages(page);
  await usePrinter(app, 'waits');
  await page.keyboard.press('Control+p');
  await expect(page.getByText('The print dialog is open.')).toBeVisible();
  expect(await countWindows(app)).toBe(2);
  const second = await callRaw(page, 'recordings.printFax', { id, firstPage: 1, lastPage: 1 });
  expect(second).toMatchObject({ ok: false, error: { reason: 'print-under-way' } });
  await page.getByRole('button', { name: 'Stop printing' }).click();
  await expect.poll(() => countWindows(app)).toBe(1);
  await expect(page.getByText('The print dialog is open.')).toHaveCount(0);

  await page.keyboard.press('Control+p');
  await expect.poll(() => countWindows(app)).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => countWindows(app)).toBe(1);
});

test('a page can print nothing by itself, nor by a frame that it makes', async () => {
  const { page } = hearback;
  await openPages(page);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  const begun = await page.evaluate(async () => {
    let count = 0;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const places: readonly Window[] = [window, frame.contentWindow!];
    for (const place of places) place.addEventListener('beforeprint', () => (count += 1));
    for (const place of places) place.print();
    document.execCommand('print');
    await new Promise((resolve) => setTimeout(resolve));
    frame.remove();
    return count;
  });
  expect(begun).toBe(0);
  expect(heard.filter((text) => text.includes("Ignored call to 'print()'"))).toHaveLength(3);
});

test('of a fax of 120 pages a hundred are printed at once, those one chooses', async ({}, testInfo) => {
  const archiveDir = makeDir(testInfo, 'archive');
  fs.cpSync(path.join('resources', 'sample-archive', 'freepbx'), archiveDir, { recursive: true });
  const long = path.join(archiveDir, 'fax', THREE_PAGES);
  const pages = Array.from({ length: 40 }, () => path.join(FAX_DIR, THREE_PAGES));
  fs.rmSync(long);
  execFileSync('tiffcp', [...pages, long]);
  const own = await startConsole(testInfo);
  try {
    const { page, app } = own;
    await callOrThrow(page, 'setup.complete', {
      archiveDir,
      timeZone: 'Europe/Berlin',
      organisation: 'Nordwind GmbH',
      administrator: { name: 'Ida Nordwind', signInName: 'ida', password: 'a long enough secret' },
    });
    await page.reload();
    await scanIsDone(page);
    const id = await openPages(page);
    await usePrinter(app, 'prints');
    await page.keyboard.press('Control+p');
    const lastPage = page.getByLabel('To page');
    await expect(page.getByLabel('From page')).toBeFocused();
    await expect(lastPage).toHaveValue('100');
    await expectAccessible(page, 'choosing pages to print');
    await lastPage.fill('120');
    await expect(page.getByText('Give two pages between 1 and 120')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print', exact: true }).last()).toBeDisabled();
    await page.getByLabel('From page').fill('119');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sent to the printer.')).toBeVisible();
    const printed = await readPdf(await takePaper(app));
    expect(printed).toHaveLength(2);
    expect(printed[0]?.text).toContain('Page 119 of 120');
    expect(printed[1]?.text).toContain('Page 120 of 120');
    expect((await trailOf(page))[1]).toEqual({
      action: 'Print',
      details: { recordingId: id, firstPage: 119, lastPage: 120 },
    });
    for (const [firstPage, last] of [
      [1, 101],
      [5, 4],
      [0, 1],
    ] as const)
      expect(await callRaw(page, 'recordings.printFax', { id, firstPage, lastPage: last })).toMatchObject({
        error: { reason: 'invalid-input' },
      });
  } finally {
    await own.close();
  }
});

/** Keys are heard as soon as the first page is there. */
async function openPages(page: Page): Promise<string> {
  const id = await openFax(page, THREE_PAGES);
  await expect(page.getByRole('img', { name: /^Page 1 of / })).toBeVisible();
  return id;
}

type PrinterKind = 'none' | 'prints' | 'cancels' | 'fails' | 'waits';

/**
 * In the place of the system's printers and of its dialog, which no test can press: all that is before them is the program's own. What was
 * printed is kept as the PDF that the very same page makes.
 */
async function usePrinter(app: ElectronApplication, given: PrinterKind): Promise<void> {
  await app.evaluate(({ app: electron, BrowserWindow, webContents }, kind) => {
    const state = globalThis as typeof globalThis & { printerKind?: PrinterKind; paper?: string };
    const isFirst = state.printerKind === undefined;
    state.printerKind = kind;
    if (!isFirst) return;
    const [window] = BrowserWindow.getAllWindows();
    const printers = [
      { name: 'paper', displayName: 'Paper', description: '', status: 0, isDefault: true, options: {} },
    ];
    window!.webContents.getPrintersAsync = () =>
      Promise.resolve(state.printerKind === 'none' ? [] : printers);
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        if (state.printerKind === 'cancels') done?.(false, 'Print job canceled');
        if (state.printerKind === 'fails') done?.(false, 'Print job failed');
        if (state.printerKind !== 'prints') return;
        void webContents
          .fromId(contents.id)
          ?.printToPDF({ pageSize: 'A4' })
          .then((pdf) => {
            state.paper = pdf.toString('base64');
            done?.(true, '');
          });
      };
    });
  }, given);
}

async function takePaper(app: ElectronApplication): Promise<Uint8Array> {
  const base64 = await app.evaluate(() => String(Reflect.get(globalThis, 'paper')));
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

interface PrintedPage {
  readonly text: string;
  readonly pictures: number;
}

async function readPdf(data: Uint8Array): Promise<readonly PrintedPage[]> {
  const pdf = await getDocument({ data }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const { fnArray } = await page.getOperatorList();
      return {
        // Names are set apart from their sentence by marks that a PDF has blanks for.
        text: items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replace(/\s+/g, ' '),
        pictures: fnArray.filter(
          (operator) => operator === OPS.paintImageXObject || operator === OPS.paintImageMaskXObject,
        ).length,
      };
    }),
  );
}

/** Prints in the trail, newest first. */
async function trailOf(page: Page): Promise<readonly { action: string; details: unknown }[]> {
  const { rows } = await callOrThrow(page, 'audit.list', {});
  return rows
    .filter(({ action }) => action.startsWith('Print'))
    .map(({ action, details }) => ({ action, details: JSON.parse(details) as unknown }));
}

function countWindows(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

/** Whether each is enabled, and its key. */
function menuOf(app: ElectronApplication): Promise<Record<string, readonly [boolean, string | null]>> {
  return app.evaluate(({ Menu }) => {
    const entries = ['print', 'play-pause'].map((id) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      return [id, [item?.enabled ?? false, item?.accelerator?.toString() ?? null]] as const;
    });
    return Object.fromEntries(entries);
  });
}
