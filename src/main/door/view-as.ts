/** Who looks at whose lists: in the trail where it begins and where it ends, however it ends. */
import { appendAudit } from '../ledger/audit';
import type { Session } from '../session/session';
import type { WritableDb } from '../sqlite/database';

interface Looked {
  readonly session: Session;
  readonly userId: string;
  readonly name: string;
}

export class ViewAs {
  readonly #ledger: WritableDb;
  /** By session: one looks as one person at a time. */
  readonly #looking = new Map<string, Looked>();

  constructor(ledger: WritableDb) {
    this.#ledger = ledger;
  }

  /** Before anything of that person's lists is shown. The first time is told to the trail; another person ends the one before. */
  note(session: Session, { userId, name }: { readonly userId: string; readonly name: string }): void {
    if (this.#looking.get(session.sessionId)?.userId === userId) return;
    this.end(session.sessionId);
    appendAudit(this.#ledger, session.actor, 'View as', { userId, name });
    this.#looking.set(session.sessionId, { session, userId, name });
  }

  /** Nothing where the session looks as nobody. */
  end(sessionId: string): void {
    const looked = this.#looking.get(sessionId);
    if (!looked) return;
    const { session, userId, name } = looked;
    appendAudit(this.#ledger, session.actor, 'End view as', { userId, name });
    this.#looking.delete(sessionId);
  }
}
