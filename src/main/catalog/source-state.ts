/** How a source's scans stand: its counts and its last scan, for those who may read the configuration. */
import type { ScanProgress } from '../../shared/source-model';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { countFindings } from './findings';

export interface SourceState {
  readonly recordings: number;
  readonly findings: number;
  readonly lastScan: ScanProgress | null;
}

interface SourceStateRow {
  readonly recordings: number;
  readonly findings: number;
  readonly lastScan: string | null;
}

/** Zero and null for a source that was never scanned. */
export function readSourceState(db: ReadableDb, sourceId: number): SourceState {
  const row = db.get<SourceStateRow>(
    'SELECT recordings, findings, last_scan AS lastScan FROM source_state WHERE source_id = ?',
    [sourceId],
  );
  if (!row) return { recordings: 0, findings: 0, lastScan: null };
  return { ...row, lastScan: row.lastScan === null ? null : (JSON.parse(row.lastScan) as ScanProgress) };
}

export function putLastScan(db: WritableDb, sourceId: number, progress: ScanProgress): void {
  db.run(
    `INSERT INTO source_state (source_id, last_scan) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET last_scan = excluded.last_scan`,
    [sourceId, JSON.stringify(progress)],
  );
}

/** As `putSettings` was given them; null for a source that was never scanned. */
export function readSettings(db: ReadableDb, sourceId: number): string | null {
  const row = db.get<{ settings: string | null }>('SELECT settings FROM source_state WHERE source_id = ?', [
    sourceId,
  ]);
  return row?.settings ?? null;
}

/** By what the source is scanned from now on, in any form that can be compared. */
export function putSettings(db: WritableDb, sourceId: number, settings: string): void {
  db.run(
    `INSERT INTO source_state (source_id, settings) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET settings = excluded.settings`,
    [sourceId, settings],
  );
}

export function removeSourceState(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM source_state WHERE source_id = ?', [sourceId]);
}

/** So much less than the last count: exact where that was. */
export function countDown(
  db: WritableDb,
  sourceId: number,
  gone: { readonly recordings: number; readonly findings: number },
): void {
  db.run(
    `UPDATE source_state SET recordings = max(0, recordings - ?), findings = max(0, findings - ?) WHERE source_id = ?`,
    [gone.recordings, gone.findings, sourceId],
  );
}

/** Counts anew what the source holds; exact, and worth a second at ten million recordings. */
export function recountSource(db: WritableDb, sourceId: number): SourceState {
  const counted = db.get<{ count: number }>('SELECT count(*) AS count FROM recording WHERE source_id = ?', [
    sourceId,
  ]);
  db.run(
    `INSERT INTO source_state (source_id, recordings, findings) VALUES (?, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET recordings = excluded.recordings, findings = excluded.findings`,
    [sourceId, counted?.count ?? 0, countFindings(db, sourceId)],
  );
  return readSourceState(db, sourceId);
}
