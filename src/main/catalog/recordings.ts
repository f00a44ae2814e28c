/** Reads recordings one by one; which of them a person may see is not decided here. */
import type { Direction, Kind, Party, ReaderId, Transcript, TranscriptSegment } from '../../shared/model';
import type { DraftRecording } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import { toDirection, toKind } from './codes';
import { findKeyOfId } from './id-index';
import { toKeySecond } from './recording-key';

export interface Recording {
  readonly key: number;
  /** See [Note: postings]. */
  readonly ordinal: number;
  readonly id: string;
  readonly organisationId: number;
  readonly sourceId: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly startedAtMs: number;
  /** The second by which the catalog orders it and periods are compared. */
  readonly startedAtSec: number;
  readonly durationMs: number | null;
  readonly parties: readonly Party[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly wasUnavailable: boolean;
  readonly hasTranscript: boolean;
  readonly screenPath: string | null;
  readonly isMissing: boolean;
  /** Ids of the scopes it belongs to. */
  readonly scopeIds: readonly number[];
}

/** What is needed of one recording, and too much for a list. */
export interface RecordingFile {
  readonly path: string;
  readonly reader: ReaderId;
  readonly foundBy: readonly string[];
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly isTimeDoubtful: boolean;
  /** See `DraftRecording`. */
  readonly clockOffMs: number | null;
  readonly header: DraftRecording['header'];
  readonly callReference: string | null;
  readonly linkedReference: string | null;
}

interface RecordingRow {
  readonly key: number;
  readonly ordinal: number;
  readonly id: string;
  readonly organisationId: number;
  readonly sourceId: number;
  readonly kind: number;
  readonly direction: number;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly parties: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly wasUnavailable: number;
  readonly hasTranscript: number;
  readonly screenPath: string | null;
  readonly isMissing: number;
  readonly scopes: string;
}

const COLUMNS = `recording.key, ordinal, recording.id, organisation_id AS organisationId, source_id AS sourceId, kind, direction,
  started_at_ms AS startedAtMs, duration_ms AS durationMs, parties, owner, group_number AS "group", line,
  account_code AS accountCode, was_unavailable AS wasUnavailable, has_transcript AS hasTranscript, screen_path AS screenPath,
  is_missing AS isMissing, scopes`;
const RECORDING = `SELECT ${COLUMNS} FROM recording`;
/** One text for any number of keys; CROSS JOIN keeps the rows in the order of the keys. */
const RECORDINGS_OF_KEYS = `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN recording ON recording.key = asked.value`;

/** A call that was cut into more files than this shows its first ones. */
const PIECES_LIMIT = 200;

export function findRecordingByKey(db: ReadableDb, key: number): Recording | undefined {
  const row = db.get<RecordingRow>(`${RECORDING} WHERE key = ?`, [key]);
  return row && toRecording(row);
}

/** In the order of the keys; what is gone is left out. A third of the time that asking for each would take. */
export function listRecordingsOfKeys(db: ReadableDb, keys: readonly number[]): Recording[] {
  return db.all<RecordingRow>(RECORDINGS_OF_KEYS, [JSON.stringify(keys)]).map(toRecording);
}

export function findRecordingById(db: ReadableDb, id: string): Recording | undefined {
  const key = findKeyOfId(db, 'recording_id', id);
  return key === undefined ? undefined : findRecordingByKey(db, key);
}

/** Throws where the recording has gone since its key was read. */
export function getRecordingFile(db: ReadableDb, key: number): RecordingFile {
  const row = db.get<
    Omit<RecordingFile, 'foundBy' | 'header' | 'isTimeDoubtful'> & {
      foundBy: string;
      header: string;
      isTimeDoubtful: number;
    }
  >(
    `SELECT path, reader, found_by AS foundBy, size_bytes AS sizeBytes, modified_at_ms AS modifiedAtMs,
       is_time_doubtful AS isTimeDoubtful, clock_off_ms AS clockOffMs, header,
       call_reference AS callReference, linked_reference AS linkedReference FROM recording WHERE key = ?`,
    [key],
  );
  if (!row) throw new Error('The recording is no longer in the catalog.');
  return {
    ...row,
    foundBy: JSON.parse(row.foundBy) as string[],
    isTimeDoubtful: row.isTimeDoubtful === 1,
    header: JSON.parse(row.header) as DraftRecording['header'],
  };
}

/** All recordings of the whole call, in order of time. */
export function listPieces(db: ReadableDb, sourceId: number, linkedReference: string): Recording[] {
  return db
    .all<RecordingRow>(
      `${RECORDING} WHERE source_id = ? AND linked_reference = ? ORDER BY key LIMIT ${PIECES_LIMIT}`,
      [sourceId, linkedReference],
    )
    .map(toRecording);
}

/** Paths of some recordings of a source, by id; those that are gone are left out. */
export function findPathsOfIds(
  db: ReadableDb,
  sourceId: number,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const found = ids.flatMap((id) => {
    const key = findKeyOfId(db, 'recording_id', id);
    if (key === undefined) return [];
    const row = db.get<{ path: string }>('SELECT path FROM recording WHERE key = ? AND source_id = ?', [
      key,
      sourceId,
    ]);
    return row ? [[id, row.path] as const] : [];
  });
  return new Map(found);
}

/** Those of some ids that no recording has. */
export function listMissingIds(db: ReadableDb, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => findKeyOfId(db, 'recording_id', id) === undefined);
}

export function findTranscript(db: ReadableDb, key: number): Transcript | undefined {
  const row = db.get<{ format: Transcript['format']; segments: string; categories: string }>(
    'SELECT format, segments, categories FROM transcript WHERE key = ?',
    [key],
  );
  return (
    row && {
      format: row.format,
      segments: JSON.parse(row.segments) as TranscriptSegment[],
      categories: JSON.parse(row.categories) as string[],
    }
  );
}

/** Who began the call and whom it reached, for a line of a list. */
export function toEnds(parties: readonly Party[]): { from: Party | undefined; to: Party | undefined } {
  const from =
    parties.find((party) => party.role === 'caller') ?? parties.find((party) => party.role === 'other');
  // Whom the call was for, else who answered it, else whoever else took part.
  const to =
    parties.find((party) => party.role === 'called') ??
    parties.find((party) => party.role === 'agent') ??
    parties.find((party) => party !== from);
  return { from, to };
}

/** Field by field: to copy the row and to exchange some fields takes four times as long, which a page of them shows. */
function toRecording(row: RecordingRow): Recording {
  return {
    key: row.key,
    ordinal: row.ordinal,
    id: row.id,
    organisationId: row.organisationId,
    sourceId: row.sourceId,
    kind: toKind(row.kind),
    direction: toDirection(row.direction),
    startedAtMs: row.startedAtMs,
    startedAtSec: toKeySecond(row.key),
    durationMs: row.durationMs,
    parties: JSON.parse(row.parties) as Party[],
    owner: row.owner,
    group: row.group,
    line: row.line,
    accountCode: row.accountCode,
    wasUnavailable: row.wasUnavailable === 1,
    hasTranscript: row.hasTranscript === 1,
    screenPath: row.screenPath,
    isMissing: row.isMissing === 1,
    scopeIds: row.scopes.split(' ').map(Number),
  };
}
