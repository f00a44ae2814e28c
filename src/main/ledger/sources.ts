/** Sources: the folders of the archive, each with the zone of its clock and the reader of its files. */
import path from 'node:path';
import { AppError, notFound } from '../../shared/errors';
import type { ReaderId } from '../../shared/model';
import type { SourceReading } from '../../shared/source-reading';
import { PLAIN_READING } from '../../shared/source-reading';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { drawRowId } from './row-id';

export interface SourceInput {
  readonly name: string;
  /** Absolute. */
  readonly archiveDir: string;
  readonly reader: ReaderId | 'auto';
  /** IANA name. */
  readonly timeZone: string;
  /** Not given: as it is, or for a new source nothing of its own. */
  readonly reading?: SourceReading | undefined;
}

export interface SourceRecord extends SourceInput {
  readonly reading: SourceReading;
  /** The number that the catalog's rows carry; never crosses the door. */
  readonly sourceId: number;
  /** 16 hex digits: how the door calls it, and part of every recording's id. */
  readonly uid: string;
  readonly organisationId: number;
}

interface SourceRow {
  readonly id: number;
  readonly uid: string;
  readonly organisation_id: number;
  readonly name: string;
  readonly archive_dir: string;
  readonly reader: string;
  readonly time_zone: string;
  /** JSON; empty for nothing. */
  readonly reading: string;
}

const COLUMNS = 'id, uid, organisation_id, name, archive_dir, reader, time_zone, reading';

/** The sources of one organisation, in the order in which they were added. */
export function listSources(db: ReadableDb, organisationId: number): readonly SourceRecord[] {
  return db
    .all<SourceRow>(
      `SELECT ${COLUMNS} FROM source WHERE organisation_id = ? AND is_removed = 0 ORDER BY id`,
      [organisationId],
    )
    .map(toSource);
}

/** All organisations' sources, for the scanner at start. */
export function listAllSources(db: ReadableDb): readonly SourceRecord[] {
  return db.all<SourceRow>(`SELECT ${COLUMNS} FROM source WHERE is_removed = 0 ORDER BY id`).map(toSource);
}

/** Those that were removed, whose recordings may still be in the catalog where that was cut short. */
export function listRemovedSources(db: ReadableDb, organisationId: number): readonly SourceRecord[] {
  return db
    .all<SourceRow>(
      `SELECT ${COLUMNS} FROM source WHERE organisation_id = ? AND is_removed = 1 ORDER BY id`,
      [organisationId],
    )
    .map(toSource);
}

/** Throws AppError `not-found`, in the same words for a removed source and for another organisation's. */
export function getSource(db: ReadableDb, organisationId: number, uid: string): SourceRecord {
  const row = db.get<SourceRow>(
    `SELECT ${COLUMNS} FROM source WHERE uid = ? AND organisation_id = ? AND is_removed = 0`,
    [uid, organisationId],
  );
  if (!row) throw notFound();
  return toSource(row);
}

/** By the catalog's number; undefined for a removed one. */
export function findSourceByNumber(db: ReadableDb, sourceId: number): SourceRecord | undefined {
  const row = db.get<SourceRow>(`SELECT ${COLUMNS} FROM source WHERE id = ? AND is_removed = 0`, [sourceId]);
  return row && toSource(row);
}

/**
 * Throws AppError `folder-already-source` where the folder is, holds or lies in a source, of whichever organisation, and
 * `zone-unknown` for a zone that this runtime does not know.
 */
