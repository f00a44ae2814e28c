/** Legal holds and retention locks: what keeps recordings from being deleted, by anybody. */
import { notFound } from '../../../shared/errors';
import { listHolds, releaseHolds, setHolds } from '../../ledger/holds';
import { listRetentionLocks, saveRetentionLocks } from '../../ledger/retention-locks';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function holdsHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'holds'> {
  return {
    'holds.list': ({ session, library, input }) => {
      const page = listHolds(ledger, session.actor.organisationId, input.cursor ?? null);
      const rows = page.rows.map((hold) => ({
        ...hold,
        recording: library.findRow(hold.recordingId) ?? null,
      }));
      return { rows, nextCursor: page.nextCursor };
    },
    'holds.set': ({ session, library, input }) => {
      ledger.transaction(() => {
        // In one transaction: what is deleted meanwhile, by whichever process, is held before it goes, or is gone.
        for (const id of input.ids) if (!library.may(id, 'list')) throw notFound();
        setHolds(ledger, session.actor, input.ids, input.reason);
      });
      onRightsChanged();
      return null;
    },
    'holds.release': ({ session, input }) => {
      releaseHolds(ledger, session.actor, input.ids, input.reason);
      onRightsChanged();
      return null;
    },
  };
}

export function retentionHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'retention'> {
  return {
    'retention.list': ({ session }) => listRetentionLocks(ledger, session.actor.organisationId),
    'retention.save': ({ session, input }) => {
      const saved = saveRetentionLocks(ledger, session.actor, input.locks);
      onRightsChanged();
      return saved;
    },
  };
}
