/** Does a change, looks at what it would be, and takes it back: nothing of it stays, the trail included. */
import type { ReadableDb, WritableDb } from '../sqlite/database';

/** Ends the transaction as a failure would. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

/**
 * What `look` sees of the ledger as it would be after `change`. Nobody else sees any of it. Throws what the change throws, which is what
 * it would throw in earnest. Short, for nobody else can write meanwhile.
 */
export function rehearse<Seen>(db: WritableDb, change: () => void, look: (db: ReadableDb) => Seen): Seen {
  let seen: { readonly value: Seen } | undefined;
  try {
    db.transaction(() => {
      change();
      seen = { value: look(db) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  // `look` has run, or its failure has been thrown.
  return (seen as { readonly value: Seen }).value;
}
