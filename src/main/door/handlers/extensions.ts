/** What extensions have of voicemail, fax and call recording, and who has call reporting. */
import { changeCallReporting, readCallReporting } from '../../ledger/call-reporting';
import { changeExtensions, readExtensions } from '../../ledger/extension-features';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function extensionsHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'extensions'> {
  return {
    'extensions.list': ({ session }) => readExtensions(ledger, session.actor.organisationId),
    'extensions.save': ({ session, input }) => {
      const saved = changeExtensions(ledger, session.actor, session.actor.organisationId, input);
      onRightsChanged();
      return saved;
    },
  };
}

export function callReportingHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'callReporting'> {
  return {
    'callReporting.get': ({ session }) => readCallReporting(ledger, session.actor.organisationId),
    'callReporting.save': ({ session, input }) => {
      const saved = changeCallReporting(ledger, session.actor, session.actor.organisationId, input);
      onRightsChanged();
      return saved;
    },
  };
}
