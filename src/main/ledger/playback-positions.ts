/** Where a person stopped listening, to go on from there; his own business, so the trail does not record it. */
import type { ReadableDb, WritableDb } from '../sqlite/database';

/** More than anybody goes back to; the oldest make room. */
const POSITIONS_KEPT = 1000;

/** Milliseconds from the beginning; 0 where nothing is known. */
export function playbackPosition(db: ReadableDb, userId: string, recordingId: string): number {
  const row = db.get<{ position_ms: number }>(
    'SELECT position_ms FROM playback_position WHERE user_id = ? AND recording_id = ?',
    [userId, recordingId],
  );
  return row?.position_ms ?? 0;
}

export function savePlaybackPosition(
  db: WritableDb,
  userId: string,
  recordingId: string,
  positionMs: number,
): void {
  db.transaction(() => {
    db.run(
      `INSERT INTO playback_position (user_id, recording_id, position_ms, at_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET position_ms = excluded.position_ms, at_ms = excluded.at_ms`,
      [userId, recordingId, positionMs, Date.now()],
    );
    db.run(
      `DELETE FROM playback_position WHERE user_id = ? AND recording_id IN (
         SELECT recording_id FROM playback_position WHERE user_id = ? ORDER BY at_ms DESC LIMIT -1 OFFSET ${String(POSITIONS_KEPT)})`,
      [userId, userId],
    );
  });
}
