/** The main thread's handle of the thread that hashes passwords. */
import { AskedThread } from '../thread/asked-thread';
import type { PasswordHasher } from './passwords';
import { toForm } from './passwords';

export type PasswordTask =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly passwordHash: string };

/**
 * Starts the thread from its bundle (`workerPath`: the built session/password-worker). Work that waits when the thread dies
 * is rejected; the next task starts it anew. The thread alone does not keep the program running.
 */
export class PasswordThread implements PasswordHasher {
  readonly form = toForm();
  readonly #thread: AskedThread<PasswordTask, string | boolean>;

  constructor(workerPath: string) {
    this.#thread = new AskedThread('password', workerPath, null);
  }

  async hash(password: string): Promise<string> {
    const value = await this.#thread.ask({ kind: 'hash', password });
    if (typeof value !== 'string') throw new Error('The password thread answered with no hash.');
    return value;
  }

  async verify(password: string, passwordHash: string): Promise<boolean> {
    return (await this.#thread.ask({ kind: 'verify', password, passwordHash })) === true;
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
