/** How a person gets to the pages of a fax. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { callOrThrow, listAll } from './console';

/** From the list, by the keyboard, as one who reads faxes would. Gives the id of the recording. */
export async function openFax(page: Page, fileName: string): Promise<string> {
  await page
    .getByRole('button', { name: 'Faxes' })
    .or(page.getByRole('link', { name: 'Faxes' }))
    .click();
  const grid = page.getByRole('grid', { name: 'Recordings' });
  const faxes = (await listAll(page)).filter((row) => row.kind === 'fax');
  await expect(grid.getByRole('row')).toHaveCount(faxes.length + 1);
  const details = await Promise.all(faxes.map(({ id }) => callOrThrow(page, 'recordings.get', { id })));
  const index = details.findIndex((one) => one.technical.fileName.endsWith(fileName));
  await grid
    .getByRole('row')
    .nth(index + 1)
    .click();
  await expect(page.getByText(fileName)).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Fax' })).toBeVisible();
  return faxes[index]!.id;
}
