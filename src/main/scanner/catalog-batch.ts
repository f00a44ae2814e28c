/** What a scan has found and not yet committed: folders with all their rows, thousands at a time, in one transaction. */
import type { DraftFinding, DraftRecording } from '../archive/draft';
import { toFolder } from '../archive/safe-path';
import { addFindings, removeFindingsBelow, replaceFindings } from '../catalog/findings';
import type { FolderState } from '../catalog/folders';
import { NO_FILES, UNFINISHED, putFolders, removeFoldersBelow } from '../catalog/folders';
import { noteUncompared } from '../catalog/lookalikes';
import { isStartInRange } from '../catalog/recording-key';
import { markMissing, markMissingBelow, putRecordings, removeRecordings } from '../catalog/recording-writer';
import { joinDrafts } from './call-join';
import type { ScanRun } from './scan-run';

/**
 * The first commit comes soon, so that the list fills at once; the later ones are larger, as each touches the same pages of the catalog
 * whatever its size. A recording is about six rows.
 */
const FIRST_BATCH = 1_000;
const LARGEST_BATCH = 10_000;
const FLUSH_EVERY_MS = 1_000;

export class CatalogBatch {
  #drafts: DraftRecording[] = [];
  #removed: string[] = [];
  #missing: string[] = [];
  #missingFolders: string[] = [];
  #folders: FolderState[] = [];
  #findings = new Map<string, readonly DraftFinding[]>();

  readonly #moves: ReadonlyMap<string, string>;
  #flushedAtMs: number;
  #size = FIRST_BATCH;

  constructor(private readonly run: ScanRun) {
    this.#flushedAtMs = run.nowMs();
    this.#moves = new Map(run.source.moves ?? []);
    run.onDeleted = (paths) => this.#forget(new Set(paths));
  }

  /** Time to commit: enough has come together, or lists have waited long enough for what there is. */
  get isDue(): boolean {
    const rows = this.#drafts.length + this.#removed.length + this.#missing.length + this.#folders.length;
    return rows >= this.#size || (rows > 0 && this.run.nowMs() - this.#flushedAtMs >= FLUSH_EVERY_MS);
  }

  put(draft: DraftRecording): void {
    this.#drafts.push(draft);
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

  /** Commits all, or throws and leaves the catalog as it was. */
  flush(): void {
    const { db, source } = this.run;
    const { sourceId } = source;
    db.transaction(() => {
      const place = {
        sourceId,
        sourceUid: source.uid,
        organisationId: source.organisationId,
        moves: this.#moves,
      };
      const { refused } = putRecordings(db, joinDrafts(db, sourceId, this.#drafts), place);
      this.#noteUncompared();
      removeRecordings(db, sourceId, this.#removed);
      markMissing(db, sourceId, this.#missing);
      for (const folder of this.#missingFolders) {
        markMissingBelow(db, sourceId, folder);
        removeFindingsBelow(db, sourceId, folder);
        removeFoldersBelow(db, sourceId, folder);
      }
      for (const [folder, findings] of this.#findings) replaceFindings(db, sourceId, folder, findings);
      this.#addRefused(refused);
      putFolders(db, sourceId, this.#folders);
    });
    this.#clear();
  }

  #noteUncompared(): void {
    let [fromSec, untilSec] = [Infinity, -Infinity];
    for (const { startedAtMs } of this.#drafts) {
      if (!isStartInRange(startedAtMs)) continue;
      const sec = Math.floor(startedAtMs / 1000);
      fromSec = Math.min(fromSec, sec);
      untilSec = Math.max(untilSec, sec);
    }
    if (fromSec <= untilSec) noteUncompared(this.run.db, this.run.source.sourceId, { fromSec, untilSec });
  }

  #forget(paths: ReadonlySet<string>): void {
    this.#drafts = this.#drafts.filter((draft) => !paths.has(draft.path));
  }

  #addRefused(refused: readonly string[]): void {
    for (const path of refused) {
      const detail =
        'Its time cannot be that of a recording, or a quarter of a million began in the same second.';
      addFindings(this.run.db, this.run.source.sourceId, toFolder(path), [
        { path, kind: 'clock-off', detail },
      ]);
    }
  }

  #clear(): void {
    this.#flushedAtMs = this.run.nowMs();
    this.#size = Math.min(LARGEST_BATCH, this.#size * 2);
    this.#drafts = [];
    this.#removed = [];
    this.#missing = [];
    this.#missingFolders = [];
    this.#folders = [];
    this.#findings = new Map();
  }
}
