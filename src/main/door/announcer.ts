/**
 * Tells windows what happened unasked. Of the archive only who is signed in is told anything: who may list every recording hears of each
 * change and of scans, everybody else only of what changed for him. That something changed elsewhere would tell him that there is an elsewhere.
 */
import type { EventName, Events } from '../../shared/contract';
import type { ScanProgress } from '../../shared/source-model';
import { mayCountAll, mayReadConfiguration } from '../policy/source-overview';
import type { Session } from '../session/session';
import type { Client } from './client';

/** A scan commits many times a second, and a list that is read anew as often is no list. */
const LIBRARY_CHANGED_EVERY_MS = 1000;

export interface AnnouncerParts {
  findSession(client: Client): Session | undefined;
  /** Another text as soon as the person sees something else of the archive. */
  lookOf(session: Session): Promise<string>;
  onFailure(error: unknown, during: string): void;
}

export class Announcer {
  readonly #parts: AnnouncerParts;
  readonly #clients = new Map<string, Client>();
  /** By session. */
  readonly #looks = new Map<string, string>();
  #libraryTimer: NodeJS.Timeout | undefined;
  #hasConfigurationChanged = false;
  /** By a clock that cannot be set back, or windows would wait until it has caught up. */
  #toldAtMs = -LIBRARY_CHANGED_EVERY_MS;

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
  }

  connect(client: Client): void {
    this.#clients.set(client.id, client);
  }

  disconnect(client: Client): void {
    this.#clients.delete(client.id);
  }

  clients(): readonly Client[] {
    return [...this.#clients.values()];
  }

  find(clientId: string): Client | undefined {
    return this.#clients.get(clientId);
  }

  /** For what a window must hear although, or because, nobody is signed in to it any more. */
  tell<Name extends EventName>(clientId: string, name: Name, payload: Events[Name]): void {
    this.#clients.get(clientId)?.emit(name, payload);
  }

  /** To every window: what a program went through is told before anybody has signed in, too. */
  statusChanged(): void {
    for (const client of this.clients()) client.emit('status.changed', null);
  }

  /** What the person sees from now on; until this is known he is told of every change. */
  signedIn(client: Client): void {
    const session = this.#parts.findSession(client);
    if (session) void this.#hasNewLook(client, session);
  }

  sessionEnded(sessionId: string): void {
    this.#looks.delete(sessionId);
  }

  /** Also who may read the configuration is told, whatever he sees of the archive. */
  rightsChanged(): void {
    this.#hasConfigurationChanged = true;
    this.libraryChanged();
  }

  /** At once, and again at most once a second. */
  libraryChanged(): void {
    if (this.#libraryTimer) return;
    const waitMs = Math.max(0, this.#toldAtMs + LIBRARY_CHANGED_EVERY_MS - performance.now());
    this.#libraryTimer = setTimeout(() => {
      this.#libraryTimer = undefined;
      this.#toldAtMs = performance.now();
      void this.#tellOfChange();
    }, waitMs);
    this.#libraryTimer.unref();
  }

  scanProgressed(organisationId: number, progress: ScanProgress): void {
    const maySee = ({ actor, viewer }: Session) =>
      actor.organisationId === organisationId && mayCountAll(viewer);
    for (const client of this.#signedIn(maySee)) client.emit('scan.progressed', progress);
  }

  close(): void {
    clearTimeout(this.#libraryTimer);
    this.#clients.clear();
  }

  async #tellOfChange(): Promise<void> {
    const isConfiguration = this.#hasConfigurationChanged;
    this.#hasConfigurationChanged = false;
    for (const client of this.clients()) {
      const session = this.#parts.findSession(client);
      if (!session) continue;
      if (mayCountAll(session.viewer)) {
        // Once he sees less again, that is news, though it may be what he saw before he saw everything.
        this.#looks.delete(session.sessionId);
        client.emit('library.changed', null);
        continue;
      }
      const hasNewLook = await this.#hasNewLook(client, session);
      if (hasNewLook || (isConfiguration && mayReadConfiguration(session.viewer)))
        client.emit('library.changed', null);
    }
  }

  async #hasNewLook(client: Client, session: Session): Promise<boolean> {
    const { sessionId } = session;
    try {
      const look = await this.#parts.lookOf(session);
      // Meanwhile he may have gone.
      if (this.#parts.findSession(client)?.sessionId !== sessionId) return false;
      const isNew = this.#looks.get(sessionId) !== look;
      this.#looks.set(sessionId, look);
      return isNew;
    } catch (error) {
      // A window that was closed meanwhile may have taken the whole program with it, and the catalog.
      if (this.#clients.has(client.id)) {
        this.#parts.onFailure(error, 'looking whether a change is one for this person');
      }
      return false;
    }
  }

  #signedIn(isMeant: (session: Session) => boolean): Client[] {
    return this.clients().filter((client) => {
      const session = this.#parts.findSession(client);
      return session !== undefined && isMeant(session);
    });
  }
}
