/** A further organisation in the same profile: with its own first administrator, and with no thread back to who made it. */
import type { Actor } from '../ledger/audit';
import { appendAudit } from '../ledger/audit';
import type { PasswordHasher } from '../session/passwords';
import { checkNewPassword } from '../session/passwords';
import type { WritableDb } from '../sqlite/database';
import { beginSetUp, createFirstAdministrator } from './first-run';

interface FurtherOrganisation {
  readonly name: string;
  readonly administrator: { readonly name: string; readonly signInName: string; readonly password: string };
}

/**
 * Makes it in one transaction. `check` runs once more within it, for the password takes its time to be hashed, and throws where the
 * right to do this is gone. Throws AppError `weak-password`, or `name-taken` for a sign-in name that somebody has, wherever.
 */
export async function addOrganisation(
  db: WritableDb,
  hasher: PasswordHasher,
  actor: Actor,
  given: FurtherOrganisation,
  check: () => void,
): Promise<void> {
  const { name, signInName, password } = given.administrator;
  checkNewPassword(password, signInName);
  const passwordHash = await hasher.hash(password);
  db.transaction(() => {
    check();
    // Its own trail begins with its own administrator: who made it is a matter of the organisation that he belongs to.
    const setUp = beginSetUp(db, { name, client: 'system' }, given.name);
    createFirstAdministrator(db, setUp, { name, signInName, passwordHash, mustChange: true });
    appendAudit(db, actor, 'Add organisation', { after: { name: given.name, administrator: name } });
  });
}
