/** Opens the ledger: the one file that cannot be rebuilt, so it is never opened halfway, nor touched when it is not ours. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors';
import type { WritableDb } from '../sqlite/database';
import { openReadable, openWritable } from '../sqlite/database';
import { NewerDatabase } from '../sqlite/migrate';
import { first } from './migrations/0001-first';
import { wholePolicy } from './migrations/0002-whole-policy';

const MIGRATIONS = [first, wholePolicy];

/** https://www.sqlite.org/fileformat2.html#the_database_header: user_version is a big-endian number at byte 60. */
const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const MAGIC = 'SQLite format 3\0';

/**
 * Opens, makes or migrates the ledger; what it acknowledges survives a power cut (WAL with FULL).
 * Throws AppError `profile-newer` for a file of a newer version and `profile-damaged` for one that is not whole; both are
 * left as they are, byte for byte. Other failures of the file system or of SQLite come through as they are.
 */
export function openLedger(filePath: string): WritableDb {
  refuseNewer(filePath);
  let db: WritableDb | undefined;
  try {
    db = openWritable(filePath, { synchronous: 'FULL', migrations: MIGRATIONS });
    const checked = db.get<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (checked?.quick_check !== 'ok') throw damaged(checked?.quick_check ?? 'the check gave no answer');
    return db;
  } catch (error) {
    db?.close();
    throw toLedgerError(error);
  }
}

/** Reads the version without SQLite, whose mere opening and closing can write pages of a left-over log into the file. */
function refuseNewer(filePath: string): void {
  if (!existsSync(filePath) || statSync(filePath).size === 0) return;
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(filePath, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw damaged('it is not a SQLite file');
  let version = header.readUInt32BE(USER_VERSION_AT);
  // A newer program that ended abruptly may have left its version in the log only.
  if (version <= MIGRATIONS.length && existsSync(`${filePath}-wal`)) version = versionInLog(filePath);
  if (version > MIGRATIONS.length) throw newer(new NewerDatabase(filePath, version, MIGRATIONS.length));
}

function versionInLog(filePath: string): number {
  try {
    const db = openReadable(filePath);
    try {
      return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    } finally {
      db.close();
    }
  } catch (error) {
    throw toLedgerError(error);
  }
}

function toLedgerError(error: unknown): unknown {
  if (error instanceof NewerDatabase) return newer(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') ? damaged(String(error)) : error;
}

function newer(error: NewerDatabase): AppError {
  return new AppError('unavailable', 'profile-newer', error.message, {
    found: error.found,
    known: error.known,
  });
}

function damaged(why: string): AppError {
  return new AppError(
    'unavailable',
    'profile-damaged',
    `The ledger is damaged (${why}). It has not been changed.`,
  );
}
