/** Puts the chosen theme and density on the document; `system` follows the computer while the window is open. */
import type { Preferences } from '../../shared/model';

type Theme = Preferences['theme'];

const darkQuery = '(prefers-color-scheme: dark)';
let chosen: Theme = 'system';

/** Shows the system's theme until somebody is signed in, and follows it when it changes. Call once, before the first paint. */
export function startTheme(): void {
  showTheme('system');
  window.matchMedia(darkQuery).addEventListener('change', () => showTheme(chosen));
}

export function showTheme(theme: Theme): void {
  chosen = theme;
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(darkQuery).matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

export function showDensity(density: Preferences['density']): void {
  document.documentElement.dataset.density = density;
}
