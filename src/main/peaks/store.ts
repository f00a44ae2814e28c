/** Waves that were computed once, in a database of their own: it may be deleted at any time, and is never backed up. */
import { rmSync } from 'node:fs';
import type { WritableDb } from '../sqlite/database';
import { openWritable } from '../sqlite/database';
import { NewerDatabase } from '../sqlite/migrate';
import type { SoundFact } from './sound-fact';

/** A file that has another size or time is another file: its old wave is never shown. */
export interface PeaksKey {
  readonly recordingId: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

/** A wave that is kept, and what its sound says. */
export interface DrawnSound extends PeaksKey {
  readonly sourceId: number;
  readonly peaks: Uint8Array;
  /** The greatest are kept when there is no more room: when it was recorded, or when somebody asked for it. */
  readonly keptForMs: number;
  readonly fact: SoundFact | null;
}

/** Some thirty thousand calls of three minutes and two channels. */
export const STORE_LIMIT_BYTES = 512 * 1024 * 1024;

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

/** What was drawn before says nothing of its sound, so it is drawn again. `sound_fact` has a row for every sound that was looked at. */
const withFacts = {
  version: 2,
  sql: `
DROP TABLE peaks;
CREATE TABLE peaks (
  id INTEGER PRIMARY KEY,
  recording_id TEXT NOT NULL UNIQUE,
  size_bytes INTEGER NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  kept_for_ms INTEGER NOT NULL,
  peaks BLOB NOT NULL
) STRICT;
CREATE INDEX peaks_by_age ON peaks (kept_for_ms);
CREATE TABLE sound_fact (
  id INTEGER PRIMARY KEY,
  recording_id TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  -- Null where there is nothing to say.
  kind TEXT,
  detail TEXT
) STRICT;
CREATE INDEX sound_fact_by_kind ON sound_fact (source_id, kind);
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

/** Keeps it, and makes room for it where the store is full: at the cost of those that were kept for the oldest times. */
export function saveSound(db: WritableDb, drawn: DrawnSound, limitBytes = STORE_LIMIT_BYTES): void {
  const { recordingId, sizeBytes, modifiedAtMs, keptForMs, peaks } = drawn;
  db.transaction(() => {
    db.run(
      `INSERT OR REPLACE INTO peaks (recording_id, size_bytes, modified_at_ms, kept_for_ms, peaks) VALUES (?, ?, ?, ?, ?)`,
      [
        ...[recordingId, sizeBytes, modifiedAtMs, keptForMs],
        Buffer.from(peaks.buffer, peaks.byteOffset, peaks.byteLength),
      ],
    );
    saveSoundFact(db, drawn);
    while (usedBytes(db) > limitBytes && forgetOldest(db)) continue;
  });
}

/** Of recordings that are gone. */
export function forgetPeaks(db: WritableDb, recordingIds: readonly string[]): void {
  db.transaction(() => {
    for (const id of recordingIds) {
      db.run('DELETE FROM peaks WHERE recording_id = ?', [id]);
      db.run('DELETE FROM sound_fact WHERE recording_id = ?', [id]);
    }
  });
}

/** Ids of recordings that were looked at, in order, after this one (empty for the first ones). */
export function listPeaksAfter(db: WritableDb, recordingId: string, limit: number): string[] {
  return db
    .all<{ id: string }>(
      'SELECT recording_id AS id FROM sound_fact WHERE recording_id > ? ORDER BY recording_id LIMIT ?',
      [recordingId, limit],
    )
    .map((row) => row.id);
}

/** The oldest time that a wave is kept for, once the store is full: older ones would only make way at once. Null while there is room. */
export function findOldestKeptMs(db: WritableDb, limitBytes = STORE_LIMIT_BYTES): number | null {
  // Near the limit is full: each wave that was one too many has made way, whatever its size.
  if (usedBytes(db) < limitBytes * 0.9) return null;
  return db.get<{ oldest: number | null }>('SELECT min(kept_for_ms) AS oldest FROM peaks')?.oldest ?? null;
}

function saveSoundFact(db: WritableDb, { fact, ...drawn }: DrawnSound): void {
  db.run(
    `INSERT INTO sound_fact (recording_id, source_id, size_bytes, modified_at_ms, kind, detail) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (recording_id) DO UPDATE SET source_id = excluded.source_id, size_bytes = excluded.size_bytes,
       modified_at_ms = excluded.modified_at_ms, kind = excluded.kind, detail = excluded.detail`,
    [
      ...[drawn.recordingId, drawn.sourceId, drawn.sizeBytes, drawn.modifiedAtMs],
      ...[fact?.kind ?? null, fact?.detail ?? null],
    ],
  );
}

/** False where there was none. */
function forgetOldest(db: WritableDb): boolean {
  return (
    db.run('DELETE FROM peaks WHERE id = (SELECT id FROM peaks ORDER BY kept_for_ms LIMIT 1)').changes > 0
  );
}

/** Pages in use: what was deleted leaves free ones, which are used again before the file grows. */
function usedBytes(db: WritableDb): number {
  const { pages, free, pageBytes } = db.get<{ pages: number; free: number; pageBytes: number }>(
    `SELECT (SELECT page_count FROM pragma_page_count) AS pages, (SELECT freelist_count FROM pragma_freelist_count) AS free,
       (SELECT page_size FROM pragma_page_size) AS pageBytes`,
  ) ?? { pages: 0, free: 0, pageBytes: 0 };
  return (pages - free) * pageBytes;
}

function open(filePath: string): WritableDb {
  return openWritable(filePath, { synchronous: 'NORMAL', migrations: [first, withFacts] });
}

function isUseless(error: unknown): boolean {
  if (error instanceof NewerDatabase) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
