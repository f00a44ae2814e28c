/** Recordings whose files were moved within their source: found again by content, with the id that they had. */
import type { DraftRecording } from '../archive/draft';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { putIds, takeOutId } from './id-index';
import { toFirstKey, toKeySecond } from './recording-key';
import { toRecordingId } from './recording-id';
import { removeRecordings } from './recording-writer';

/** The id that a place alone would give, and the id that the recording there has. */
export type Move = readonly [pathId: string, recordingId: string];

export interface ContentTrace {
  readonly key: number;
  readonly id: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** Empty where the file's header could not be read. */
  readonly fingerprint: string;
}

interface TraceRow extends Omit<ContentTrace, 'fingerprint'> {
  readonly header: string;
}

const TRACE =
  'SELECT key, id, path, size_bytes AS sizeBytes, modified_at_ms AS modifiedAtMs, header FROM recording';
/** Network drives and memory cards keep time to two seconds. */
const SAME_TIME_MS = 2000;

/** Recordings of the source whose files are gone, after `afterKey` (null for the first page), in order of time. */
export function listMissing(
  db: ReadableDb,
  sourceId: number,
  afterKey: number | null,
  limit: number,
): ContentTrace[] {
  return db
    .all<TraceRow>(
      `${TRACE} INDEXED BY recording_missing WHERE source_id = ? AND is_missing = 1 AND key > ? ORDER BY key LIMIT ?`,
      [sourceId, afterKey ?? Number.MIN_SAFE_INTEGER, limit],
    )
    .map(toTrace);
}

/** Recordings that are there and may be the missing one: of its second, and of these paths. */
export function listArrivals(
  db: ReadableDb,
  sourceId: number,
  missing: ContentTrace,
  paths: readonly string[],
): ContentTrace[] {
  const sec = toKeySecond(missing.key);
  const rows = [
    ...db.all<TraceRow>(`${TRACE} WHERE key >= ? AND key < ? AND source_id = ? AND is_missing = 0`, [
      toFirstKey(sec),
      toFirstKey(sec + 1),
      sourceId,
    ]),
    ...paths.flatMap((path) =>
      db.all<TraceRow>(`${TRACE} WHERE source_id = ? AND path = ? AND is_missing = 0`, [sourceId, path]),
    ),
  ];
  const byKey = new Map(rows.map((row) => [row.key, toTrace(row)]));
  return [...byKey.values()].filter((arrival) => isSameFile(missing, arrival));
}

function isSameFile(missing: ContentTrace, arrival: ContentTrace): boolean {
  return (
    missing.fingerprint !== '' &&
    missing.fingerprint === arrival.fingerprint &&
    missing.sizeBytes === arrival.sizeBytes &&
    Math.abs(missing.modifiedAtMs - arrival.modifiedAtMs) <= SAME_TIME_MS
  );
}

/** The recording at the new place takes the id of the missing one, whose row goes. */
export function adopt(
  db: WritableDb,
  source: { readonly sourceId: number; readonly uid: string },
  missing: ContentTrace,
  arrival: ContentTrace,
): void {
  db.transaction(() => {
    removeRecordings(db, source.sourceId, [missing.path]);
    db.run('UPDATE recording SET id = ? WHERE key = ?', [missing.id, arrival.key]);
    takeOutId(db, 'recording_id', arrival);
    putIds(db, 'recording_id', [{ key: arrival.key, id: missing.id }]);
    db.run('DELETE FROM moved_recording WHERE source_id = ? AND recording_id = ?', [
      source.sourceId,
      missing.id,
    ]);
    db.run('INSERT OR REPLACE INTO moved_recording (source_id, path_id, recording_id) VALUES (?, ?, ?)', [
      source.sourceId,
      toRecordingId(source.uid, arrival.path),
      missing.id,
    ]);
  });
}

/** All that the catalog knows of; whoever keeps them for good is told all of them every time. */
export function listMoves(db: ReadableDb, sourceId: number): Move[] {
  return db
    .all<{ pathId: string; recordingId: string }>(
      'SELECT path_id AS pathId, recording_id AS recordingId FROM moved_recording WHERE source_id = ?',
      [sourceId],
    )
    .map(({ pathId, recordingId }) => [pathId, recordingId]);
}

export function removeMoves(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM moved_recording WHERE source_id = ?', [sourceId]);
}

function toTrace({ header, ...row }: TraceRow): ContentTrace {
  const read = JSON.parse(header) as DraftRecording['header'];
  return { ...row, fingerprint: read?.fingerprint ?? '' };
}
