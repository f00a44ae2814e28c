/** The files that belong to one recording and to no other. */
import type { ReadableDb } from '../sqlite/database';

interface FilesRow {
  readonly path: string;
  readonly sourceId: number;
  readonly sidecars: string;
  readonly screenPath: string | null;
}

/**
 * Paths of everything that belongs to a recording besides the file itself, a transcript that could not be understood included. What
 * another recording has too, or is, is left out: it is not this one's alone. Throws where there is no such recording.
 */
export function listOwnedFiles(db: ReadableDb, key: number): readonly string[] {
  const row = db.get<FilesRow>(
    'SELECT path, source_id AS sourceId, sidecars, screen_path AS screenPath FROM recording WHERE key = ?',
    [key],
  );
  if (!row) throw new Error('The recording is no longer in the catalog.');
  const own = new Set([
    ...(JSON.parse(row.sidecars) as string[]),
    ...(row.screenPath === null ? [] : [row.screenPath]),
    ...listSpoiltTranscripts(db, row),
  ]);
  for (const other of listFilesOfNamesakes(db, row)) own.delete(other);
  own.delete(row.path);
  return [...own].sort();
}

/** `call.json` and `call.wav.json` of `call.wav`: a scan that can make nothing of them lists them as findings alone. */
function listSpoiltTranscripts(db: ReadableDb, { path, sourceId }: FilesRow): string[] {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const stem = `${toStem(path)}.`;
  return db
    .all<{ path: string }>(
      `SELECT path FROM finding WHERE source_id = ? AND folder = ? AND kind = 'bad-sidecar'`,
      [sourceId, folder],
    )
    .map((finding) => finding.path)
    .filter((found) => {
      const rest = found.startsWith(`${path}.`) ? found.slice(path.length + 1) : found.slice(stem.length);
      return found.startsWith(stem) && !rest.includes('.') && !rest.includes('/');
    });
}

/** Of every other recording whose name begins alike: what belongs to a recording bears its name. */
function listFilesOfNamesakes(db: ReadableDb, { path, sourceId }: FilesRow): string[] {
  // '/' is the character after '.'.
  const stem = toStem(path);
  return db
    .all<FilesRow>(
      `SELECT path, source_id AS sourceId, sidecars, screen_path AS screenPath FROM recording
       WHERE source_id = ? AND path >= ? AND path < ? AND path <> ?`,
      [sourceId, `${stem}.`, `${stem}/`, path],
    )
    .flatMap((other) => [
      other.path,
      ...(JSON.parse(other.sidecars) as string[]),
      ...(other.screenPath === null ? [] : [other.screenPath]),
    ]);
}

/** The path without the extension of its file. */
function toStem(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}
