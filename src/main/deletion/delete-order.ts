/** What the deleting of one recording is told, and how it is stopped. */
import type { DeletedFacts } from '../../shared/keeping';
import type { Actor } from '../ledger/audit';

/** A recording with all files that belong to it alone. */
export interface DeletableRecording {
  readonly id: string;
  readonly sourceId: number;
  readonly path: string;
  /** As they were scanned: another file in the place of the recording is not deleted. */
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** Paths of its screen recording, transcript and whatever else belongs to it. */
  readonly attached: readonly string[];
}

export interface DeleteOrder {
  readonly actor: Actor & { readonly organisationId: number; readonly userId: string };
  readonly recording: DeletableRecording;
  readonly facts: DeletedFacts;
  readonly archiveDir: string;
  readonly reason: string;
  /** Throws AppError where the person may not delete it at this moment; asked within a transaction of the ledger. */
  readonly requireAllowed: () => void;
}

/** Somebody stopped it before anything of this recording had been touched. */
export class DeleteStopped extends Error {
  override readonly name = 'DeleteStopped';
}
