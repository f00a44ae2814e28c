/** Writes recordings with everything that hangs on them; used by the scanner alone. */
import type { DraftRecording } from '../archive/draft';
import type { WritableDb } from '../sqlite/database';
import { Dictionary } from './dictionary';
import { FreeKeys } from './free-keys';
import { findKeyOfId, putIds, takeOutId } from './id-index';
import { inParts, insertEach, insertRows, placeholders } from './multi-row';
import { RECORDING_COLUMNS, toColumnValues } from './recording-columns';
import type { Placed } from './recording-columns';
import { toTraits } from './postings';
import { findNextOrdinal, PostingChanges } from './postings-writer';
import { FreeIds, hasSpellings, toRecordingId } from './recording-id';
import type { Place, StoredRecording } from './recording-id';
import { toKeySecond } from './recording-key';
import { toScopes } from './recording-scopes';
import { SEARCH_COLUMNS, toSearchRow } from './recording-search';
import { forgetUnusedNumbers, numbersOf } from './unused-numbers';

export interface PutResult {
  readonly written: number;
  /** Paths without room: a start out of range, or the 262,145th recording within one second. */
  readonly refused: readonly string[];
}

const STORED = 'key, ordinal, id, path, scopes, is_missing AS isMissing';
const PATHS_PER_QUERY = 100;

/**
 * Puts recordings in, or in the place of what the same path held; a changed start moves the recording to its new place in time and
 * keeps its id, unless the draft has an identity of its own: then another recording has come to bear that name. One transaction; give it hundreds at a time. Where a path comes twice, the later one stands.
 */
export function putRecordings(db: WritableDb, drafts: readonly DraftRecording[], place: Place): PutResult {
  return db.transaction(() => {
    const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
    const stored = findStored(db, place, [...byPath.keys()]);
    const dictionary = new Dictionary(db);
    const keys = new FreeKeys(db, 'recording');
    const ids = new FreeIds(db, place, stored, byPath.values());
    let nextOrdinal = findNextOrdinal(db);
    const refused: string[] = [];
    const written: { draft: DraftRecording; placed: Placed }[] = [];
    for (const draft of byPath.values()) {
      const key = keys.take(draft.startedAtMs, stored.get(draft.path)?.key);
      if (key === undefined) {
        refused.push(draft.path);
        continue;
      }
      const scopeIds = toScopes(draft).map((scope) => dictionary.scopeId(place.organisationId, scope));
      const ordinal = stored.get(draft.path)?.ordinal ?? nextOrdinal++;
      const { organisationId, sourceId } = place;
      const id = ids.take(draft);
      written.push({ draft, placed: { key, ordinal, id, organisationId, sourceId, scopeIds } });
    }
    // Only now: a key that somebody in this batch is to keep must not look free before.
    const postings = new PostingChanges(db);
    takeOut(db, [...stored.values()], postings);
    putIn(db, written, dictionary, postings);
    postings.apply();
    return { written: written.length, refused };
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
    for (const scopeId of scopeIds) {
      db.run('DELETE FROM visibility WHERE scope = ? AND key = ?', [scopeId, row.key]);
    }
    postings.takeOut(row.ordinal, scopeIds);
  }
}

function putIn(
  db: WritableDb,
  written: readonly { readonly draft: DraftRecording; readonly placed: Placed }[],
  dictionary: Dictionary,
  postings: PostingChanges,
): void {
  const keysByScope = new Map<number, number[]>();
  for (const { draft, placed } of written) {
    const hasTranscript = draft.transcript !== null;
    const traits = toTraits({ ...draft, hasTranscript, hasScreen: draft.screenPath !== null });
    const sec = toKeySecond(placed.key);
    postings.putIn({ ordinal: placed.ordinal, sec, traits }, placed.scopeIds);
    for (const scopeId of placed.scopeIds) {
      const keys = keysByScope.get(scopeId);
      if (keys) keys.push(placed.key);
      else keysByScope.set(scopeId, [placed.key]);
    }
  }
  insertEach(db, 'INSERT', 'recording', RECORDING_COLUMNS, written, ({ draft, placed }) =>
    toColumnValues(draft, placed),
  );
  putIds(
    db,
    'recording_id',
    written.map(({ placed }) => placed),
  );
  // In the order of the table, so that each of its pages is written once a batch.
  const visible: [number, number][] = [];
  for (const scopeId of [...keysByScope.keys()].sort(ascending)) {
    for (const key of (keysByScope.get(scopeId) ?? []).sort(ascending)) visible.push([scopeId, key]);
  }
  insertRows(db, 'INSERT', 'visibility', ['scope', 'key'], visible);
  insertEach(db, 'INSERT', 'search', ['rowid', ...SEARCH_COLUMNS], written, ({ draft, placed }) => [
    // The search table takes whole numbers only, and a number bound as it is would be a fraction to it.
    BigInt(placed.key),
    ...toSearchRow(draft, placed.scopeIds, dictionary),
  ]);
  const withTranscript = written.flatMap(({ draft, placed }) =>
    draft.transcript === null
      ? []
      : [
          [
            placed.key,
            draft.transcript.format,
            JSON.stringify(draft.transcript.segments),
            JSON.stringify(draft.transcript.categories),
          ],
        ],
  );
  insertRows(db, 'INSERT', 'transcript', ['key', 'format', 'segments', 'categories'], withTranscript);
}

function ascending(a: number, b: number): number {
  return a - b;
}
