/** Legs of call history (CDR), by the references that tie them to recordings. */
import type { DraftCallLeg } from '../archive/draft';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { LEG_COLUMNS } from './leg-merge';

/** A leg comes back as it went in. */
export type StoredCallLeg = DraftCallLeg;

/** A call that was passed on more often than this is shown with its first legs. */
const LEGS_LIMIT = 200;

/** The legs with this unique reference, in order of time. */
export function listLegsByUniqueReference(
  db: ReadableDb,
  sourceId: number,
  reference: string,
): DraftCallLeg[] {
  return db.all<DraftCallLeg>(
    `SELECT ${LEG_COLUMNS} FROM call_leg WHERE source_id = ? AND unique_reference = ? ORDER BY started_at_ms, id LIMIT ${LEGS_LIMIT}`,
    [sourceId, reference],
  );
}

/** All legs of the whole call, in order of time. */
export function listLegsByLinkedReference(
  db: ReadableDb,
  sourceId: number,
  reference: string,
): DraftCallLeg[] {
  return db.all<DraftCallLeg>(
    `SELECT ${LEG_COLUMNS} FROM call_leg WHERE source_id = ? AND linked_reference = ? ORDER BY started_at_ms, id LIMIT ${LEGS_LIMIT}`,
    [sourceId, reference],
  );
}

/** Takes every leg of a source out; reading its call history again puts back those that are still told. */
export function removeCallLegs(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM call_leg WHERE source_id = ?', [sourceId]);
}
