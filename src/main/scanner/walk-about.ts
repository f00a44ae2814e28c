/** Folders of an archive in an order that jumps about, so that a look that ends early has seen more than the first year. */
import type { ArchiveFs } from '../archive/archive-fs';
import { toErrorCode } from '../archive/archive-fs';
import { joinInSource, toChildPath } from '../archive/safe-path';
import type { FolderListing } from './folder-listing';
import { listFolder } from './folder-listing';

export interface VisitedFolder {
  /** Relative to the archive, and absolute. */
  readonly folder: string;
  readonly folderPath: string;
  readonly listing: FolderListing;
}

/** What cannot be looked into is passed over: the scan finds it. The last word is 'out of time' where there was more. */
export function* walkAbout(
  fs: ArchiveFs,
  archiveDir: string,
  endMs: number,
): Generator<VisitedFolder | 'out of time'> {
  const pending = [''];
  for (let count = 0; pending.length > 0; count += 1) {
    if (Date.now() > endMs) {
      yield 'out of time';
      return;
    }
    const [folder = ''] = pending.splice((count * 7919) % pending.length, 1);
    const visited = visit(fs, archiveDir, folder);
    if (!visited) continue;
    yield visited;
    pending.push(...visited.listing.folders.map((name) => toChildPath(folder, name)));
  }
}

function visit(fs: ArchiveFs, archiveDir: string, folder: string): VisitedFolder | undefined {
  try {
    const folderPath = joinInSource(archiveDir, folder);
    return { folder, folderPath, listing: listFolder(fs, folderPath, folder) };
  } catch (error) {
    if (toErrorCode(error) === '') throw error;
    return undefined;
  }
}
