/** What reading has found since it last handed it over: folders with all their rows, thousands at a time. */
import type { DraftFinding, DraftRecording } from '../archive/draft';
import type { FolderState } from '../catalog/folders';
import { NO_FILES, UNFINISHED } from '../catalog/folders';

/** To be prepared and written together. */
export interface Found {
  readonly drafts: readonly DraftRecording[];
  /** Paths of those drafts that no earlier scan has met. */
  readonly newPaths: ReadonlySet<string>;
  readonly removed: readonly string[];
  readonly missing: readonly string[];
  readonly missingFolders: readonly string[];
  readonly folders: readonly FolderState[];
  /** By folder: all that was found in it. */
  readonly findings: ReadonlyMap<string, readonly DraftFinding[]>;
}

/**
 * The first part comes soon, so that the list fills at once; the later ones are larger, as each commit touches the same pages of the
 * catalog whatever its size. A recording is about six rows.
 */
const FIRST_BATCH = 1_000;
const LARGEST_BATCH = 10_000;
const FLUSH_EVERY_MS = 1_000;

export class FoundBatch {
  #drafts: DraftRecording[] = [];
  #newPaths = new Set<string>();
  #removed: string[] = [];
  #missing: string[] = [];
  #missingFolders: string[] = [];
  #folders: FolderState[] = [];
  #findings = new Map<string, readonly DraftFinding[]>();
  #flushedAtMs: number;
  #size = FIRST_BATCH;

  constructor(
    private readonly nowMs: () => number,
    private readonly handOver: (found: Found) => void,
  ) {
    this.#flushedAtMs = nowMs();
  }

  /** Time to hand over: enough has come together, or lists have waited long enough for what there is. */
  get isDue(): boolean {
    const rows = this.#drafts.length + this.#removed.length + this.#missing.length + this.#folders.length;
    return rows >= this.#size || (rows > 0 && this.nowMs() - this.#flushedAtMs >= FLUSH_EVERY_MS);
  }

  put(draft: DraftRecording, isNew: boolean): void {
    this.#drafts.push(draft);
    if (isNew) this.#newPaths.add(draft.path);
  }

  remove(path: string): void {
    this.#removed.push(path);
  }

  markMissing(path: string): void {
    this.#missing.push(path);
  }

  markFolderMissing(folder: string): void {
    this.#missingFolders.push(folder);
  }

  /** The folder is read, or a part of it: what was found in it takes the place of what an earlier scan found. */
  putFolder(state: FolderState, findings: readonly DraftFinding[]): void {
    this.#folders.push(state);
    this.#findings.set(state.path, [...findings]);
  }

  /** There is such a folder, and it has not been read. */
  announceFolder(folder: string): void {
    this.#folders.push({ path: folder, modifiedAtMs: UNFINISHED, isSettled: false, files: NO_FILES });
  }

  /** The folder cannot be looked into now: its recordings stay as they are, and the next scan tries again. */
  failFolder(folder: string, code: string): void {
    const detail = `The folder could not be read (${code}).`;
    this.putFolder({ path: folder, modifiedAtMs: UNFINISHED, isSettled: false, files: NO_FILES }, [
      { path: folder, kind: 'unreadable', detail },
    ]);
  }

  /** These were deleted meanwhile, and must not come back. */
  forget(paths: ReadonlySet<string>): void {
    this.#drafts = this.#drafts.filter((draft) => !paths.has(draft.path));
  }

  /** Hands all over; throws what that throws. */
  flush(): void {
    this.handOver({
      drafts: this.#drafts,
      newPaths: this.#newPaths,
      removed: this.#removed,
      missing: this.#missing,
      missingFolders: this.#missingFolders,
      folders: this.#folders,
      findings: this.#findings,
    });
    this.#flushedAtMs = this.nowMs();
    this.#size = Math.min(LARGEST_BATCH, this.#size * 2);
    this.#drafts = [];
    this.#newPaths = new Set();
    this.#removed = [];
    this.#missing = [];
    this.#missingFolders = [];
    this.#folders = [];
    this.#findings = new Map();
  }
}
