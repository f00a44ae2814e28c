/** How a source is, for those who look after it: what became of every file, and what call history and recordings say of each other. */
import type { FindingKind, SourceClock, SourceHealth } from '../../shared/source-model';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { listFindings } from './findings';

/** What takes a while to count at a million recordings: counted when a scan ends, and kept. */
interface Checked {
  readonly files: Omit<SourceHealth['files'], 'others'>;
  readonly missing: number;
  readonly callsWithoutRecording: number;
  readonly recordingsWithoutHistory: number;
  readonly clock: SourceClock;
  readonly asOfMs: number;
}

const NEVER_CHECKED = {
  files: { seen: 0, recordings: 0, attached: 0, histories: 0 },
  missing: 0,
  callsWithoutRecording: 0,
  recordingsWithoutHistory: 0,
  clock: null,
  asOfMs: null,
} as const;

const EXAMPLES = 5;

/** Without what is known of sound, which is kept with the waves. */
export type CatalogHealth = Omit<SourceHealth, 'soundChecked'>;

/** All zero for a source whose first scan has not come to its end. */
export function readHealth(db: ReadableDb, sourceId: number): CatalogHealth {
  const checked = findChecked(db, sourceId) ?? NEVER_CHECKED;
  const { seen, recordings, attached, histories } = checked.files;
  const counts = db.all<{ kind: FindingKind; count: number }>(
    'SELECT kind, count(*) AS count FROM finding WHERE source_id = ? GROUP BY kind ORDER BY count DESC, kind',
    [sourceId],
  );
  return {
    ...checked,
    files: { seen, recordings, attached, histories, others: seen - recordings - attached - histories },
    kinds: counts.map(({ kind, count }) => ({
      kind,
      count,
      examples: listFindings(db, sourceId, kind, 0, EXAMPLES).map(({ path, detail, recordingId }) => ({
        kind,
        path,
        detail,
        recordingId,
      })),
    })),
  };
}

/** As it was kept last; undefined where it never was. */
export function findClock(db: ReadableDb, sourceId: number): SourceClock | undefined {
  return findChecked(db, sourceId)?.clock;
}

function findChecked(db: ReadableDb, sourceId: number): Checked | undefined {
  const kept = db.get<{ health: string | null }>('SELECT health FROM source_state WHERE source_id = ?', [
    sourceId,
  ])?.health;
  return kept == null ? undefined : (JSON.parse(kept) as Checked);
}

/** Counts anew; worth some seconds at a million recordings, so for the scanner's thread alone. */
export function checkHealth(db: WritableDb, sourceId: number, clock: SourceClock, nowMs: number): void {
  const files = db.get<Checked['files']>(
    `SELECT coalesce(sum(files), 0) AS seen, coalesce(sum(recordings), 0) AS recordings,
       coalesce(sum(attached), 0) AS attached, coalesce(sum(histories), 0) AS histories FROM folder WHERE source_id = ?`,
    [sourceId],
  );
  const checked: Checked = {
    files: files ?? NEVER_CHECKED.files,
    missing: count(
      db,
      'SELECT count(*) AS count FROM recording WHERE source_id = ? AND is_missing = 1',
      sourceId,
    ),
    ...countUnjoined(db, sourceId),
    clock,
    asOfMs: nowMs,
  };
  db.run(
    `INSERT INTO source_state (source_id, health) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET health = excluded.health`,
    [sourceId, JSON.stringify(checked)],
  );
}

/** A source without call history has no call without a recording, and no recording whose call history would be missed. */
function countUnjoined(
  db: ReadableDb,
  sourceId: number,
): Pick<Checked, 'callsWithoutRecording' | 'recordingsWithoutHistory'> {
  const hasHistory = db.get('SELECT 1 FROM call WHERE source_id = ? LIMIT 1', [sourceId]) !== undefined;
  if (!hasHistory) return { callsWithoutRecording: 0, recordingsWithoutHistory: 0 };
  return {
    callsWithoutRecording: count(
      db,
      `SELECT count(*) AS count FROM call WHERE source_id = ? AND answered_at_ms IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM recording WHERE recording.source_id = call.source_id AND recording.linked_reference = call.linked_reference)`,
      sourceId,
    ),
    recordingsWithoutHistory: count(
      db,
      `SELECT count(*) AS count FROM recording WHERE source_id = ? AND kind = 0 AND (linked_reference IS NULL OR NOT EXISTS (
         SELECT 1 FROM call WHERE call.source_id = recording.source_id AND call.linked_reference = recording.linked_reference))`,
      sourceId,
    ),
  };
}

function count(db: ReadableDb, sql: string, sourceId: number): number {
  return db.get<{ count: number }>(sql, [sourceId])?.count ?? 0;
}
