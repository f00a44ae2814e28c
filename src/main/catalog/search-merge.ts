/**
 * Brings the search tables into few segments after many recordings were written: a question about hundreds of numbers looks each of
 * them up in every segment, and takes a tenth of the time where there is one.
 */
import type { WritableDb } from '../sqlite/database';

const TABLES = ['search', 'call_search', 'recording_id', 'call_id'] as const;
/** Of four thousand bytes each: a tenth of a second's work, after which others may write and the scan may be stopped. */
const PAGES_PER_STEP = 1_000;
/** SQLite's own word for 'nothing was left to do'. */
const CHANGES_OF_NOTHING = 2;

/**
 * `isWhole` merges all there is into one segment, which is worth it after a first scan; else only segments of like size. Stops between
 * steps; what is left is the next call's.
 */
export function mergeSearch(db: WritableDb, isWhole: boolean, shouldStop: () => boolean): void {
  for (const table of TABLES) {
    db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('usermerge', 2)`);
    let pages = isWhole ? -PAGES_PER_STEP : PAGES_PER_STEP;
    for (;;) {
      if (shouldStop()) return;
      const before = countChanges(db);
      db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [BigInt(pages)]);
      if (countChanges(db) - before < CHANGES_OF_NOTHING) break;
      // The sign asks for all segments, once; from then on the merge that has begun goes on.
      pages = PAGES_PER_STEP;
    }
  }
}

function countChanges(db: WritableDb): number {
  return db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
}
