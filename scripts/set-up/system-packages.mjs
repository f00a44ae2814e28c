// Libraries and programs that Electron and the tests need from a Debian or Ubuntu system.
import fs from 'node:fs';
import { isRoot } from './project.mjs';
import { SetUpError, say, step } from './progress.mjs';
import { run } from './run.mjs';

// Newer releases renamed some libraries: the first name that the system knows is taken.
const FOR_ELECTRON = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libdrm2'],
  ['libsecret-1-0'],
  ['dbus'],
  ['fonts-dejavu-core'],
];
const FOR_NO_DISPLAY = [['xvfb'], ['xauth']];
const FOR_TESTS = [...FOR_NO_DISPLAY, ['sox'], ['libsox-fmt-all'], ['ffmpeg'], ['espeak-ng'], ['opus-tools']];
/** What compiles better-sqlite3 for the test runtime. */
const FOR_COMPILING = [['gcc'], ['g++']];

/** @typedef {'start' | 'test'} Purpose */

/**
 * @param {Purpose} purpose
 * @returns {Promise<string[][]>} The packages that are missing, each with its names; none on other systems.
 */
export async function findMissingPackages(purpose) {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/dpkg-query')) return [];
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const wanted = [
    ...FOR_ELECTRON,
    ...(purpose === 'test' ? FOR_TESTS : hasDisplay ? [] : FOR_NO_DISPLAY),
    ...(fs.existsSync('/usr/bin/g++') ? [] : FOR_COMPILING),
  ];
  const installed = await listInstalled();
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * As root installs what is missing; otherwise prints the one command and goes on, as the libraries may have come
 * another way.
 * @param {string[][]} missing
 */
export async function installPackages(missing) {
  if (!isRoot) {
    const names = missing.map((one) => one.at(-1));
    say(`  ! System packages are missing. If Electron or a test fails, install them:`);
    say(`      sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`);
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Reading the package lists (apt-get update)', () => run('apt-get', ['update', '-q'], { env }));
  const names = await Promise.all(missing.map(chooseName));
  await step(`Installing system packages: ${names.join(' ')}`, () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env }),
  );
}

/** @param {string[]} names */
async function chooseName(names) {
  for (const name of names.slice(0, -1)) {
    try {
      await run('apt-cache', ['show', '--no-all-versions', name]);
      return name;
    } catch (error) {
      // Not a package of this release: the next name.
      if (!(error instanceof SetUpError)) throw error;
    }
  }
  return names.at(-1) ?? '';
}

async function listInstalled() {
  const lines = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}\t${Package}\n']);
  const installed = new Set();
  for (const line of lines.split('\n')) {
    const [status, name] = line.split('\t');
    if (status?.startsWith('ii')) installed.add(name);
  }
  return installed;
}
