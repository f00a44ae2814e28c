/** Who is signed in where. Every decision asks here first, so that a right that was withdrawn a moment ago is gone. */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors';
import type { SignedIn } from '../../shared/model';
import { appendAudit } from '../ledger/audit';
import { policyEpoch } from '../ledger/epoch';
import { setPasswordHash } from '../ledger/user-passwords';
import { forgetSignInFailures } from '../ledger/sign-in-failures';
import type { UserRecord } from '../ledger/users';
import { findUser, getUser } from '../ledger/users';
import { toViewer } from '../ledger/viewers';
import { isWithin, maySignIn } from '../policy/viewer';
import type { WritableDb } from '../sqlite/database';
import type { Credentials } from './credentials';
import { checkNewPassword } from './passwords';
import type { ClientRef, EndListener, EndReason, Session, SessionClient, SessionState } from './session';
import { toSignedIn } from './signed-in';

interface Entry {
  session: Session;
  isLocked: boolean;
  mustChangePassword: boolean;
  /** Of the password that opened it. */
  passwordRevision: number;
}

export class Sessions {
  readonly #db: WritableDb;
  readonly #credentials: Credentials;
  readonly #entries = new Map<string, Entry>();
  /** The newest sign-in that is still being checked, by client: an older one, or one of a closed window, comes to nothing. */
  readonly #pending = new Map<string, symbol>();
  readonly #listeners = new Set<EndListener>();

  constructor(db: WritableDb, credentials: Credentials) {
    this.#db = db;
    this.#credentials = credentials;
  }

