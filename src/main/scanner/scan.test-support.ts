/** Scans in this process, over archives made for a test in temporary folders. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Party } from '../../shared/model';
import type { ScanProgress } from '../../shared/source-model';
import { PLAIN_READING } from '../../shared/source-reading';
import { ArchiveFs } from '../archive/archive-fs';
import { openCatalog } from '../catalog/database';
import type { WritableDb } from '../sqlite/database';
import { scanSource } from './scan';
import type { ScanOptions } from './scan-run';
import type { ScanSource } from './scan-source';

export interface Row {
  readonly path: string;
  readonly kind: number;
  readonly direction: number;
  readonly startedAtMs: number;
  readonly isTimeDoubtful: number;
  readonly durationMs: number | null;
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly mailbox: string | null;
  readonly wasUnavailable: number;
  readonly callReference: string | null;
  readonly linkedReference: string | null;
  readonly accountCode: string | null;
  readonly reader: string;
  readonly foundBy: readonly string[];
  readonly isMissing: number;
  readonly parties: readonly Party[];
  readonly sidecars: readonly string[];
  readonly screenPath: string | null;
  readonly hasTranscript: number;
  readonly header: { readonly channels: number; readonly codec: string } | null;
}

export interface FoundFinding {
  readonly path: string;
  readonly kind: string;
  readonly detail: string;
}

/** An archive folder, a catalog, and what a test asks of both. */
export class Archive {
  readonly tempDir = mkdtempSync(path.join(tmpdir(), 'hearback-scan-'));
  readonly dir: string;
  readonly catalogPath = path.join(this.tempDir, 'catalog.db');
  db: WritableDb;
  reports: ScanProgress[] = [];
  #touched = 0;
  #written = 0;

  constructor(
    archiveDir?: string,
    readonly zone = 'Europe/Berlin',
  ) {
    this.dir = archiveDir ?? path.join(this.tempDir, 'archive');
    mkdirSync(this.dir, { recursive: true });
    this.db = openCatalog(this.catalogPath);
  }

  get source(): ScanSource {
    const ids = { sourceId: 1, uid: '00112233445566aa', organisationId: 1 };
    return { ...ids, archiveDir: this.dir, reader: 'auto', timeZone: this.zone, reading: PLAIN_READING };
  }

  /** As of an hour ahead, so that files made by the test count as old and at rest. */
  scan(options: Partial<ScanOptions> = {}, source: Partial<ScanSource> = {}): ScanProgress {
    this.reports = [];
    return scanSource(
      this.db,
      { ...this.source, ...source },
      {
        everything: false,
        report: (progress) => this.reports.push(progress),
        shouldStop: () => false,
        nowMs: () => Date.now() + 3_600_000,
        ...options,
      },
    );
  }

  /** As `scan`, with the calls to the file system that it made. */
  scanCounted(options: Partial<ScanOptions> = {}): { end: ScanProgress; counts: ArchiveFs['counts'] } {
    const fs = new ArchiveFs();
    const end = this.scan({ fs, ...options });
    return { end, counts: fs.counts };
  }

  /** Each with a sound of its own, unless the test gives one. */
  write(
    relativePath: string,
    content: string | Buffer = wav(1, (this.#written += 1)),
    modifiedAt?: Date,
  ): string {
    const filePath = path.join(this.dir, relativePath);
    mkdirSync(path.dirname(filePath), { recursive: true });
    writeFileSync(filePath, content);
    if (modifiedAt) utimesSync(filePath, modifiedAt, modifiedAt);
    this.touch(path.dirname(filePath));
    return filePath;
  }

  /**
   * Gives a folder and those above it a new time. Two changes within a few milliseconds may bear the same time; in life a
   * folder does not count as settled so soon, but these scans are told that it is an hour later.
   */
  touch(folderPath: string): void {
    const time = new Date(1_700_000_000_000 + (this.#touched += 1) * 1000);
    for (let dir = folderPath; dir.startsWith(this.dir); dir = path.dirname(dir)) utimesSync(dir, time, time);
  }

  rows(): Row[] {
    const columns = `path, kind, direction, started_at_ms AS startedAtMs, is_time_doubtful AS isTimeDoubtful, duration_ms AS durationMs,
      owner, group_number AS "group", line, mailbox, was_unavailable AS wasUnavailable, call_reference AS callReference, linked_reference AS linkedReference,
      account_code AS accountCode, reader, found_by AS foundBy, is_missing AS isMissing, parties, sidecars, screen_path AS screenPath,
      has_transcript AS hasTranscript, header`;
    return this.db
      .all<Record<string, string>>(`SELECT ${columns} FROM recording ORDER BY path`)
      .map(
        (row) => ({ ...row, ...parsed(row, ['foundBy', 'parties', 'sidecars', 'header']) }) as unknown as Row,
      );
  }

  /** As `renameSync`, and seen by the next scan. `to` is where the file or folder then lies. */
  move(from: string, to: string): void {
    renameSync(from, to);
    for (const filePath of [from, to])
      if (existsSync(path.dirname(filePath))) this.touch(path.dirname(filePath));
  }

  row(relativePath: string): Row {
    const row = this.rows().find((one) => one.path === relativePath);
    if (!row) throw new Error(`${relativePath} is not in the catalog.`);
    return row;
  }

  findings(): FoundFinding[] {
    return this.db.all<FoundFinding>('SELECT path, kind, detail FROM finding ORDER BY path, kind');
  }

  /** All that a scan writes and a person could see, for comparing two ways to the same catalog. */
  content(): unknown {
    const legs = this.db
      .all('SELECT * FROM call_leg ORDER BY fingerprint')
      .map((leg) => ({ ...(leg as object), id: 0 }));
    const visible = this.db.all(
      `SELECT recording.path, scope.subject, scope.number, scope.class FROM visibility JOIN scope ON scope.id = visibility.scope
       JOIN recording ON recording.key = visibility.key ORDER BY 1, 2, 3, 4`,
    );
    return { rows: this.rows(), findings: this.findings(), legs, visible };
  }

  close(): void {
    this.db.close();
    rmSync(this.tempDir, { recursive: true, force: true });
  }
}

function parsed(row: Record<string, string>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, JSON.parse(row[name] ?? 'null') as unknown]));
}

/** A whole WAV file of silence, 8 kHz, 16 bit; but for its first sample, by which files of the same length differ. */
export function wav(seconds = 1, firstSample = 0): Buffer {
  const data = Buffer.alloc(Math.round(seconds * 8000) * 2);
  if (data.length > 0) data.writeInt16LE(firstSample, 0);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

export function numbersOf(row: Row): string[] {
  return row.parties.map((party) => party.number);
}
