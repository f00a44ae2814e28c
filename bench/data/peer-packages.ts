/** Packages that only a comparison needs, and of which one takes 70 MB: they are no dependencies, but fetched where a run asks for them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PACKAGES = ['@duckdb/node-api@1.5.6-r.1', 'music-metadata@11.16.1'];

let peersDir: string | undefined;

/** With npm, into a folder of its own; no script of a package runs. Throws where npm cannot fetch them. */
export function fetchPeers(dir: string): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  const args = ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES];
  execFileSync('npm', args, { cwd: dir, stdio: 'ignore', shell: process.platform === 'win32' });
  peersDir = dir;
}

/** The folder they can be imported from. Throws, with what to do, where the run did not ask for them. */
export function getPeersDir(): string {
  if (peersDir === undefined) throw new Error('not fetched: add --peers');
  return peersDir;
}

/** The caller knows what the package exports. */
export function loadPeer<Module>(name: string): Module {
  return createRequire(path.join(getPeersDir(), 'package.json'))(name) as Module;
}
