/** Joins what a delete touches: ledger, catalog, waves and plays; and completes at a start what an earlier run has left. */
import { AppError } from '../shared/errors';
import { Deletions } from './deletion/deletions';
import type { Plays } from './door/plays';
import type { Scans } from './door/scans';
import { listOpenDeletions } from './ledger/deletions';
import type { Peaks } from './peaks/peaks';
import type { Scanner } from './scanner/scanner';
import type { ReadableDb, WritableDb } from './sqlite/database';

interface Touched {
  readonly ledger: WritableDb;
  readonly scanner: Scanner;
  readonly peaks: Peaks;
  readonly plays: Plays;
  /** Whoever plays it in another window hears of it by this. */
  onRightsChanged(): void;
  /** Files of a delete were left for later. */
  onLeft(): void;
  onFailure(error: unknown, during: string): void;
}

export function makeDeletions(touched: Touched): Deletions {
  const { ledger, scanner, peaks, plays } = touched;
  return new Deletions({
    ledger,
    removeFromCatalog: (sourceId, paths) => scanner.removeDeleted(sourceId, paths),
    forgetWave: (id) =>
      peaks
        .forget([id])
        .catch((error: unknown) => touched.onFailure(error, 'forgetting the wave of a deleted recording')),
    onGone: (id) => {
      plays.endRecording(id);
      touched.onRightsChanged();
    },
    onLeft: (error) => {
      touched.onLeft();
      touched.onFailure(error, 'deleting a recording');
    },
  });
}

/** A drive that does not answer must not keep the program from opening: the rest is done behind it. */
const WAIT_AT_MOST_MS = 5_000;

/** Before anybody is let in. Does nothing where another process scans or deletes: what is under way there is not broken off. */
export async function finishOpenDeletions(
  ledger: ReadableDb,
  scans: Scans,
  deletions: Deletions,
): Promise<void> {
  if (listOpenDeletions(ledger).length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_AT_MOST_MS);
  });
  try {
    await Promise.race([scans.locked(() => deletions.finishOpen()), tooLate]);
  } catch (error) {
    if (!(error instanceof AppError && error.reason === 'profile-in-use')) throw error;
  } finally {
    clearTimeout(timer);
  }
}
