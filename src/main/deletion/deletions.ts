/**
 * Deletes recordings, one after the other, so that each is whole or gone whatever happens meanwhile: see [Note: stages of a delete] in
 * ledger/deletions.ts. Whoever has one made holds the lock of scans: of two processes one would take the other's delete for a broken one.
 */
import { findPresence } from '../archive/volumes';
import type { Actor } from '../ledger/audit';
import type { JournalFile, OpenDeletion } from '../ledger/deletions';
import {
  commitDeletion,
  endDeletion,
  intendDeletion,
  listOpenDeletions,
  undoDeletion,
} from '../ledger/deletions';
import type { WritableDb } from '../sqlite/database';
import { AppError } from '../../shared/errors';
import type { DeleteOrder } from './delete-order';
import { DeleteStopped } from './delete-order';
import { toFileError } from './file-problem';
import { measureFiles } from './measure';
import { removeFiles, stageFiles, unstageFiles } from './staged-files';

export interface DeletionsParts {
  readonly ledger: WritableDb;
  /** Takes recordings out of the catalog by the paths of their files. */
  removeFromCatalog(sourceId: number, paths: readonly string[]): Promise<void>;
  /** The wave that was kept of it; failing costs nothing but its room. */
  forgetWave(recordingId: string): Promise<void>;
  /** There is no way back for this one: nobody may play it any more. */
  onGone(recordingId: string): void;
  /** Something was left for later: files of a drive that went away, or that cannot be removed now. */
  onLeft(error: unknown): void;
}

export class Deletions {
  readonly #parts: DeletionsParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: DeletionsParts) {
    this.#parts = parts;
  }

  /**
   * Deletes one recording with all that belongs to it. When it rejects, nothing is gone: AppError for what the person may not delete,
   * `volume-away`, `media-changed`, `archive-read-only`, `file-protected`, `file-in-use` or `media-unreadable`; `DeleteStopped` where
   * `signal` came before anything was touched.
   */
  delete(order: DeleteOrder, signal: AbortSignal): Promise<void> {
    return this.#inTurn(() => this.#delete(order, signal));
  }

  /** Completes or takes back what an earlier run has left. Never rejects: what cannot be reached now is left, and told. */
  finishOpen(): Promise<void> {
    return this.#inTurn(async () => {
      for (const open of listOpenDeletions(this.#parts.ledger)) {
        try {
          await requirePresent(open.archiveDir);
          if (open.stage === 'intended') await this.#takeBack(open, toSystem(open), 'It was cut short.');
          else await this.#complete(open, toSystem(open));
        } catch (error) {
          this.#parts.onLeft(error);
        }
      }
    });
  }

  async #delete(order: DeleteOrder, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new DeleteStopped();
    order.requireAllowed();
    await requirePresent(order.archiveDir);
    const files = await failing(() => measureFiles(order, signal));
    const open = this.#intend(order, files);
    try {
      await stageFiles(open.archiveDir, open.files);
      this.#commit(open, order);
    } catch (thrown) {
      const error = toFileError(thrown);
      await this.#takeBackOrLeave(open, order.actor, error);
      throw error;
    }
    this.#parts.onGone(open.recordingId);
    // What is left of it now is nobody's to see, and the next start tries again: the recording is deleted.
    await this.#complete(open, order.actor).catch((error: unknown) => this.#parts.onLeft(error));
  }

  #intend(order: DeleteOrder, files: readonly JournalFile[]): OpenDeletion {
    const { actor, recording, facts, reason, archiveDir } = order;
    const { organisationId, userId } = actor;
    const { id: recordingId, sourceId } = recording;
    const intent = { organisationId, sourceId, recordingId, userId, reason, facts, files };
    return this.#parts.ledger.transaction(() => {
      order.requireAllowed();
      const deletionId = intendDeletion(this.#parts.ledger, actor, intent);
      return { ...intent, deletionId, stage: 'intended', archiveDir };
    });
  }

  /** A hold that was set since, by whichever process, is seen here, for its transaction comes before or after this one. */
  #commit(open: OpenDeletion, order: DeleteOrder): void {
    this.#parts.ledger.transaction(() => {
      order.requireAllowed();
      commitDeletion(this.#parts.ledger, open.deletionId);
    });
  }

  async #takeBack(open: OpenDeletion, actor: Actor, why: string): Promise<void> {
    await unstageFiles(open.archiveDir, open.files);
    undoDeletion(this.#parts.ledger, actor, open, why);
  }

  async #takeBackOrLeave(open: OpenDeletion, actor: Actor, error: unknown): Promise<void> {
    try {
      await this.#takeBack(open, actor, error instanceof Error ? error.message : String(error));
    } catch (left) {
      this.#parts.onLeft(left);
    }
  }

  async #complete(open: OpenDeletion, actor: Actor): Promise<void> {
    await removeFiles(open.archiveDir, open.files);
    await this.#parts.removeFromCatalog(open.sourceId, [open.facts.path]);
    await this.#parts.forgetWave(open.recordingId);
    endDeletion(this.#parts.ledger, actor, open);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFileError(error);
  }
}

/** Asked in a way that a dead network drive keeps nobody waiting. */
async function requirePresent(archiveDir: string): Promise<void> {
  const { presence } = await findPresence(archiveDir);
  if (presence === 'away')
    throw new AppError('unavailable', 'volume-away', 'The archive folder cannot be reached.');
}

/** Who began it is in the trail; who completes it is the program. */
function toSystem({ organisationId, userId }: OpenDeletion): Actor {
  return { organisationId, userId, userName: 'Hearback', client: 'system' };
}
