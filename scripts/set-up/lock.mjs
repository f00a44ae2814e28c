// One set-up of a checkout at a time: two that both install would destroy each other's work.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheDir, hashOf } from './cache.mjs';
import { PROJECT_DIR } from './project.mjs';
import { say } from './progress.mjs';

const RETRY_MS = 500;

/**
 * @template T
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withSetUpLock(action) {
  // Not in node_modules, which an install empties.
  const lockPath = path.join(cacheDir(), `set-up-${hashOf(PROJECT_DIR)}.lock`);
  fs.mkdirSync(path.dirname(lockPath), { recursive: true });
  let hasSaidSo = false;
  while (!mayTake(lockPath)) {
    if (!hasSaidSo) say('  … Waiting for another set-up of this folder to end');
    hasSaidSo = true;
    await wait(RETRY_MS);
  }
  try {
    return await action();
  } finally {
    fs.rmSync(lockPath, { force: true });
  }
}

/** @param {string} lockPath */
function mayTake(lockPath) {
  try {
    fs.writeFileSync(lockPath, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (isOwnerAlive(lockPath)) return false;
  fs.rmSync(lockPath, { force: true });
  return false;
}

/** @param {string} lockPath */
function isOwnerAlive(lockPath) {
  try {
    const pid = Number(fs.readFileSync(lockPath, 'utf8'));
    // An empty file is one that is being written.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's. ENOENT and ESRCH: gone.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
