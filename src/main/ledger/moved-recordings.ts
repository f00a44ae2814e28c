/** Ids of recordings that were found again at another place of their source, kept where they cannot be lost with the catalog. */
import type { ReadableDb, WritableDb } from '../sqlite/database';

/** The id that a place alone would give, and the id that the recording there has. */
type Move = readonly [pathId: string, recordingId: string];

export function listMovedRecordings(db: ReadableDb, sourceId: number): readonly Move[] {
  return db
    .all<{ pathId: string; recordingId: string }>(
      'SELECT path_id AS pathId, recording_id AS recordingId FROM moved_recording WHERE source_id = ?',
      [sourceId],
    )
    .map(({ pathId, recordingId }) => [pathId, recordingId]);
}

/** A recording that moved on leaves its earlier place behind. */
export function keepMovedRecordings(db: WritableDb, sourceId: number, moves: readonly Move[]): void {
  db.transaction(() => {
    for (const [pathId, recordingId] of moves) {
      db.run('DELETE FROM moved_recording WHERE source_id = ? AND recording_id = ? AND path_id <> ?', [
        sourceId,
        recordingId,
        pathId,
      ]);
      db.run('INSERT OR REPLACE INTO moved_recording (source_id, path_id, recording_id) VALUES (?, ?, ?)', [
        sourceId,
        pathId,
        recordingId,
      ]);
    }
  });
}
