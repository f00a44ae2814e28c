/** An open profile behind the one door: what the windows and the command line have in common. */
import path from 'node:path';
import { findPresence } from './archive/volumes';
import { TallyThread } from './catalog/tally-thread';
import { AppError } from '../shared/errors';
import { Announcer } from './door/announcer';
import type { Client } from './door/client';
import { CopyFolders } from './door/copy-folders';
import { Door } from './door/dispatch';
import { Failures, diskFull } from './door/failures';
import { toHandlers } from './door/handlers/handlers';
import type { MediaParts } from './door/media';
import { Plays } from './door/plays';
import { Presences } from './door/presences';
import { lookForChanges } from './door/quiet-rescan';
import { Refusals } from './door/refusals';
import { SearchTrail } from './door/search-trail';
import type { About, Services } from './door/services';
import { Tickets } from './door/tickets';
import type { Watch } from './door/watch';
import { startWatch } from './door/watch';
import { toMediaParts } from './door/window-media';
import { appendAudit } from './ledger/audit';
import { keepMovedRecordings, listMovedRecordings } from './ledger/moved-recordings';
import { SignInThrottle } from './ledger/sign-in-failures';
import type { Log } from './log';
import { SourceOverview } from './policy/source-overview';
import type { ProfilePaths } from './profile';
import type { Ballast } from './profile-ballast';
import { isDiskFull } from './profile-ballast';
import type { Databases } from './program-databases';
import { findDamage, openDatabases } from './program-databases';
import { finishOpenDeletions, makeDeletions } from './program-deletions';
import { Libraries } from './program-libraries';
import { makeScans } from './program-scans';
import type { Scanner } from './scanner/scanner';
import { startScanner } from './scanner/scanner';
import { Credentials } from './session/credentials';
import { PasswordThread } from './session/password-thread';
import type { PasswordHasher } from './session/passwords';
import type { EndReason, Session } from './session/session';
import { Sessions } from './session/sessions';
import { makePreviews } from './program-previews';
import { Waves } from './program-waves';

export interface ProgramOptions {
  readonly paths: ProfilePaths;
  readonly log: Log;
  readonly ballast: Ballast;
  readonly about: Omit<About, 'notices' | 'profileDir'>;
  /** The folder of the built threads, such as scanner-worker.js. */
  readonly threadsDir: string;
  /** Where it is not the thread: the command line has nothing else to do meanwhile. */
  readonly hasher?: PasswordHasher;
}

export class Program {
  readonly door: Door;
  readonly #options: ProgramOptions;
  readonly #databases: Databases;
  readonly #failures: Failures;
  readonly #hasher: PasswordHasher;
  readonly #sessions: Sessions;
  readonly #announcer: Announcer;
  readonly #tallies: TallyThread;
  readonly #libraries: Libraries;
  readonly #plays: Plays;
  readonly #presences = new Presences(findPresence);
  readonly #scanner: Scanner;
  readonly #waves: Waves;
  readonly #searches: SearchTrail<Session>;
  readonly #refusals: Refusals;
  readonly #services: Services;
  readonly #watch: Watch;
  readonly #notices: string[] = [];

