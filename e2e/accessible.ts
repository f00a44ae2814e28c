/** Axe over a screen, in the colours of the day and of the night. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** WCAG 2.2, levels A and AA, which take the older versions in. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const THEMES = ['light', 'dark'] as const;

/** Notes each violation as a failure, and goes on: one run tells of all screens. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of THEMES) {
    // Without movement, so that no colour is met half way to another.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // Electron has no second page for the newer way in.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(STANDARD).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
    expect.soft(found, `${screen}, ${theme}`).toEqual([]);
  }
}
