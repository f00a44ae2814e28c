/** The whole of the daily work without a pointer: from the first run to signing out, with the focus always in sight. */
import { expect, test } from '@playwright/test';
import { listIsReady, scanIsDone, startConsole } from './console';
import { expectFocus, nameOfFocus, press, tabTo } from './focus';

test('everything that a listener does can be done with the keyboard alone', async ({}, testInfo) => {
  const hearback = await startConsole(testInfo);
  const { page } = hearback;
  const grid = page.getByRole('grid', { name: 'Recordings' });
  const player = page.getByRole('region', { name: 'Player' });
  const position = page.getByRole('slider', { name: 'Position' });
  const found = page.getByRole('status').filter({ hasText: /^(\d+|No) recordings?$/ });
  const seconds = async () => Number(await position.getAttribute('aria-valuenow'));

  await test.step('first run with the sample', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome to Hearback' })).toBeVisible();
    await tabTo(page, 'Try the sample archive');
    await press(page, 'Enter');
    expect(await nameOfFocus(page)).toBe('Open the sample archive');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The people of the sample archive' })).toBeVisible();
    await expectFocus(page, 'setting up');
    expect(await nameOfFocus(page)).toBe('Sign in as Ada');
    await press(page, 'Enter');
    await listIsReady(page);
    await scanIsDone(page);
    await expect(found).toHaveText('120 recordings');
  });

  await test.step('search, and move in what was found', async () => {
    expect(await nameOfFocus(page)).toBe('Search recordings');
    await page.keyboard.type('order');
    await expect(found).toHaveText(/^\d\d? recordings$/);
    await press(page, 'ArrowDown');
    const rows = grid.locator('[role=row][aria-rowindex]');
    await expect(rows.nth(1)).toBeFocused();
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'End', 'Home');
    await expect(rows.nth(1)).toBeFocused();
  });

  await test.step('play, pause, seek, speed and loop', async () => {
    await press(page, 'Enter');
    await expect(player).toHaveAttribute('data-status', 'playing');
    await press(page, 'Space');
    await expect(player).toHaveAttribute('data-status', 'paused');
    await press(page, 'k');
    await expect(player).toHaveAttribute('data-status', 'playing');
    await press(page, 'k');
    await expect(player).toHaveAttribute('data-status', 'paused');
    const before = await seconds();
    await press(page, 'l');
    await expect.poll(seconds).toBe(before + 10);
    await press(page, 'j');
    await expect.poll(seconds).toBe(before);
    await press(page, '[', 'l', ']');
    await expect(player).toContainText(/Loop \d:\d\d – \d:\d\d/);
    await press(page, '+');
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1.25');
    await press(page, '-');
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1');
    await tabTo(page, 'Position');
    const then = await seconds();
    await press(page, 'ArrowLeft');
    await expect.poll(seconds).toBe(Math.max(0, then - 5));
    await tabTo(page, 'End the loop');
    await press(page, 'Enter');
    await expect(player).not.toContainText('Loop 0:');
  });

  await test.step('details open and close, and can be walked', async () => {
    await tabTo(page, 'Search recordings', 'Shift+Tab');
    await press(page, 'ArrowDown', 'ArrowLeft');
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toBeHidden();
    // With what it had: the list has all the room.
    await expect(page.getByRole('separator', { name: 'Border between list and details' })).toBeHidden();
    await press(page, 'ArrowRight');
    await expect(details.getByRole('heading', { name: 'Parties' })).toBeVisible();
    await tabTo(page, 'Close the details');
    await press(page, 'Enter');
    await expect(details).toBeHidden();
    expect(await nameOfFocus(page)).toBe('Show the details');
    await press(page, 'Enter');
    expect(await nameOfFocus(page)).toBe('Close the details');
  });

  await test.step('filters are set and taken away', async () => {
    await tabTo(page, 'Search recordings', 'Shift+Tab');
    await page.keyboard.press('Escape');
    await tabTo(page, 'Time');
    await press(page, 'ArrowRight');
    expect(await nameOfFocus(page)).toBe('Direction');
    await press(page, 'Enter');
    await tabTo(page, /Inbound/);
    await press(page, 'Space');
    await press(page, 'Escape');
    await expect(found).not.toHaveText('120 recordings');
    expect(await nameOfFocus(page)).toBe('Direction: Inbound');
    await tabTo(page, 'Remove filter: Direction', 'ArrowRight');
    await press(page, 'Enter');
    await expect(found).toHaveText('120 recordings');
    expect(await nameOfFocus(page)).toBe('Direction');
    await tabTo(page, 'More filters', 'ArrowRight');
    await press(page, 'Enter');
    await tabTo(page, 'With transcript', 'ArrowDown');
    await press(page, 'Enter');
    await expect(found).not.toHaveText('120 recordings');
    await tabTo(page, 'Clear all', 'ArrowRight');
    await press(page, 'Enter');
    await expect(found).toHaveText('120 recordings');
    expect(await nameOfFocus(page)).toBe('Time');
  });

  await test.step('the list of keys', async () => {
    await tabTo(page, 'Search recordings', 'Shift+Tab');
    await press(page, 'ArrowDown', '?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    for (const words of [
      'Move in the list',
      'Play the recording',
      'Search',
      'Slower and faster',
      'Show these keys',
    ])
      await expect(dialog).toContainText(words);
    await press(page, 'Tab', 'Tab', 'Tab', 'Escape');
    await expect(dialog).toBeHidden();
    await expect(grid.locator('[role=row][tabindex="0"]')).toBeFocused();
    await press(page, 'f');
    expect(await nameOfFocus(page)).toBe('Search recordings');
    await press(page, 'ArrowDown', 'Control+f');
    expect(await nameOfFocus(page)).toBe('Search recordings');
  });

  await test.step('sign out', async () => {
    await tabTo(page, /^You: /);
    await press(page, 'Enter', 'End');
    expect(await nameOfFocus(page)).toBe('Sign out');
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await nameOfFocus(page)).toBe('Sign-in name');
  });
  await hearback.close();
});
