// All that a fresh clone needs, in order; each step looks first whether it is done, so that a set-up that was cut
// off is completed by the next one and one that is up to date costs next to nothing.
import { areDependenciesInstalled, installDependencies, requireNode } from './dependencies.mjs';
import { findElectron, installElectron } from './electron.mjs';
import { withSetUpLock } from './lock.mjs';
import { say } from './progress.mjs';
import { isSqliteReady, provideSqlite } from './sqlite.mjs';
import { findMissingPackages, installPackages } from './system-packages.mjs';

/**
 * @typedef {object} SetUpOptions
 * @property {import('./system-packages.mjs').Purpose | 'terminal'} purpose What comes after: the console, the tests,
 *   or the command line, which needs no system packages.
 * @property {boolean} [retryElectron] Whether to try Electron's own download again where the test runtime is used.
 */

/**
 * @param {SetUpOptions} options
 * @returns {Promise<import('./electron.mjs').Electron>} The Electron to be used.
 */
export async function setUp(options) {
  const missing = options.purpose === 'terminal' ? [] : await findMissingPackages(options.purpose);
  const electron = missing.length === 0 && !options.retryElectron ? findFinishedSetUp() : undefined;
  if (electron) return electron;
  say('Setting up Hearback');
  return withSetUpLock(() => completeSetUp(missing, options.retryElectron ?? false));
}

/** @returns {import('./electron.mjs').Electron | undefined} Nothing where there is something left to do. */
function findFinishedSetUp() {
  if (!areDependenciesInstalled()) return undefined;
  const electron = findElectron();
  return electron && isSqliteReady(electron.kind) ? electron : undefined;
}

/**
 * @param {string[][]} missingPackages
 * @param {boolean} retryElectron
 */
async function completeSetUp(missingPackages, retryElectron) {
  const packages = missingPackages.length > 0 ? installPackages(missingPackages) : Promise.resolve();
  // Both are mostly waiting for the network. A failure of one is told when the other has ended, so that nothing is
  // left running.
  const [dependencies, systemPackages] = await Promise.allSettled([
    areDependenciesInstalled() ? Promise.resolve() : installDependencies(),
    packages,
  ]);
  for (const one of [dependencies, systemPackages]) if (one.status === 'rejected') throw one.reason;

  await requireNode();
  const installed = retryElectron ? undefined : findElectron();
  const electron = installed ?? (await installElectron());
  if (!isSqliteReady(electron.kind)) await provideSqlite(electron.kind);
  say(`  ✓ Ready: Electron ${electron.version}${electron.kind === 'test' ? ' (the test runtime)' : ''}`);
  return electron;
}
