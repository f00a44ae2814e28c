/** Where the keyboard is, as somebody without a pointer must always know. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const MANY_TABS = 60;

/** Presses a key, and sees that the focus is then somewhere, in view, and marked. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocus(page, key);
  }
}

/** The focus is on something that can be seen, with a mark around it. Waits for a page that is still coming. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(findLoss), { message: `after ${after}` }).toBeNull();
}

/** Goes on with Tab, back with Shift+Tab, or with an arrow in what is one stop for Tab, until the focus is on what has this name. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' | 'ArrowRight' | 'ArrowDown' = 'Tab',
): Promise<void> {
  const seen: string[] = [];
  for (let pressed = 0; pressed < MANY_TABS; pressed += 1) {
    await press(page, key);
    const focused = await nameOfFocus(page);
    seen.push(focused);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`${key} never comes to ${String(name)}, but to: ${[...new Set(seen)].join(' | ')}`);
}

/** The name of what is focused, as a screen reader would say it. */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const byId = (focused.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const labels = 'labels' in focused ? [...((focused.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const names = [focused.ariaLabel, byId.join(' ').trim(), labels[0]?.textContent, focused.textContent];
    return names.find((name) => name !== null && name !== undefined && name.trim() !== '')?.trim() ?? '';
  });
}

/** Runs in the page: what is wrong with the focus, or null. */
function findLoss(): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'The focus is nowhere.';
  const box = focused.getBoundingClientRect();
  const what = `${focused.tagName} ${focused.getAttribute('role') ?? ''} ${focused.textContent.slice(0, 40)}`;
  const isInView =
    box.width > 0 &&
    box.height > 0 &&
    box.right > 0 &&
    box.bottom > 0 &&
    box.left < window.innerWidth &&
    box.top < window.innerHeight;
  if (!isInView) return `Out of view: ${what}`;
  // A field may be marked by what is around it.
  for (let at: HTMLElement | null = focused, up = 0; at && up < 3; at = at.parentElement, up += 1) {
    const style = getComputedStyle(at);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return null;
    if (style.boxShadow !== 'none') return null;
  }
  return `Not marked: ${what}`;
}
