/**
 * Every touch of the archive's file system by a scan, counted: a scan of an unchanged archive must show that it opened
 * nothing. Synchronous, because promises cost eight times as much a file; scans run in a thread of their own.
 */
import { closeSync, lstatSync, openSync, readSync, readdirSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { readMediaHeader } from './media/header';
import type { HeaderReading } from './media/header';

/** Larger sidecars are not read: an hour of talk with a time for each word is about 3 MB. */
const TEXT_BYTES = 16_777_216;
/** Holds almost every details file whole: to make a buffer for each would take as long as all else that is done for it. */
const SHARED_BYTES = 65_536;
const sharedBeginning = Buffer.alloc(SHARED_BYTES);

export interface FsCounts {
  folderReads: number;
  folderStats: number;
  fileStats: number;
  fileOpens: number;
}

/** The file is larger than any sidecar. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

export class ArchiveFs {
  readonly counts: FsCounts = { folderReads: 0, folderStats: 0, fileStats: 0, fileOpens: 0 };

  /** Names and types; links are not followed. Throws what the file system throws. */
  readFolder(folderPath: string): Dirent[] {
    this.counts.folderReads += 1;
    return readdirSync(folderPath, { withFileTypes: true });
  }

  /** Of the folder itself, not of what a link in its place leads to. Throws where there is none. */
  statFolder(folderPath: string): Stats {
    this.counts.folderStats += 1;
    return lstatSync(folderPath);
  }

  /** Undefined where there is no such file any more, or a link or device stands in its place. */
  findFile(filePath: string): Stats | undefined {
    this.counts.fileStats += 1;
    const stats = lstatSync(filePath, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  }

  readHeader(filePath: string, sizeBytes: number): HeaderReading {
    this.counts.fileOpens += 1;
    return readMediaHeader(filePath, sizeBytes);
  }

  /** A whole text without its mark. Throws `FileTooLarge`, and what the file system throws. */
  readText(filePath: string): string {
    const text = toText(this.#readShared(filePath, TEXT_BYTES));
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** All bytes of a file. Throws `FileTooLarge` beyond `limitBytes`, and what the file system throws. */
  readWhole(filePath: string, limitBytes: number): Buffer {
    const bytes = this.#readShared(filePath, limitBytes);
    return bytes.buffer === sharedBeginning.buffer ? Buffer.from(bytes) : bytes;
  }

  /** As `readWhole`, but the next call overwrites what it returns. */
  #readShared(filePath: string, limitBytes: number): Buffer {
    this.counts.fileOpens += 1;
    const descriptor = openSync(filePath, 'r');
    try {
      // Network file systems may answer a read in parts: the file ends where nothing more comes.
      for (let filled = 0; filled < SHARED_BYTES;) {
        const got = readSync(descriptor, sharedBeginning, filled, SHARED_BYTES - filled, filled);
        filled += got;
        if (filled > limitBytes) throw new FileTooLarge();
        if (got === 0) return sharedBeginning.subarray(0, filled);
      }
      const rest = readOpenChunks(descriptor, SHARED_BYTES, limitBytes - SHARED_BYTES);
      return Buffer.concat([sharedBeginning, ...rest]);
    } finally {
      closeSync(descriptor);
    }
  }

  /** Up to `length` bytes from `fromByte`. Throws what the file system throws. */
  readPart(filePath: string, fromByte: number, length: number): Buffer {
    this.counts.fileOpens += 1;
    const descriptor = openSync(filePath, 'r');
    try {
      const part = Buffer.alloc(length);
      return part.subarray(0, readSync(descriptor, part, 0, length, fromByte));
    } finally {
      closeSync(descriptor);
    }
  }

  /** The bytes from `fromByte` to the end, in pieces of at most 1 MiB. Throws `FileTooLarge` beyond `limitBytes`. */
  *readChunks(filePath: string, fromByte: number, limitBytes: number): Generator<Buffer> {
    this.counts.fileOpens += 1;
    const descriptor = openSync(filePath, 'r');
    try {
      yield* readOpenChunks(descriptor, fromByte, limitBytes);
    } finally {
      closeSync(descriptor);
    }
  }
}

function* readOpenChunks(descriptor: number, fromByte: number, limitBytes: number): Generator<Buffer> {
  for (let at = fromByte; ;) {
    const chunk = Buffer.allocUnsafe(Math.min(1_048_576, limitBytes + 1));
    const got = readSync(descriptor, chunk, 0, chunk.length, at);
    if (got === 0) return;
    at += got;
    if (at - fromByte > limitBytes) throw new FileTooLarge();
    yield chunk.subarray(0, got);
  }
}

/** UTF-16 by its mark; else UTF-8, or Latin-1 where the bytes are no UTF-8: old phone systems write names so. */
export function toText(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return even.swap16().toString('utf16le');
  }
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') && !bytes.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

/** The file system's own code, such as ENOENT; empty for other errors. */
export function toErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
