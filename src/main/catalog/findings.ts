/** Findings: what the scanner could not take in as a recording, or took in with a doubt. */
import type { Finding, FindingKind } from '../../shared/source-model';
import type { DraftFinding } from '../archive/draft';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { KIND_CODES } from './codes';
import { insertRows } from './multi-row';

export interface FindingRow extends Finding {
  /** Position in the list; grows with every finding. */
  readonly rowId: number;
}

/** What was found in one folder takes the place of what an earlier scan found in it. */
export function replaceFindings(
  db: WritableDb,
  sourceId: number,
  folder: string,
  findings: readonly DraftFinding[],
): void {
  db.run('DELETE FROM finding WHERE source_id = ? AND folder = ?', [sourceId, folder]);
  insertRows(
    db,
    'INSERT',
    'finding',
    ['source_id', 'folder', 'path', 'kind', 'detail'],
    findings.map((finding) => [sourceId, folder, finding.path, finding.kind, finding.detail]),
  );
}

/** What the last scan found in one folder, by path. */
export function listFindingsOfFolder(db: ReadableDb, sourceId: number, folder: string): DraftFinding[] {
  return db.all<DraftFinding>('SELECT path, kind, detail FROM finding WHERE source_id = ? AND folder = ?', [
    sourceId,
    folder,
  ]);
}

/** Of a folder that is gone, and of all below it. */
export function removeFindingsBelow(db: WritableDb, sourceId: number, folder: string): void {
  // '0' is the character after '/'.
  db.run('DELETE FROM finding WHERE source_id = ? AND (folder = ? OR (folder >= ? AND folder < ?))', [
    sourceId,
    folder,
    `${folder}/`,
    `${folder}0`,
  ]);
}

/** Adds to what the folder has, for findings that come after its files were read (the join with call history). */
export function addFindings(
  db: WritableDb,
  sourceId: number,
  folder: string,
  findings: readonly DraftFinding[],
): void {
  insertRows(
    db,
    'INSERT',
    'finding',
    ['source_id', 'folder', 'path', 'kind', 'detail'],
    findings.map((finding) => [sourceId, folder, finding.path, finding.kind, finding.detail]),
  );
}

export function removeFindingsOfKind(
  db: WritableDb,
  sourceId: number,
  paths: readonly string[],
  kind: FindingKind,
): void {
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    db.run('DELETE FROM finding WHERE source_id = ? AND folder = ? AND path = ? AND kind = ?', [
      sourceId,
      folder,
      path,
      kind,
    ]);
  }
}

/** What was said of these very files. Returns how many findings that were. */
export function removeFindingsOfPaths(db: WritableDb, sourceId: number, paths: readonly string[]): number {
  let removed = 0;
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    removed += db.run('DELETE FROM finding WHERE source_id = ? AND folder = ? AND path = ?', [
      sourceId,
      folder,
      path,
    ]).changes;
  }
  return removed;
}

export function removeFindings(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM finding WHERE source_id = ?', [sourceId]);
}

export function countFindings(db: ReadableDb, sourceId: number): number {
  return (
    db.get<{ count: number }>('SELECT count(*) AS count FROM finding WHERE source_id = ?', [sourceId])
      ?.count ?? 0
  );
}

/** Findings after `afterRowId` (0 for the first page), oldest first. */
export function listFindings(
  db: ReadableDb,
  sourceId: number,
  kind: FindingKind | undefined,
  afterRowId: number,
  limit: number,
): FindingRow[] {
  const columns = `id AS rowId, path, kind, detail, (SELECT recording.id FROM recording WHERE recording.source_id = finding.source_id
    AND recording.path = finding.path AND recording.kind <> ${KIND_CODES.fax}) AS recordingId`;
  return kind === undefined
    ? db.all<FindingRow>(
        `SELECT ${columns} FROM finding INDEXED BY finding_by_source WHERE source_id = ? AND id > ? ORDER BY id LIMIT ?`,
        [sourceId, afterRowId, limit],
      )
    : db.all<FindingRow>(
        `SELECT ${columns} FROM finding WHERE source_id = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?`,
        [sourceId, kind, afterRowId, limit],
      );
}
