/** What the thread that reads the archive and the one that writes the catalog say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { ErrorReason } from '../../shared/errors';
import type { FoldersToRead } from './folders-pass';
import type { PreparedFound } from './prepare-found';
import type { FolderIdentity } from './root-guard';
import type { ScanSource } from './scan-source';

export interface ReadingTask {
  readonly catalogPath: string;
  readonly source: ScanSource;
  readonly startedAtMs: number;
  /** The folder with which the scan began. */
  readonly root: FolderIdentity;
  readonly toRead: FoldersToRead;
  /** Takes `ReadingAnswer`s. */
  readonly answers: MessagePort;
  /** Of `FLAGS`. */
  readonly flags: SharedArrayBuffer;
}

export type ReadingAnswer =
  | { readonly kind: 'found'; readonly found: PreparedFound }
  | { readonly kind: 'end' }
  /** `reason` of a `ScanFailure`; else `code` of the system's error, which may be empty. */
  | {
      readonly kind: 'failed';
      readonly reason: ErrorReason | null;
      readonly code: string;
      readonly message: string;
    };

/** Places of the whole numbers that both threads see at once. */
export const FLAGS = {
  /** 1 once nobody waits for what is read. */
  stop: 0,
  /** 1 once the reading thread has ended, whether well or not. */
  ended: 1,
  /** Answers that were sent, and of these the ones that are written: the difference is bounded. */
  sent: 2,
  written: 3,
  /** Moves with each file: a volume that hangs is told from one that is slow. */
  steps: 4,
  filesSeen: 5,
  recordings: 6,
  findings: 7,
} as const;
const COUNT = Object.keys(FLAGS).length;

export function makeFlags(): SharedArrayBuffer {
  return new SharedArrayBuffer(COUNT * Int32Array.BYTES_PER_ELEMENT);
}

/** Wakes whoever waits for the number to change. */
export function addAndWake(flags: Int32Array, place: number): void {
  Atomics.add(flags, place, 1);
  Atomics.notify(flags, place);
}