  /**
   * Signs a person in; whoever was signed in to this client is signed out first. Throws AppError `wrong-credentials`, in the same
   * words and after the same time for a wrong password, an unknown name and a person who may not enter, or `too-many-tries`.
   */
  async signIn(client: SessionClient, signInName: string, password: string): Promise<SignedIn> {
    const attempt = Symbol('sign-in');
    this.#pending.set(client.id, attempt);
    try {
      const user = await this.#credentials.check(signInName, password, {
        client: client.kind,
        action: 'Sign in',
      });
      if (this.#pending.get(client.id) !== attempt) throw signedOut();
      this.#end(client.id, 'signed-out');
      const session = this.#toSession(client, user);
      appendAudit(this.#db, session.actor, 'Sign in', { signInName: user.signInName });
      this.#entries.set(client.id, { session, isLocked: false, ...toPasswordState(user) });
      return toSignedIn(this.#db, user, session.viewer);
    } finally {
      if (this.#pending.get(client.id) === attempt) this.#pending.delete(client.id);
    }
  }

  /** Does nothing where nobody is signed in. */
  signOut(client: ClientRef): void {
    this.#pending.delete(client.id);
    this.#end(client.id, 'signed-out');
  }

  /** Locks until the same person gives his password; what is playing ends. Throws AppError `signed-out`. */
  lock(client: ClientRef): void {
    const entry = this.#entries.get(client.id);
    if (!entry) throw signedOut();
    if (entry.isLocked) return;
    entry.isLocked = true;
    this.#tell(client.id, 'locked', entry.session.sessionId);
    appendAudit(this.#db, entry.session.actor, 'Lock', {});
  }

  /** Throws as `signIn`, and AppError `signed-out` where there is no locked session. */
  async unlock(client: SessionClient, password: string): Promise<SignedIn> {
    const entry = this.#entries.get(client.id);
    if (!entry?.isLocked) throw signedOut();
    const { userId } = entry.session.actor;
    const { signInName } = getUser(this.#db, entry.session.actor.organisationId, userId);
    const user = await this.#credentials.check(signInName, password, {
      client: client.kind,
      action: 'Unlock',
    });
    // The name may have passed to somebody else, or the window been signed out, while the password was looked at.
    if (this.#entries.get(client.id) !== entry || user.userId !== userId) throw signedOut();
    const session = this.#toSession(client, user, entry.session);
    appendAudit(this.#db, session.actor, 'Unlock', {});
    entry.session = session;
    Object.assign(entry, toPasswordState(user), { isLocked: false });
    return toSignedIn(this.#db, user, session.viewer);
  }

  /** Changes one's own password; one's other sessions end. Throws AppError `wrong-credentials`, `too-many-tries`, `weak-password` or `signed-out`. */
  async changePassword(client: SessionClient, current: string, next: string): Promise<void> {
    const entry = this.#getOpen(client);
    const { userId, organisationId } = entry.session.actor;
    const { signInName } = getUser(this.#db, organisationId, userId);
    checkNewPassword(next, signInName, current);
    await this.#credentials.check(signInName, current, {
      client: client.kind,
      action: 'Change own password',
    });
    const passwordHash = await this.#credentials.hash(next);
    if (this.#getOpen(client) !== entry) throw signedOut();
    setPasswordHash(this.#db, entry.session.actor, organisationId, userId, {
      passwordHash,
      mustChange: false,
    });
    // Only now: what could not be saved opens nothing.
    Object.assign(entry, toPasswordState(getUser(this.#db, organisationId, userId)));
    this.review();
  }

  /**
   * Sets another person's password, who must choose his own at the next sign-in; his sessions end. Throws AppError `weak-password`,
   * `not-found`, or `forbidden` where the right to do so is gone by the time the password is hashed.
   */
  async setPassword(client: ClientRef, userId: string, password: string): Promise<void> {
    const { organisationId } = this.current(client).actor;
    checkNewPassword(password, getUser(this.#db, organisationId, userId).signInName);
    const passwordHash = await this.#credentials.hash(password);
    const { actor, viewer } = this.current(client);
    if (actor.organisationId !== organisationId || !viewer.serviceRights.has('webControlSecurity')) {
      throw new AppError('forbidden', 'forbidden', 'This needs the right to change security settings.');
    }
    this.#db.transaction(() => {
      const mustChange = actor.userId !== userId;
      setPasswordHash(this.#db, actor, organisationId, userId, { passwordHash, mustChange });
      forgetSignInFailures(this.#db, getUser(this.#db, organisationId, userId).signInName);
    });
    const entry = this.#entries.get(client.id);
    // Whoever sets his own stays where he is.
    if (entry && actor.userId === userId) {
      entry.passwordRevision = getUser(this.#db, organisationId, userId).passwordRevision;
    }
    this.review();
  }

  stateOf(client: ClientRef): SessionState {
    const entry = this.#entries.get(client.id);
    if (!entry || !this.#refresh(entry)) return 'signed-out';
    return entry.isLocked ? 'locked' : 'signed-in';
  }

  /**
   * The session as the ledger has it at this moment. Throws AppError `signed-out`, `locked`, or `password-change-needed` where somebody
   * else chose the password. Every method of the door that needs a person asks for it, each time.
   */
  current(client: ClientRef): Session {
    const entry = this.#getOpen(client);
    if (entry.mustChangePassword) {
      throw new AppError('forbidden', 'password-change-needed', 'Choose a password of your own first.');
    }
    return entry.session;
  }

  /** As `current`, but undefined instead of an error: for tickets and events. */
  findCurrent(client: ClientRef): Session | undefined {
    const entry = this.#entries.get(client.id);
    if (!entry || entry.isLocked || entry.mustChangePassword) return undefined;
    return this.#refresh(entry) ? entry.session : undefined;
  }

  /** What the window shows of its person; null where nobody is signed in or the window is locked. */
  describe(client: ClientRef): SignedIn | null {
    if (this.stateOf(client) !== 'signed-in') return null;
    const session = this.#entries.get(client.id)?.session;
    const user = session && findUser(this.#db, session.actor.userId);
    return session && user ? toSignedIn(this.#db, user, session.viewer) : null;
  }

  /** Files leave the system's control: confirmed once a sign-in, and recorded. */
  acceptNotice(client: ClientRef): void {
    const entry = this.#getOpen(client);
    if (entry.session.hasAcceptedNotice) return;
    appendAudit(this.#db, entry.session.actor, 'Accept privacy notice', {});
    entry.session = { ...entry.session, hasAcceptedNotice: true };
  }

  /** Ends the sessions of those who may no longer be signed in; for when the policy epoch has moved. */
  review(): void {
    for (const entry of [...this.#entries.values()]) this.#refresh(entry);
  }

  /** The clock has passed a moment at which somebody's rights change by themselves: it is time to review. */
  isReviewDue(): boolean {
    return [...this.#entries.values()].some(({ session }) => !isInTime(session));
  }

  /** Hears of every end, also of a lock; returns the function that stops it. */
  onEnded(listener: EndListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #getOpen(client: ClientRef): Entry {
    const entry = this.#entries.get(client.id);
    if (!entry || !this.#refresh(entry)) throw signedOut();
    if (entry.isLocked) throw new AppError('signed-out', 'locked', 'The window is locked.');
    return entry;
  }

  /** Reads the person anew where the epoch has moved, or a moment has passed that changes his rights; false where that ended the session. */
  #refresh(entry: Entry): boolean {
    const epoch = policyEpoch(this.#db);
    if (entry.session.epoch === epoch && isInTime(entry.session)) return true;
    const user = findUser(this.#db, entry.session.actor.userId);
    const viewer = user && toViewer(this.#db, user.userId);
    // A password that was set since, by himself elsewhere or by somebody else, ends what was opened with the old one.
    const hasNewPassword = user !== undefined && user.passwordRevision !== entry.passwordRevision;
    if (!user || !viewer || !maySignIn(viewer) || hasNewPassword) {
      this.#end(entry.session.clientId, hasNewPassword ? 'signed-out' : 'deactivated');
      return false;
    }
    entry.session = {
      ...entry.session,
      viewer,
      epoch,
      actor: { ...entry.session.actor, userName: user.name },
    };
    return true;
  }

  #toSession(client: SessionClient, user: UserRecord, before?: Session): Session {
    const { userId, organisationId, name } = user;
    // The epoch first: a change in between makes the viewer newer than its epoch, never older.
    const epoch = policyEpoch(this.#db);
    return {
      sessionId: before?.sessionId ?? randomBytes(16).toString('hex'),
      clientId: client.id,
      viewer: toViewer(this.#db, userId),
      epoch,
      actor: { organisationId, userId, userName: name, client: client.kind },
      hasAcceptedNotice: before?.hasAcceptedNotice ?? false,
    };
  }

  #end(clientId: string, reason: EndReason): void {
    const entry = this.#entries.get(clientId);
    if (!entry) return;
    // First the effect: a trail that cannot be written must not keep a session open.
    this.#entries.delete(clientId);
    this.#tell(clientId, reason, entry.session.sessionId);
    if (reason === 'deactivated') appendAudit(this.#db, entry.session.actor, 'Session ended', { reason });
    else appendAudit(this.#db, entry.session.actor, 'Sign out', {});
  }

  #tell(clientId: string, reason: EndReason, sessionId: string): void {
    for (const listener of [...this.#listeners]) listener(clientId, reason, sessionId);
  }
}

function isInTime({ viewer }: Session): boolean {
  return isWithin(viewer.sharedDuring, Math.floor(Date.now() / 1000));
}

function toPasswordState(user: UserRecord): Pick<Entry, 'mustChangePassword' | 'passwordRevision'> {
  return { mustChangePassword: user.mustChangePassword, passwordRevision: user.passwordRevision };
}

function signedOut(): AppError {
  return new AppError('signed-out', 'signed-out', 'Sign in first.');
}
