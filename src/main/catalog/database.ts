/** Opens the catalog: what a scan found, which another scan can find again. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { openReadable, openWritable } from '../sqlite/database';
import { first } from './migrations/0001-first';

/**
 * Opens, makes or migrates the catalog for its one writer. A power cut may lose the last commits, which the next scan
 * finds again. Throws `NewerDatabase`, and SQLite's own errors for a damaged file.
 */
export function openCatalog(filePath: string): WritableDb {
  return openWritable(filePath, { synchronous: 'NORMAL', migrations: [first] });
}

/** Opens an existing catalog beside its writer. Throws where there is none. */
export function openCatalogForReading(filePath: string): ReadableDb {
  return openReadable(filePath);
}