  /** Throws AppError `profile-newer` or `profile-damaged`, and what the file system or SQLite throws. */
  constructor(options: ProgramOptions) {
    const { paths, log, threadsDir } = options;
    this.#options = options;
    this.#databases = this.#openDatabases();
    const { ledger, catalog, isCatalogRebuilt } = this.#databases;
    if (isCatalogRebuilt) this.#notices.push('catalog-rebuilt');
    this.#failures = new Failures({
      log,
      releaseReserve: () => this.#releaseReserve(),
      onDamage: () => findDamage(paths, ledger),
    });
    this.#hasher = options.hasher ?? new PasswordThread(path.join(threadsDir, 'password-worker.js'));
    const credentials = new Credentials(ledger, this.#hasher, new SignInThrottle(ledger));
    this.#sessions = new Sessions(ledger, credentials);
    this.#announcer = new Announcer({
      findSession: (client) => this.#sessions.findCurrent(client),
      lookOf: (session) => this.#libraries.lookOf(session),
      onFailure: (error, during) => this.#log(error, during),
    });
    this.#tallies = new TallyThread(path.join(threadsDir, 'tally-worker.js'), paths.catalog);
    this.#libraries = new Libraries(this.#databases, this.#presences, this.#tallies);
    this.#plays = this.#makePlays();
    this.#scanner = startScanner({
      catalogPath: paths.catalog,
      workerPath: path.join(threadsDir, 'scanner-worker.js'),
      moves: {
        list: (sourceId) => listMovedRecordings(ledger, sourceId),
        save: (sourceId, moves) => keepMovedRecordings(ledger, sourceId, moves),
      },
    });
    this.#waves = new Waves({ threadsDir, paths, ledger, catalog, log }, this.#announcer, this.#presences);
    this.#searches = new SearchTrail<Session>(
      ({ actor }, filter) => void appendAudit(ledger, actor, 'Search', { ...filter }),
      (error) => this.#log(error, 'recording a search'),
    );
    this.#refusals = new Refusals(ledger);
    this.#services = this.#makeServices();
    this.door = this.#makeDoor(this.#services);
    this.#sessions.onEnded((clientId, reason, sessionId) => this.#sessionEnded(clientId, reason, sessionId));
    this.#watch = startWatch({
      ledger,
      catalog,
      presences: this.#presences,
      isReviewDue: () => this.#sessions.isReviewDue(),
      onRightsChanged: () => this.#rightsChanged(),
      onLibraryChanged: () => this.#announcer.libraryChanged(),
      onFailure: (error, during) => this.#log(error, during),
    });
  }

  /** Completes or takes back deletes that an earlier run has left: before anybody is connected. Never rejects. */
  async recover(): Promise<void> {
    const { scans, deletions } = this.#services;
    await finishOpenDeletions(this.#databases.ledger, scans, deletions).catch((error: unknown) =>
      this.#log(error, 'completing deletes'),
    );
  }

  /** What a person should know of how the program started, as codes that a view has sentences for. */
  addNotice(notice: string): void {
    if (this.#notices.includes(notice)) return;
    this.#notices.push(notice);
    // While the program is being made there are no windows to tell.
    (this.#announcer as Announcer | undefined)?.statusChanged();
  }

  notices(): readonly string[] {
    return this.#notices;
  }

  connect(client: Client): void {
    this.#announcer.connect(client);
    this.#waves.windowOpened();
  }

  /** The window is closed: whoever was signed in to it is signed out. */
  disconnect(client: Client): void {
    this.#announcer.disconnect(client);
    this.#quietly('signing out at the end', () => this.#sessions.signOut(client));
  }

  /** Nobody sits there any more: locks every window to which somebody is signed in. */
  lockAll(): void {
    for (const client of this.#announcer.clients()) {
      if (this.#sessions.stateOf(client) !== 'signed-in') continue;
      this.#quietly('locking', () => this.#sessions.lock(client));
    }
  }

  /** What `media://` needs for this one window. */
  mediaOf(clientId: string, pagesOrigin: string): MediaParts {
    return toMediaParts(clientId, pagesOrigin, {
      plays: this.#plays,
      ledger: this.#databases.ledger,
      failures: this.#failures,
    });
  }

  /** Signs everybody out, stops what runs where the next start goes on, and closes the databases. */
  async close(): Promise<void> {
    this.#watch.close();
    for (const client of this.#announcer.clients()) this.disconnect(client);
    this.#announcer.close();
    const { previews, importChecks } = this.#services;
    const threads = [this.#scanner, this.#waves, this.#tallies, previews, importChecks, this.#hasher];
    await Promise.all(threads.map((thread) => thread.close()));
    for (const db of [this.#databases.catalog, this.#databases.ledger]) db.close();
  }

  #openDatabases(): Databases {
    const { paths } = this.#options;
    try {
      return openDatabases(paths);
    } catch (error) {
      // SQLite cannot even open without room for its log, and does not always say that this was why.
      if (error instanceof AppError || !isDiskFull(paths.dir)) throw error;
      if (this.#releaseReserve()) return openDatabases(paths);
      throw diskFull();
    }
  }

  #releaseReserve(): boolean {
    const isReleased = this.#options.ballast.release();
    if (isReleased) this.addNotice('disk-full');
    return isReleased;
  }

  #makePlays(): Plays {
    return new Plays({
      tickets: new Tickets(),
      findSession: (clientId) => this.#sessions.findCurrent({ id: clientId }),
      openLibrary: (session) => this.#libraries.of(session),
      onWithdrawn: (clientId, id, reason) => this.#announcer.tell(clientId, 'play.ended', { id, reason }),
    });
  }

  #makeServices(): Services {
    const { about, paths } = this.#options;
    const { ledger, catalog } = this.#databases;
    const around = {
      paths,
      ledger,
      catalog,
      scanner: this.#scanner,
      announcer: this.#announcer,
      waves: this.#waves,
      peaks: this.#waves.peaks,
      plays: this.#plays,
      onRightsChanged: () => this.#watch.checkRights(),
      onLeft: () => this.addNotice('delete-unfinished'),
      onFailure: (error: unknown, during: string) => this.#log(error, during),
    };
    const services: Services = {
      about: { ...about, profileDir: paths.dir, notices: () => this.#notices },
      ledger,
      sessions: this.#sessions,
      hasher: this.#hasher,
      plays: this.#plays,
      peaks: this.#waves.peaks,
      scans: makeScans(around),
      deletions: makeDeletions(around),
      openLibrary: (session, names) => this.#libraries.of(session, names),
      presences: this.#presences,
      searches: this.#searches,
      copyFolders: new CopyFolders(),
      ...makePreviews(ledger, this.#options.threadsDir, paths.catalog),
      openOverview: ({ viewer }) => new SourceOverview(catalog, viewer),
      onSignedIn: (client) => this.#signedIn(client, services),
      onRightsChanged: () => this.#watch.checkRights(),
      onLibraryChanged: () => this.#announcer.libraryChanged(),
    };
    return services;
  }

  #makeDoor(services: Services): Door {
    return new Door({
      handlers: toHandlers(services),
      currentSession: (client) => this.#sessions.current(client),
      openLibrary: (session) => this.#libraries.of(session),
      beforeCall: (session, method) => this.#searches.beforeCall(session.sessionId, method),
      onRefused: (session, method) => this.#refusals.note(session, method),
      failures: this.#failures,
    });
  }

  #signedIn(client: Client, services: Services): void {
    const session = this.#sessions.findCurrent(client);
    // A terminal asks one thing and ends; it scans when it is told to.
    if (!session || client.kind !== 'window') return;
    this.#announcer.signedIn(client);
    lookForChanges(services, session.actor.organisationId, () => this.recover()).catch((error: unknown) =>
      this.#log(error, 'looking for changes after a sign-in'),
    );
  }

  #rightsChanged(): void {
    this.#sessions.review();
    this.#plays.review();
    this.#announcer.rightsChanged();
  }

  #sessionEnded(clientId: string, reason: EndReason, sessionId: string): void {
    this.#plays.endSession(sessionId);
    this.#announcer.sessionEnded(sessionId);
    this.#announcer.tell(clientId, 'session.ended', { reason });
    this.#quietly('recording the end of a view as somebody else', () => this.#services.viewAs.end(sessionId));
    this.#quietly('recording the last search', () => this.#searches.forget(sessionId));
    if (reason !== 'locked') this.#refusals.forget(sessionId);
  }

  /** For ends, which nothing may keep from ending. */
  #quietly(during: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#log(error, during);
    }
  }

  #log(error: unknown, during: string): void {
    this.#options.log.failure(error, during);
  }
}
