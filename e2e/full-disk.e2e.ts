/** A full disk, for real: the profile lies on a small one, which is filled to the last byte. */
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type fs from 'node:fs';
import path from 'node:path';
import { ELECTRON, callOrThrow, callRaw, listIsReady, makeDir, scanIsDone, startConsole } from './console';
import { hasSmallDisks, writeLauncher } from './small-disk';

const PASSWORD = 'a long enough secret';
/** Room for the reserve of 64 MiB, which is made only where four times as much is free. */
const DISK_MIB = 320;

test('a full disk loses nothing, says so, and all goes on when there is room again', async ({}, testInfo) => {
  test.skip(!hasSmallDisks(), 'No small disk can be made here without being root.');
  const dir = makeDir(testInfo, 'disk');
  const profileDir = path.join(dir, 'mount', 'profile');
  const launcher = writeLauncher(dir, path.join(dir, 'mount'), DISK_MIB, ELECTRON);
  const hearback = await startConsole(testInfo, { profileDir, launcher });
  const { app, page } = hearback;
  await callOrThrow(page, 'setup.complete', {
    archiveDir: path.resolve('e2e/archive/asterisk-22'),
    timeZone: 'Europe/Berlin',
    organisation: 'Nordwind GmbH',
    administrator: { name: 'Ida', signInName: 'ida', password: PASSWORD },
  });
  await scanIsDone(page);
  await expect.poll(() => exists(app, path.join(profileDir, 'ballast'))).toBe(true);
  await page.reload();
  await listIsReady(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Lines' }).click();

  // First the reserve gives way, and nobody notices but by what the window says.
  await fill(app, path.join(dir, 'mount'));
  await addLine(page, '1001');
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await exists(app, path.join(profileDir, 'ballast'))).toBe(false);
  await expect(page.getByRole('status').filter({ hasText: 'data is full. Nothing was lost' })).toBeVisible();

  // Then there is nothing left to give: what cannot be saved is refused, and stays typed.
  await fill(app, path.join(dir, 'mount'));
  await addLine(page, '1002');
  await expect(page.getByRole('alert')).toContainText('The disk is full. Nothing was lost.');
  const more = { groupId: null, revision: null, group: { name: 'Sales', extension: '700', members: [] } };
  expect(await callRaw(page, 'groups.save', more)).toMatchObject({
    ok: false,
    error: { code: 'unavailable', reason: 'disk-full' },
  });
  expect(await callOrThrow(page, 'recordings.count', {})).toEqual({ count: 28, isExact: true });
  expect(await callOrThrow(page, 'lines.list', {})).toMatchObject({ lines: [{ number: '1001' }] });

  await empty(app, path.join(dir, 'mount'));
  await page.getByRole('button', { name: 'Save lines' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await callOrThrow(page, 'lines.list', {})).toMatchObject({
    lines: [{ number: '1001' }, { number: '1002' }],
  });
  expect(await callOrThrow(page, 'groups.save', more)).toMatchObject({ name: 'Sales' });
  expect(await callOrThrow(page, 'audit.verify', {})).toMatchObject({ firstBroken: null });
  await hearback.close();
});

async function addLine(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Add line' }).click();
  await page.getByLabel('Line number').last().fill(number);
  await page.getByRole('button', { name: 'Save lines' }).click();
}

/** From within the program, for the disk is its own: to the last byte. */
function fill(app: ElectronApplication, dir: string): Promise<void> {
  return app.evaluate((_electron, mount) => {
    const { openSync, writeSync, closeSync } = process.mainModule!.require('node:fs') as typeof fs;
    const file = openSync(`${mount}/filler`, 'a');
    try {
      for (let size = 4 * 1024 * 1024; size >= 1;)
        try {
          writeSync(file, Buffer.alloc(size));
        } catch {
          size = Math.floor(size / 2);
        }
    } finally {
      closeSync(file);
    }
  }, dir);
}

function empty(app: ElectronApplication, dir: string): Promise<void> {
  return app.evaluate((_electron, mount) => {
    (process.mainModule!.require('node:fs') as typeof fs).rmSync(`${mount}/filler`);
  }, dir);
}

function exists(app: ElectronApplication, filePath: string): Promise<boolean> {
  return app.evaluate(
    (_electron, file) => (process.mainModule!.require('node:fs') as typeof fs).existsSync(file),
    filePath,
  );
}
