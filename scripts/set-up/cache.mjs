// Things that are dear to make and the same for every checkout of this user: kept outside the project, in a
// folder named by the hash of what made them, so that a change of the recipe makes a new one.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The cache folder of this user: `$XDG_CACHE_HOME/hearback`, `~/.cache/hearback` where that is not set. */
export function cacheDir() {
  const base = process.env['XDG_CACHE_HOME'];
  return path.join(base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'), 'hearback');
}

/**
 * @param {...(string | Buffer)} ingredients All that decides what is made: versions, sources, options.
 * @returns {string} 16 hex digits.
 */
export function hashOf(...ingredients) {
  const hash = createHash('sha256');
  for (const one of ingredients) hash.update(`${one.length}:`).update(one);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Gives the folder `name-hash` of the cache, made where it is not there. It is made beside and renamed when whole,
 * so that a folder of that name is always complete, whatever was interrupted.
 * @param {string} name
 * @param {string} hash From `hashOf`.
 * @param {(dir: string) => Promise<void>} make Fills the empty folder that it is given.
 * @returns {Promise<string>} The folder.
 */
export async function makeOnce(name, hash, make) {
  const finalDir = path.join(cacheDir(), `${name}-${hash}`);
  if (fs.existsSync(finalDir)) return finalDir;
  const draftDir = `${finalDir}.${process.pid}-${randomBytes(3).toString('hex')}`;
  fs.mkdirSync(draftDir, { recursive: true });
  try {
    await make(draftDir);
    fs.renameSync(draftDir, finalDir);
  } catch (error) {
    // Another set-up may have made it meanwhile: theirs is as good.
    if (!fs.existsSync(finalDir)) throw error;
  } finally {
    fs.rmSync(draftDir, { recursive: true, force: true });
  }
  return finalDir;
}
