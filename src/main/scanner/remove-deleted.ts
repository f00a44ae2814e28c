/** Takes recordings whose files were deleted out of the catalog, with what the last scan found to say of them. */
import { removeFindingsOfPaths } from '../catalog/findings';
import { removeRecordings } from '../catalog/recording-writer';
import { countDown } from '../catalog/source-state';
import type { WritableDb } from '../sqlite/database';

/** Unknown paths are passed over: it may be done again after a crash. */
export function removeDeleted(db: WritableDb, sourceId: number, paths: readonly string[]): void {
  db.transaction(() => {
    const recordings = removeRecordings(db, sourceId, paths);
    const findings = removeFindingsOfPaths(db, sourceId, paths);
    countDown(db, sourceId, { recordings, findings });
  });
}
