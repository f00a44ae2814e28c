/** Recordings that may be the same twice, by what the catalog knows of them, and how far they have been compared. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { toFirstKey } from './recording-key';

/** Seconds, both inclusive, in which recordings were put in that have not been compared with each other. */
export interface UncomparedRange {
  readonly fromSec: number;
  readonly untilSec: number;
}

/** Recordings of one source that begin in the same second and have the same size. */
export interface Lookalikes {
  readonly sec: number;
  readonly sizeBytes: number;
  /** In order. */
  readonly paths: readonly string[];
}

const SECOND = toFirstKey(1);
/** More in one second would be an archive whose times are all the same, which says nothing. */
const MAX_PATHS = 10_000;

/** To be called in the transaction that puts them in: what a kill keeps from being compared, the next scan compares. */
export function noteUncompared(
  db: WritableDb,
  sourceId: number,
  { fromSec, untilSec }: UncomparedRange,
): void {
  db.run(
    `INSERT INTO source_state (source_id, uncompared_from_sec, uncompared_until_sec) VALUES (?, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET
       uncompared_from_sec = min(coalesce(uncompared_from_sec, excluded.uncompared_from_sec), excluded.uncompared_from_sec),
       uncompared_until_sec = max(coalesce(uncompared_until_sec, excluded.uncompared_until_sec), excluded.uncompared_until_sec)`,
    [sourceId, fromSec, untilSec],
  );
}

/** Undefined where all have been compared. */
export function findUncompared(db: ReadableDb, sourceId: number): UncomparedRange | undefined {
  const row = db.get<{ fromSec: number | null; untilSec: number | null }>(
    'SELECT uncompared_from_sec AS fromSec, uncompared_until_sec AS untilSec FROM source_state WHERE source_id = ?',
    [sourceId],
  );
  return row?.fromSec == null || row.untilSec === null
    ? undefined
    : { fromSec: row.fromSec, untilSec: row.untilSec };
}

/** Those before this second have been compared; null: all. */
export function noteCompared(db: WritableDb, sourceId: number, untilSec: number | null): void {
  db.run(
    untilSec === null
      ? 'UPDATE source_state SET uncompared_from_sec = NULL, uncompared_until_sec = NULL WHERE source_id = ?'
      : 'UPDATE source_state SET uncompared_from_sec = ? WHERE source_id = ?',
    untilSec === null ? [sourceId] : [untilSec, sourceId],
  );
}

/** In order of time. Each second is a range of keys: a recording is held against the few of its own second only. */
export function listLookalikes(db: ReadableDb, sourceId: number, range: UncomparedRange): Lookalikes[] {
  const seconds = db.all<{ sec: number; sizeBytes: number }>(
    `SELECT key / ${SECOND} AS sec, size_bytes AS sizeBytes FROM recording
     WHERE key >= ? AND key < ? AND source_id = ? AND is_missing = 0 AND size_bytes > 0
     GROUP BY sec, sizeBytes HAVING count(*) > 1 ORDER BY sec, sizeBytes`,
    [toFirstKey(range.fromSec), toFirstKey(range.untilSec + 1), sourceId],
  );
  return seconds.map(({ sec, sizeBytes }) => ({
    sec,
    sizeBytes,
    paths: db
      .all<{ path: string }>(
        `SELECT path FROM recording WHERE key >= ? AND key < ? AND source_id = ? AND is_missing = 0 AND size_bytes = ?
         ORDER BY path LIMIT ${MAX_PATHS}`,
        [toFirstKey(sec), toFirstKey(sec + 1), sourceId, sizeBytes],
      )
      .map((row) => row.path),
  }));
}
