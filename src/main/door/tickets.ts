/**
 * Tickets: what a page holds instead of a path or a key. A ticket opens one part of one recording for one session in one
 * window, for 15 minutes at most, and dies with the session or the right. Kept in memory only: a restart ends them all.
 */
import { randomBytes } from 'node:crypto';
import type { MediaFile } from '../policy/library';

export type Part = 'sound' | 'screen';

/** What a ticket is bound to. */
export interface TicketGrant {
  readonly clientId: string;
  readonly sessionId: string;
  readonly recordingId: string;
  readonly part: Part;
  /** The file as it was when the ticket was given: another one in its place is never played under it. */
  readonly file: MediaFile;
}

export interface Ticket extends TicketGrant {
  readonly token: string;
  readonly expiresAtMs: number;
  /** Fires when the ticket is ended: whoever streams under it stops at once. */
  readonly ended: AbortSignal;
}

export const TICKET_LIFE_MS = 15 * 60_000;

/** A person plays one recording at a time; this many leave room for a fast reader of the list, and bound the memory. */
const TICKETS_PER_SESSION = 50;
const TOKEN = /^[0-9a-f]{32}$/;

interface Held {
  readonly ticket: Ticket;
  readonly ending: AbortController;
}

export class Tickets {
  readonly #held = new Map<string, Held>();
  readonly #nowMs: () => number;

  /** The clock must be one that cannot be set back, or a ticket could be made to last. */
  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  issue(grant: TicketGrant): Ticket {
    const ofSession = this.live().filter((ticket) => ticket.sessionId === grant.sessionId);
    for (const oldest of ofSession.slice(0, Math.max(0, ofSession.length - TICKETS_PER_SESSION + 1)))
      this.end(oldest);
    const ending = new AbortController();
    const ticket: Ticket = {
      ...grant,
      token: randomBytes(16).toString('hex'),
      expiresAtMs: this.#nowMs() + TICKET_LIFE_MS,
      ended: ending.signal,
    };
    this.#held.set(ticket.token, { ticket, ending });
    return ticket;
  }

  /** The ticket of this token, if it is of this very window; it may have expired. */
  find(token: string, clientId: string): Ticket | undefined {
    if (!TOKEN.test(token)) return undefined;
    const ticket = this.#held.get(token)?.ticket;
    return ticket?.clientId === clientId ? ticket : undefined;
  }

  /** An expired ticket opens nothing any more. */
  isExpired(ticket: Ticket): boolean {
    return this.#nowMs() >= ticket.expiresAtMs;
  }

  /**
   * Oldest first. With the expired ones: they open nothing any more, but a stream that was begun in time runs on, and a right
   * that is withdrawn must still end it.
   */
  live(): readonly Ticket[] {
    return [...this.#held.values()].map((held) => held.ticket);
  }

  end(ticket: Ticket): void {
    const held = this.#held.get(ticket.token);
    this.#held.delete(ticket.token);
    held?.ending.abort();
  }

  endSession(sessionId: string): void {
    this.#endWhere((ticket) => ticket.sessionId === sessionId);
  }

  #endWhere(isOver: (ticket: Ticket) => boolean): void {
    for (const ticket of this.live()) if (isOver(ticket)) this.end(ticket);
  }
}
