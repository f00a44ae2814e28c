/**
 * Whether the source's folder is still the one with which the scan began. A volume that goes away leaves an empty folder or
 * none; without this question its files would look like files that were deleted.
 */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { toErrorCode } from '../archive/archive-fs';
import { ScanFailure } from './scan-source';

/** Of a folder, as the file system tells it from every other. */
export interface FolderIdentity {
  readonly dev: number;
  readonly ino: number;
}

export class RootGuard {
  /** The source's folder with every link on the way to it resolved. */
  readonly rootDir: string;
  readonly identity: FolderIdentity;

  /**
   * Throws `ScanFailure` where the folder cannot be used: missing, a file, unreadable, empty. `first` is the folder with which the scan
   * began, where that was before.
   */
  constructor(
    private readonly archiveDir: string,
    private readonly wasScanned: boolean,
    first?: FolderIdentity,
  ) {
    const now = this.#stat();
    this.identity = first ?? { dev: now.dev, ino: now.ino };
    if (!now.isDirectory()) throw new ScanFailure('folder-is-file', 'The archive folder is a file.');
    try {
      this.rootDir = realpathSync.native(archiveDir);
      // An unmounted volume leaves the empty folder at which it was mounted.
      if (readdirSync(this.rootDir).length === 0) throw this.#toEmpty();
    } catch (error) {
      if (error instanceof ScanFailure) throw error;
      throw new ScanFailure(
        'folder-unreadable',
        `The archive folder cannot be read (${toErrorCode(error)}).`,
      );
    }
  }

  /** Throws `ScanFailure` `volume-away` where the folder is gone or another one stands in its place. */
  check(): void {
    const now = this.#findStats();
    const isSame =
      now?.isDirectory() === true && now.dev === this.identity.dev && now.ino === this.identity.ino;
    if (!isSame) throw new ScanFailure('volume-away', 'The archive folder went away during the scan.');
    try {
      readdirSync(this.rootDir);
    } catch (error) {
      throw new ScanFailure(
        'volume-away',
        `The archive folder cannot be read any more (${toErrorCode(error)}).`,
      );
    }
  }

  #stat(): Stats {
    const stats = this.#findStats();
    if (stats) return stats;
    throw this.wasScanned
      ? new ScanFailure('volume-away', 'The archive folder cannot be reached.')
      : new ScanFailure('folder-missing', 'There is no such folder.');
  }

  #findStats(): Stats | undefined {
    try {
      return statSync(this.archiveDir);
    } catch (error) {
      if (toErrorCode(error) === 'EACCES' || toErrorCode(error) === 'EPERM') {
        throw new ScanFailure('folder-unreadable', 'The archive folder may not be read.');
      }
      return undefined;
    }
  }

  #toEmpty(): ScanFailure {
    return this.wasScanned
      ? new ScanFailure('volume-away', 'The archive folder is empty: its volume may not be connected.')
      : new ScanFailure('folder-empty', 'The archive folder is empty.');
  }
}
