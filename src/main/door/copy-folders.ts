/** Folders that people chose for copies of several recordings: a page gets a word for the folder, and never the folder. */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors';

interface Chosen {
  readonly token: string;
  readonly dir: string;
}

/** One a session: choosing again forgets the folder before. */
const SESSIONS_KEPT = 100;

export class CopyFolders {
  readonly #bySession = new Map<string, Chosen>();

  /** Returns the word. */
  keep(sessionId: string, dir: string): string {
    const token = randomBytes(16).toString('hex');
    this.#bySession.delete(sessionId);
    this.#bySession.set(sessionId, { token, dir });
    const oldest = this.#bySession.keys().next();
    if (this.#bySession.size > SESSIONS_KEPT && !oldest.done) this.#bySession.delete(oldest.value);
    return token;
  }

  /** Throws AppError `invalid-input` for a word that is not this session's. */
  get(sessionId: string, token: string): string {
    const chosen = this.#bySession.get(sessionId);
    if (chosen?.token === token) return chosen.dir;
    throw new AppError('invalid-input', 'invalid-input', 'into: no such folder was chosen. Choose it again.');
  }
}
