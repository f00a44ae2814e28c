/** Turns what was thrown into what may cross the door: the failures that a view can act on as they are, all else as `internal`. */
import type { ErrorShape } from '../../shared/errors';
import { AppError } from '../../shared/errors';
import type { Log } from '../log';

export interface FailureParts {
  readonly log: Log;
  /** Makes room where there is a reserve; false where there is none left. */
  releaseReserve(): boolean;
  /** A database turned out to be damaged while it was used. */
  onDamage(error: unknown): 'profile-damaged' | 'catalog-damaged';
}

const FULL_DISK = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']);

export class Failures {
  readonly #parts: FailureParts;

  constructor(parts: FailureParts) {
    this.#parts = parts;
  }

  /**
   * Runs it once more where the disk was full and the reserve has just made room: nothing was done the first time, as SQLite
   * rolls back. So opening, signing in and reading the list go on with a full disk.
   */
  async retryAfterFullDisk<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!FULL_DISK.has(codeOf(error)) || !this.#parts.releaseReserve()) throw error;
      this.#parts.log.info('disk full, reserve released');
      return run();
    }
  }

  /** Never throws. What nobody expected is logged whole, and crosses with the id of its log line alone: no stack, no path. */
  toShape(error: unknown, during: string): ErrorShape {
    if (error instanceof AppError) return error.toShape();
    const code = codeOf(error);
    if (FULL_DISK.has(code)) return diskFull().toShape();
    const id = this.#parts.log.failure(error, during);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
      return damaged(this.#parts.onDamage(error));
    if (code.startsWith('SQLITE_BUSY')) return busy().toShape();
    const message = `Something went wrong that nobody expected. The log has it as ${id}.`;
    return { code: 'internal', reason: 'internal', message, details: { id } };
  }
}

export function diskFull(): AppError {
  return new AppError(
    'unavailable',
    'disk-full',
    'The disk is full, so this could not be saved. Free some space and try again; nothing that was saved is lost.',
  );
}

function busy(): AppError {
  return new AppError(
    'unavailable',
    'profile-in-use',
    'Another Hearback is writing to this profile. Try again in a moment.',
  );
}

function damaged(reason: 'profile-damaged' | 'catalog-damaged'): ErrorShape {
  const message =
    reason === 'catalog-damaged'
      ? 'The catalog is damaged. It is rebuilt from the archive at the next start.'
      : 'The ledger is damaged. It has not been changed; restore it from a backup.';
  return new AppError('unavailable', reason, message).toShape();
}

/** SQLite's or the system's name of the failure; empty where it has none. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
