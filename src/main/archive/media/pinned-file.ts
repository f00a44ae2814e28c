// A file held open while it is played or measured. Every byte that leaves here was read from the file that was scanned and
// before anyone wrote to it; when that cannot be said any more, reading fails.
import { constants, promises as fs } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { MediaProblem, toMediaProblem } from './media-problem';

/** What the catalog knows of the file: the size and time of modification that were scanned. */
export interface ExpectedFile {
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

// A fifo put in place of a recording must not hang the reader; Windows has neither the flag nor the fifo.
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK || 0);

export class PinnedFile {
  private isClosed = false;

  private constructor(
    private readonly filePath: string,
    private readonly handle: FileHandle,
    readonly sizeBytes: number,
    private readonly modifiedAtMs: number,
  ) {}

  /** Throws a MediaProblem where the file is missing, unreadable or not the expected one. */
  static async open(filePath: string, expected: ExpectedFile): Promise<PinnedFile> {
    let handle: FileHandle | undefined;
    try {
      handle = await fs.open(filePath, readFlags);
      const { size, mtimeMs, isFile } = await statOf(handle);
      if (!isFile) throw new MediaProblem('not-media', 'This is not a file.');
      // Catalogs keep whole milliseconds.
      if (size !== expected.sizeBytes || Math.abs(mtimeMs - expected.modifiedAtMs) > 1) throw changed();
      return new PinnedFile(filePath, handle, size, mtimeMs);
    } catch (error) {
      await handle?.close();
      throw toMediaProblem(error);
    }
  }

  /**
   * Fills `target` from `offset`, all of it. Throws a MediaProblem where the file ends earlier, was written to since it
   * was opened, or was deleted or replaced.
   */
  async readInto(target: Uint8Array, offset: number): Promise<void> {
    if (this.isClosed) throw closed();
    try {
      let filled = 0;
      while (filled < target.length) {
        const { bytesRead } = await this.handle.read(target, filled, target.length - filled, offset + filled);
        if (bytesRead === 0) throw changed();
        filled += bytesRead;
      }
      // Asked afterwards: only so is it certain that nobody wrote before the bytes were read.
      await this.verify();
    } catch (error) {
      throw this.isClosed ? closed() : toMediaProblem(error);
    }
  }

  /** Idempotent; a read that is under way fails. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.handle.close();
  }

  private async verify(): Promise<void> {
    const { size, mtimeMs, links } = await statOf(this.handle);
    if (size !== this.sizeBytes || mtimeMs !== this.modifiedAtMs) throw changed();
    if (links > 0) return;
    // No name leads to this file any more; another may have taken its place.
    await fs.stat(this.filePath);
    throw changed();
  }
}

async function statOf(
  handle: FileHandle,
): Promise<{ size: number; mtimeMs: number; links: number; isFile: boolean }> {
  const stats = await handle.stat();
  return { size: stats.size, mtimeMs: stats.mtimeMs, links: stats.nlink, isFile: stats.isFile() };
}

function changed(): MediaProblem {
  return new MediaProblem('changed', 'The file has changed since it was scanned.');
}

/** What a reader sees whose recording was closed under it, by sign-out or a change of rights. */
function closed(): Error {
  const error = new Error('The recording was closed.');
  error.name = 'AbortError';
  return error;
}
