/** The trail, read by those who may read the configuration. Reading it is in it too. */
import { appendAudit, listAudit, verifyAudit } from '../../ledger/audit';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function auditHandlers({ ledger }: Services): HandlersOf<'audit'> {
  return {
    'audit.list': ({ session, input }) => {
      const { cursor = null, ...filter } = input;
      appendAudit(ledger, session.actor, 'Read audit trail', { ...filter, before: cursor });
      return listAudit(ledger, session.actor.organisationId, filter, cursor);
    },
    'audit.verify': async ({ session }) => {
      const verdict = await verifyAudit(ledger);
      appendAudit(ledger, session.actor, 'Verify audit trail', verdict);
      return verdict;
    },
  };
}
