/**
 * The audit trail: append-only, each entry bound to the one before. An entry is written in the transaction of the change that
 * it records, or before the effect where that is no change (a replay, a download).
 *
 * [Note: audit hash] hash = SHA-256, as lower-case hex, of the UTF-8 bytes of the canonical JSON array
 * `[sequence, atMs, organisationId, userId, userName, client, action, details, previousHash]`, where details is the stored text
 * itself (a string in the array) and the first entry's previousHash is 64 zeros. Sequences run 1, 2, 3 … without a gap.
 */
import { createHash } from 'node:crypto';
import type { Page } from '../../shared/model';
import type { AuditEntry } from '../../shared/model';
import type { PreviewInTrail } from '../../shared/preview';
import { AppError } from '../../shared/errors';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import type { AuditAction } from '../../shared/audit-actions';
import type { JsonObject } from './canonical-json';
import { toCanonicalJson, toWellFormed } from './canonical-json';

/** Who did it, and from where. `organisationId` is null only where nobody knows it (a sign-in under a name that does not exist). */
export interface Actor {
  readonly organisationId: number | null;
  readonly userId: string | null;
  readonly userName: string;
  readonly client: AuditEntry['client'];
  /** The preview of the very change that he makes; null where there could have been one and was not. Stands in what he appends. */
  readonly preview?: PreviewInTrail | null;
}

export interface AuditFilter {
  /** Time of the entry: from inclusive, until exclusive. */
  readonly fromMs?: number | undefined;
  readonly untilMs?: number | undefined;
  readonly userName?: string | undefined;
  readonly action?: string | undefined;
}

interface AuditRow {
  readonly sequence: number;
  readonly at_ms: number;
  readonly organisation_id: number | null;
  readonly user_id: string | null;
  readonly user_name: string;
  readonly client: string;
  readonly action: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const FIRST_PREVIOUS_HASH = '0'.repeat(64);
const USER_NAME_MAX_LENGTH = 200;
const PAGE_ROWS = 200;
const VERIFY_ROWS_AT_ONCE = 1000;

/** Appends an entry; joins the caller's transaction where there is one. */
export function appendAudit(
  db: WritableDb,
  actor: Actor,
  action: AuditAction,
  details: JsonObject,
  atMs = Date.now(),
): AuditEntry {
  return db.transaction(() => {
    const last = db.get<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
    );
    const unsigned = {
      sequence: (last?.sequence ?? 0) + 1,
      at_ms: atMs,
      organisation_id: actor.organisationId,
      user_id: actor.userId,
      user_name: toOneLine(actor.userName),
      client: actor.client,
      action,
      details: toCanonicalJson({ ...details, ...toPreviewDetails(actor) }),
      previous_hash: last?.hash ?? FIRST_PREVIOUS_HASH,
    };
    const row = { ...unsigned, hash: hashOf(unsigned) };
    db.run(
      `INSERT INTO audit (sequence, at_ms, organisation_id, user_id, user_name, client, action, details, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.sequence,
        row.at_ms,
        row.organisation_id,
        row.user_id,
        row.user_name,
        row.client,
        row.action,
        row.details,
        row.previous_hash,
        row.hash,
      ],
    );
    return toEntry(row);
  });
}

/**
 * A page of one organisation's entries, newest first. Pages by sequence, so that a clock set back neither hides nor repeats an
 * entry. Throws AppError `invalid-input` for a cursor that is none.
 */
export function listAudit(
  db: ReadableDb,
  organisationId: number,
  filter: AuditFilter,
  cursor: string | null,
): Page<AuditEntry> {
  const conditions = ['organisation_id = ?'];
  const params: SqlValue[] = [organisationId];
  function require(condition: string, value: SqlValue | undefined): void {
    if (value === undefined) return;
    conditions.push(condition);
    params.push(value);
  }
  require('at_ms >= ?', filter.fromMs);
  require('at_ms < ?', filter.untilMs);
  require('user_name = ?', filter.userName);
  require('action = ?', filter.action);
  require('sequence < ?', cursor === null ? undefined : toSequence(cursor));
  const rows = db.all<AuditRow>(
    `SELECT * FROM audit WHERE ${conditions.join(' AND ')} ORDER BY sequence DESC LIMIT ${String(PAGE_ROWS + 1)}`,
    params,
  );
  const page = rows.slice(0, PAGE_ROWS).map(toEntry);
  return {
    rows: page,
    nextCursor: rows.length > PAGE_ROWS ? String(page[page.length - 1]?.sequence) : null,
  };
}

/**
 * Recomputes the chain from its first entry to the one that was last when it was called, a block at a time so that the
 * program goes on meanwhile. `firstBroken` is the first sequence that is missing, altered or out of place. Entries cut off
 * the end leave a whole chain, and are not found by it.
 */
export async function verifyAudit(db: ReadableDb): Promise<{ entries: number; firstBroken: number | null }> {
  const until = db.get<{ last: number | null }>('SELECT max(sequence) AS last FROM audit')?.last ?? 0;
  let sequence = 0;
  let hash = FIRST_PREVIOUS_HASH;
  while (sequence < until) {
    const rows = db.all<AuditRow>(
      'SELECT * FROM audit WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
      [sequence, until, VERIFY_ROWS_AT_ONCE],
    );
    for (const row of rows) {
      const isWhole = row.sequence === sequence + 1 && row.previous_hash === hash && row.hash === hashOf(row);
      if (!isWhole) return { entries: until, firstBroken: sequence + 1 };
      sequence = row.sequence;
      hash = row.hash;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { entries: until, firstBroken: null };
}

function toPreviewDetails({ preview }: Actor): JsonObject {
  return preview === undefined ? {} : { preview: preview && { ...preview } };
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  // The column order of [Note: audit hash], whatever the order of the table.
  const columns = [
    row.sequence,
    row.at_ms,
    row.organisation_id,
    row.user_id,
    row.user_name,
    row.client,
    row.action,
    row.details,
    row.previous_hash,
  ];
  return createHash('sha256').update(toCanonicalJson(columns), 'utf8').digest('hex');
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    sequence: row.sequence,
    atMs: row.at_ms,
    userName: row.user_name,
    client: row.client as AuditEntry['client'],
    action: row.action,
    details: row.details,
    hash: row.hash,
  };
}

/** A name as someone typed it at sign-in may hold anything; the trail shows it on one line. */
function toOneLine(name: string): string {
  return toWellFormed(name.slice(0, USER_NAME_MAX_LENGTH)).replace(/[\p{Cc}\u2028\u2029]/gu, '\uFFFD');
}

function toSequence(cursor: string): number {
  if (!/^[1-9][0-9]{0,15}$/.test(cursor))
    throw new AppError('invalid-input', 'invalid-input', 'This is no cursor.');
  return Number(cursor);
}
