/** What the catalog knows of a source's files, for the scanner to compare with what is there now. */
import type { Direction, Kind, Party, ReaderId, Transcript } from '../../shared/model';
import type { DraftRecording, FoundBy } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import { toDirection, toKind } from './codes';

export interface KnownFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly isMissing: boolean;
  /** Paths of what belongs to it, in JSON as they are stored. */
  readonly sidecars: string;
}

interface KnownFileRow {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly isMissing: number;
  readonly sidecars: string;
}

const PAGE = 200;

/**
 * The recordings whose files lie in this folder itself (`''` is the source's own), in order of path. What lies below subfolders is
 * jumped over, not read.
 */
export function listKnownFiles(db: ReadableDb, sourceId: number, folder: string): KnownFile[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  // '0' is the character after '/'.
  const end = folder === '' ? '\u{10FFFF}' : `${folder}0`;
  const known: KnownFile[] = [];
  let from = prefix;
  for (;;) {
    const rows = db.all<KnownFileRow>(
      `SELECT path, size_bytes AS sizeBytes, modified_at_ms AS modifiedAtMs, is_missing AS isMissing, sidecars
       FROM recording WHERE source_id = ? AND path >= ? AND path < ? ORDER BY path LIMIT ${PAGE}`,
      [sourceId, from, end],
    );
    let below: string | undefined;
    for (const row of rows) {
      const slash = row.path.indexOf('/', prefix.length);
      if (slash !== -1) {
        below = `${row.path.slice(0, slash)}0`;
        break;
      }
      known.push({ ...row, isMissing: row.isMissing === 1 });
    }
    const last = rows.at(-1);
    if (below === undefined && (last === undefined || rows.length < PAGE)) return known;
    from = below ?? `${last?.path ?? ''}\0`;
  }
}

export interface DraftRow {
  readonly path: string;
  readonly kind: number;
  readonly direction: number;
  readonly startedAtMs: number;
  readonly isTimeDoubtful: number;
  readonly clockOffMs: number | null;
  readonly durationMs: number | null;
  readonly parties: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly mailbox: string | null;
  readonly wasUnavailable: number;
  readonly callReference: string | null;
  readonly linkedReference: string | null;
  readonly reader: ReaderId;
  readonly foundBy: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly header: string;
  readonly screenPath: string | null;
  readonly sidecars: string;
  readonly format: Transcript['format'] | null;
  readonly segments: string | null;
  readonly categories: string | null;
}

const DRAFT_COLUMNS = `path, kind, direction, started_at_ms AS startedAtMs, is_time_doubtful AS isTimeDoubtful, clock_off_ms AS clockOffMs,
  duration_ms AS durationMs, parties, owner, group_number AS "group", line, account_code AS accountCode, mailbox,
  was_unavailable AS wasUnavailable, call_reference AS callReference, linked_reference AS linkedReference, reader, found_by AS foundBy, size_bytes AS sizeBytes,
  modified_at_ms AS modifiedAtMs, header, screen_path AS screenPath, sidecars, transcript.format, transcript.segments, transcript.categories`;
export const DRAFTS = `SELECT ${DRAFT_COLUMNS} FROM recording LEFT JOIN transcript ON transcript.key = recording.key`;

export function toDraft(row: DraftRow): DraftRecording {
  const { kind, direction, isTimeDoubtful, wasUnavailable, format, segments, categories, ...same } = row;
  return {
    ...same,
    kind: toKind(kind) satisfies Kind,
    direction: toDirection(direction) satisfies Direction,
    isTimeDoubtful: isTimeDoubtful === 1,
    wasUnavailable: wasUnavailable === 1,
    parties: JSON.parse(row.parties) as Party[],
    foundBy: JSON.parse(row.foundBy) as FoundBy[],
    header: JSON.parse(row.header) as DraftRecording['header'],
    sidecars: JSON.parse(row.sidecars) as string[],
    transcript:
      format === null || segments === null || categories === null
        ? null
        : {
            format,
            segments: JSON.parse(segments) as Transcript['segments'],
            categories: JSON.parse(categories) as string[],
          },
  };
}
