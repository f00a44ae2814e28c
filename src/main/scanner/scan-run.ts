/** What all parts of one scan share: the source, the clock, the file system, the counts, and the wish to stop. */
import type { ScanProgress, ScanState } from '../../shared/source-model';
import { ArchiveFs } from '../archive/archive-fs';
import type { ZoneClock } from '../archive/zone';
import type { WritableDb } from '../sqlite/database';
import type { ReadingRun } from './folder-pass';
import { Newcomers } from './moved-files';
import type { ReadingTask } from './reading-task';
import type { RootGuard } from './root-guard';
import type { ScanSource } from './scan-source';
import { ScanStopped } from './scan-source';

export interface ScanOptions {
  /** Reads each file anew, not only what changed. */
  readonly everything: boolean;
  /** At most five times a second, and at each change of state. */
  readonly report: (progress: ScanProgress) => void;
  /** Asked between files. */
  readonly shouldStop: () => boolean;
  /** Paths of recordings of this source that were deleted since it was last asked; their rows are gone. Asked between files. */
  readonly takeDeleted?: () => readonly string[];
  /** Starts the thread in which a large archive is read while this one writes; without it this one does both. */
  readonly startReading?: (task: ReadingTask) => void;
  readonly nowMs?: () => number;
  readonly fs?: ArchiveFs;
}

const REPORT_EVERY_MS = 200;
/** What was read in less time tells nothing of the rest: the first files wait for the disc, and for code that is not warm. */
const SAMPLE_MS = 3_000;

export class ScanRun implements ReadingRun {
  readonly fs: ArchiveFs;
  readonly nowMs: () => number;
  readonly startedAtMs: number;
  filesSeen = 0;
  filesTotal: number | null = null;
  recordings = 0;
  findings = 0;
  readonly newcomers = new Newcomers();
  /** What a part of the scan has found and not written yet must not bring a deleted recording back. */
  onDeleted: (paths: readonly string[]) => void = () => undefined;
  #state: ScanState = 'surveying';
  #reportedAtMs = 0;
  /** When the reading of files began, and how many had been passed over by then. */
  #reading: { readonly sinceMs: number; readonly filesSeen: number } | undefined;

  constructor(
    readonly db: WritableDb,
    readonly source: ScanSource,
    readonly zone: ZoneClock,
    readonly guard: RootGuard,
    readonly options: ScanOptions,
  ) {
    this.fs = options.fs ?? new ArchiveFs();
    this.nowMs = options.nowMs ?? Date.now;
    this.startedAtMs = this.nowMs();
  }

  enter(state: ScanState): void {
    this.#state = state;
    if (state === 'reading') this.#reading = { sinceMs: this.nowMs(), filesSeen: this.filesSeen };
    this.#report();
  }

  /** To be called for every file or folder: reports when it is time, and throws `ScanStopped` once that is wished. */
  step(): void {
    this.stopIfWished();
    const deleted = this.options.takeDeleted?.() ?? [];
    if (deleted.length > 0) this.onDeleted(deleted);
    if (this.nowMs() - this.#reportedAtMs >= REPORT_EVERY_MS) this.#report();
  }

  /** As `step`, and says nothing. */
  stopIfWished(): void {
    if (this.options.shouldStop()) throw new ScanStopped();
  }

  toProgress(state: ScanState = this.#state): ScanProgress {
    const now = this.nowMs();
    const isOver = state === 'done' || state === 'stopped' || state === 'failed';
    const whole = { sinceMs: this.startedAtMs, filesSeen: 0 };
    const { sinceMs, filesSeen } = isOver ? whole : (this.#reading ?? whole);
    const elapsedMs = Math.max(1, now - sinceMs);
    const perSecond = ((this.filesSeen - filesSeen) * 1000) / elapsedMs;
    const filesLeft = (this.filesTotal ?? 0) - this.filesSeen;
    const mayTell = state === 'reading' && elapsedMs >= SAMPLE_MS && perSecond > 0 && filesLeft > 0;
    return {
      sourceId: this.source.uid,
      state,
      filesSeen: this.filesSeen,
      filesTotal: this.filesTotal,
      recordings: this.recordings,
      findings: this.findings,
      perSecond: Math.round(perSecond),
      leftMs: mayTell ? Math.round((filesLeft * 1000) / perSecond) : null,
      startedAtMs: this.startedAtMs,
      endedAtMs: isOver ? now : null,
      failure: null,
    };
  }

  #report(): void {
    this.#reportedAtMs = this.nowMs();
    this.options.report(this.toProgress());
  }
}
