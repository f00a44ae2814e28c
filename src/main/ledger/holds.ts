/** Legal holds and retention locks: what keeps a recording from being deleted, by anybody. */
import type { Holds } from '../policy/directory';
import type { ReadableDb } from '../sqlite/database';

/** The holds of one organisation, as of each question. */
export function toHolds(db: ReadableDb, organisationId: number): Holds {
  return {
    isHeld: (recordingId) => isHeld(db, organisationId, recordingId),
    // The ledger keeps no retention locks yet, so none can be in force.
    isRetentionLocked: () => false,
  };
}

export function isHeld(db: ReadableDb, organisationId: number, recordingId: string): boolean {
  const hold = db.get(
    'SELECT 1 FROM hold WHERE recording_id = ? AND organisation_id = ? AND released_at_ms IS NULL LIMIT 1',
    [recordingId, organisationId],
  );
  return hold !== undefined;
}
