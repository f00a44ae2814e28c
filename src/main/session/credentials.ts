/** Checks a name and a password, counts the tries, and tells the trail; the same time and words whoever asks. */
import { AppError } from '../../shared/errors';
import type { Actor } from '../ledger/audit';
import { appendAudit } from '../ledger/audit';
import type { AuditAction } from '../../shared/audit-actions';
import { toNameKey } from '../ledger/name-key';
import { findOnlyOrganisation } from '../ledger/organisations';
import type { SignInThrottle, SignInTry } from '../ledger/sign-in-failures';
import { renewPasswordHash } from '../ledger/user-passwords';
import type { UserRecord } from '../ledger/users';
import { findUser, findUserBySignInName } from '../ledger/users';
import { toViewer } from '../ledger/viewers';
import { maySignIn } from '../policy/viewer';
import type { WritableDb } from '../sqlite/database';
import type { PasswordHasher } from './passwords';
import { toDummyHash } from './passwords';
import type { SessionClient } from './session';

/** What the password is asked for. */
export interface Purpose {
  readonly client: SessionClient['kind'];
  readonly action: 'Sign in' | 'Unlock' | 'Change own password';
}

/** Refusals of so many names are remembered, so that a flood of refused tries is one entry each, not a flood of entries. */
const REFUSALS_REMEMBERED = 1000;

export class Credentials {
  readonly #db: WritableDb;
  readonly #hasher: PasswordHasher;
  readonly #throttle: SignInThrottle;
  readonly #refused = new Set<string>();

  constructor(db: WritableDb, hasher: PasswordHasher, throttle: SignInThrottle) {
    this.#db = db;
    this.#hasher = hasher;
    this.#throttle = throttle;
  }

  /**
   * The person, where the password is his and he may sign in. Throws AppError `wrong-credentials` for all else, or
   * `too-many-tries`. What is stored under older parameters is renewed.
   */
  async check(signInName: string, password: string, purpose: Purpose): Promise<UserRecord> {
    const signInTry = this.#begin(signInName, purpose);
    const known = findUserBySignInName(this.#db, signInName);
    const isRight = await this.#hasher.verify(
      password,
      known?.passwordHash ?? toDummyHash(this.#hasher.form),
    );
    // Read again: he may have been deactivated while his password was looked at.
    const user = known && findUser(this.#db, known.userId);
    const failure = this.#findFailure(known, user, isRight);
    if (failure !== undefined || !user) throw this.#refuse(signInName, user, purpose, failure);
    this.#throttle.succeed(signInTry);
    if (!(await this.#renew(user, password))) return user;
    // And once more: hashing takes long enough for somebody to take the right or the password away.
    const renewed = findUser(this.#db, user.userId);
    const late = this.#findLateFailure(user, renewed);
    if (late !== undefined || !renewed) throw this.#refuse(signInName, renewed, purpose, late);
    return renewed;
  }

  hash(password: string): Promise<string> {
    return this.#hasher.hash(password);
  }

  #begin(signInName: string, purpose: Purpose): SignInTry {
    const key = toNameKey(signInName);
    try {
      const signInTry = this.#throttle.begin(signInName);
      this.#refused.delete(key);
      return signInTry;
    } catch (error) {
      if (error instanceof AppError && error.reason === 'too-many-tries' && !this.#refused.has(key)) {
        if (this.#refused.size >= REFUSALS_REMEMBERED) this.#refused.clear();
        this.#refused.add(key);
        const user = findUserBySignInName(this.#db, signInName);
        this.#record('Sign-in refused', signInName, user, purpose, { signInName, ...error.details });
      }
      throw error;
    }
  }

  /** For the trail alone: whoever asks is told none of it. */
  #findFailure(
    known: UserRecord | undefined,
    user: UserRecord | undefined,
    isRight: boolean,
  ): string | undefined {
    if (!known || !user) return 'unknown name';
    if (known.passwordHash === null) return 'no password';
    if (!isRight || known.passwordHash !== user.passwordHash) return 'wrong password';
    return this.#findClosed(user);
  }

  #findLateFailure(before: UserRecord, user: UserRecord | undefined): string | undefined {
    if (!user) return 'unknown name';
    return user.passwordRevision === before.passwordRevision ? this.#findClosed(user) : 'wrong password';
  }

  #findClosed(user: UserRecord): string | undefined {
    if (!user.isActive) return 'deactivated';
    return maySignIn(toViewer(this.#db, user.userId)) ? undefined : 'may not sign in';
  }

  /** Puts the refusal into the trail with its reason, and answers with the error that tells none. */
  #refuse(
    signInName: string,
    user: UserRecord | undefined,
    purpose: Purpose,
    failure = 'unknown name',
  ): AppError {
    this.#record(failedAction(purpose), signInName, user, purpose, { signInName, why: failure });
    return new AppError('forbidden', 'wrong-credentials', 'The name or the password is wrong.');
  }

  /** True where the hash was made anew, which takes a while. */
  async #renew(user: UserRecord, password: string): Promise<boolean> {
    if (user.passwordHash === null || user.passwordHash.startsWith(this.#hasher.form)) return false;
    renewPasswordHash(this.#db, user.userId, user.passwordHash, await this.#hasher.hash(password));
    return true;
  }

  #record(
    action: AuditAction,
    signInName: string,
    user: UserRecord | undefined,
    purpose: Purpose,
    details: Readonly<Record<string, string | number>>,
  ): void {
    const actor: Actor = {
      organisationId: user?.organisationId ?? findOnlyOrganisation(this.#db) ?? null,
      userId: user?.userId ?? null,
      userName: user?.name ?? signInName,
      client: purpose.client,
    };
    appendAudit(this.#db, actor, action, details);
  }
}

function failedAction(purpose: Purpose): AuditAction {
  if (purpose.action === 'Sign in') return 'Sign-in failed';
  return purpose.action === 'Unlock' ? 'Unlock failed' : 'Password change failed';
}
