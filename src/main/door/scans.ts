/** The scans of this process: one process of a profile at a time, however many sources; and what each stands at. */
import { AppError } from '../../shared/errors';
import type { FolderInspection, ScanProgress } from '../../shared/model';
import type { ScanSource } from '../scanner/scan-source';
import type { Scanner } from '../scanner/scanner';

export interface ScansParts {
  readonly scanner: Scanner;
  /** Keeps other processes from scanning; undefined where one of them does. */
  takeLock(): (() => void) | undefined;
  onProgress(organisationId: number, progress: ScanProgress): void;
  onFailure(error: unknown, during: string): void;
}

export class Scans {
  readonly #parts: ScansParts;
  /** The sources that are being scanned, by uid, with the newest word about them. */
  readonly #running = new Map<string, { readonly source: ScanSource; readonly end: Promise<ScanProgress> }>();
  readonly #newest = new Map<string, ScanProgress>();
  #releaseLock: (() => void) | undefined;

  constructor(parts: ScansParts) {
    this.#parts = parts;
    parts.scanner.onProgress((progress) => this.#heard(progress));
  }

  /** What the scan of this process last said about a source; undefined where it has not scanned it. */
  progressOf(uid: string): ScanProgress | undefined {
    return this.#newest.get(uid);
  }

  /**
   * Begins a scan, or joins the one that is running; resolves when it is done, stopped or failed. Throws AppError `profile-in-use`
   * at once where another process scans this profile.
   */
  start(source: ScanSource, everything: boolean): Promise<ScanProgress> {
    const running = this.#running.get(source.uid);
    if (running) return running.end;
    this.#lock();
    const end = this.#parts.scanner.scan(source, { everything }).finally(() => {
      this.#running.delete(source.uid);
      this.#unlock();
    });
    this.#running.set(source.uid, { source, end });
    return end;
  }

  /** As `start`, for nobody who waits: what goes wrong later is logged. */
  begin(source: ScanSource, everything: boolean): void {
    const end = this.start(source, everything);
    end.catch((error: unknown) => this.#parts.onFailure(error, 'scanning in the background'));
  }

  /** The next scan goes on from there. */
  async stop(uid: string): Promise<void> {
    const running = this.#running.get(uid);
    if (!running) return;
    this.#parts.scanner.stop(running.source.sourceId);
    await running.end;
  }

  /** Looks at a folder that is no source yet. Rejects with AppError where it is missing, unreadable, empty or a file. */
  inspect(archiveDir: string): Promise<FolderInspection> {
    return this.#parts.scanner.inspect(archiveDir);
  }

  /** Takes the recordings of a source out of the catalog; its files stay as they are. */
  async remove(source: ScanSource): Promise<void> {
    await this.stop(source.uid);
    this.#lock();
    try {
      await this.#parts.scanner.remove(source.sourceId);
      this.#newest.delete(source.uid);
    } finally {
      this.#unlock();
    }
  }

  #heard(progress: ScanProgress): void {
    this.#newest.set(progress.sourceId, progress);
    const running = this.#running.get(progress.sourceId);
    if (running) this.#parts.onProgress(running.source.organisationId, progress);
  }

  #lock(): void {
    this.#releaseLock ??= this.#parts.takeLock();
    if (this.#releaseLock) return;
    throw new AppError(
      'conflict',
      'profile-in-use',
      'Another Hearback is scanning this profile. Try again when it is done.',
    );
  }

  #unlock(): void {
    if (this.#running.size > 0) return;
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }
}
