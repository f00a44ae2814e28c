/** Lines: a number and what it is called. A right names the number, so that renaming changes no right. */
import { AppError } from '../../shared/errors';
import type { LineList, LineRow } from '../../shared/people';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { staleEdit, toListRevision } from './stale-edit';

/** By number. */
export function listLines(db: ReadableDb, organisationId: number): readonly LineRow[] {
  return db.all<LineRow>('SELECT number, name FROM line WHERE organisation_id = ? ORDER BY number', [
    organisationId,
  ]);
}

/** All lines, with the revision that a save of them must name. */
export function readLines(db: ReadableDb, organisationId: number): LineList {
  const lines = listLines(db, organisationId);
  return { revision: toListRevision(lines.map((line) => ({ ...line }))), lines };
}

/** Replaces the lines that were read at `revision`. Throws as `replaceLines`, and AppError `stale-edit`. */
export function changeLines(db: WritableDb, actor: Actor, organisationId: number, given: LineList): LineList {
  return db.transaction(() => {
    if (readLines(db, organisationId).revision !== given.revision) throw staleEdit();
    replaceLines(db, actor, organisationId, given.lines);
    return readLines(db, organisationId);
  });
}

/** Replaces all lines. Throws AppError `name-taken` for a number given twice. */
export function replaceLines(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  lines: readonly LineRow[],
): readonly LineRow[] {
  return db.transaction(() => {
    const before = listLines(db, organisationId);
    db.run('DELETE FROM line WHERE organisation_id = ?', [organisationId]);
    const seen = new Set<string>();
    for (const { number, name } of lines) {
      if (seen.has(number)) {
        throw new AppError('conflict', 'name-taken', `Line ${number} is there twice.`, { name: number });
      }
      seen.add(number);
      db.run('INSERT INTO line (organisation_id, number, name) VALUES (?, ?, ?)', [
        organisationId,
        number,
        name,
      ]);
    }
    const after = listLines(db, organisationId);
    const changes = findChanges(toJson(before), toJson(after));
    if (changes) appendAudit(db, actor, 'Change lines', { ...changes });
    return after;
  });
}

/** Each number with its name; null stands for a line that is not there on that side. */
function toJson(lines: readonly LineRow[]): Record<string, string> {
  return Object.fromEntries(lines.map((line) => [line.number, line.name]));
}
