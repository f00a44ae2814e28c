/** Writes what reading has found, each part in one transaction, so that a scan can be cut off between any two. */
import { toFolder } from '../archive/safe-path';
import { addFindings, removeFindingsBelow, replaceFindings } from '../catalog/findings';
import { putFolders, removeFoldersBelow } from '../catalog/folders';
import { noteUncompared } from '../catalog/lookalikes';
import type { PreparedRecording } from '../catalog/prepared-recording';
import { isStartInRange } from '../catalog/recording-key';
import type { Place } from '../catalog/recording-id';
import { markMissing, markMissingBelow, putPrepared, removeRecordings } from '../catalog/recording-writer';
import type { PreparedFound } from './prepare-found';
import type { ScanRun } from './scan-run';

export class FoundWriter {
  readonly #place: Place;

  constructor(private readonly run: ScanRun) {
    const { sourceId, uid: sourceUid, organisationId, moves } = run.source;
    this.#place = { sourceId, sourceUid, organisationId, moves: new Map(moves ?? []) };
  }

  /** Commits all, or throws and leaves the catalog as it was. */
  write(found: PreparedFound): void {
    const { db, newcomers } = this.run;
    const { sourceId } = this.#place;
    db.transaction(() => {
      const { refused } = putPrepared(db, found.recordings, this.#place);
      this.#noteUncompared(found.recordings);
      removeRecordings(db, sourceId, found.removed);
      markMissing(db, sourceId, found.missing);
      for (const folder of found.missingFolders) {
        markMissingBelow(db, sourceId, folder);
        removeFindingsBelow(db, sourceId, folder);
        removeFoldersBelow(db, sourceId, folder);
      }
      for (const [folder, findings] of found.findings) replaceFindings(db, sourceId, folder, findings);
      this.#addRefused(refused);
      putFolders(db, sourceId, found.folders);
    });
    for (const one of found.recordings) if (found.newPaths.has(one.path)) newcomers.note(one);
  }

  #noteUncompared(recordings: readonly PreparedRecording[]): void {
    let [fromSec, untilSec] = [Infinity, -Infinity];
    for (const { startedAtMs } of recordings) {
      if (!isStartInRange(startedAtMs)) continue;
      const sec = Math.floor(startedAtMs / 1000);
      fromSec = Math.min(fromSec, sec);
      untilSec = Math.max(untilSec, sec);
    }
    if (fromSec <= untilSec) noteUncompared(this.run.db, this.#place.sourceId, { fromSec, untilSec });
  }

  #addRefused(refused: readonly string[]): void {
    for (const path of refused) {
      const detail =
        'Its time cannot be that of a recording, or a quarter of a million began in the same second.';
      addFindings(this.run.db, this.#place.sourceId, toFolder(path), [{ path, kind: 'clock-off', detail }]);
    }
  }
}
