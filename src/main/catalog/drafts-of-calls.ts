/** Recordings that new call history may say more about, as the drafts they were made of. */
import type { DraftRecording } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import type { DraftRow } from './known-files';
import { DRAFTS, toDraft } from './known-files';
import { inParts, placeholders } from './multi-row';
import { toFirstKey } from './recording-key';

const PART = 400;

/** Those that bear one of the references, as their own or as that of the whole call. */
export function listDraftsOfCalls(
  db: ReadableDb,
  sourceId: number,
  references: ReadonlySet<string>,
): Map<string, DraftRecording> {
  const drafts = new Map<string, DraftRecording>();
  inParts([...references], PART, (part) => {
    for (const column of ['call_reference', 'linked_reference']) {
      const rows = db.all<DraftRow>(
        `${DRAFTS} WHERE source_id = ? AND ${column} IN (${placeholders(part.length)})`,
        [sourceId, ...part],
      );
      for (const row of rows) drafts.set(row.path, toDraft(row));
    }
  });
  return drafts;
}

/**
 * Those that began in a stretch of time (whole seconds) and found no call history yet, or were made in one of the rooms:
 * what ties them to a leg is time and numbers, not a reference.
 */
export function listDraftsToFind(
  db: ReadableDb,
  sourceId: number,
  fromSec: number,
  untilSec: number,
  rooms: readonly string[],
): DraftRecording[] {
  const isOfRoom = rooms.length > 0 ? `OR to_number IN (${placeholders(rooms.length)})` : '';
  return db
    .all<DraftRow>(
      `${DRAFTS} WHERE recording.key >= ? AND recording.key < ? AND source_id = ? AND reader = 'freepbx'
       AND (found_by NOT LIKE '%"call history"%' ${isOfRoom})`,
      [toFirstKey(fromSec), toFirstKey(untilSec), sourceId, ...rooms],
    )
    .map(toDraft);
}

export function hasRecordings(db: ReadableDb, sourceId: number): boolean {
  return db.get('SELECT 1 FROM recording WHERE source_id = ? LIMIT 1', [sourceId]) !== undefined;
}
