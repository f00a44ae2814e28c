// `npm run build`, and the build that the other commands do first: only where a source has changed.
import fs from 'node:fs';
import path from 'node:path';
import { hashOf } from './set-up/cache.mjs';
import { withSetUpLock } from './set-up/lock.mjs';
import { step } from './set-up/progress.mjs';
import { MODULES_DIR, PROJECT_DIR, findProjectNode } from './set-up/project.mjs';
import { run } from './set-up/run.mjs';

const OUT_DIR = path.join(PROJECT_DIR, 'out');
const STAMP = path.join(OUT_DIR, '.built-from');
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** Builds main, preload and renderer into `out/` where that is not what the sources say. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withSetUpLock(async () => {
    // Another command may have built it meanwhile.
    if (!isBuilt()) await step('Building', build);
  });
}

/** Builds in any case. */
export async function build() {
  const madeOf = sourcesHash();
  fs.rmSync(OUT_DIR, { recursive: true, force: true });
  const builder = path.join(MODULES_DIR, 'electron-vite', 'bin', 'electron-vite.js');
  await run(findProjectNode(), [builder, 'build'], { env: { ...process.env, NO_COLOR: '1' } });
  // Taken before the build, so that a change during it builds again.
  fs.writeFileSync(STAMP, madeOf);
}

function isBuilt() {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === sourcesHash();
}

/** Sizes and times are enough to see a change, and cost milliseconds. */
function sourcesHash() {
  /** @type {string[]} */
  const lines = [];
  for (const source of SOURCES) addFiles(path.join(PROJECT_DIR, source), lines);
  return hashOf(lines.join('\n'));
}

/**
 * @param {string} filePath A file or a folder.
 * @param {string[]} lines
 */
function addFiles(filePath, lines) {
  const stats = fs.statSync(filePath);
  if (stats.isDirectory()) {
    for (const name of fs.readdirSync(filePath).sort()) addFiles(path.join(filePath, name), lines);
  } else if (!/\.test\.tsx?$/.test(filePath)) {
    lines.push(`${path.relative(PROJECT_DIR, filePath)} ${stats.size} ${stats.mtimeMs}`);
  }
}
