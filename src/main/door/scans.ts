/** The scans of this process: of all processes of a profile one at a time may scan; and what each scan last said. */
import { AppError } from '../../shared/errors';
import type { FolderInspection, ScanProgress } from '../../shared/source-model';
import type { ReadingTrial } from '../../shared/source-reading';
import type { TrialRequest } from '../scanner/messages';
import type { ScanSource } from '../scanner/scan-source';
import type { Scanner } from '../scanner/scanner';

export interface ScansParts {
  readonly scanner: Scanner;
  /** Keeps other processes from scanning; undefined where one of them does. */
  takeLock(): (() => void) | undefined;
  onProgress(organisationId: number, progress: ScanProgress): void;
  /** A scan is done or a source taken out: recordings may have left the catalog. */
  onRecordingsGone(): void;
  /** The first of several begins, and the last of them has ended: between them, what is quiet should rest. */
  onBusy(): void;
  onIdle(): void;
}

export class Scans {
  readonly #parts: ScansParts;
  readonly #newest = new Map<string, ScanProgress>();
  /** Of every source that was scanned here, by uid. */
  readonly #organisations = new Map<string, number>();
  readonly #removed = new Set<string>();
  #running = 0;
  #releaseLock: (() => void) | undefined;

  constructor(parts: ScansParts) {
    this.#parts = parts;
    parts.scanner.onProgress((progress) => {
      this.#newest.set(progress.sourceId, progress);
      const organisationId = this.#organisations.get(progress.sourceId);
      if (organisationId !== undefined) parts.onProgress(organisationId, progress);
      if (progress.state === 'done') parts.onRecordingsGone();
    });
  }

  /** What the scan of this process last said about a source; undefined where it has not scanned it. */
  progressOf(uid: string): ScanProgress | undefined {
    return this.#newest.get(uid);
  }

  /**
   * Begins a scan, or joins the one that waits; resolves with how it ended, and never rejects. Throws AppError `profile-in-use` at once
   * where another process scans this profile.
   */
  start(source: ScanSource, everything: boolean): Promise<ScanProgress> {
    this.#organisations.set(source.uid, source.organisationId);
    return this.locked(() => this.#parts.scanner.scan(source, { everything }));
  }

  /** The next scan goes on from there. */
  stop(uid: string): void {
    this.#parts.scanner.stop(uid);
  }

  /** Looks at a folder that is no source yet. Rejects with AppError where it is missing, unreadable, empty, a file or silent. */
  inspect(archiveDir: string): Promise<FolderInspection> {
    return this.#parts.scanner.inspect(archiveDir);
  }

  /** What would become of a source that is read in another way. Rejects as `inspect`. */
  tryReading(trial: TrialRequest): Promise<ReadingTrial> {
    return this.#parts.scanner.tryReading(trial);
  }

  /** Takes the recordings of a source out of the catalog; its files stay as they are. Throws as `start`; rejects with AppError. */
  async remove(source: ScanSource): Promise<void> {
    await this.locked(() => this.#parts.scanner.remove(source));
    this.#removed.add(source.uid);
    this.#newest.delete(source.uid);
    this.#organisations.delete(source.uid);
    this.#parts.onRecordingsGone();
  }

  /** This process has taken all of it out of the catalog. */
  hasRemoved(uid: string): boolean {
    return this.#removed.has(uid);
  }

  /**
   * Does what a scan must follow, and keeps other processes from scanning meanwhile: without that, what was changed in the ledger would
   * never come to the catalog. Begins at once, and throws as `start` before it does.
   */
  locked<T>(work: () => Promise<T>): Promise<T> {
    this.#releaseLock ??= this.#parts.takeLock();
    if (!this.#releaseLock) {
      throw new AppError(
        'conflict',
        'profile-in-use',
        'Another Hearback is scanning this profile. Try again when it is done.',
      );
    }
    this.#running += 1;
    if (this.#running === 1) this.#parts.onBusy();
    return (async () => work())().finally(() => {
      this.#running -= 1;
      if (this.#running > 0) return;
      this.#releaseLock?.();
      this.#releaseLock = undefined;
      this.#parts.onIdle();
    });
  }
}
