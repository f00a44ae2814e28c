/** Opens the catalog: what a scan found, which another scan can find again. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { openReadable, openWritable } from '../sqlite/database';
import { CATALOG_VERSION, catalogSchema } from './schema';

/** Only the newest version has tables to make, see schema.ts. */
const MIGRATIONS = Array.from({ length: CATALOG_VERSION }, (_, index) => ({
  version: index + 1,
  sql: index + 1 === CATALOG_VERSION ? catalogSchema : '',
}));

/** In a large catalog each recording lands in pages of its own in several trees: with few in memory, most are read and written many times. */
const WRITER_CACHE_BYTES = 64 * 2 ** 20;

/** The pages of some thousands of recordings that lie apart, as those of a person who hears few do, and of what leads to them. */
const READER_CACHE_BYTES = 40 * 2 ** 20;

/**
 * Opens or makes the catalog for its one writer; one of an older version is to be taken away first (`isOutdatedCatalog`). A power cut may lose the last commits, which the next scan
 * finds again. Throws `NewerDatabase`, and SQLite's own errors for a damaged file.
 */
export function openCatalog(filePath: string): WritableDb {
  const db = openWritable(filePath, {
    synchronous: 'NORMAL',
    migrations: MIGRATIONS,
    cacheBytes: WRITER_CACHE_BYTES,
  });
  try {
    dropStatistics(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Plans are made for the shape of the tables and hold at any size; statistics, which only another program can have left here, would
 * exchange them: those of an empty catalog for scans.
 */
function dropStatistics(db: WritableDb): void {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE name GLOB 'sqlite_stat[0-9]'",
  );
  for (const { name } of tables) db.exec(`DROP TABLE ${name}`);
}

/** Gives back the memory of the pages that a scan has kept. */
export function freeCatalogCache(db: WritableDb): void {
  db.exec('PRAGMA shrink_memory');
}

/** Opens an existing catalog beside its writer. Throws where there is none. */
export function openCatalogForReading(filePath: string): ReadableDb {
  return openReadable(filePath, { cacheBytes: READER_CACHE_BYTES });
}

/** True for a catalog of an older version, whose tables are not those of this one. Throws SQLite's errors for a damaged file. */
export function isOutdatedCatalog(filePath: string): boolean {
  const db = openReadable(filePath);
  try {
    const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    return version > 0 && version < CATALOG_VERSION;
  } finally {
    db.close();
  }
}
