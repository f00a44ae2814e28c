// The build, and what the bundles must be: the command line's may not need Electron.
import fs from 'node:fs';
import path from 'node:path';
import { build as buildAll, ensureBuilt } from '../build.mjs';
import { PROJECT_DIR } from '../set-up/project.mjs';
import { countChecks } from './suite.mjs';

const MAIN_DIR = path.join(PROJECT_DIR, 'out', 'main');

/** @type {import('./suite.mjs').Suite} */
export const build = {
  name: 'build',
  run: () =>
    countChecks([
      async () => {
        await (process.env['CI'] ? buildAll() : ensureBuilt());
        process.stdout.write('✓ main, preload and renderer are built\n');
        return true;
      },
      async () => {
        const chain = findElectronImport(path.join(MAIN_DIR, 'cli.js'), new Set());
        if (chain) process.stdout.write(`✗ the command line needs Electron: ${chain.join(' → ')}\n`);
        else process.stdout.write('✓ the command line runs without Electron\n');
        return !chain;
      },
    ]),
};

/**
 * @param {string} filePath A bundle.
 * @param {Set<string>} seen Bundles that were looked at.
 * @returns {string[] | undefined} The chain of bundles that ends at Electron.
 */
function findElectronImport(filePath, seen) {
  if (seen.has(filePath)) return undefined;
  seen.add(filePath);
  const name = path.relative(MAIN_DIR, filePath);
  for (const [, target = ''] of fs
    .readFileSync(filePath, 'utf8')
    .matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)) {
    if (target === 'electron') return [name, 'electron'];
    if (!target.startsWith('.')) continue;
    const rest = findElectronImport(path.resolve(path.dirname(filePath), target), seen);
    if (rest) return [name, ...rest];
  }
  return undefined;
}
