/** Legal holds: what is held is never deleted, by nobody. */
import type { ReadableDb } from '../sqlite/database';

export function isHeld(db: ReadableDb, organisationId: number, recordingId: string): boolean {
  const hold = db.get(
    'SELECT 1 FROM hold WHERE recording_id = ? AND organisation_id = ? AND released_at_ms IS NULL LIMIT 1',
    [recordingId, organisationId],
  );
  return hold !== undefined;
}
