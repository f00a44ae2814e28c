/** Recordings that new call history may say more about, as the drafts they were made of. */
import type { DraftRecording } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import type { DraftRow } from './known-files';
import { DRAFTS, toDraft } from './known-files';
import { KIND_CODES } from './codes';
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
 * Those that began in a stretch of time (whole seconds) and bear no leg's own reference, or were made in one of the rooms:
 * what ties them to a leg is time and numbers, so that a later leg may fit better than the one that was found.
 */
export function listDraftsToFind(
  db: ReadableDb,
  sourceId: number,
  fromSec: number,
  untilSec: number,
  rooms: readonly string[],
): DraftRecording[] {
  const known = rooms.filter((room) => /^[\d*#]+$/.test(room));
  return db
    .all<DraftRow>(
      `${DRAFTS} WHERE recording.key >= ? AND recording.key < ? AND +recording.source_id = ? AND reader = 'freepbx'
       AND (kind = ${KIND_CODES.voicemail} OR NOT EXISTS (
         SELECT 1 FROM call_leg WHERE call_leg.source_id = recording.source_id AND unique_reference = call_reference
       ) ${known.map(() => 'OR parties LIKE ?').join(' ')})`,
      [toFirstKey(fromSec), toFirstKey(untilSec), sourceId, ...known.map((room) => `%"number":"${room}"%`)],
    )
    .map(toDraft);
}

export function hasRecordings(db: ReadableDb, sourceId: number): boolean {
  return db.get('SELECT 1 FROM recording WHERE source_id = ? LIMIT 1', [sourceId]) !== undefined;
}
