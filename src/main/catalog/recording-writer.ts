/** Writes recordings with everything that hangs on them; used by the scanner alone. */
import type { DraftRecording } from '../archive/draft';
import type { WritableDb } from '../sqlite/database';
import { Dictionary } from './dictionary';
import { FreeKeys } from './free-keys';
import { findKeyOfId, putIds, takeOutId } from './id-index';
import { inParts, insertEach, insertRows, placeholders } from './multi-row';
import type { PreparedRecording } from './prepared-recording';
import { prepareRecording } from './prepared-recording';
import { DRAFT_COLUMNS } from './recording-columns';
import { findNextOrdinal, PostingChanges } from './postings-writer';
import { FreeIds, hasSpellings, toRecordingId } from './recording-id';
import type { Place, StoredRecording } from './recording-id';
import { toKeySecond } from './recording-key';
import { toNumberToken, toScopeToken } from './search-tokens';
import { forgetUnusedNumbers, numbersOf } from './unused-numbers';
import { putVisible, takeOutVisible } from './visibility';

export interface PutResult {
  readonly written: number;
  /** Paths without room: a start out of range, or the 262,145th recording within one second. */
  readonly refused: readonly string[];
}

/** A recording with its place in the catalog. */
interface Placed {
  readonly recording: PreparedRecording;
  readonly key: number;
  readonly ordinal: number;
  readonly id: string;
  readonly scopeIds: readonly number[];
}

const RECORDING_COLUMNS = [
  'key',
  'ordinal',
  'id',
  'organisation_id',
  'source_id',
  'scopes',
  ...DRAFT_COLUMNS,
] as const;
const SEARCH_COLUMNS = ['rowid', 'words', 'spoken', 'numbers', 'facets', 'acl'] as const;
const STORED = 'key, ordinal, id, path, scopes, is_missing AS isMissing';
const PATHS_PER_QUERY = 100;

/** Of drafts that were made in this thread; see `putPrepared`. */
export function putRecordings(db: WritableDb, drafts: readonly DraftRecording[], place: Place): PutResult {
  return putPrepared(
    db,
    drafts.map((draft) => prepareRecording(place.sourceUid, draft)),
    place,
  );
}

/**
 * Puts recordings in, or in the place of what the same path held; a changed start moves the recording to its new place in time and
 * keeps its id, unless it has an identity of its own: then another recording has come to bear that name. One transaction; give it
 * hundreds at a time. Where a path comes twice, the later one stands.
 */
export function putPrepared(
  db: WritableDb,
  recordings: readonly PreparedRecording[],
  place: Place,
): PutResult {
  return db.transaction(() => {
    const byPath = new Map(recordings.map((recording) => [recording.path, recording]));
    const stored = findStored(db, place, [...byPath.keys()]);
    const dictionary = new Dictionary(db);
    const keys = new FreeKeys(db, 'recording');
    const ids = new FreeIds(db, place, stored, byPath.values());
    let nextOrdinal = findNextOrdinal(db);
    const refused: string[] = [];
    const placed: Placed[] = [];
    for (const recording of byPath.values()) {
      const before = stored.get(recording.path);
      const key = keys.take(recording.startedAtMs, before?.key);
      if (key === undefined) {
        refused.push(recording.path);
        continue;
      }
      const scopeIds = recording.scopes.map((scope) => dictionary.scopeId(place.organisationId, scope));
      const ordinal = before?.ordinal ?? nextOrdinal++;
      placed.push({ recording, key, ordinal, id: ids.take(recording), scopeIds });
    }
    // Only now: a key that somebody in this batch is to keep must not look free before.
    const postings = new PostingChanges(db);
    takeOut(db, [...stored.values()], postings);
    putIn(db, placed, place, dictionary, postings);
    postings.apply();
    return { written: placed.length, refused };
  });
}

/** Takes recordings out with all that hangs on them. Unknown paths are passed over. Returns how many were there. */
export function removeRecordings(db: WritableDb, sourceId: number, paths: readonly string[]): number {
  return db.transaction(() => {
    let removed = 0;
    const postings = new PostingChanges(db);
    inParts(paths, PATHS_PER_QUERY, (part) => {
      const stored = storedByPath(db, sourceId, part);
      const numbers = numbersOf(db, stored);
      takeOut(db, stored, postings);
      forgetUnusedNumbers(db, numbers);
      removed += stored.length;
    });
    postings.apply();
    return removed;
  });
}

