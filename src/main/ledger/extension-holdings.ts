/** Who has which extension, and when: an extension passes from person to person, and a call belongs to whoever had it then. */
import { AppError } from '../../shared/errors';
import type { ReadableDb, WritableDb } from '../sqlite/database';

/** Seconds, from inclusive, until exclusive; null is open. */
export interface Holding {
  readonly extension: string;
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

interface HoldingRow {
  readonly user_id: string;
  readonly extension: string;
  readonly from_sec: number | null;
  readonly until_sec: number | null;
}

/** In the order in which they were entered. */
export function holdingsOf(db: ReadableDb, userId: string): readonly Holding[] {
  return db
    .all<HoldingRow>('SELECT * FROM extension_holding WHERE user_id = ? ORDER BY id', [userId])
    .map(toHolding);
}

/** Everybody's of one organisation, by person. */
export function holdingsByUser(
  db: ReadableDb,
  organisationId: number,
): ReadonlyMap<string, readonly Holding[]> {
  const holdings = new Map<string, Holding[]>();
  const rows = db.all<HoldingRow>(
    `SELECT h.* FROM extension_holding h JOIN user u ON u.id = h.user_id WHERE u.organisation_id = ? ORDER BY h.id`,
    [organisationId],
  );
  for (const row of rows) {
    const list = holdings.get(row.user_id);
    if (list) list.push(toHolding(row));
    else holdings.set(row.user_id, [toHolding(row)]);
  }
  return holdings;
}

export interface Overlap {
  readonly extension: string;
  readonly userIds: readonly [string, string];
  readonly names: readonly [string, string];
}

/** Whose overlaps are looked for at the end only, by connection. */
const deferred = new WeakMap<WritableDb, Set<number>>();

/**
 * Does many changes at once, of which each may make an overlap that another takes away: two people who swap their extensions. Returns
 * the overlaps that are left, with which nothing may be committed.
 */
export function deferOverlaps(
  db: WritableDb,
  organisationId: number,
  change: () => void,
): readonly Overlap[] {
  const organisations = deferred.get(db) ?? new Set();
  deferred.set(db, organisations.add(organisationId));
  try {
    change();
  } finally {
    organisations.delete(organisationId);
  }
  return db
    .all<{ extension: string; one: string; other: string; one_name: string; other_name: string }>(
      `SELECT a.extension, a.user_id AS one, b.user_id AS other, u.name AS one_name, v.name AS other_name
       FROM extension_holding a JOIN user u ON u.id = a.user_id
       JOIN extension_holding b ON b.extension = a.extension AND b.user_id > a.user_id JOIN user v ON v.id = b.user_id
       WHERE u.organisation_id = ? AND v.organisation_id = u.organisation_id
         AND (a.until_sec IS NULL OR b.from_sec IS NULL OR a.until_sec > b.from_sec)
         AND (b.until_sec IS NULL OR a.from_sec IS NULL OR b.until_sec > a.from_sec) LIMIT 1000`,
      [organisationId],
    )
    .map((row) => ({
      extension: row.extension,
      userIds: [row.one, row.other],
      names: [row.one_name, row.other_name],
    }));
}

/**
 * Replaces a person's extensions. Throws AppError `extension-taken` with the name of whoever has one of them at the same
 * time: the calls of that time would belong to two people. A deactivated holder counts, for his calls stay his.
 */
export function replaceHoldings(
  db: WritableDb,
  organisationId: number,
  userId: string,
  holdings: readonly Holding[],
): void {
  db.run('DELETE FROM extension_holding WHERE user_id = ?', [userId]);
  for (const { extension, fromSec, untilSec } of holdings) {
    if (fromSec !== null && untilSec !== null && fromSec >= untilSec) {
      throw new AppError(
        'invalid-input',
        'invalid-input',
        `The time with extension ${extension} ends before it begins.`,
      );
    }
    const other = deferred.get(db)?.has(organisationId)
      ? undefined
      : findOther(db, organisationId, userId, { extension, fromSec, untilSec });
    if (other) {
      throw new AppError(
        'conflict',
        'extension-taken',
        `Extension ${extension} belongs to ${other.name} at the same time.`,
        { extension, name: other.name },
      );
    }
    db.run('INSERT INTO extension_holding (user_id, extension, from_sec, until_sec) VALUES (?, ?, ?, ?)', [
      userId,
      extension,
      fromSec,
      untilSec,
    ]);
  }
}

function findOther(
  db: ReadableDb,
  organisationId: number,
  userId: string,
  { extension, fromSec, untilSec }: Holding,
): { readonly name: string } | undefined {
  return db.get<{ name: string }>(
    `SELECT u.name FROM extension_holding h JOIN user u ON u.id = h.user_id
     WHERE h.extension = ? AND u.organisation_id = ? AND h.user_id <> ?
       AND (h.until_sec IS NULL OR ? IS NULL OR h.until_sec > ?)
       AND (h.from_sec IS NULL OR ? IS NULL OR h.from_sec < ?) LIMIT 1`,
    [extension, organisationId, userId, fromSec, fromSec, untilSec, untilSec],
  );
}

function toHolding(row: HoldingRow): Holding {
  return { extension: row.extension, fromSec: row.from_sec, untilSec: row.until_sec };
}
