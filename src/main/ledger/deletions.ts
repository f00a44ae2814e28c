/**
 * The journal of deletes, and what is left to tell of them: rows are never removed.
 *
 * [Note: stages of a delete] `intended`: files may have been put aside, none is gone; whoever finds such a row after a crash puts them
 * back. `committed`: there is no way back; the recording is hidden from everybody, and whoever finds such a row removes what is left
 * of it. `done` and `undone` are ends. The step from intended to committed is one transaction, in which holds are asked once more.
 */
import type { DeletedFacts, DeletionRow, DeletionStage } from '../../shared/keeping';
import { AppError } from '../../shared/errors';
import type { Page } from '../../shared/model';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import type { JsonObject } from './canonical-json';

/** A file of a recording while it is being deleted. */
export interface JournalFile {
  /** Relative to the source's folder. */
  readonly path: string;
  /** The name under which it is put aside, in the same folder. */
  readonly stagedName: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly sha256: string;
}

export interface Intent {
  readonly organisationId: number;
  readonly sourceId: number;
  readonly recordingId: string;
  readonly userId: string;
  readonly reason: string;
  readonly facts: DeletedFacts;
  readonly files: readonly JournalFile[];
}

/** A delete that has not come to its end. */
export interface OpenDeletion extends Intent {
  readonly deletionId: number;
  readonly stage: 'intended' | 'committed';
  /** Where the source lies now; also of a source that was removed meanwhile. */
  readonly archiveDir: string;
}

interface OpenRow {
  readonly id: number;
  readonly stage: 'intended' | 'committed';
  readonly organisation_id: number;
  readonly source_id: number;
  readonly recording_id: string;
  readonly user_id: string;
  readonly reason: string;
  readonly facts: string;
  readonly files: string;
  readonly archive_dir: string;
}

const PAGE_ROWS = 100;

/** Writes the intent down with its entry in the trail, and returns the number of the delete. */
export function intendDeletion(db: WritableDb, actor: Actor, intent: Intent): number {
  return db.transaction(() => {
    const { lastInsertRowid } = db.run(
      `INSERT INTO deletion (organisation_id, source_id, recording_id, user_id, reason, stage, facts, files, intended_at_ms)
       VALUES (?, ?, ?, ?, ?, 'intended', ?, ?, ?)`,
      [
        intent.organisationId,
        intent.sourceId,
        intent.recordingId,
        intent.userId,
        intent.reason,
        JSON.stringify(intent.facts),
        JSON.stringify(intent.files),
        Date.now(),
      ],
    );
    appendAudit(db, actor, 'Delete recording', {
      recordingId: intent.recordingId,
      reason: intent.reason,
      recording: toJson(intent.facts),
      files: intent.files.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
    });
    return lastInsertRowid;
  });
}

/** From here on there is no way back. Only within the transaction in which holds were asked. */
export function commitDeletion(db: WritableDb, deletionId: number): void {
  setStage(db, deletionId, 'committed', null);
}

/** All is gone: what remains is this row, and the trail. */
export function endDeletion(
  db: WritableDb,
  actor: Actor,
  deletion: Pick<OpenDeletion, 'deletionId' | 'recordingId'>,
) {
  db.transaction(() => {
    setStage(db, deletion.deletionId, 'done', Date.now());
    db.run('DELETE FROM playback_position WHERE recording_id = ?', [deletion.recordingId]);
    appendAudit(db, actor, 'Recording deleted', { recordingId: deletion.recordingId });
  });
}

/** Nothing is gone. `why` is a sentence for the trail. */
export function undoDeletion(
  db: WritableDb,
  actor: Actor,
  deletion: Pick<OpenDeletion, 'deletionId' | 'recordingId'>,
  why: string,
): void {
  db.transaction(() => {
    setStage(db, deletion.deletionId, 'undone', Date.now());
    appendAudit(db, actor, 'Delete taken back', { recordingId: deletion.recordingId, why });
  });
}

/** Those of all organisations that have not come to their end, oldest first. */
export function listOpenDeletions(db: ReadableDb): readonly OpenDeletion[] {
  return db
    .all<OpenRow>(
      `SELECT deletion.id, stage, deletion.organisation_id, source_id, recording_id, user_id, reason, facts, files, source.archive_dir
       FROM deletion JOIN source ON source.id = deletion.source_id
       WHERE ended_at_ms IS NULL ORDER BY deletion.id`,
    )
    .map((row) => ({
      deletionId: row.id,
      stage: row.stage,
      organisationId: row.organisation_id,
      sourceId: row.source_id,
      recordingId: row.recording_id,
      userId: row.user_id,
      reason: row.reason,
      facts: JSON.parse(row.facts) as DeletedFacts,
      files: JSON.parse(row.files) as JournalFile[],
      archiveDir: row.archive_dir,
    }));
}

/** The deletes of one organisation, newest first. Throws AppError `invalid-input` for a cursor that is none. */
export function listDeletions(
  db: ReadableDb,
  organisationId: number,
  cursor: string | null,
): Page<DeletionRow> {
  const rows = db.all<{
    id: number;
    recording_id: string;
    stage: DeletionStage;
    at_ms: number;
    user_name: string;
    reason: string;
    facts: string;
    files: string;
  }>(
    `SELECT deletion.id, recording_id, stage, coalesce(ended_at_ms, intended_at_ms) AS at_ms, user.name AS user_name, reason, facts, files
     FROM deletion JOIN user ON user.id = deletion.user_id
     WHERE deletion.organisation_id = ? AND deletion.id < ? ORDER BY deletion.id DESC LIMIT ${String(PAGE_ROWS + 1)}`,
    [organisationId, toRowNumber(cursor)],
  );
  const page = rows.slice(0, PAGE_ROWS);
  return {
    rows: page.map((row) => ({
      recordingId: row.recording_id,
      stage: row.stage,
      atMs: row.at_ms,
      userName: row.user_name,
      reason: row.reason,
      facts: JSON.parse(row.facts) as DeletedFacts,
      files: (JSON.parse(row.files) as JournalFile[]).map(({ path, sizeBytes, sha256 }) => ({
        path,
        sizeBytes,
        sha256,
      })),
    })),
    nextCursor: rows.length > PAGE_ROWS ? String(page.at(-1)?.id) : null,
  };
}

/** The number of a row behind a cursor; beyond all rows for none. Throws AppError `invalid-input`. */
export function toRowNumber(cursor: string | null): number {
  if (cursor === null) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9][0-9]{0,15}$/.test(cursor)) {
    throw new AppError('invalid-input', 'invalid-input', 'The cursor is not one of this list.');
  }
  return Number(cursor);
}

function setStage(db: WritableDb, deletionId: number, stage: DeletionStage, endedAtMs: number | null): void {
  const { changes } = db.run(
    `UPDATE deletion SET stage = ?, ended_at_ms = ? WHERE id = ? AND stage IN ('intended', 'committed')`,
    [stage, endedAtMs, deletionId],
  );
  if (changes !== 1) throw new Error(`The delete ${String(deletionId)} has come to its end already.`);
}

function toJson(facts: DeletedFacts): JsonObject {
  return { ...facts, parties: facts.parties.map((party) => ({ ...party })) };
}
