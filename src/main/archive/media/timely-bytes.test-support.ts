/** A file whose drive hangs in the middle of a read, until it is told to answer. */
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from './byte-source';

export interface HangingFile {
  readonly file: ByteSource;
  /** Lets the read go on that hangs. */
  answer(text: string): Promise<void>;
  isClosed(): boolean;
}

/** Not on Windows, which has no such pipes. `dir` is an empty folder. */
export async function openHangingFile(dir: string, sizeBytes = 10): Promise<HangingFile> {
  const pipe = path.join(dir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  // Opened both to be read and written, it opens at once, and a read waits for what is written.
  const handle = await open(pipe, 'r+');
  return {
    file: {
      sizeBytes,
      readInto: async (target) => void (await handle.read(target)),
      close: () => handle.close(),
    },
    answer: async (text) => {
      const writer = await open(pipe, 'w');
      await writer.writeFile(text);
      await writer.close();
    },
    isClosed: () => handle.fd === -1,
  };
}
