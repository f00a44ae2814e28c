/** Notices what other connections and other processes did to the databases, and which folders came or went. */
import { watchPolicyEpoch } from '../ledger/epoch';
import { listAllSources } from '../ledger/sources';
import type { ReadableDb } from '../sqlite/database';
import type { Presences } from './presences';

export interface WatchParts {
  readonly ledger: ReadableDb;
  readonly catalog: ReadableDb;
  readonly presences: Presences;
  /** Rights change also by the clock: a membership begins or ends. */
  isReviewDue(): boolean;
  onRightsChanged(): void;
  onLibraryChanged(): void;
  onFailure(error: unknown, during: string): void;
}

export interface Watch {
  /** Looks for a change of rights at once: for after a change of one's own. */
  checkRights(): void;
  close(): void;
}

/** A play whose right was withdrawn, by whichever process, must end within a second. */
const RIGHTS_EVERY_MS = 400;
const CATALOG_EVERY_MS = 700;
const PRESENCE_EVERY_MS = 5000;

export function startWatch(parts: WatchParts): Watch {
  const rights = watchPolicyEpoch(
    parts.ledger,
    RIGHTS_EVERY_MS,
    () => parts.onRightsChanged(),
    (error) => parts.onFailure(error, 'watching for changes of rights'),
  );
  let catalogVersion = parts.catalog.dataVersion();
  const timers = [
    every(RIGHTS_EVERY_MS, parts, 'watching the clock', () => {
      if (parts.isReviewDue()) parts.onRightsChanged();
    }),
    every(CATALOG_EVERY_MS, parts, 'watching the catalog', () => {
      const version = parts.catalog.dataVersion();
      if (version !== catalogVersion) parts.onLibraryChanged();
      catalogVersion = version;
    }),
    every(PRESENCE_EVERY_MS, parts, 'looking at the folders of the sources', async () => {
      const dirs = listAllSources(parts.ledger).map((source) => source.archiveDir);
      if (await parts.presences.refresh(dirs)) parts.onLibraryChanged();
    }),
  ];
  return {
    checkRights: () => rights.check(),
    close: () => {
      rights.close();
      for (const timer of timers) clearInterval(timer);
    },
  };
}

function every(
  ms: number,
  parts: WatchParts,
  during: string,
  look: () => void | Promise<void>,
): NodeJS.Timeout {
  const timer = setInterval(() => {
    void (async () => {
      try {
        await look();
      } catch (error) {
        parts.onFailure(error, during);
      }
    })();
  }, ms);
  // The command line must be able to end.
  timer.unref();
  return timer;
}
