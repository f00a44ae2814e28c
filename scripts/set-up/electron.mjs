// Electron in node_modules/electron/dist: its own download where that works, else the test runtime.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MODULES_DIR, findProjectNode, isLinuxX64, readInstalledPackage } from './project.mjs';
import { SetUpError, say, step } from './progress.mjs';
import { run } from './run.mjs';
import { TEST_RUNTIME_VERSION, provideTestRuntime, testRuntimeName } from './test-runtime.mjs';

const ELECTRON_DIR = path.join(MODULES_DIR, 'electron');
const DIST_DIR = path.join(ELECTRON_DIR, 'dist');
/** In a copy of the test runtime: which one it is. */
const MADE_OF = path.join(DIST_DIR, 'made-of');
const PATH_FILE = path.join(ELECTRON_DIR, 'path.txt');
/** A download that brings nothing for so long is given up. */
const STALLED_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 1000;

/** @typedef {{ kind: 'own' | 'test', version: string, dir: string, executable: string }} Electron */

/** @returns {Electron | undefined} What is installed, whole and of the right version. */
export function findElectron() {
  const version = readText(path.join(DIST_DIR, 'version'))?.replace(/^v/, '');
  const executableName = readText(PATH_FILE);
  if (!version || !executableName) return undefined;
  const executable = path.join(DIST_DIR, executableName);
  if (!fs.existsSync(executable)) return undefined;
  if (version === readInstalledPackage('electron').version) {
    return { kind: 'own', version, dir: DIST_DIR, executable };
  }
  const isCurrentTestRuntime = readText(MADE_OF) === testRuntimeName();
  return isCurrentTestRuntime ? { kind: 'test', version, dir: DIST_DIR, executable } : undefined;
}

/** @returns {Promise<Electron>} */
export async function installElectron() {
  const { version } = readInstalledPackage('electron');
  fs.rmSync(DIST_DIR, { recursive: true, force: true });
  fs.rmSync(PATH_FILE, { force: true });
  try {
    await step(`Downloading Electron ${version}`, downloadElectron);
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    if (!isLinuxX64) {
      throw new SetUpError(
        `Electron ${version} could not be downloaded: ${error.message}\n` +
          'Check the connection, or set ELECTRON_MIRROR to a mirror of its releases, and run this again.',
      );
    }
    say(`    Electron's own download does not work here (${error.message}).`);
    say(`    The test runtime takes its place: Electron ${TEST_RUNTIME_VERSION}, for this checkout only.`);
    await copyTestRuntime(await provideTestRuntime());
  }
  const electron = findElectron();
  if (!electron) throw new SetUpError('Electron was installed, but its files are not whole: run this again.');
  return electron;
}

/**
 * A copy, not a link: another user, as whom the tests run Chromium's sandbox, may not look into the cache.
 * @param {string} cachedDir
 */
async function copyTestRuntime(cachedDir) {
  fs.rmSync(DIST_DIR, { recursive: true, force: true });
  // Of the system, not of Node: it keeps the bit that Chromium's sandbox helper needs, and is quick.
  await run('cp', ['-a', '--reflink=auto', cachedDir, DIST_DIR]);
  fs.writeFileSync(PATH_FILE, 'electron');
  // Last, so that a copy that was cut off is not taken for whole.
  fs.writeFileSync(MADE_OF, testRuntimeName());
}

async function downloadElectron() {
  const temporaryDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-electron-'));
  try {
    await runInstaller(temporaryDir);
  } finally {
    fs.rmSync(temporaryDir, { recursive: true, force: true });
  }
}

/**
 * Runs the installer of the electron package for as long as it brings bytes, however slow the line is.
 * @param {string} temporaryDir Where it downloads to.
 * @returns {Promise<void>}
 */
function runInstaller(temporaryDir) {
  return new Promise((resolve, reject) => {
    const child = spawn(findProjectNode(), [path.join(ELECTRON_DIR, 'install.js')], {
      env: { ...process.env, TMPDIR: temporaryDir, TEMP: temporaryDir, TMP: temporaryDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (printed = (printed + text).slice(0, 4000)));
    let lastSizeBytes = -1;
    let lastGrewAtMs = performance.now();
    const watch = setInterval(() => {
      const sizeBytes = folderSizeBytes(temporaryDir) + folderSizeBytes(DIST_DIR);
      if (sizeBytes !== lastSizeBytes) lastGrewAtMs = performance.now();
      lastSizeBytes = sizeBytes;
      if (performance.now() - lastGrewAtMs > STALLED_AFTER_MS) child.kill('SIGKILL');
    }, LOOK_EVERY_MS);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const firstLine = printed.split('\n').find((line) => line.trim() !== '');
      if (code === 0) resolve();
      else if (signal) reject(new SetUpError(`nothing arrived for ${STALLED_AFTER_MS / 1000} s`));
      else reject(new SetUpError(firstLine ?? `its installer ended with ${code}`));
    });
  });
}

/**
 * @param {string} dir
 * @returns {number} The bytes of the files in it, 0 where it is not there.
 */
function folderSizeBytes(dir) {
  let sizeBytes = 0;
  const folders = [dir];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (!fs.existsSync(folder)) continue;
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const entryPath = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(entryPath);
      // A file may go away while we look.
      else sizeBytes += fs.statSync(entryPath, { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return sizeBytes;
}

/** @param {string} filePath */
function readText(filePath) {
  return fs.existsSync(filePath) ? fs.readFileSync(filePath, 'utf8').trim() : undefined;
}
