/** Writes recordings with everything that hangs on them; used by the scanner alone. */
import { createHash } from 'node:crypto';
import type { DraftRecording } from '../archive/draft';
import type { WritableDb } from '../sqlite/database';
import { Dictionary } from './dictionary';
import { FreeKeys } from './free-keys';
import { inParts, insertRows, placeholders } from './multi-row';
import { RECORDING_COLUMNS, toColumnValues } from './recording-columns';
import type { Placed } from './recording-columns';
import { toTraits } from './postings';
import { findNextOrdinal, PostingChanges } from './postings-writer';
import { toKeySecond } from './recording-key';
import { toScopes } from './recording-scopes';
import { SEARCH_COLUMNS, toSearchRow } from './recording-search';
import { forgetUnusedNumbers, numbersOf } from './unused-numbers';

export interface Place {
  readonly sourceId: number;
  readonly sourceUid: string;
  readonly organisationId: number;
  /** The id of a recording that was moved, by the id that its place alone would give. */
  readonly moves?: ReadonlyMap<string, string>;
}

export interface PutResult {
  readonly written: number;
  /** Paths without room: a start out of range, or the 262,145th recording within one second. */
  readonly refused: readonly string[];
}

interface Stored {
  readonly key: number;
  readonly ordinal: number;
  readonly id: string;
  readonly path: string;
  readonly scopes: string;
  readonly isMissing: number;
}

const STORED = 'key, ordinal, id, path, scopes, is_missing AS isMissing';
const PATHS_PER_QUERY = 100;

/**
 * 16 hex digits, the same for the same file for ever: of the source's uid and the path in composed form, so that a file
 * system that spells accents in two characters makes no new recording.
 */
export function toRecordingId(sourceUid: string, path: string): string {
  return createHash('sha256')
    .update(`${sourceUid}\0${path.normalize('NFC')}`)
    .digest('hex')
    .slice(0, 16);
}

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

function storedByPath(db: WritableDb, sourceId: number, paths: readonly string[]): Stored[] {
  return db.all<Stored>(
    `SELECT ${STORED} FROM recording WHERE source_id = ? AND path IN (${placeholders(paths.length)})`,
    [sourceId, ...paths],
  );
}

/** By the path as it is now: also what is there under another spelling of the same name, if its own file is gone. */
function findStored(db: WritableDb, place: Place, paths: readonly string[]): Map<string, Stored> {
  const stored = new Map<string, Stored>();
  inParts(paths, PATHS_PER_QUERY, (part) => {
    for (const row of storedByPath(db, place.sourceId, part)) stored.set(row.path, row);
  });
  // A name in plain letters has one spelling only.
  const spelled = paths.filter((path) => !stored.has(path) && !isAscii(path));
  const pathById = new Map(spelled.map((path) => [toRecordingId(place.sourceUid, path), path]));
  inParts([...pathById.keys()], PATHS_PER_QUERY, (part) => {
    const rows = db.all<Stored>(
      // With the plus the planner goes by id; by source it would read all recordings of the source.
      `SELECT ${STORED} FROM recording WHERE is_missing = 1 AND +source_id = ? AND id IN (${placeholders(part.length)})`,
      [place.sourceId, ...part],
    );
    for (const row of rows) stored.set(pathById.get(row.id) ?? row.path, row);
  });
  return stored;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function takeOut(db: WritableDb, stored: readonly Stored[], postings: PostingChanges): void {
  for (const row of stored) {
    db.run('DELETE FROM recording WHERE key = ?', [row.key]);
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
  for (const { draft, placed } of written) {
    const hasTranscript = draft.transcript !== null;
    const traits = toTraits({ ...draft, hasTranscript, hasScreen: draft.screenPath !== null });
    const sec = toKeySecond(placed.key);
    postings.putIn({ ordinal: placed.ordinal, sec, traits }, placed.scopeIds);
  }
  insertRows(
    db,
    'INSERT',
    'recording',
    RECORDING_COLUMNS,
    written.map(({ draft, placed }) => toColumnValues(draft, placed)),
  );
  insertRows(
    db,
    'INSERT',
    'visibility',
    ['scope', 'key'],
    // In the order of the table, so that each of its pages is written once a batch.
    written
      .flatMap(({ placed }) => placed.scopeIds.map((scopeId) => [scopeId, placed.key] as const))
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  );
  insertRows(
    db,
    'INSERT',
    'search',
    ['rowid', ...SEARCH_COLUMNS],
    // The search table takes whole numbers only, and a number bound as it is would be a fraction to it.
    written.map(({ draft, placed }) => [
      BigInt(placed.key),
      ...toSearchRow(draft, placed.scopeIds, dictionary),
    ]),
  );
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

/**
 * Gives a recording the id it has, else the id of its identity or path, else (two names that differ in spelling only, two copies of one
 * message) one of its spelling.
 */
class FreeIds {
  /** Also those that recordings of this batch keep, before they are asked for. */
  readonly #given = new Set<string>();
  /** Of recordings in whose place another comes: their own may come up at another path. */
  readonly #leaving = new Set<string>();

  constructor(
    private readonly db: WritableDb,
    private readonly place: Place,
    private readonly stored: ReadonlyMap<string, Stored>,
    drafts: Iterable<DraftRecording>,
  ) {
    for (const draft of drafts) {
      const before = stored.get(draft.path);
      if (before) (isSame(draft, before) ? this.#given : this.#leaving).add(before.id);
    }
  }

  take(draft: DraftRecording): string {
    const before = this.stored.get(draft.path);
    const id = before && isSame(draft, before) ? before.id : this.#findFree(draft);
    this.#given.add(id);
    return id;
  }

  #findFree({ path, identity }: DraftRecording): string {
    const { sourceUid, moves } = this.place;
    const own = toRecordingId(sourceUid, identity ?? path);
    const moved = moves?.get(own);
    if (moved !== undefined && !this.#isTaken(moved)) return moved;
    if (!this.#isTaken(own)) return own;
    return createHash('sha256').update(`${sourceUid}\0${path}\0spelling`).digest('hex').slice(0, 16);
  }

  #isTaken(id: string): boolean {
    if (this.#given.has(id)) return true;
    if (this.#leaving.has(id)) return false;
    return this.db.get('SELECT 1 FROM recording WHERE id = ?', [id]) !== undefined;
  }
}

/** What has an identity is told from another of the same path by the second in which it began. */
function isSame({ identity, startedAtMs }: DraftRecording, stored: Stored): boolean {
  return identity == null || toKeySecond(stored.key) === Math.floor(startedAtMs / 1000);
}
