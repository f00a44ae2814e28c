/** Summaries of everybody's calls, each in the trail: they tell how people work. */
import { appendAudit } from '../../ledger/audit';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function reportsHandlers({ ledger }: Services): HandlersOf<'reports'> {
  return {
    'reports.summary': ({ session, library, input }) => {
      const report = library.report(input);
      appendAudit(ledger, session.actor, 'Report', input);
      return report;
    },
  };
}
