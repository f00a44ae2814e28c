/** Takes a source out of the catalog, a part at a time, so that readers go on meanwhile. */
import { removeCallLegs } from '../catalog/call-legs';
import { removeSomeCallsOfSource } from '../catalog/calls-writer';
import { removeFindings } from '../catalog/findings';
import { removeSourceFolders } from '../catalog/folders';
import { removeMoves } from '../catalog/moves';
import { removeSomeOfSource } from '../catalog/recording-writer';
import { removeSourceState } from '../catalog/source-state';
import type { WritableDb } from '../sqlite/database';

const ROWS_PER_PART = 2_000;

/** Stops between parts; called again, it goes on. */
export function removeSource(db: WritableDb, sourceId: number, shouldStop: () => boolean): void {
  while (removeSomeOfSource(db, sourceId, ROWS_PER_PART) > 0) {
    if (shouldStop()) return;
  }
  while (removeSomeCallsOfSource(db, sourceId, ROWS_PER_PART) > 0) {
    if (shouldStop()) return;
  }
  db.transaction(() => {
    removeCallLegs(db, sourceId);
    removeSourceFolders(db, sourceId);
    removeFindings(db, sourceId);
    removeMoves(db, sourceId);
    removeSourceState(db, sourceId);
  });
}
