/** Tells windows what happened unasked. Of the archive only who is signed in is told anything, and of a scan only who may list all that it finds. */
import type { EventName, Events } from '../../shared/contract';
import type { ScanProgress } from '../../shared/model';
import { mayCountAll } from '../policy/source-overview';
import type { Session } from '../session/session';
import type { Client } from './client';

/** A scan commits many times a second, and a list that is read anew as often is no list. */
const LIBRARY_CHANGED_EVERY_MS = 1000;

export class Announcer {
  readonly #clients = new Map<string, Client>();
  readonly #findSession: (client: Client) => Session | undefined;
  #libraryTimer: NodeJS.Timeout | undefined;
  /** By a clock that cannot be set back, or windows would wait until it has caught up. */
  #toldAtMs = -LIBRARY_CHANGED_EVERY_MS;

  constructor(findSession: (client: Client) => Session | undefined) {
    this.#findSession = findSession;
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

  /** At once, and again at most once a second. */
  libraryChanged(): void {
    if (this.#libraryTimer) return;
    const waitMs = Math.max(0, this.#toldAtMs + LIBRARY_CHANGED_EVERY_MS - performance.now());
    this.#libraryTimer = setTimeout(() => {
      this.#libraryTimer = undefined;
      this.#toldAtMs = performance.now();
      for (const client of this.#signedIn(() => true)) client.emit('library.changed', null);
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

  #signedIn(isMeant: (session: Session) => boolean): Client[] {
    return this.clients().filter((client) => {
      const session = this.#findSession(client);
      return session !== undefined && isMeant(session);
    });
  }
}
