// Journeys in real Electron: Playwright, on a virtual display of its own where there is none.
import fs from 'node:fs';
import path from 'node:path';
import { openVirtualDisplay } from '../display.mjs';
import { MODULES_DIR, PROJECT_DIR, findProjectNode } from '../set-up/project.mjs';
import { runHere } from '../set-up/run.mjs';

const REPORT = path.join(PROJECT_DIR, 'test-results', 'e2e.json');

/** @type {import('./suite.mjs').Suite} */
export const e2e = {
  name: 'e2e',
  async run() {
    fs.rmSync(REPORT, { force: true });
    // On a desktop, too: the windows of the tests would take the focus from the person at work.
    const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined;
    const code = await runPlaywright(display?.env ?? process.env).finally(() => display?.close());
    if (!fs.existsSync(REPORT)) throw new Error(`Playwright ended with ${code} and wrote no report`);
    const { stats } = JSON.parse(fs.readFileSync(REPORT, 'utf8'));
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) };
  },
};

/** @param {NodeJS.ProcessEnv} env */
function runPlaywright(env) {
  const script = path.join(MODULES_DIR, '@playwright', 'test', 'cli.js');
  return runHere(findProjectNode(), [script, 'test', '--config', 'e2e/playwright.config.ts'], { env });
}
