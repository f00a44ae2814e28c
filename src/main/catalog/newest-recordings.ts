/** Files of recordings, newest first, for the work that the program does by itself. Who may list them is decided where they are listed. */
import type { DraftRecording } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import { KIND_CODES } from './codes';

export interface NewestRecording {
  readonly key: number;
  readonly recordingId: string;
  readonly sourceId: number;
  readonly startedAtMs: number;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** As the catalog keeps it, for `toHeader`: few of many are looked into. */
  readonly headerText: string;
}

/** Older than this key, if one is given; without faxes and what is missing. */
export function listNewestSounds(
  db: ReadableDb,
  beforeKey: number | undefined,
  limit: number,
): NewestRecording[] {
  return db.all<NewestRecording>(
    `SELECT key, id AS recordingId, source_id AS sourceId, started_at_ms AS startedAtMs, path, size_bytes AS sizeBytes,
       modified_at_ms AS modifiedAtMs, header AS headerText FROM recording
     WHERE key < ? AND is_missing = 0 AND kind <> ? ORDER BY key DESC LIMIT ?`,
    [beforeKey ?? Number.MAX_SAFE_INTEGER, KIND_CODES.fax, limit],
  );
}

export function toHeader({ headerText }: Pick<NewestRecording, 'headerText'>): DraftRecording['header'] {
  return JSON.parse(headerText) as DraftRecording['header'];
}
