/** Recordings of a source whose told times can be held against the times of their files: some thousand, from all over the source. */
import type { ReaderId } from '../../shared/model';
import type { ReadableDb, SqlValue } from '../sqlite/database';
import { KIND_CODES } from './codes';
import { BLOCK, toUint32 } from './postings';
import { findNextOrdinal } from './postings-writer';
import { toFirstKey } from './recording-key';

export interface TimedFile {
  readonly reader: ReaderId;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** When the file was written last. */
  readonly modifiedAtMs: number;
}

/** Enough that a share is right to a few hundredths, and read in some milliseconds. */
const SAMPLE = 2_000;
/** Of ordinals, from which as many are drawn each: reading all of ten million recordings would take longer than the sample. */
const BLOCKS = 250;
/** Its multiples are spread most evenly. */
const GOLDEN = 0.618_034;
/** Discs, ZIP and FAT begin to count in 1970 or 1980: a time before this one is none. */
const FIRST_TIME_MS = Date.UTC(1981, 0, 1);

/** The plus keeps SQLite from the index of paths, by which it would read the whole source. */
const TIMED_FILES = `
  SELECT ordinal, reader, started_at_ms AS startedAtMs, duration_ms AS durationMs, modified_at_ms AS modifiedAtMs FROM recording
  WHERE +source_id = ? AND kind <> ? AND is_missing = 0 AND is_time_doubtful = 0 AND duration_ms IS NOT NULL
    AND modified_at_ms BETWEEN ? AND ? AND found_by NOT LIKE '%"file time"%'`;

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
  const conditions = [sourceId, KIND_CODES.fax, FIRST_TIME_MS, nowMs];
  // Of what is drawn from the whole catalog, this source has its share only.
  const given = findNextOrdinal(db);
  const wanted = Math.ceil((SAMPLE * given) / Math.max(1, recordings));
  if (wanted < recordings) return listDrawn(db, { given, wanted }, conditions);
  // Odd, because keys are seconds times a power of two: every second has the same chance.
  const oneIn = 2 * Math.floor(recordings / (2 * SAMPLE)) + 1;
  // All of the index is read: the source is small, or a small part of the catalog.
  return db.all<TimedFile>(
    `${TIMED_FILES}
       AND key IN (SELECT key FROM recording INDEXED BY recording_by_path WHERE source_id = ? AND key % ? = 0)`,
    [...conditions, sourceId, oneIn],
  );
}

interface Draw {
  /** Ordinals that were given. */
  readonly given: number;
  readonly wanted: number;
}

/** By the ordinals, which tell their seconds: however large the source is, no more is read than what is drawn. */
function listDrawn(db: ReadableDb, draw: Draw, conditions: readonly SqlValue[]): TimedFile[] {
  const files: TimedFile[] = [];
  for (const [sec, ordinals] of drawOrdinals(db, draw)) {
    const ofSecond = db.all<TimedFile & { ordinal: number }>(`${TIMED_FILES} AND key >= ? AND key < ?`, [
      ...conditions,
      ...[toFirstKey(sec), toFirstKey(sec + 1)],
    ]);
    files.push(...ofSecond.filter(({ ordinal }) => ordinals.has(ordinal)));
  }
  return files;
}

/** By the second of their recordings; those of recordings that are gone have one in which there is none. */
function drawOrdinals(db: ReadableDb, { given, wanted }: Draw): ReadonlyMap<number, ReadonlySet<number>> {
  const blocks = Math.ceil(given / BLOCK);
  const looked = Math.min(blocks, BLOCKS);
  const step = Math.max(1, ((given / wanted) * looked) / blocks);
  const drawn = new Map<number, Set<number>>();
  for (let n = 0; n < looked; n += 1) {
    const block = Math.floor((n * blocks) / looked);
    const stored = db.get<{ seconds: Buffer }>('SELECT seconds FROM ordinal_content WHERE block = ?', [
      block,
    ]);
    const seconds = stored ? toUint32(stored.seconds) : new Uint32Array();
    for (let m = 0; m * step < seconds.length; m += 1) {
      // At another place of each step: what comes every so many recordings must not be met always, or never.
      const at = Math.floor((m + ((m * GOLDEN) % 1)) * step);
      if (at >= seconds.length) break;
      const sec = seconds[at] ?? 0;
      const ofSecond = drawn.get(sec) ?? new Set();
      drawn.set(sec, ofSecond.add(block * BLOCK + at));
    }
  }
  return drawn;
}
