/** Binds the catalog to viewers: what the policy needs of the ledger, of one organisation, as of this moment. */
import type { Presences } from './door/presences';
import { appendAudit } from './ledger/audit';
import type { Tallies } from './catalog/tally-question';
import { readCursorSecret } from './ledger/cursor-secret';
import { Directories } from './ledger/directory';
import { toHolds } from './ledger/holds';
import { withOwnNames } from './ledger/own-directory';
import { ownLookOf } from './ledger/own-look';
import { ownAccess } from './ledger/own-profile';
import { findSourceByNumber } from './ledger/sources';
import type { Directory, NamesShown, SourceBook } from './policy/directory';
import { Library } from './policy/library';
import type { LibraryWorld } from './policy/library-world';
import { toLibraryWorld } from './policy/library-world';
import { lookOf } from './policy/look';
import type { Session } from './session/session';
import type { Databases } from './program-databases';
import type { ReadableDb } from './sqlite/database';

export class Libraries {
  readonly #databases: Databases;
  readonly #directories: Directories;
  readonly #sources: SourceBook;
  readonly #tallies: Tallies;
  /** By organisation, so that the plans of its viewers are kept. */
  readonly #worlds = new Map<number, LibraryWorld>();

  constructor(databases: Databases, presences: Presences, tallies: Tallies) {
    this.#databases = databases;
    this.#tallies = tallies;
    this.#directories = new Directories(databases.ledger);
    this.#sources = toSourceBook(databases.ledger, presences);
  }

  /** For one call through the door. */
  of(session: Session, names: NamesShown = 'own first'): Library {
    const { actor, viewer } = session;
    const { organisationId } = actor;
    const directory = names === 'own first' ? this.#namesFor(session) : this.#directories.of(organisationId);
    const world = this.#worlds.get(organisationId) ?? this.#makeWorld(organisationId);
    this.#worlds.set(organisationId, world);
    return new Library({ ...world, directory }, viewer);
  }

  /** Another text as soon as the person sees something else of the archive, or on the pages about himself. */
  async lookOf(session: Session): Promise<string> {
    const ofArchive = await lookOf(session.viewer, this.of(session));
    return `${ofArchive} ${ownLookOf(this.#databases.ledger, session.viewer)}`;
  }

  /** His own names are for himself alone: whoever looks at the lists of another person sees the organisation's. */
  #namesFor({ actor, viewer }: Session): Directory {
    const directory = this.#directories.of(actor.organisationId);
    const hasOwn = viewer.userId === actor.userId && ownAccess(viewer, 'directoryAccess') !== 'none';
    return hasOwn ? withOwnNames(directory, this.#databases.ledger, actor.userId) : directory;
  }

  #makeWorld(organisationId: number): LibraryWorld {
    const { ledger, catalog } = this.#databases;
    return toLibraryWorld({
      db: catalog,
      tallies: this.#tallies,
      directory: this.#directories.of(organisationId),
      holds: toHolds(ledger, organisationId),
      cursorSecret: readCursorSecret(ledger),
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
