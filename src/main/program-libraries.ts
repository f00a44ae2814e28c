/** Binds the catalog to viewers: what the policy needs of the ledger, of one organisation, as of this moment. */
import type { Presences } from './door/presences';
import { appendAudit } from './ledger/audit';
import { Directories } from './ledger/directory';
import { toHolds } from './ledger/holds';
import { findSourceByNumber } from './ledger/sources';
import type { SourceBook } from './policy/directory';
import type { LibraryWorld } from './policy/library';
import { Library, toLibraryWorld } from './policy/library';
import type { Session } from './session/session';
import type { Databases } from './program-databases';
import type { ReadableDb } from './sqlite/database';

export class Libraries {
  readonly #databases: Databases;
  readonly #directories: Directories;
  readonly #sources: SourceBook;
  /** By organisation, so that the plans of its viewers are kept. */
  readonly #worlds = new Map<number, LibraryWorld>();

  constructor(databases: Databases, presences: Presences) {
    this.#databases = databases;
    this.#directories = new Directories(databases.ledger);
    this.#sources = toSourceBook(databases.ledger, presences);
  }

  /** For one call through the door. */
  of({ actor, viewer }: Session): Library {
    const { organisationId } = actor;
    const directory = this.#directories.of(organisationId);
    const world = this.#worlds.get(organisationId) ?? this.#makeWorld(organisationId);
    this.#worlds.set(organisationId, world);
    return new Library({ ...world, directory }, viewer);
  }

  #makeWorld(organisationId: number): LibraryWorld {
    const { ledger, catalog } = this.#databases;
    return toLibraryWorld({
      db: catalog,
      directory: this.#directories.of(organisationId),
      holds: toHolds(ledger, organisationId),
      sources: this.#sources,
      onMismatch: ({ userId, recordingId }) => {
        const actor = { organisationId, userId, userName: 'Hearback', client: 'system' } as const;
        appendAudit(ledger, actor, 'Policy self-check', { recordingId, hidden: true });
      },
    });
  }
}

function toSourceBook(ledger: ReadableDb, presences: Presences): SourceBook {
  return {
    findSource: (sourceId) => {
      const source = findSourceByNumber(ledger, sourceId);
      if (!source) return undefined;
      const { uid, name, timeZone, archiveDir } = source;
      return { uid, name, timeZone, presence: presences.of(archiveDir).presence };
    },
  };
}
