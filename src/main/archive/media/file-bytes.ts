// Synchronous reads for header parsers. The scanner looks at a hundred thousand files a second, so there is one open,
// one read of the beginning into a buffer that every file shares, and further reads only where a format needs them.
import { closeSync, constants, openSync, readSync } from 'node:fs';

const HEAD_BYTES = 4096;
const SCRATCH_BYTES = 65_536;
/** Ends the reading of a hostile file within about half a second; honest ones take fewer than ten reads. */
const MAX_READS = 300_000;

const sharedHead = Buffer.alloc(HEAD_BYTES);
const sharedScratch = Buffer.alloc(SCRATCH_BYTES);

// A fifo put in place of a recording must not hang the scanner; Windows has neither the flag nor the fifo.
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK || 0);

/** Reads so many bytes from a place into the beginning of a buffer, and says how many there were. */
type ReadInto = (target: Buffer, length: number, position: number) => number;

/** One open file. Not reentrant: all files share two buffers, and a new file overwrites the head of the one before. */
export class FileBytes {
  /** The first bytes of the file, up to 4 KiB. */
  readonly head: Buffer;
  /** Bytes that the file holds: what the caller was told, or less where the file shrank since. */
  readonly sizeBytes: number;
  private readsLeft = MAX_READS;

  private constructor(
    private readonly read: ReadInto,
    readonly fileName: string,
    toldBytes: number,
  ) {
    const wanted = Math.min(HEAD_BYTES, toldBytes);
    const got = read(sharedHead, wanted, 0);
    this.head = sharedHead.subarray(0, got);
    this.sizeBytes = got < wanted ? got : toldBytes;
  }

  /** Opens, hands to `use`, closes. Throws what the file system throws. */
  static with<T>(filePath: string, fileName: string, sizeBytes: number, use: (file: FileBytes) => T): T {
    const descriptor = openSync(filePath, readFlags);
    try {
      const read: ReadInto = (target, length, position) => readFully(descriptor, target, length, position);
      return use(new FileBytes(read, fileName, sizeBytes));
    } finally {
      closeSync(descriptor);
    }
  }

  /** The same for bytes that are in memory. */
  static of<T>(bytes: Buffer, fileName: string, use: (file: FileBytes) => T): T {
    const read: ReadInto = (target, length, position) => bytes.copy(target, 0, position, position + length);
    return use(new FileBytes(read, fileName, bytes.length));
  }

  /** Whether reads were refused because there had been too many, so that what was counted by reading is too small. */
  get isExhausted(): boolean {
    return this.readsLeft <= 0;
  }

  /**
   * Up to `length` (at most 64 KiB) bytes from `offset`, fewer at the end of the file, none outside it.
   * The result is overwritten by the next call.
   */
  readAt(offset: number, length: number): Buffer {
    if (!(offset >= 0) || offset >= this.sizeBytes) return sharedScratch.subarray(0, 0);
    const wanted = Math.min(length, SCRATCH_BYTES, this.sizeBytes - offset);
    if (offset + wanted <= this.head.length) return this.head.subarray(offset, offset + wanted);
    if (this.readsLeft <= 0) return sharedScratch.subarray(0, 0);
    this.readsLeft -= 1;
    return sharedScratch.subarray(0, this.read(sharedScratch, wanted, offset));
  }
}

/** Network file systems may answer a read in parts. */
function readFully(descriptor: number, target: Buffer, length: number, position: number): number {
  let filled = 0;
  while (filled < length) {
    const got = readSync(descriptor, target, filled, length - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
