/** Reads calls of call history one by one; which of them a person may see is not decided here. */
import type { Disposition } from '../../shared/calls';
import type { Direction, Party } from '../../shared/model';
import type { DraftCall } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import { toDirection, toDisposition } from './codes';
import { findKeyOfId } from './id-index';
import { toKeySecond } from './recording-key';
import type { Subjects } from './recording-scopes';
import { toSubjects } from './recording-scopes';

export interface Call {
  readonly key: number;
  readonly id: string;
  readonly organisationId: number;
  readonly sourceId: number;
  readonly linkedReference: string;
  readonly startedAtMs: number;
  /** The second by which the catalog orders it and periods are compared. */
  readonly startedAtSec: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly direction: Direction;
  readonly disposition: Disposition;
  readonly parties: readonly Party[];
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly legs: number;
  /** Hours since 1970 on the wall clock of the source. */
  readonly wallHour: number;
  /** Ids of the scopes it belongs to. */
  readonly scopeIds: readonly number[];
}

interface CallRow {
  readonly key: number;
  readonly id: string;
  readonly organisationId: number;
  readonly sourceId: number;
  readonly linkedReference: string;
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly direction: number;
  readonly disposition: number;
  readonly parties: string;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly legs: number;
  readonly wallHour: number;
  readonly scopes: string;
}

const CALL = `SELECT key, id, organisation_id AS organisationId, source_id AS sourceId, linked_reference AS linkedReference,
  started_at_ms AS startedAtMs, answered_at_ms AS answeredAtMs, ended_at_ms AS endedAtMs, direction, disposition, parties,
  group_number AS "group", line, account_code AS accountCode, legs, wall_hour AS wallHour, scopes FROM call`;

export function findCallByKey(db: ReadableDb, key: number): Call | undefined {
  const row = db.get<CallRow>(`${CALL} WHERE key = ?`, [key]);
  return row && toCall(row);
}

export function findCallById(db: ReadableDb, id: string): Call | undefined {
  const key = findKeyOfId(db, 'call_id', id);
  return key === undefined ? undefined : findCallByKey(db, key);
}

/** At most as many references as SQLite takes parameters. */
export function listCallsByReference(
  db: ReadableDb,
  sourceId: number,
  linkedReferences: readonly string[],
): Call[] {
  const marks = linkedReferences.map(() => '?').join(',');
  return db
    .all<CallRow>(`${CALL} WHERE source_id = ? AND linked_reference IN (${marks})`, [
      sourceId,
      ...linkedReferences,
    ])
    .map(toCall);
}

/** The next calls of a source, in no order that means anything. */
export function listCallsOfSource(db: ReadableDb, sourceId: number, limit: number): Call[] {
  return db.all<CallRow>(`${CALL} WHERE source_id = ? LIMIT ?`, [sourceId, limit]).map(toCall);
}

export interface CallTime {
  readonly linkedReference: string;
  readonly startedAtMs: number;
  readonly wallHour: number;
}

/** A page of a source's calls, by reference, behind `after` (empty for the first page). */
export function listCallTimes(db: ReadableDb, sourceId: number, after: string, limit: number): CallTime[] {
  return db.all<CallTime>(
    `SELECT linked_reference AS linkedReference, started_at_ms AS startedAtMs, wall_hour AS wallHour FROM call
     WHERE source_id = ? AND linked_reference > ? ORDER BY linked_reference LIMIT ?`,
    [sourceId, after, limit],
  );
}

/** Nobody owns a call of call history: who took part is what counts. */
export function toSubjectsOf(call: DraftCall | Call): Subjects {
  const { parties, group, line, accountCode } = call;
  return toSubjects({ parties, group, line, accountCode, owner: null });
}

function toCall(row: CallRow): Call {
  const { scopes, parties, direction, disposition, ...same } = row;
  return {
    ...same,
    startedAtSec: toKeySecond(row.key),
    direction: toDirection(direction),
    disposition: toDisposition(disposition),
    parties: JSON.parse(parties) as Party[],
    scopeIds: scopes.split(' ').map(Number),
  };
}
