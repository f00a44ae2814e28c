/**
 * The first look at a source: which folders are new or changed, how many files there are, where call history lies. Of a
 * folder that has not changed it asks the time only, and takes its subfolders from the catalog.
 */
import { toErrorCode } from '../archive/archive-fs';
import { mayBeHistory } from '../archive/call-history/history-file';
import { joinInSource, toChildPath } from '../archive/safe-path';
import type { FolderState } from '../catalog/folders';
import { listFolder } from './folder-listing';
import { toChildren } from './folders-pass';
import type { ScanRun } from './scan-run';

export interface Survey {
  /** To be read, each after the folder in which it lies. */
  readonly folders: readonly string[];
  /** In these folders. */
  readonly filesToRead: number;
  /** Paths whose names are those of call history, in the folders to be read. */
  readonly mayBeHistory: readonly string[];
  /** Folders that could not be looked into, with the reason. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Throws `ScanFailure` where the source's folder went away. */
export function survey(run: ScanRun, known: ReadonlyMap<string, FolderState>): Survey {
  const children = toChildren(known);
  const folders: string[] = [];
  const histories: string[] = [];
  const unreadable = new Map<string, string>();
  const pending = [''];
  let filesTotal = 0;
  let filesToRead = 0;
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    run.step();
    try {
      const folderPath = joinInSource(run.guard.rootDir, folder);
      const stats = run.fs.statFolder(folderPath);
      const state = known.get(folder);
      if (state?.isSettled === true && state.modifiedAtMs === Math.round(stats.mtimeMs)) {
        run.filesSeen += state.files.all;
        filesTotal += state.files.all;
        pending.push(...(children.get(folder) ?? []));
        continue;
      }
      const listing = listFolder(run.fs, folderPath, folder);
      filesTotal += listing.files.length + listing.refused.length;
      filesToRead += listing.files.length;
      folders.push(folder);
      for (const name of listing.files) {
        if (mayBeHistory(name)) histories.push(toChildPath(folder, name));
      }
      for (const name of listing.folders) pending.push(toChildPath(folder, name));
    } catch (error) {
      const code = toErrorCode(error);
      if (code === '') throw error;
      run.guard.check();
      // What vanished since its folder was listed is the next scan's matter.
      if (code !== 'ENOENT') unreadable.set(folder, code);
    }
  }
  run.filesTotal = filesTotal;
  return { folders, filesToRead, mayBeHistory: histories, unreadable };
}