export function addSource(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  source: SourceInput,
): SourceRecord {
  return db.transaction(() => {
    checkZone(source.timeZone);
    checkFolder(db, organisationId, null, source.archiveDir);
    const uid = drawRowId();
    db.run(
      `INSERT INTO source (uid, organisation_id, name, archive_dir, reader, time_zone, reading, created_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[uid, organisationId, source.name, source.archiveDir, source.reader, source.timeZone],
        ...[toStored(source.reading ?? PLAIN_READING), Date.now()],
      ],
    );
    appendAudit(db, actor, 'Add source', { sourceId: uid, after: toJson(source) });
    return getSource(db, organisationId, uid);
  });
}

/** Throws as `addSource`, and AppError `not-found`. */
export function changeSource(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  uid: string,
  input: SourceInput,
): SourceRecord {
  return db.transaction(() => {
    const before = getSource(db, organisationId, uid);
    const source = { ...input, reading: input.reading ?? before.reading };
    checkZone(source.timeZone);
    checkFolder(db, organisationId, uid, source.archiveDir);
    const changes = findChanges(toJson(before), toJson(source));
    if (!changes) return before;
    db.run(
      `UPDATE source SET name = ?, archive_dir = ?, reader = ?, time_zone = ?, reading = ?, revision = revision + 1
       WHERE uid = ?`,
      [source.name, source.archiveDir, source.reader, source.timeZone, toStored(source.reading), uid],
    );
    appendAudit(db, actor, 'Change source', { sourceId: uid, name: before.name, ...changes });
    return getSource(db, organisationId, uid);
  });
}

/** The row stays, so that its number and uid are never used again. Files are not touched. */
export function removeSource(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  uid: string,
): SourceRecord {
  return db.transaction(() => {
    const before = getSource(db, organisationId, uid);
    db.run('UPDATE source SET is_removed = 1, revision = revision + 1 WHERE uid = ?', [uid]);
    appendAudit(db, actor, 'Remove source', { sourceId: uid, before: toJson(before) });
    return before;
  });
}

function checkZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid-input', 'zone-unknown', `There is no time zone ${timeZone}.`, {
      zone: timeZone,
    });
  }
}

function checkFolder(db: ReadableDb, organisationId: number, uid: string | null, archiveDir: string): void {
  checkForeignFolder(db, organisationId, archiveDir);
  // A recording in two sources would be two recordings, with two sets of rights.
  const other = listSources(db, organisationId).find(
    (source) => source.uid !== uid && isTouching(source, archiveDir),
  );
  if (!other) return;
  throw new AppError(
    'conflict',
    'folder-already-source',
    `This folder is, holds or lies in the source ${other.name}.`,
    {
      name: other.name,
    },
  );
}

/**
 * Throws AppError `folder-already-source`, which names nothing, for a folder that is, holds or lies in another organisation's source:
 * to look into it would show one organisation the calls of another.
 */
export function checkForeignFolder(db: ReadableDb, organisationId: number, archiveDir: string): void {
  const isForeign = listAllSources(db).some(
    (source) => source.organisationId !== organisationId && isTouching(source, archiveDir),
  );
  if (!isForeign) return;
  throw new AppError(
    'conflict',
    'folder-already-source',
    'This folder is, holds or lies in a source of another organisation.',
  );
}

function isTouching(source: SourceRecord, archiveDir: string): boolean {
  return isWithin(source.archiveDir, archiveDir) || isWithin(archiveDir, source.archiveDir);
}

function isWithin(outer: string, inner: string): boolean {
  const relative = path.relative(toComparable(outer), toComparable(inner));
  return (
    relative === '' ||
    (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  );
}

/** Windows and macOS keep the case of names but do not tell folders apart by it. */
function toComparable(dir: string): string {
  const resolved = path.resolve(dir).normalize('NFC');
  return process.platform === 'linux' ? resolved : resolved.toLowerCase();
}

function toJson({ name, archiveDir, reader, timeZone, reading }: SourceInput): Record<string, string> {
  const stored = toStored(reading ?? PLAIN_READING);
  return { name, archiveDir, reader, timeZone, ...(stored === '' ? {} : { reading: stored }) };
}

function toStored(reading: SourceReading): string {
  return reading.pattern === null && reading.mapping.length === 0 ? '' : JSON.stringify(reading);
}

function toSource(row: SourceRow): SourceRecord {
  return {
    sourceId: row.id,
    uid: row.uid,
    organisationId: row.organisation_id,
    name: row.name,
    archiveDir: row.archive_dir,
    reader: row.reader as SourceInput['reader'],
    timeZone: row.time_zone,
    reading: row.reading === '' ? PLAIN_READING : (JSON.parse(row.reading) as SourceReading),
  };
}
