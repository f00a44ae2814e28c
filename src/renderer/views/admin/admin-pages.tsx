/** The administration pages, by the id that the navigation gives. */
import type { SignedIn } from '../../../shared/model';
import type { Destination } from '../../go-to';
import { useAdminEvents } from './admin-queries';
import { AuditPage } from './audit/audit-page';
import { GroupsPage } from './groups/groups-page';
import { RetentionPage } from './keeping/retention-page';
import { HealthPage } from './health/health-page';
import { LinesPage } from './lines-page';
import { OrganisationPage } from './organisation-page';
import { PeoplePage } from './people/people-page';
import { ProtectsPage } from './protects-page';
import { CallReportingPage } from './extensions/call-reporting-page';
import { ExtensionsPage } from './extensions/extensions-page';
import { ExchangePage } from './exchange/exchange-page';
import { RightsGroupsPage } from './rights-groups/rights-groups-page';
import { SharesPage } from '../sharing/shares-page';
import { SourcesPage } from './sources/sources-page';

export const ADMIN_PAGES = [
  'people',
  'groups',
  'lines',
  'rights-groups',
  'extensions',
  'call-reporting',
  'organisation',
  'shares',
  'exchange',
  'sources',
  'health',
  'retention',
  'audit',
  'protects',
] as const;
/** What tells of recordings whoever may list them: for the administrator alone. */
export const OVERSIGHT_PAGES: readonly AdminPageId[] = ['health', 'audit'];
export type AdminPageId = (typeof ADMIN_PAGES)[number];

interface Props {
  readonly page: AdminPageId;
  readonly destination?: Destination | null;
  readonly signedIn: SignedIn;
}

/** Read-only where the person may not change the configuration; the shell says so above the page. */
export function AdminPage({ page, destination = null, signedIn }: Props) {
  useAdminEvents();
  switch (page) {
    case 'people':
      return <PeoplePage key={toKey(destination)} destination={destination} signedIn={signedIn} />;
    case 'groups':
      return <GroupsPage signedIn={signedIn} />;
    case 'lines':
      return <LinesPage signedIn={signedIn} />;
    case 'rights-groups':
      return <RightsGroupsPage signedIn={signedIn} />;
    case 'extensions':
      return <ExtensionsPage signedIn={signedIn} />;
    case 'call-reporting':
      return <CallReportingPage signedIn={signedIn} />;
    case 'exchange':
      return <ExchangePage signedIn={signedIn} />;
    case 'organisation':
      return <OrganisationPage signedIn={signedIn} />;
    case 'shares':
      return <SharesPage signedIn={signedIn} />;
    case 'sources':
      return <SourcesPage key={toKey(destination)} destination={destination} signedIn={signedIn} />;
    case 'retention':
      return <RetentionPage signedIn={signedIn} />;
    case 'health':
      return <HealthPage signedIn={signedIn} />;
    case 'audit':
      return <AuditPage />;
    case 'protects':
      return <ProtectsPage />;
  }
}

/** Pointed at anew, the page opens anew. */
function toKey(destination: Destination | null): string {
  return destination === null ? '' : JSON.stringify(destination);
}
