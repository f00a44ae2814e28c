/** Ids of scopes and of distinct numbers, kept in memory while the scanner writes. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { ScopeClass } from './codes';

export const SUBJECTS = ['all', 'extension', 'owner', 'group', 'line', 'account'] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Scope {
  readonly subject: Subject;
  /** Exactly as the archive writes it; empty for `all`. */
  readonly number: string;
  readonly class: ScopeClass;
}

/** A scope in one word, as it is told from thread to thread. */
export type ScopeName = `${ScopeClass} ${Subject} ${string}`;

export function toScopeName(scope: Scope): ScopeName {
  return `${scope.class} ${scope.subject} ${scope.number}`;
}

function toScope(name: ScopeName): Scope {
  const [classCode = '', subject = '', ...number] = name.split(' ');
  return { class: Number(classCode) as ScopeClass, subject: subject as Subject, number: number.join(' ') };
}

/** Beyond this many numbers the memory is emptied and filled anew; ten million calls have about a hundred thousand. */
const NUMBERS_KEPT = 200_000;

interface Kept {
  readonly scopes: Map<string, number>;
  readonly numbers: Map<string, number>;
  lastScopeId: number;
  lastNumberId: number;
}

const keptByDb = new WeakMap<WritableDb, Kept>();

/**
 * Makes the ids of scopes and numbers. Take one for each batch: it forgets what it kept where a transaction that made ids was rolled
 * back, which it sees by the last ids.
 */
export class Dictionary {
  readonly #db: WritableDb;
  readonly #kept: Kept;

  constructor(db: WritableDb) {
    this.#db = db;
    const last = db.get<{ scope: number; number: number }>(
      'SELECT (SELECT coalesce(max(id), 0) FROM scope) AS scope, (SELECT coalesce(max(id), 0) FROM number) AS number',
    ) ?? { scope: 0, number: 0 };
    const kept = keptByDb.get(db);
    const isValid =
      kept?.lastScopeId === last.scope &&
      kept.lastNumberId === last.number &&
      kept.numbers.size < NUMBERS_KEPT;
    this.#kept = isValid
      ? kept
      : { scopes: new Map(), numbers: new Map(), lastScopeId: last.scope, lastNumberId: last.number };
    keptByDb.set(db, this.#kept);
  }

  scopeId(organisationId: number, name: ScopeName): number {
    const whole = `${organisationId} ${name}`;
    const kept = this.#kept.scopes.get(whole);
    if (kept !== undefined) return kept;
    const scope = toScope(name);
    const id = findScopeId(this.#db, organisationId, scope) ?? this.#makeScope(organisationId, scope);
    this.#kept.scopes.set(whole, id);
    return id;
  }

  numberId(number: string): number {
    const kept = this.#kept.numbers.get(number);
    if (kept !== undefined) return kept;
    const id = findNumberId(this.#db, number) ?? this.#makeNumber(number);
    this.#kept.numbers.set(number, id);
    return id;
  }

  /** To be called where a number is taken out of the catalog for good. */
  forgetNumber(number: string): void {
    this.#kept.numbers.delete(number);
  }

  #makeScope(organisationId: number, scope: Scope): number {
    const id = this.#db.run(
      'INSERT INTO scope (organisation_id, subject, number, class) VALUES (?, ?, ?, ?)',
      [organisationId, scope.subject, scope.number, scope.class],
    ).lastInsertRowid;
    this.#kept.lastScopeId = id;
    return id;
  }

  #makeNumber(number: string): number {
    const digits = toDigits(number);
    const id = this.#db.run('INSERT INTO number (number, digits) VALUES (?, ?)', [
      number,
      digits,
    ]).lastInsertRowid;
    this.#db.run('INSERT INTO number_part (rowid, digits) VALUES (?, ?)', [id, digits]);
    this.#kept.lastNumberId = id;
    return id;
  }
}

/** Undefined where no recording has ever had this scope. */
export function findScopeId(db: ReadableDb, organisationId: number, scope: Scope): number | undefined {
  return db.get<{ id: number }>(
    'SELECT id FROM scope WHERE organisation_id = ? AND subject = ? AND number = ? AND class = ?',
    [organisationId, scope.subject, scope.number, scope.class],
  )?.id;
}

export function findNumberId(db: ReadableDb, number: string): number | undefined {
  return db.get<{ id: number }>('SELECT id FROM number WHERE number = ?', [number])?.id;
}

/** Only ASCII digits: other scripts' digits are other characters, and a search for part of a number finds them as words. */
export function toDigits(number: string): string {
  return number.replace(/[^0-9]/g, '');
}
