/**
 * Retention locks: recordings of a line or a group that nobody can delete before so many days after their start. A lock holds against
 * the administrator too, so it can be added and lengthened, and never shortened or taken away.
 */
import { AppError } from '../../shared/errors';
import type { RetentionLock } from '../../shared/keeping';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';

const DAY_MS = 86_400_000;

/** Lines first, each by number. */
export function listRetentionLocks(db: ReadableDb, organisationId: number): readonly RetentionLock[] {
  return db.all<RetentionLock>(
    'SELECT subject, number, days FROM retention_lock WHERE organisation_id = ? ORDER BY subject DESC, number',
    [organisationId],
  );
}

/**
 * Replaces the locks. Throws AppError `lock-kept` where one that is in force would be shorter or gone, and `name-taken` for a line or
 * group that is there twice.
 */
export function saveRetentionLocks(
  db: WritableDb,
  actor: Actor & { readonly organisationId: number },
  locks: readonly RetentionLock[],
): readonly RetentionLock[] {
  return db.transaction(() => {
    const { organisationId } = actor;
    const before = listRetentionLocks(db, organisationId);
    const daysOf = new Map<string, number>();
    for (const lock of locks) {
      if (daysOf.has(toKey(lock))) throw twice(lock);
      daysOf.set(toKey(lock), lock.days);
    }
    for (const lock of before) {
      if ((daysOf.get(toKey(lock)) ?? 0) < lock.days) throw kept(lock);
    }
    for (const { subject, number, days } of locks) {
      db.run(
        `INSERT INTO retention_lock (organisation_id, subject, number, days) VALUES (?, ?, ?, ?)
         ON CONFLICT (organisation_id, subject, number) DO UPDATE SET days = excluded.days WHERE days <> excluded.days`,
        [organisationId, subject, number, days],
      );
    }
    const after = listRetentionLocks(db, organisationId);
    const changes = findChanges(toJson(before), toJson(after));
    if (changes) appendAudit(db, actor, 'Change retention locks', { ...changes });
    return after;
  });
}

/** `nowMs`: the computer's clock, the only one there is. */
export function isRetentionLocked(
  db: ReadableDb,
  organisationId: number,
  call: { readonly line: string | null; readonly group: string | null; readonly startedAtMs: number },
  nowMs: number,
): boolean {
  if (call.line === null && call.group === null) return false;
  const longest = db.get<{ days: number | null }>(
    `SELECT max(days) AS days FROM retention_lock
     WHERE organisation_id = ? AND ((subject = 'line' AND number = ?) OR (subject = 'group' AND number = ?))`,
    [organisationId, call.line, call.group],
  );
  return longest?.days != null && nowMs < call.startedAtMs + longest.days * DAY_MS;
}

function toKey({ subject, number }: RetentionLock): string {
  return `${subject} ${number}`;
}

/** `line 0301234` or `group 600`, each with its days. */
function toJson(locks: readonly RetentionLock[]): Record<string, number> {
  return Object.fromEntries(locks.map((lock) => [toKey(lock), lock.days]));
}

function twice({ subject, number }: RetentionLock): AppError {
  return new AppError('conflict', 'name-taken', `The ${subject} ${number} is there twice.`, { name: number });
}

function kept({ subject, number, days }: RetentionLock): AppError {
  return new AppError(
    'conflict',
    'lock-kept',
    `The lock of the ${subject} ${number} over ${String(days)} days can be lengthened, but neither shortened nor taken away.`,
    { number, days },
  );
}
