/** A source that was given a wrong zone is found by the times of its files, and put right from where that is said. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible';
import { toTone } from './canary-archive';
import { makeDir, scanIsDone, startOnArchive } from './console';
import type { Console } from './console';

const CALLS = 60;
const LENGTH_SEC = 2;
let hearback: Console;

test.beforeAll(async ({}, testInfo) => {
  const archiveDir = makeDir(testInfo, 'archive');
  writeCalls(archiveDir);
  hearback = await startOnArchive(testInfo, archiveDir, 'UTC');
});
test.afterAll(() => hearback.close());

test('the details show both times, of the name and of the file', async ({}, testInfo) => {
  const { page } = hearback;
  await page
    .getByRole('row', { name: /5550100/ })
    .first()
    .click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('File written')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('details.png') });
  await expectAccessible(page, 'details with two times');
});

test('Health says which zone fits, leads to it, and is content when it is chosen', async ({}, testInfo) => {
  const { page } = hearback;
  await page.getByRole('navigation').getByRole('button', { name: 'Health' }).click();
  const fault = page
    .getByRole('status')
    .filter({ hasText: 'The time zone of this source is probably wrong.' });
  await expect(fault).toContainText(
    `Of ${CALLS} recordings that were looked at, the files of ${CALLS} were written`,
  );
  await expect(fault).toContainText('5 hours, 30 minutes before the end');
  await expect(fault).toContainText('Asia/');
  await expect(page.getByRole('row', { name: /Clock in doubt/ })).toContainText('The whole source');
  await page.screenshot({ path: testInfo.outputPath('health.png') });
  await expectAccessible(page, 'health of a source whose zone is wrong');
  await fault.getByRole('button', { name: 'Choose the time zone …' }).press('Enter');
  await choose(page.getByRole('combobox', { name: /Time zone/i }), 'Asia/Colombo');
  await page.getByRole('button', { name: 'Save source' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await scanIsDone(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Health' }).click();
  await expect(page.getByText('The times of the recordings agree with those of their files')).toBeVisible();
  await expect(page.getByRole('row', { name: /Clock in doubt/ })).toHaveCount(0);
  await page.screenshot({ path: testInfo.outputPath('health-right.png') });
});

async function choose(field: Locator, zone: string): Promise<void> {
  await field.fill(zone);
  await field.page().getByRole('option', { name: zone }).first().click();
}

/** As 3CX names them, by the wall clock of India, which is never set; each file written when its call ended. */
function writeCalls(archiveDir: string): void {
  const folder = path.join(archiveDir, 'recordings', '124');
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < CALLS; n += 1) {
    const startMs = Date.UTC(2024, 0, 1, 3, 20, 5) + n * 5 * 3_600_000;
    const stamp = new Date(startMs + 5.5 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
    const filePath = path.join(folder, `[Doe, Jane]_124-5550100_${stamp}(${n}).wav`);
    writeFileSync(filePath, toTone(LENGTH_SEC));
    const endSec = startMs / 1000 + LENGTH_SEC;
    utimesSync(filePath, endSec, endSec);
  }
}
