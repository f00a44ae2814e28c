/** Every call has its handler: one that is missing here, or that answers with another type, does not compile. */
import type { Handlers } from '../calls';
import type { Services } from '../services';
import { auditHandlers } from './audit';
import { callsHandlers } from './calls';
import { deletionsHandlers } from './deletions';
import { exchangeHandlers } from './exchange';
import { callReportingHandlers, extensionsHandlers } from './extensions';
import { holdsHandlers, retentionHandlers } from './holds';
import { groupsHandlers, linesHandlers, organisationHandlers } from './organisation';
import { organisationsHandlers } from './organisations';
import { peopleHandlers } from './people';
import { policyHandlers } from './policy';
import { previewedHandlers } from './policy-preview';
import { recordingsHandlers } from './recordings';
import { reportsHandlers } from './reports';
import { rightsGroupsHandlers } from './rights-groups';
import { sessionHandlers } from './session';
import { setupHandlers } from './setup';
import { directoryHandlers, profileHandlers, wizardHandlers } from './profile';
import { sharesHandlers } from './shares';
import { findingsHandlers } from './findings';
import { sourcesHandlers } from './sources';
import { preferencesHandlers, systemHandlers } from './system';

export function toHandlers(services: Services): Handlers {
  return {
    ...systemHandlers(services),
    ...setupHandlers(services),
    ...sessionHandlers(services),
    ...preferencesHandlers(services),
    ...recordingsHandlers(services),
    ...callsHandlers(services),
    ...reportsHandlers(services),
    ...deletionsHandlers(services),
    ...holdsHandlers(services),
    ...retentionHandlers(services),
    ...policyHandlers(services),
    ...peopleHandlers(services),
    ...groupsHandlers(services),
    ...linesHandlers(services),
    ...rightsGroupsHandlers(services),
    ...organisationHandlers(services),
    ...organisationsHandlers(services),
    ...extensionsHandlers(services),
    ...callReportingHandlers(services),
    ...exchangeHandlers(services),
    ...sharesHandlers(services),
    ...profileHandlers(services),
    ...directoryHandlers(services),
    ...wizardHandlers(services),
    ...sourcesHandlers(services),
    ...findingsHandlers(services),
    ...auditHandlers(services),
    // In the place of their own: each names in the trail the preview that it was made upon.
    ...previewedHandlers(services),
  };
}
