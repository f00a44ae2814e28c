/** Tells when rights may have changed, see [Note: policy epoch] in migrations/0001-first.ts. */
import type { ReadableDb } from '../sqlite/database';

/** Grows with every committed change of a right, by this process or another; equal means that no decision can differ. */
export function policyEpoch(db: ReadableDb): number {
  const row = db.get<{ value: number }>('SELECT value FROM policy_epoch WHERE id = 1');
  if (!row) throw new Error('The ledger has lost its policy epoch.');
  return row.value;
}

export interface EpochWatch {
  /** Looks at once; for after a change of one's own. */
  check(): void;
  close(): void;
}

/**
 * Calls `onChanged` when the epoch has moved: within `everyMs` for another process's change, so that a play under way ends in
 * time. What the listener or the reading throws goes to `onError`, and the watch goes on.
 */
export function watchPolicyEpoch(
  db: ReadableDb,
  everyMs: number,
  onChanged: (epoch: number) => void,
  onError: (error: unknown) => void,
): EpochWatch {
  let known = policyEpoch(db);
  function check(): void {
    try {
      const epoch = policyEpoch(db);
      if (epoch === known) return;
      known = epoch;
      onChanged(epoch);
    } catch (error) {
      onError(error);
    }
  }
  const timer = setInterval(check, everyMs);
  // The command line must be able to end while it watches.
  timer.unref();
  return { check, close: () => clearInterval(timer) };
}
