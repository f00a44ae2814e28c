/** Recordings of a source whose told times can be held against the times of their files: some thousand, from all over the source. */
import type { ReaderId } from '../../shared/model';
import type { ReadableDb } from '../sqlite/database';
import { KIND_CODES } from './codes';

export interface TimedFile {
  readonly reader: ReaderId;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** When the file was written last. */
  readonly modifiedAtMs: number;
}

/** Enough that a share is right to a few hundredths, and read in some milliseconds. */
const SAMPLE = 2_000;
/** Discs, ZIP and FAT begin to count in 1970 or 1980: a time before this one is none. */
const FIRST_TIME_MS = Date.UTC(1981, 0, 1);

/**
 * `recordings`: about how many the source has. Without those whose time is that of the file or in doubt, whose length is not known, and
 * whose file is gone or bears a time after `nowMs`.
 */
export function listTimedFiles(
  db: ReadableDb,
  sourceId: number,
  recordings: number,
  nowMs: number,
): TimedFile[] {
  // Odd, because keys are seconds times a power of two: every second has the same chance.
  const oneIn = 2 * Math.floor(recordings / (2 * SAMPLE)) + 1;
  // The index by path holds the keys, so that only rows of the sample are read.
  return db.all<TimedFile>(
    `SELECT reader, started_at_ms AS startedAtMs, duration_ms AS durationMs, modified_at_ms AS modifiedAtMs FROM recording
     WHERE key IN (SELECT key FROM recording INDEXED BY recording_by_path WHERE source_id = ? AND key % ? = 0)
       AND kind <> ? AND is_missing = 0 AND is_time_doubtful = 0 AND duration_ms IS NOT NULL
       AND modified_at_ms BETWEEN ? AND ? AND found_by NOT LIKE '%"file time"%'`,
    [sourceId, oneIn, KIND_CODES.fax, FIRST_TIME_MS, nowMs],
  );
}
