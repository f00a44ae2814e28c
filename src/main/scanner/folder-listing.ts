/** The entries of one folder, told apart: folders to go into, plain files, and what is neither. */
import { join } from 'node:path';
import type { ArchiveFs } from '../archive/archive-fs';
import type { DraftFinding } from '../archive/draft';
import { isStagingName } from '../archive/staging-name';
import { findNameProblem, toChildPath } from '../archive/safe-path';

export interface FolderListing {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Links, devices, and names that cannot be addressed. */
  readonly refused: readonly DraftFinding[];
}

/** What stands for bytes that are no UTF-8. */
const NO_TEXT = '\uFFFD';
/** Deeper than any phone system files its recordings. */
const DEPTH_LIMIT = 40;

/** `folderPath` is absolute, `folder` relative to the source. Throws what the file system throws. */
export function listFolder(fs: ArchiveFs, folderPath: string, folder: string): FolderListing {
  const folders: string[] = [];
  const files: string[] = [];
  const refused: DraftFinding[] = [];
  const misspelled = new Map<string, number>();
  const isTooDeep = folder.split('/').length >= DEPTH_LIMIT;
  for (const entry of fs.readFolder(folderPath)) {
    const { name } = entry;
    // A recording that is being deleted this very moment, or that waits for a start to complete it.
    if (isStagingName(name)) continue;
    // Different bytes that are no text are read as the same letters.
    const nth = name.includes(NO_TEXT) ? (misspelled.get(name) ?? 0) + 1 : 1;
    if (name.includes(NO_TEXT)) misspelled.set(name, nth);
    const problem =
      findNameProblem(name) ??
      (nth > 1 || isUnaddressable(fs, folderPath, name) ? 'The name is in no known script.' : null);
    const path = toChildPath(folder, nth > 1 ? `${name} [${nth}]` : name);
    const refuse = (kind: DraftFinding['kind'], detail: string): number =>
      refused.push({ path, kind, detail });
    if (problem !== null) refuse('unsafe-name', problem);
    else if (entry.isFile()) files.push(name);
    else if (entry.isSymbolicLink()) refuse('not-understood', 'A link; links are not followed.');
    else if (!entry.isDirectory()) refuse('not-understood', 'Neither a file nor a folder.');
    else if (isTooDeep) refuse('not-understood', 'The folder lies too deep.');
    else folders.push(name);
  }
  return { folders, files, refused };
}

/** Bytes that are no UTF-8 come as replacement characters, by which the file cannot be found again. */
function isUnaddressable(fs: ArchiveFs, folderPath: string, name: string): boolean {
  if (!name.includes(NO_TEXT)) return false;
  try {
    fs.statFolder(join(folderPath, name));
    return false;
  } catch {
    return true;
  }
}
