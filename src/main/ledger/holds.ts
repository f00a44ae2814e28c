/** Legal holds: what keeps a recording from being deleted, by anybody; and, as the policy asks it in one breath, what is being deleted. */
import { notFound } from '../../shared/errors';
import type { HoldRow } from '../../shared/keeping';
import type { Page } from '../../shared/model';
import type { Holds } from '../policy/directory';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { toRowNumber } from './deletions';
import { isRetentionLocked } from './retention-locks';

const PAGE_ROWS = 100;

/** The holds of one organisation, as of each question. */
export function toHolds(db: ReadableDb, organisationId: number): Holds {
  return {
    isBeingDeleted: (recordingId) => isBeingDeleted(db, organisationId, recordingId),
    listBeingDeleted: () =>
      db
        .all<{ id: string }>(
          `SELECT recording_id AS id FROM deletion WHERE stage = 'committed' AND organisation_id = ?`,
          [organisationId],
        )
        .map((row) => row.id),
    isHeld: (recordingId) => isHeld(db, organisationId, recordingId),
    isRetentionLocked: (call) => isRetentionLocked(db, organisationId, call, Date.now()),
  };
}

function isHeld(db: ReadableDb, organisationId: number, recordingId: string): boolean {
  const hold = db.get(
    'SELECT 1 FROM hold WHERE recording_id = ? AND organisation_id = ? AND released_at_ms IS NULL LIMIT 1',
    [recordingId, organisationId],
  );
  return hold !== undefined;
}

function isBeingDeleted(db: ReadableDb, organisationId: number, recordingId: string): boolean {
  const deletion = db.get(
    `SELECT 1 FROM deletion WHERE stage = 'committed' AND organisation_id = ? AND recording_id = ? LIMIT 1`,
    [organisationId, recordingId],
  );
  return deletion !== undefined;
}

/**
 * Puts a hold on each, beside any that it has: two cases may need the same recording. All or none. Throws AppError `not-found` for
 * one whose delete cannot be taken back any more.
 */
export function setHolds(
  db: WritableDb,
  actor: Actor & { readonly organisationId: number; readonly userId: string },
  recordingIds: readonly string[],
  reason: string,
): void {
  db.transaction(() => {
    for (const recordingId of new Set(recordingIds)) {
      if (isBeingDeleted(db, actor.organisationId, recordingId)) throw notFound();
      db.run(
        'INSERT INTO hold (organisation_id, recording_id, reason, set_by, set_at_ms) VALUES (?, ?, ?, ?, ?)',
        [actor.organisationId, recordingId, reason, actor.userId, Date.now()],
      );
      appendAudit(db, actor, 'Set hold', { recordingId, reason });
    }
  });
}

/** Releases every hold in force on each of these. All or none. Throws AppError `not-found` where one has none. */
export function releaseHolds(
  db: WritableDb,
  actor: Actor & { readonly organisationId: number },
  recordingIds: readonly string[],
  reason: string,
): void {
  db.transaction(() => {
    for (const recordingId of new Set(recordingIds)) {
      const { changes } = db.run(
        'UPDATE hold SET released_at_ms = ? WHERE organisation_id = ? AND recording_id = ? AND released_at_ms IS NULL',
        [Date.now(), actor.organisationId, recordingId],
      );
      if (changes === 0) throw notFound();
      appendAudit(db, actor, 'Release hold', { recordingId, holds: changes, reason });
    }
  });
}

/** The holds in force of one organisation, newest first. Throws AppError `invalid-input` for a cursor that is none. */
export function listHolds(
  db: ReadableDb,
  organisationId: number,
  cursor: string | null,
): Page<Omit<HoldRow, 'recording'>> {
  const rows = db.all<Omit<HoldRow, 'recording'>>(
    `SELECT hold.id AS holdId, recording_id AS recordingId, reason, user.name AS setBy, set_at_ms AS setAtMs
     FROM hold JOIN user ON user.id = hold.set_by
     WHERE hold.organisation_id = ? AND released_at_ms IS NULL AND hold.id < ?
     ORDER BY hold.id DESC LIMIT ${String(PAGE_ROWS + 1)}`,
    [organisationId, toRowNumber(cursor)],
  );
  const page = rows.slice(0, PAGE_ROWS);
  return { rows: page, nextCursor: rows.length > PAGE_ROWS ? String(page.at(-1)?.holdId) : null };
}
