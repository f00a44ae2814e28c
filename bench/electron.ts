/** Starts Electron under Playwright: the built program, or an empty window to measure it against. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';

export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));

/** The first of `args` is the program's folder. */
export async function startElectron(
  args: readonly string[],
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: createRequire(path.join(PROJECT_DIR, 'package.json'))('electron') as string,
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: null,
    args: [...args, '--disable-gpu', '--lang=en-GB'],
    cwd: PROJECT_DIR,
  });
  const page = await app.firstWindow();
  return { app, page };
}
