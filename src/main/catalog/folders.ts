/** What the scanner remembers of folders and call-history files, so that a second scan reads only what changed. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { inParts, insertRows, placeholders } from './multi-row';

export interface FolderState {
  /** Relative to the source's folder; empty for that folder itself. */
  readonly path: string;
  /** Or `UNFINISHED`, `OUTDATED`. */
  readonly modifiedAtMs: number;
  /** False while a file in it may still be growing: it is read again by the next scan. */
  readonly isSettled: boolean;
  readonly files: FileCounts;
}

/** What the files of a folder are; those that are none of these are findings. */
export interface FileCounts {
  readonly all: number;
  readonly recordings: number;
  readonly attached: number;
  readonly histories: number;
}

export const NO_FILES: FileCounts = { all: 0, recordings: 0, attached: 0, histories: 0 };

export interface CallHistoryFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

interface FolderRow {
  readonly path: string;
  readonly modifiedAtMs: number;
  readonly isSettled: number;
  readonly all: number;
  readonly recordings: number;
  readonly attached: number;
  readonly histories: number;
}

const FOLDER_COLUMNS =
  'path, modified_at_ms AS modifiedAtMs, is_settled AS isSettled, files AS "all", recordings, attached, histories';

/** All folders of a source, by path. Two hundred thousand folders are 20 MB. */
export function readFolders(db: ReadableDb, sourceId: number): Map<string, FolderState> {
  const folders = new Map<string, FolderState>();
  const rows = db.iterate<FolderRow>(`SELECT ${FOLDER_COLUMNS} FROM folder WHERE source_id = ?`, [sourceId]);
  for (const { path, modifiedAtMs, isSettled, ...files } of rows) {
    folders.set(path, { path, modifiedAtMs, isSettled: isSettled === 1, files });
  }
  return folders;
}

export function putFolders(db: WritableDb, sourceId: number, folders: readonly FolderState[]): void {
  insertRows(
    db,
    'INSERT OR REPLACE',
    'folder',
    ['source_id', 'path', 'modified_at_ms', 'is_settled', 'files', 'recordings', 'attached', 'histories'],
    folders.map((folder) => [
      sourceId,
      folder.path,
      Math.round(folder.modifiedAtMs),
      folder.isSettled ? 1 : 0,
      folder.files.all,
      folder.files.recordings,
      folder.files.attached,
      folder.files.histories,
    ]),
  );
}

export function removeFolders(db: WritableDb, sourceId: number, paths: readonly string[]): void {
  inParts(paths, 500, (part) => {
    db.run(`DELETE FROM folder WHERE source_id = ? AND path IN (${placeholders(part.length)})`, [
      sourceId,
      ...part,
    ]);
  });
}

/** A folder that is gone, and all below it. */
export function removeFoldersBelow(db: WritableDb, sourceId: number, folder: string): void {
  // '0' is the character after '/'.
  db.run('DELETE FROM folder WHERE source_id = ? AND (path = ? OR (path >= ? AND path < ?))', [
    sourceId,
    folder,
    `${folder}/`,
    `${folder}0`,
  ]);
}

/** A folder of which not every file has been read yet: those that were are known by size and time. */
export const UNFINISHED = -1;
/** A folder of which every file is to be read anew. */
export const OUTDATED = -2;

/** Makes this scan, and the next ones until it is done, read every file of the source anew. */
export function outdateFolders(db: WritableDb, sourceId: number): void {
  db.run('UPDATE folder SET modified_at_ms = ?, is_settled = 0 WHERE source_id = ?', [OUTDATED, sourceId]);
  db.run('DELETE FROM call_history_file WHERE source_id = ?', [sourceId]);
}

/** What is remembered of a source that is taken out of the catalog. */
export function removeSourceFolders(db: WritableDb, sourceId: number): void {
  db.run('DELETE FROM folder WHERE source_id = ?', [sourceId]);
  db.run('DELETE FROM call_history_file WHERE source_id = ?', [sourceId]);
}

export function readCallHistoryFiles(db: ReadableDb, sourceId: number): CallHistoryFile[] {
  return db.all<CallHistoryFile>(
    'SELECT path, size_bytes AS sizeBytes, modified_at_ms AS modifiedAtMs FROM call_history_file WHERE source_id = ?',
    [sourceId],
  );
}

export function putCallHistoryFile(db: WritableDb, sourceId: number, file: CallHistoryFile): void {
  db.run(
    'INSERT OR REPLACE INTO call_history_file (source_id, path, size_bytes, modified_at_ms) VALUES (?, ?, ?, ?)',
    [sourceId, file.path, file.sizeBytes, Math.round(file.modifiedAtMs)],
  );
}

export function removeCallHistoryFile(db: WritableDb, sourceId: number, path: string): void {
  db.run('DELETE FROM call_history_file WHERE source_id = ? AND path = ?', [sourceId, path]);
}
