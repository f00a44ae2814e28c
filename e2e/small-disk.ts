/**
 * A real file system that is soon full, without being root: a tmpfs in a mount namespace of one's own (Linux). Nothing outside the
 * namespace sees it, and it goes with the last process in it.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Whether this computer lets an ordinary user make one. */
export function hasSmallDisks(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    // No unshare, or no namespaces for users: the journey is skipped, and says so.
    return false;
  }
}

/** Writes a program that runs another one with a disk of so many MiB at `mountDir`. Gives its path. */
export function writeLauncher(dir: string, mountDir: string, sizeMib: number, program: string): string {
  fs.mkdirSync(mountDir, { recursive: true });
  const launcher = path.join(dir, 'on-small-disk.sh');
  const inside = 'mount -t tmpfs -o size="$1"m tmpfs "$2" && shift 2 && exec "$@"';
  const words = ['unshare', '-rm', 'sh', '-c', inside, 'sh', String(sizeMib), mountDir, program];
  fs.writeFileSync(launcher, `#!/bin/sh\nexec ${words.map(quote).join(' ')} "$@"\n`, { mode: 0o755 });
  return launcher;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
