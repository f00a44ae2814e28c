/** Brings a database to the newest version, a step at a time; each step is one transaction that also writes the version. */

export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  /** Changes tables only: no transaction, no version, no pragma. */
  readonly sql: string;
}

export interface Migratable {
  version(): number;
  /** Applies the text and writes the version, both or neither. */
  apply(sql: string, version: number): void;
}

/** The file was written by a newer version of the program; it has not been touched. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  constructor(
    readonly filePath: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(
      `${toFileName(filePath)} has version ${String(found)}; this program knows versions up to ${String(known)}.`,
    );
  }
}

/** Throws `NewerDatabase` before anything is written, or what the failing step threw, with all earlier steps kept. */
export function migrate(database: Migratable, migrations: readonly Migration[], filePath: string): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1)
      throw new Error(`Migration ${String(migration.version)} is out of order.`);
  });
  const found = database.version();
  if (found > migrations.length) throw new NewerDatabase(filePath, found, migrations.length);
  for (const migration of migrations.slice(found)) database.apply(migration.sql, migration.version);
}

/** Messages cross the door; folders of this computer do not. */
function toFileName(filePath: string): string {
  return filePath.slice(Math.max(filePath.lastIndexOf('/'), filePath.lastIndexOf('\\')) + 1);
}
