/** One person at one window or terminal, from sign-in to sign-out. */
import type { Actor } from '../ledger/audit';
import type { Viewer } from '../policy/viewer';

/** A window, or the terminal of a command-line run. */
export interface SessionClient {
  /** Unique while the program runs. */
  readonly id: string;
  readonly kind: 'window' | 'command line';
}

/** Enough to find a client's session. */
export type ClientRef = Pick<SessionClient, 'id'>;

export type SessionState = 'signed-out' | 'locked' | 'signed-in';

export type EndReason = 'signed-out' | 'locked' | 'deactivated';

/** What a call through the door may know of its caller. Good for this one call: ask again for the next. */
export interface Session {
  /** 128 random bits as hex, new with every sign-in: what tickets are bound to, beside the epoch. */
  readonly sessionId: string;
  readonly clientId: string;
  readonly viewer: Viewer;
  /** The policy epoch for which `viewer` holds, while the clock is within his `sharedDuring`. */
  readonly epoch: number;
  /** For the trail. */
  readonly actor: Actor & { readonly organisationId: number; readonly userId: string };
  /** The notice that files leave the system's control has been confirmed since the sign-in. */
  readonly hasAcceptedNotice: boolean;
}

/** `sessionId` is the one whose tickets are void now. */
export type EndListener = (clientId: string, reason: EndReason, sessionId: string) => void;
