/** The way to a file that is to be changed or removed: no link on it is followed, wherever it leads. */
import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { toErrorCode } from './archive-fs';
import { joinInSource, toFileName, toFolder } from './safe-path';

/**
 * The real path of a folder of the source, none of whose parts below the source's own folder is a link; undefined where it is gone,
 * or can be reached by a link only. Throws AppError `volume-away` where the source's folder cannot be reached.
 */
export async function findPlainFolder(archiveDir: string, folder: string): Promise<string | undefined> {
  let current: string;
  try {
    current = await realpath(archiveDir);
  } catch {
    throw new AppError('unavailable', 'volume-away', 'The archive folder cannot be reached.');
  }
  // By its letters first: a part that is no name never reaches the file system.
  joinInSource(current, folder);
  for (const name of folder === '' ? [] : folder.split('/')) {
    current = path.join(current, name);
    const stats = await findStats(current);
    if (!stats?.isDirectory()) return undefined;
  }
  return current;
}

/** A plain file of the source, or undefined where there is none, or a link or a device in its place. Throws as `findPlainFolder`. */
export async function findPlainFile(
  archiveDir: string,
  relativePath: string,
): Promise<{ readonly filePath: string; readonly stats: Stats } | undefined> {
  joinInSource(archiveDir, relativePath);
  const folderPath = await findPlainFolder(archiveDir, toFolder(relativePath));
  if (folderPath === undefined) return undefined;
  const filePath = path.join(folderPath, toFileName(relativePath));
  const stats = await findStats(filePath);
  return stats?.isFile() ? { filePath, stats } : undefined;
}

/** Of the thing itself, not of what a link leads to. Undefined where there is nothing. */
async function findStats(filePath: string): Promise<Stats | undefined> {
  try {
    return await lstat(filePath);
  } catch (error) {
    if (toErrorCode(error) === 'ENOENT' || toErrorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
