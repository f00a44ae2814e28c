/**
 * Puts the files of a recording aside under other names in their own folders, puts them back, or removes them. A file is taken for the
 * one that was measured only where its size and time are the same; nothing is ever overwritten.
 */
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { toErrorCode } from '../archive/archive-fs';
import { MediaProblem } from '../archive/media/media-problem';
import { findPlainFile, findPlainFolder } from '../archive/plain-path';
import { toChildPath, toFolder } from '../archive/safe-path';
import type { JournalFile } from '../ledger/deletions';
import { hashFile } from './measure';

type Files = readonly JournalFile[];

/**
 * Puts all aside, in order. Throws `MediaProblem` for a file that is gone or another one by now, and what the file system throws; those
 * before it then stay put aside.
 */
export async function stageFiles(archiveDir: string, files: Files): Promise<void> {
  for (const file of files) {
    const found = await findPlainFile(archiveDir, file.path);
    if (!found) throw new MediaProblem('missing', 'The file is no longer there.');
    if (!isMeasured(file, found.stats))
      throw new MediaProblem('changed', 'The file has changed since it was scanned.');
    await rename(found.filePath, path.join(path.dirname(found.filePath), file.stagedName));
  }
}

/** Puts back whatever was put aside; where another file has taken its name meanwhile, beside it. Throws what the file system throws. */
export async function unstageFiles(archiveDir: string, files: Files): Promise<void> {
  for (const file of [...files].reverse()) {
    const staged = await findPlainFile(archiveDir, toStagedPath(file));
    if (!staged) continue;
    const folderPath = path.dirname(staged.filePath);
    const isTaken = (await findPlainFile(archiveDir, file.path)) !== undefined;
    const name = path.posix.basename(file.path);
    const back = isTaken ? toOtherName(name, file.sha256) : name;
    await rename(staged.filePath, path.join(folderPath, back));
  }
}

/**
 * Removes what was put aside, and, where the putting aside itself was lost with the power, the files themselves. What is gone already
 * is passed over. Throws what the file system throws; then it can be done again.
 */
export async function removeFiles(archiveDir: string, files: Files): Promise<void> {
  for (const file of files) {
    const staged = await findPlainFile(archiveDir, toStagedPath(file));
    if (staged) await unlink(staged.filePath);
    else await removeUnstaged(archiveDir, file);
  }
  for (const folder of new Set(files.map((file) => toFolder(file.path)))) {
    await syncFolder(archiveDir, folder);
  }
}

/** Another file of the same name, such as one from a backup, is not the one that was to be deleted. */
async function removeUnstaged(archiveDir: string, file: JournalFile): Promise<void> {
  const found = await findPlainFile(archiveDir, file.path);
  if (!found || !isMeasured(file, found.stats)) return;
  if ((await hashFile(found.filePath, file)) === file.sha256) await unlink(found.filePath);
}

function isMeasured(file: JournalFile, stats: { readonly size: number; readonly mtimeMs: number }): boolean {
  return stats.size === file.sizeBytes && Math.abs(stats.mtimeMs - file.modifiedAtMs) <= 1;
}

function toStagedPath(file: JournalFile): string {
  return toChildPath(toFolder(file.path), file.stagedName);
}

/** `call.wav` becomes `call (1f2e3d4c).wav`. */
function toOtherName(name: string, sha256: string): string {
  const { name: base, ext } = path.posix.parse(name);
  return `${base} (${sha256.slice(0, 8)})${ext}`;
}

/** Without it a power cut could bring removed names back. Windows has no such call, and some network drives refuse it. */
async function syncFolder(archiveDir: string, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folderPath = await findPlainFolder(archiveDir, folder);
  if (folderPath === undefined) return;
  const handle = await open(folderPath, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EROFS'].includes(toErrorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}
