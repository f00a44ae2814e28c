/** Opens the two databases of a profile: the ledger whole or not at all, the catalog always, for it can be made again. */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../shared/errors';
import { isOutdatedCatalog, openCatalog, openCatalogForReading } from './catalog/database';
import { openLedger } from './ledger/database';
import type { ProfilePaths } from './profile';
import type { ReadableDb, WritableDb } from './sqlite/database';
import { NewerDatabase } from './sqlite/migrate';

export interface Databases {
  readonly ledger: WritableDb;
  readonly catalog: ReadableDb;
  /** The catalog was damaged or of an older version; an empty one has taken its place, which a scan must fill. */
  readonly isCatalogRebuilt: boolean;
}

/** A whole check of a larger catalog would be felt at every start, the more the larger; it is checked when something has looked wrong. */
const QUICK_CHECK_AT_MOST_BYTES = 2 * 1024 * 1024;
const SUSPECT_MARK = 'catalog-suspect';

/**
 * Throws AppError `profile-newer` or `profile-damaged`, with every file left as it was; other failures of the file system or of SQLite
 * come through as they are.
 */
export function openDatabases(paths: ProfilePaths): Databases {
  // The ledger first: where it is of a newer version, nothing else of the profile is touched.
  const ledger = openLedger(paths.ledger);
  try {
    const isCatalogRebuilt = prepareCatalog(paths);
    return { ledger, catalog: openCatalogForReading(paths.catalog), isCatalogRebuilt };
  } catch (error) {
    ledger.close();
    throw error instanceof NewerDatabase ? newer(error) : error;
  }
}

/** Something read from a database looked damaged: finds out which one, and has the next start look at the catalog closely. */
export function findDamage(paths: ProfilePaths, ledger: ReadableDb): 'profile-damaged' | 'catalog-damaged' {
  if (!isWhole(ledger)) return 'profile-damaged';
  writeFileSync(path.join(paths.dir, SUSPECT_MARK), '');
  return 'catalog-damaged';
}

/** True where the catalog was damaged or outdated and an empty one has taken its place. Throws `NewerDatabase`. */
function prepareCatalog(paths: ProfilePaths): boolean {
  const suspectPath = path.join(paths.dir, SUSPECT_MARK);
  const mustCheck = existsSync(suspectPath);
  if (isOutdated(paths.catalog)) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${paths.catalog}${suffix}`, { force: true });
    openCatalog(paths.catalog).close();
    return true;
  }
  const isUsable = isCatalogUsable(paths.catalog, mustCheck);
  if (!isUsable) {
    setAside(paths);
    openCatalog(paths.catalog).close();
  }
  if (mustCheck) rmSync(suspectPath, { force: true });
  return !isUsable;
}

/** What is damaged is not outdated: it is set aside, and not taken away. */
function isOutdated(filePath: string): boolean {
  if (!existsSync(filePath)) return false;
  try {
    return isOutdatedCatalog(filePath);
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function isCatalogUsable(filePath: string, mustCheck: boolean): boolean {
  try {
    const db = openCatalog(filePath);
    try {
      return (!mustCheck && statSync(filePath).size > QUICK_CHECK_AT_MOST_BYTES) || isWhole(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** Kept beside the new one, for whoever wants to know what happened; never deleted by the program. */
function setAside(paths: ProfilePaths): void {
  const stamp = new Date()
    .toISOString()
    .replace(/[^0-9]/g, '')
    .slice(0, 14);
  for (const suffix of ['', '-wal', '-shm']) {
    const filePath = `${paths.catalog}${suffix}`;
    if (existsSync(filePath))
      renameSync(filePath, path.join(paths.dir, `catalog.damaged-${stamp}.db${suffix}`));
  }
}

function isWhole(db: ReadableDb): boolean {
  try {
    return db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function newer(error: NewerDatabase): AppError {
  return new AppError('unavailable', 'profile-newer', error.message, {
    found: error.found,
    known: error.known,
  });
}
