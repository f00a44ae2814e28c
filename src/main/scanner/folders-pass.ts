/** Reads the folders of a source that are new or changed, in whatever thread. */
import { toFolder } from '../archive/safe-path';
import type { FolderState } from '../catalog/folders';
import type { FoundBatch } from './found-batch';
import type { ReadingRun } from './folder-pass';
import { readFolder } from './folder-pass';
import { ScanStopped } from './scan-source';

export interface FoldersToRead {
  /** Relative to the source, each after the folder in which it lies. */
  readonly folders: readonly string[];
  /** Paths of files of call history, which are no recordings. */
  readonly histories: ReadonlySet<string>;
  readonly readsEverything: boolean;
}

/** `known` is what the catalog knew before the first of them was read. Hands over all it found, also where the scan is stopped. */
export function readFoldersInTurn(
  run: ReadingRun,
  batch: FoundBatch,
  { folders, histories, readsEverything }: FoldersToRead,
  known: ReadonlyMap<string, FolderState>,
): void {
  const children = toChildren(known);
  try {
    for (const folder of folders) {
      run.step();
      const knownFolders = children.get(folder) ?? [];
      readFolder({ run, batch, known: known.get(folder), knownFolders, histories, readsEverything }, folder);
    }
  } catch (error) {
    // Whole folders that were read before the stop need not be read again.
    if (error instanceof ScanStopped) batch.flush();
    throw error;
  }
  batch.flush();
}

/** The folders that lie in each folder. */
export function toChildren(known: ReadonlyMap<string, FolderState>): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const folder of known.keys()) {
    if (folder === '') continue;
    const parent = toFolder(folder);
    const siblings = children.get(parent);
    if (siblings) siblings.push(folder);
    else children.set(parent, [folder]);
  }
  return children;
}
