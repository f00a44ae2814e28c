/** Legal holds and retention locks: what keeps a recording from being deleted, by anybody. */
import type { Holds } from '../policy/directory';
import type { ReadableDb } from '../sqlite/database';

/** The holds of one organisation, as of each question. */
export function toHolds(db: ReadableDb, organisationId: number): Holds {
  return {
    isBeingDeleted: (recordingId) => listBeingDeleted(db, organisationId).includes(recordingId),
    listBeingDeleted: () => listBeingDeleted(db, organisationId),
    isHeld: (recordingId) => isHeld(db, organisationId, recordingId),
    // The ledger keeps no retention locks yet, so none can be in force.
    isRetentionLocked: () => false,
  };
}

function listBeingDeleted(db: ReadableDb, organisationId: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT recording_id AS id FROM deletion WHERE stage = 'intended' AND organisation_id = ?`,
      [organisationId],
    )
    .map((row) => row.id);
}

export function isHeld(db: ReadableDb, organisationId: number, recordingId: string): boolean {
  const hold = db.get(
    'SELECT 1 FROM hold WHERE recording_id = ? AND organisation_id = ? AND released_at_ms IS NULL LIMIT 1',
    [recordingId, organisationId],
  );
  return hold !== undefined;
}
