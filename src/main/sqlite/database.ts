/**
 * The one place that opens SQLite. Queries elsewhere are plain functions over a `ReadableDb` or a `WritableDb`, so that a
 * function's first parameter says whether it can change anything.
 */
import Database from 'better-sqlite3';
import type { Migration } from './migrate';
import { migrate } from './migrate';

export type SqlValue = string | number | bigint | Buffer | null;

export interface ReadableDb {
  readonly filePath: string;
  /** All rows; for results with an upper bound only. */
  all<Row>(sql: string, params?: readonly SqlValue[]): Row[];
  /** The first column of all rows: half the time of rows of one column. */
  column<Value extends SqlValue>(sql: string, params?: readonly SqlValue[]): Value[];
  get<Row>(sql: string, params?: readonly SqlValue[]): Row | undefined;
  /** One row at a time; nothing else may use the connection until the loop ends. */
  iterate<Row>(sql: string, params?: readonly SqlValue[]): IterableIterator<Row>;
  /** One consistent view for several reads. */
  snapshot<T>(work: () => T): T;
  /** The lines of EXPLAIN QUERY PLAN, for tests that assert plans. */
  plan(sql: string, params?: readonly SqlValue[]): string[];
  /** Changes when another connection has committed; the value itself means nothing. */
  dataVersion(): number;
  close(): void;
}

export interface WritableDb extends ReadableDb {
  run(
    sql: string,
    params?: readonly SqlValue[],
  ): { readonly changes: number; readonly lastInsertRowid: number };
  exec(sql: string): void;
  /** Commits when `work` returns, rolls back when it throws; nests as savepoints. Takes the write lock at once. */
  transaction<T>(work: () => T): T;
}

export interface OpenOptions {
  /** `FULL`: what is acknowledged survives a power cut. `NORMAL`: the last commits may be lost, never the file. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly migrations: readonly Migration[];
  /** Of pages kept in memory; SQLite's own bound unless told. */
  readonly cacheBytes?: number;
}

/** Statement texts vary with the number of scopes; more than this are not worth keeping prepared. */
const STATEMENTS_KEPT = 300;
const BUSY_TIMEOUT_MS = 10_000;

class Connection implements WritableDb {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** Those that give their first column alone, which a statement does always or never. */
  readonly #columns = new Map<string, Database.Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  get filePath(): string {
    return this.#db.name;
  }

  #prepare(sql: string, isColumn = false): Database.Statement {
    const statements = isColumn ? this.#columns : this.#statements;
    const kept = statements.get(sql);
    // A running iterator holds its statement; a second use of the same text gets one of its own.
    if (kept && !kept.busy) return kept;
    const statement = this.#db.prepare(sql);
    if (isColumn) statement.pluck();
    if (kept) return statement;
    if (statements.size >= STATEMENTS_KEPT) {
      const oldest = statements.keys().next();
      if (!oldest.done) statements.delete(oldest.value);
    }
    statements.set(sql, statement);
    return statement;
  }

  all<Row>(sql: string, params: readonly SqlValue[] = []): Row[] {
    return this.#prepare(sql).all(params) as Row[];
  }

  column<Value extends SqlValue>(sql: string, params: readonly SqlValue[] = []): Value[] {
    return this.#prepare(sql, true).all(params) as Value[];
  }

  get<Row>(sql: string, params: readonly SqlValue[] = []): Row | undefined {
    return this.#prepare(sql).get(params) as Row | undefined;
  }

  iterate<Row>(sql: string, params: readonly SqlValue[] = []): IterableIterator<Row> {
    return this.#prepare(sql).iterate(params) as IterableIterator<Row>;
  }

  snapshot<T>(work: () => T): T {
    return this.#db.transaction(work).deferred();
  }

  plan(sql: string, params: readonly SqlValue[] = []): string[] {
    const rows = this.#db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[];
    return rows.map((row) => row.detail);
  }

  dataVersion(): number {
    return this.#db.pragma('data_version', { simple: true }) as number;
  }

  run(sql: string, params: readonly SqlValue[] = []): { changes: number; lastInsertRowid: number } {
    const done = this.#prepare(sql).run(params);
    return { changes: done.changes, lastInsertRowid: Number(done.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  close(): void {
    this.#statements.clear();
    this.#columns.clear();
    this.#db.close();
  }
}

/**
 * Opens (and makes, and migrates) a database for writing.
 * Throws `NewerDatabase` for one written by a newer version, which is left untouched, and SQLite's own errors.
 */
export function openWritable(filePath: string, options: OpenOptions): WritableDb {
  const db = new Database(filePath, { timeout: BUSY_TIMEOUT_MS });
  try {
    const connection = new Connection(db);
    migrate(
      {
        version: () => db.pragma('user_version', { simple: true }) as number,
        apply: (sql, version) =>
          connection.transaction(() => {
            db.exec(sql);
            db.pragma(`user_version = ${String(version)}`);
          }),
      },
      options.migrations,
      filePath,
    );
    db.pragma('journal_mode = WAL');
    // better-sqlite3 opens WAL with NORMAL, which loses acknowledged work when the power is cut.
    db.pragma(`synchronous = ${options.synchronous}`);
    setCache(db, options.cacheBytes);
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    return connection;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens an existing database for reading; a writer elsewhere may go on. Throws where there is none. */
export function openReadable(
  filePath: string,
  { cacheBytes }: Pick<OpenOptions, 'cacheBytes'> = {},
): ReadableDb {
  const db = new Database(filePath, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  setCache(db, cacheBytes);
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  return new Connection(db);
}

function setCache(db: Database.Database, bytes: number | undefined): void {
  // Negative numbers are KiB.
  if (bytes !== undefined) db.pragma(`cache_size = ${-Math.ceil(bytes / 1024)}`);
}
