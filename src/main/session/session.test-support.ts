/** A real ledger with passwords that are quick to check, and the sessions over it. */
import type { PersonInput } from '../../shared/people';
import type { TestLedger } from '../ledger/ledger.test-support';
import { makeLedger, personOf } from '../ledger/ledger.test-support';
import { SignInThrottle } from '../ledger/sign-in-failures';
import { setPasswordHash } from '../ledger/user-passwords';
import { createUser } from '../ledger/users';
import { Credentials } from './credentials';
import type { PasswordHasher } from './passwords';
import { hasherInThread } from './passwords';
import type { SessionClient } from './session';
import { Sessions } from './sessions';

export const QUICK = { memoryKib: 64, iterations: 1 };
export const ADA_PASSWORD = 'correct horse battery';

export const windowOne: SessionClient = { id: 'window 1', kind: 'window' };
export const windowTwo: SessionClient = { id: 'window 2', kind: 'window' };
export const terminal: SessionClient = { id: 'terminal', kind: 'command line' };

export interface SessionWorld extends TestLedger {
  readonly sessions: Sessions;
  /** Makes a person with this password; returns his id. */
  readonly addPerson: (
    signInName: string,
    password: string | null,
    changed?: Partial<PersonInput>,
  ) => Promise<string>;
}

export async function makeSessions(hasher: PasswordHasher = hasherInThread(QUICK)): Promise<SessionWorld> {
  const ledger = makeLedger(await hasher.hash(ADA_PASSWORD));
  const { db, actor, organisationId } = ledger;
  return {
    ...ledger,
    sessions: new Sessions(db, new Credentials(db, hasher, new SignInThrottle(db))),
    addPerson: async (signInName, password, changed) => {
      const userId = createUser(db, actor, organisationId, personOf(signInName, changed));
      if (password !== null) {
        const passwordHash = await hasher.hash(password);
        setPasswordHash(db, actor, organisationId, userId, { passwordHash, mustChange: false });
      }
      return userId;
    },
  };
}
