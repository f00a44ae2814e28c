/** What the main thread and the scanner's thread say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { ErrorReason } from '../../shared/errors';
import type { FolderInspection, ScanProgress } from '../../shared/source-model';
import type { ReadingTrial, SourceReading } from '../../shared/source-reading';
import type { Move } from '../catalog/moves';
import type { ReadingTask } from './reading-task';
import type { ScanSource } from './scan-source';

/** How a thread is started: for scans, with the catalog that it alone writes, to read for one of these, or for one look at a folder. */
export type ThreadTask =
  | {
      readonly kind: 'scans';
      readonly catalogPath: string;
      /** Two whole numbers: the job that is to stop, and how many removals were ever sent. */
      readonly stopFlag: SharedArrayBuffer;
      readonly removals: MessagePort;
    }
  | { readonly kind: 'inspect'; readonly archiveDir: string }
  | { readonly kind: 'try'; readonly trial: TrialRequest }
  | { readonly kind: 'read'; readonly task: ReadingTask };

/** A way to read a source that is being tried; nothing is written. */
export interface TrialRequest {
  readonly archiveDir: string;
  readonly timeZone: string;
  readonly reading: SourceReading;
}

export type ScannerJob =
  | { readonly kind: 'scan'; readonly job: number; readonly source: ScanSource; readonly everything: boolean }
  /** Takes all that the catalog holds of a source out of it. */
  | { readonly kind: 'remove'; readonly job: number; readonly sourceId: number };

/** Recordings whose files are gone for good: taken out at once, also in the middle of a scan. */
export interface RemovalOrder {
  readonly removal: number;
  readonly sourceId: number;
  readonly paths: readonly string[];
}

export type ScannerAnswer =
  | { readonly kind: 'recordings-removed'; readonly removal: number }
  | { readonly kind: 'removal-failed'; readonly removal: number; readonly message: string }
  /** The scan wants a thread that reads for it. */
  | { readonly kind: 'reading'; readonly task: ReadingTask }
  | { readonly kind: 'progress'; readonly job: number; readonly progress: ScanProgress }
  | {
      readonly kind: 'scanned';
      readonly job: number;
      readonly progress: ScanProgress;
      /** Every recording of the source that was ever moved. */
      readonly moves: readonly Move[];
    }
  | { readonly kind: 'removed'; readonly job: number }
  | { readonly kind: 'inspected'; readonly inspection: FolderInspection }
  | { readonly kind: 'tried'; readonly trial: ReadingTrial }
  | { readonly kind: 'failed'; readonly reason: ErrorReason; readonly message: string };
