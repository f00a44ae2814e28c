/** Waves that were computed once, in a database of their own: it may be deleted at any time, and is never backed up. */
import { rmSync } from 'node:fs';
import type { WritableDb } from '../sqlite/database';
import { openWritable } from '../sqlite/database';
import { NewerDatabase } from '../sqlite/migrate';

/** A file that has another size or time is another file: its old wave is never shown. */
export interface PeaksKey {
  readonly recordingId: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

const first = {
  version: 1,
  sql: `
CREATE TABLE peaks (
  id INTEGER PRIMARY KEY,
  recording_id TEXT NOT NULL UNIQUE,
  size_bytes INTEGER NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  peaks BLOB NOT NULL
) STRICT;
`,
} as const;

/** Opens the store; one that is damaged or of a newer version makes way for an empty one, as nothing in it is missed. */
export function openPeaksStore(filePath: string): WritableDb {
  try {
    return open(filePath);
  } catch (error) {
    if (!isUseless(error)) throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${filePath}${suffix}`, { force: true });
    return open(filePath);
  }
}

export function findPeaks(db: WritableDb, key: PeaksKey): Uint8Array | undefined {
  const row = db.get<{ peaks: Buffer }>(
    'SELECT peaks FROM peaks WHERE recording_id = ? AND size_bytes = ? AND modified_at_ms = ?',
    [key.recordingId, key.sizeBytes, key.modifiedAtMs],
  );
  return row?.peaks;
}

export function savePeaks(db: WritableDb, key: PeaksKey, peaks: Uint8Array): void {
  db.run(
    `INSERT INTO peaks (recording_id, size_bytes, modified_at_ms, peaks) VALUES (?, ?, ?, ?)
     ON CONFLICT (recording_id) DO UPDATE SET
       size_bytes = excluded.size_bytes, modified_at_ms = excluded.modified_at_ms, peaks = excluded.peaks`,
    [
      key.recordingId,
      key.sizeBytes,
      key.modifiedAtMs,
      Buffer.from(peaks.buffer, peaks.byteOffset, peaks.byteLength),
    ],
  );
}

/** Of recordings that are gone. */
export function forgetPeaks(db: WritableDb, recordingIds: readonly string[]): void {
  db.transaction(() => {
    for (const id of recordingIds) db.run('DELETE FROM peaks WHERE recording_id = ?', [id]);
  });
}

/** Ids of recordings with a wave, in order, after this one (empty for the first ones). */
export function listPeaksAfter(db: WritableDb, recordingId: string, limit: number): string[] {
  return db
    .all<{ id: string }>(
      'SELECT recording_id AS id FROM peaks WHERE recording_id > ? ORDER BY recording_id LIMIT ?',
      [recordingId, limit],
    )
    .map((row) => row.id);
}

function open(filePath: string): WritableDb {
  return openWritable(filePath, { synchronous: 'NORMAL', migrations: [first] });
}

function isUseless(error: unknown): boolean {
  if (error instanceof NewerDatabase) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
