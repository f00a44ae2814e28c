/**
 * Plays: gives out tickets, decides anew at each request for bytes, and ends at once what is no longer allowed. What a decision says
 * may change between two bytes; nothing here remembers that something was allowed.
 */
import { AppError } from '../../shared/errors';
import type { Library, MediaFile } from '../policy/library';
import type { Session } from '../session/session';
import type { Part, Ticket, Tickets } from './tickets';

export interface PlaysParts {
  readonly tickets: Tickets;
  /** The session of a client at this moment; undefined where nobody is signed in, or the window is locked. */
  findSession(clientId: string): Session | undefined;
  openLibrary(session: Session): Library;
  /** Tells the window that the right to what it plays was withdrawn. */
  onWithdrawn(clientId: string, recordingId: string): void;
}

/** Reasons of so many recordings are kept for a session: those that somebody may still ask about. */
const REASONS_KEPT = 20;

export class Plays {
  readonly #parts: PlaysParts;
  /** Why plays stopped, by session, then by recording. */
  readonly #stopped = new Map<string, Map<string, AppError>>();

  constructor(parts: PlaysParts) {
    this.#parts = parts;
  }

  /** A ticket for a file that the library has just given. */
  issue(session: Session, recordingId: string, part: Part, file: MediaFile): Ticket {
    const { sessionId, clientId } = session;
    this.#stopped.get(sessionId)?.delete(recordingId);
    return this.#parts.tickets.issue({ clientId, sessionId, recordingId, part, file });
  }

  /** The ticket, if it is this window's and the person may still have what it is for, decided at this moment. */
  admit(token: string, clientId: string): Ticket | undefined {
    const ticket = this.#parts.tickets.find(token, clientId);
    if (!ticket || this.#isAllowed(ticket)) return ticket;
    this.#withdraw(ticket);
    return undefined;
  }

  /** Rights may have changed: ends every play that is no longer allowed. */
  review(): void {
    for (const ticket of this.#parts.tickets.live()) {
      if (!this.#isAllowed(ticket)) this.#withdraw(ticket);
    }
  }

  /** The session is over, or locked: nothing of it plays on. */
  endSession(sessionId: string): void {
    this.#parts.tickets.endSession(sessionId);
    this.#stopped.delete(sessionId);
  }

  noteStopped(ticket: Ticket, error: AppError): void {
    const reasons = this.#stopped.get(ticket.sessionId) ?? new Map<string, AppError>();
    this.#stopped.set(ticket.sessionId, reasons);
    reasons.set(ticket.recordingId, error);
    const oldest = reasons.keys().next();
    if (reasons.size > REASONS_KEPT && !oldest.done) reasons.delete(oldest.value);
  }

  /** What made the newest play of this recording stop; undefined for nothing. */
  whyStopped(sessionId: string, recordingId: string): AppError | undefined {
    return this.#stopped.get(sessionId)?.get(recordingId);
  }

  #isAllowed(ticket: Ticket): boolean {
    const session = this.#parts.findSession(ticket.clientId);
    if (session?.sessionId !== ticket.sessionId) return false;
    const action = ticket.part === 'screen' ? 'seeScreen' : 'play';
    return this.#parts.openLibrary(session).may(ticket.recordingId, action);
  }

  #withdraw(ticket: Ticket): void {
    this.#parts.tickets.end(ticket);
    this.noteStopped(
      ticket,
      new AppError('forbidden', 'right-withdrawn', 'The right to hear this recording was withdrawn.'),
    );
    this.#parts.onWithdrawn(ticket.clientId, ticket.recordingId);
  }
}