/** Takes the next recordings of a source out, oldest first; call it until it returns 0. */
export function removeSomeOfSource(db: WritableDb, sourceId: number, limit: number): number {
  const paths = db.all<{ path: string }>('SELECT path FROM recording WHERE source_id = ? LIMIT ?', [
    sourceId,
    limit,
  ]);
  return removeRecordings(
    db,
    sourceId,
    paths.map((row) => row.path),
  );
}

/** The file is gone from a volume that is there (or has come back); the recording stays in every list. */
export function markMissing(
  db: WritableDb,
  sourceId: number,
  paths: readonly string[],
  isMissing = true,
): number {
  let changed = 0;
  inParts(paths, PATHS_PER_QUERY, (part) => {
    changed += db.run(
      `UPDATE recording SET is_missing = ? WHERE source_id = ? AND is_missing <> ? AND path IN (${placeholders(part.length)})`,
      [isMissing ? 1 : 0, sourceId, isMissing ? 1 : 0, ...part],
    ).changes;
  });
  return changed;
}

/** As `markMissing`, for all that lies in a folder that is gone, and below it. */
export function markMissingBelow(db: WritableDb, sourceId: number, folder: string): number {
  // '0' is the character after '/'.
  return db.run(
    'UPDATE recording SET is_missing = 1 WHERE source_id = ? AND path >= ? AND path < ? AND is_missing = 0',
    [sourceId, `${folder}/`, `${folder}0`],
  ).changes;
}

function storedByPath(db: WritableDb, sourceId: number, paths: readonly string[]): StoredRecording[] {
  return db.all<StoredRecording>(
    `SELECT ${STORED} FROM recording WHERE source_id = ? AND path IN (${placeholders(paths.length)})`,
    [sourceId, ...paths],
  );
}

/** By the path as it is now: also what is there under another spelling of the same name, if its own file is gone. */
function findStored(db: WritableDb, place: Place, paths: readonly string[]): Map<string, StoredRecording> {
  const stored = new Map<string, StoredRecording>();
  inParts(paths, PATHS_PER_QUERY, (part) => {
    for (const row of storedByPath(db, place.sourceId, part)) stored.set(row.path, row);
  });
  for (const path of paths) {
    if (stored.has(path) || !hasSpellings(path)) continue;
    const key = findKeyOfId(db, 'recording_id', toRecordingId(place.sourceUid, path));
    if (key === undefined) continue;
    const row = db.get<StoredRecording>(
      `SELECT ${STORED} FROM recording WHERE key = ? AND is_missing = 1 AND source_id = ?`,
      [key, place.sourceId],
    );
    if (row) stored.set(path, row);
  }
  return stored;
}

function takeOut(db: WritableDb, stored: readonly StoredRecording[], postings: PostingChanges): void {
  for (const row of stored) {
    db.run('DELETE FROM recording WHERE key = ?', [row.key]);
    takeOutId(db, 'recording_id', row);
    db.run('DELETE FROM search WHERE rowid = ?', [row.key]);
    db.run('DELETE FROM transcript WHERE key = ?', [row.key]);
    const scopeIds = row.scopes.split(' ').map(Number);
    takeOutVisible(db, { key: row.key, scopeIds });
    postings.takeOut(row.ordinal, scopeIds);
  }
}

function putIn(
  db: WritableDb,
  placed: readonly Placed[],
  { organisationId, sourceId }: Place,
  dictionary: Dictionary,
  postings: PostingChanges,
): void {
  for (const { recording, key, ordinal, scopeIds } of placed) {
    postings.putIn({ ordinal, sec: toKeySecond(key), traits: recording.traits }, scopeIds);
  }
  insertEach(db, 'INSERT', 'recording', RECORDING_COLUMNS, placed, (one) => [
    one.key,
    one.ordinal,
    one.id,
    organisationId,
    sourceId,
    one.scopeIds.join(' '),
    ...one.recording.columns,
  ]);
  putIds(db, 'recording_id', placed);
  putVisible(db, placed);
  insertEach(db, 'INSERT', 'search', SEARCH_COLUMNS, placed, ({ key, recording, scopeIds }) => [
    // The search table takes whole numbers only, and a number bound as it is would be a fraction to it.
    BigInt(key),
    recording.words,
    recording.spoken,
    recording.numbers.map((number) => toNumberToken(dictionary.numberId(number))).join(' '),
    recording.facets,
    scopeIds.map(toScopeToken).join(' '),
  ]);
  const spoken = placed.flatMap(({ key, recording: { transcript } }) =>
    transcript === null ? [] : [[key, ...transcript]],
  );
  insertRows(db, 'INSERT', 'transcript', ['key', 'format', 'segments', 'categories'], spoken);
}
