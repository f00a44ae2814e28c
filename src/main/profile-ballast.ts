/**
 * A reserve against the full disk. SQLite cannot even open a database, let alone delete from it, without room for its log; so a
 * file of 64 MiB waits in the profile, and is given up when the disk is full. The next start makes it again.
 */
import { randomFillSync } from 'node:crypto';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';

const MIB = 1024 * 1024;
export const BALLAST_MIB = 64;
/** The reserve must never be what fills the disk. */
const FREE_SPACE_FACTOR = 4;
const ROOM_TO_WORK_IN_BYTES = MIB;

export class Ballast {
  readonly #filePath: string;

  constructor(profileDir: string) {
    this.#filePath = path.join(profileDir, 'ballast');
  }

  /** Makes the reserve where there is none. False where the disk has too little room for it; the rest goes on without. */
  async fill(): Promise<boolean> {
    if (existsSync(this.#filePath)) return true;
    const { bavail, bsize } = await statfs(path.dirname(this.#filePath));
    if (bavail * bsize < FREE_SPACE_FACTOR * BALLAST_MIB * MIB) return false;
    const unfinished = `${this.#filePath}.new`;
    try {
      await writeNoise(unfinished);
      await rename(unfinished, this.#filePath);
      return true;
    } catch (error) {
      await rm(unfinished, { force: true });
      if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
        return false;
      throw error;
    }
  }

  /** Gives the reserve up, at once. False where there was none any more. */
  release(): boolean {
    if (!existsSync(this.#filePath)) return false;
    rmSync(this.#filePath, { force: true });
    return true;
  }
}

/** Random, as some file systems keep zeros in no space at all. */
async function writeNoise(filePath: string): Promise<void> {
  const block = Buffer.alloc(MIB);
  const file = await open(filePath, 'w', 0o600);
  try {
    for (let written = 0; written < BALLAST_MIB; written += 1) {
      randomFillSync(block);
      await file.write(block);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** True where the disk of the folder has no room for even a small database to work in. */
export function isDiskFull(dir: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize < ROOM_TO_WORK_IN_BYTES;
}
