// Packaging as a folder, with the Electron at hand; the configuration of every platform is checked on the way.
import fs from 'node:fs';
import path from 'node:path';
import { MODULES_DIR, PROJECT_DIR, findProjectNode } from '../set-up/project.mjs';
import { run } from '../set-up/run.mjs';
import { countChecks } from './suite.mjs';

const DIST_DIR = path.join(PROJECT_DIR, 'dist');

/** @type {import('./suite.mjs').Suite} */
export const packaging = {
  name: 'package',
  run: ({ electron }) => countChecks([() => packFolder(electron)]),
};

/** @param {import('../set-up/electron.mjs').Electron} electron */
async function packFolder(electron) {
  fs.rmSync(DIST_DIR, { recursive: true, force: true });
  const isTestRuntime = electron.kind === 'test';
  await run(
    findProjectNode(),
    [
      path.join(MODULES_DIR, 'electron-builder', 'cli.js'),
      ...['--config', 'electron-builder.config.mjs', '--dir', '--publish', 'never'],
      // Nothing is downloaded: the Electron of the set-up is packed.
      `-c.electronDist=${electron.dir}`,
      `-c.electronVersion=${electron.version}`,
    ],
    { env: { ...process.env, HEARBACK_TEST_RUNTIME: isTestRuntime ? '1' : '0' } },
  );
  process.stdout.write('✓ packed as a folder\n');
  return true;
}
