/** From a new profile to the first sound, as a new user would: his own archive, really written by an Asterisk. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { callOrThrow, fillOrganisation, listAll, startConsole, startOnArchive } from './console';

const CORPUS_DIR = path.resolve('e2e/archive/asterisk-22');

test('a new user opens his archive, becomes its administrator and hears a call', async ({}, testInfo) => {
  const hearback = await startConsole(testInfo);
  const { page } = hearback;

  await page.getByLabel('Or type the path of the folder').fill(CORPUS_DIR);
  await page.getByRole('button', { name: 'Look into it' }).click();
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
  await expect(page.getByText('FreePBX or Asterisk').first()).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();

  await fillOrganisation(page);

  // The list fills by itself while the archive is read.
  const rows = await listAll(page);
  await expect(page.getByText(`${String(rows.length)} recordings`)).toBeVisible();
  expect(rows.filter((row) => row.kind === 'voicemail')).toHaveLength(3);
  expect(rows.filter((row) => row.kind === 'fax').length).toBeGreaterThanOrEqual(2);

  await page.getByRole('searchbox', { name: 'Search recordings' }).fill('krause söhne');
  const grid = page.getByRole('grid', { name: 'Recordings' });
  await expect(grid).toContainText('Krause & Söhne');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const player = page.getByRole('region', { name: 'Player' });
  await expect(player).toHaveAttribute('data-status', 'playing');
  await expect
    .poll(async () =>
      Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow')),
    )
    .toBeGreaterThan(0);

  // What was done is in the trail, the play before it was heard.
  const { rows: trail } = await callOrThrow(page, 'audit.list', {});
  expect(trail.map((entry) => entry.action)).toEqual(expect.arrayContaining(['Replay', 'Search']));
  await hearback.close();
});

test('every playable recording of the corpus sounds, whatever its codec', async ({}, testInfo) => {
  const hearback = await startOnArchive(testInfo, CORPUS_DIR);
  const { page } = hearback;
  const rows = (await listAll(page)).filter((row) => row.kind !== 'fax');
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const ticket = await callOrThrow(page, 'recordings.play', { id: row.id });
    const heard = await page.evaluate(measureSound, ticket.url);
    expect(Math.abs(heard.durationMs - (row.durationMs ?? 0)), JSON.stringify(row)).toBeLessThan(60);
    expect(heard.loudest, JSON.stringify(row)).toBeGreaterThan(0.1);
  }
  await hearback.close();
});

/** Runs in the page: what Chromium makes of the bytes, as it would play them. */
async function measureSound(url: string): Promise<{ durationMs: number; loudest: number }> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const audio = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
  let loudest = 0;
  for (const sample of audio.getChannelData(0)) loudest = Math.max(loudest, Math.abs(sample));
  return { durationMs: audio.duration * 1000, loudest };
}
