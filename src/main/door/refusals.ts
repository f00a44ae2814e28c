/** Tells the trail who asked for what he may not: once for each session and call, so that a page that asks on and on fills no disk. */
import type { MethodName } from '../../shared/contract';
import { appendAudit } from '../ledger/audit';
import type { Session } from '../session/session';
import type { WritableDb } from '../sqlite/database';

export class Refusals {
  readonly #ledger: WritableDb;
  readonly #told = new Map<string, Set<MethodName>>();

  constructor(ledger: WritableDb) {
    this.#ledger = ledger;
  }

  note(session: Session, method: MethodName): void {
    const told = this.#told.get(session.sessionId) ?? new Set();
    if (told.has(method)) return;
    this.#told.set(session.sessionId, told.add(method));
    appendAudit(this.#ledger, session.actor, 'Refused', { call: method });
  }

  forget(sessionId: string): void {
    this.#told.delete(sessionId);
  }
}
