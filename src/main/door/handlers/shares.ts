/** What people share: everyone his own, and the administrator's look at all of it. */
import { endShare, getSharing, listShares, requireAware, saveSharing } from '../../ledger/shares';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function sharesHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'shares'> {
  return {
    'shares.get': ({ session }) => {
      const { organisationId, userId } = session.actor;
      requireAware(session.viewer);
      return getSharing(ledger, organisationId, userId);
    },
    'shares.save': ({ session, input }) => {
      const { organisationId, userId } = session.actor;
      saveSharing(ledger, session.actor, organisationId, userId, input);
      onRightsChanged();
      return getSharing(ledger, organisationId, userId);
    },
    'shares.overview': ({ session }) => listShares(ledger, session.actor.organisationId),
    'shares.end': ({ session, input }) => {
      const { organisationId } = session.actor;
      endShare(ledger, session.actor, organisationId, input.userId, input.kind);
      onRightsChanged();
      return listShares(ledger, organisationId);
    },
  };
}
