/**
 * Plays: gives out tickets, decides anew at each request for bytes, and ends at once what is no longer allowed. What a decision says
 * may change between two bytes; nothing here remembers that something was allowed.
 */
import { AppError } from '../../shared/errors';
import type { Events } from '../../shared/contract';
import type { Library, MediaFile } from '../policy/library';
import type { Session } from '../session/session';
import type { Part, Ticket, Tickets } from './tickets';

type WithdrawnReason = Events['play.ended']['reason'];

export interface PlaysParts {
  readonly tickets: Tickets;
  /** The session of a client at this moment; undefined where nobody is signed in, or the window is locked. */
  findSession(clientId: string): Session | undefined;
  openLibrary(session: Session): Library;
  /** Tells the window that what it plays was taken away. */
  onWithdrawn(clientId: string, recordingId: string, reason: WithdrawnReason): void;
}

/** Of one session, by recording: what it was given, and why that stopped. */
interface Played {
  readonly played: Set<string>;
  readonly stopped: Map<string, AppError>;
}

export class Plays {
  readonly #parts: PlaysParts;
  readonly #ofSession = new Map<string, Played>();

  constructor(parts: PlaysParts) {
    this.#parts = parts;
  }

  /** A ticket for a file that the library has just given. */
  issue(session: Session, recordingId: string, part: Part, file: MediaFile): Ticket {
    const { sessionId, clientId } = session;
    const known = this.#ofSession.get(sessionId) ?? { played: new Set(), stopped: new Map() };
    this.#ofSession.set(sessionId, known);
    known.played.add(recordingId);
    known.stopped.delete(recordingId);
    return this.#parts.tickets.issue({ clientId, sessionId, recordingId, part, file });
  }

  /** True where a ticket for this recording was given to this session, whatever became of the right since. */
  hasPlayed(sessionId: string, recordingId: string): boolean {
    return this.#ofSession.get(sessionId)?.played.has(recordingId) ?? false;
  }

  /** The ticket, if it is this window's and the person may still have what it is for, decided at this moment. */
  admit(token: string, clientId: string): Ticket | undefined {
    const { tickets } = this.#parts;
    const ticket = tickets.find(token, clientId);
    if (!ticket) return undefined;
    if (!this.#isAllowed(ticket)) {
      this.#withdraw(ticket);
      return undefined;
    }
    if (!tickets.isExpired(ticket)) return ticket;
    this.noteStopped(
      ticket,
      new AppError('unavailable', 'ticket-invalid', 'The ticket has expired: play it again.'),
    );
    return undefined;
  }

  /** Rights may have changed: ends every play that is no longer allowed. */
  review(): void {
    for (const ticket of this.#parts.tickets.live()) {
      if (!this.#isAllowed(ticket)) this.#withdraw(ticket);
    }
  }

  /** Whoever asked for it is done with it. */
  end(ticket: Ticket): void {
    this.#parts.tickets.end(ticket);
  }

  /** The recording is being deleted: nobody plays it on. */
  endRecording(recordingId: string): void {
    for (const ticket of this.#parts.tickets.live()) {
      if (ticket.recordingId === recordingId) this.#withdraw(ticket, 'recording-deleted');
    }
  }

  /** The session is over, or locked: nothing of it plays on. */
  endSession(sessionId: string): void {
    this.#parts.tickets.endSession(sessionId);
    this.#ofSession.delete(sessionId);
  }

  noteStopped(ticket: Ticket, error: AppError): void {
    this.#ofSession.get(ticket.sessionId)?.stopped.set(ticket.recordingId, error);
  }

  /** What made the newest play of this recording stop; undefined for nothing. */
  whyStopped(sessionId: string, recordingId: string): AppError | undefined {
    return this.#ofSession.get(sessionId)?.stopped.get(recordingId);
  }

  #isAllowed(ticket: Ticket): boolean {
    const session = this.#parts.findSession(ticket.clientId);
    if (session?.sessionId !== ticket.sessionId) return false;
    const action = ticket.part === 'screen' ? 'seeScreen' : 'play';
    return this.#parts.openLibrary(session).may(ticket.recordingId, action);
  }

  #withdraw(ticket: Ticket, reason: WithdrawnReason = 'right-withdrawn'): void {
    this.#parts.tickets.end(ticket);
    this.noteStopped(ticket, toWithdrawn(reason));
    this.#parts.onWithdrawn(ticket.clientId, ticket.recordingId, reason);
  }
}

function toWithdrawn(reason: WithdrawnReason): AppError {
  return reason === 'recording-deleted'
    ? new AppError('not-found', reason, 'This recording was deleted.')
    : new AppError('forbidden', reason, 'The right to hear this recording was withdrawn.');
}
