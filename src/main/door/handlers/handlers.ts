/** Every call has its handler: one that is missing here, or that answers with another type, does not compile. */
import type { Handlers } from '../calls';
import type { Services } from '../services';
import { auditHandlers } from './audit';
import { groupsHandlers, linesHandlers, organisationHandlers } from './organisation';
import { peopleHandlers, rightsGroupsHandlers } from './people';
import { recordingsHandlers } from './recordings';
import { sessionHandlers } from './session';
import { setupHandlers } from './setup';
import { findingsHandlers, sourcesHandlers } from './sources';
import { preferencesHandlers, systemHandlers } from './system';

export function toHandlers(services: Services): Handlers {
  return {
    ...systemHandlers(services),
    ...setupHandlers(services),
    ...sessionHandlers(services),
    ...preferencesHandlers(services),
    ...recordingsHandlers(services),
    ...peopleHandlers(services),
    ...groupsHandlers(services),
    ...linesHandlers(services),
    ...rightsGroupsHandlers(services),
    ...organisationHandlers(services),
    ...sourcesHandlers(services),
    ...findingsHandlers(services),
    ...auditHandlers(services),
  };
}
