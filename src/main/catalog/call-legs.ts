/** Legs of call history (CDR), by the references that tie them to recordings. */
import type { DraftCallLeg } from '../archive/draft';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import { insertRows } from './multi-row';

/** A leg comes back as it went in. */
export type StoredCallLeg = DraftCallLeg;

/** A call that was passed on more often than this is shown with its first legs. */
const LEGS_LIMIT = 200;

const COLUMNS = `unique_reference AS uniqueReference, linked_reference AS linkedReference, started_at_ms AS startedAtMs,
  answered_at_ms AS answeredAtMs, ended_at_ms AS endedAtMs, from_number AS fromNumber, from_name AS fromName,
  to_number AS toNumber, answered_by AS answeredBy, line, account_code AS accountCode, application, disposition, fingerprint`;

/** A leg that is there already (same source, same fingerprint) is left as it is. */
export function putCallLegs(
  db: WritableDb,
  legs: readonly DraftCallLeg[],
  place: { readonly sourceId: number; readonly organisationId: number },
): void {
  insertRows(
    db,
    'INSERT OR IGNORE',
    'call_leg',
    [
      'organisation_id',
      'source_id',
      'unique_reference',
      'linked_reference',
      'started_at_ms',
      'answered_at_ms',
      'ended_at_ms',
      'from_number',
      'from_name',
      'to_number',
      'answered_by',
      'line',
      'account_code',
      'application',
      'disposition',
      'fingerprint',
    ],
    legs.map((leg): SqlValue[] => [
      place.organisationId,
      place.sourceId,
      leg.uniqueReference,
      leg.linkedReference,
      leg.startedAtMs,
      leg.answeredAtMs,
      leg.endedAtMs,
      leg.fromNumber,
      leg.fromName,
      leg.toNumber,
      leg.answeredBy,
      leg.line,
      leg.accountCode,
      leg.application,
      leg.disposition,
      leg.fingerprint,
    ]),
  );
}

/** The legs with this unique reference, in order of time. */
export function listLegsByUniqueReference(
  db: ReadableDb,
  sourceId: number,
  reference: string,
): DraftCallLeg[] {
  return db.all<DraftCallLeg>(
    `SELECT ${COLUMNS} FROM call_leg WHERE source_id = ? AND unique_reference = ? ORDER BY started_at_ms, id LIMIT ${LEGS_LIMIT}`,
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
    `SELECT ${COLUMNS} FROM call_leg WHERE source_id = ? AND linked_reference = ? ORDER BY started_at_ms, id LIMIT ${LEGS_LIMIT}`,
    [sourceId, reference],
  );
}

/** Takes every leg of a source out; reading its call history again puts back those that are still told. */
export function removeCallLegs(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM call_leg WHERE source_id = ?', [sourceId]);
}
