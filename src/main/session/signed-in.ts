/** What a window is told about the person who is signed in to it: enough to draw the right view, never what decides. */
import type { SignedIn } from '../../shared/model';
import { mustRunWizard, ownAccess } from '../ledger/own-profile';
import { getOrganisation } from '../ledger/organisations';
import type { UserRecord } from '../ledger/users';
import type { Viewer } from '../policy/viewer';
import { maySeeReports } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';

export function toSignedIn(db: ReadableDb, user: UserRecord, viewer: Viewer): SignedIn {
  const isAdministrator = viewer.serviceRights.has('mediaManagerAdministrator');
  return {
    userId: user.userId,
    name: user.name,
    signInName: user.signInName,
    organisation: getOrganisation(db, user.organisationId).name,
    view: isAdministrator ? 'administrator' : 'standard',
    mayReadConfiguration: isAdministrator || viewer.serviceRights.has('mediaManagerStandard'),
    mayChangeConfiguration: isAdministrator,
    mayChangeSecurity: viewer.serviceRights.has('webControlSecurity'),
    mayConfigureReporting: isAdministrator || viewer.serviceRights.has('reporterAdministrator'),
    mayPlayAnything: mayPlayAnything(viewer),
    maySeeReports: maySeeReports(viewer),
    receivesShares: viewer.sharedWithMe.some(({ kind }) => kind !== 'history'),
    mayDownload: viewer.settings.replay && viewer.settings.download,
    mayDelete: viewer.settings.replay && viewer.settings.delete,
    mustChangePassword: user.mustChangePassword,
    isMultiUserAware: viewer.settings.multiUserAware,
    profileAccess: ownAccess(user, 'profileAccess'),
    directoryAccess: ownAccess(user, 'directoryAccess'),
    mustRunWizard: mustRunWizard(user),
    preferences: user.preferences,
  };
}

/** False only where no recording whatever could be open to him, so that the list can say why it is empty. */
function mayPlayAnything(viewer: Viewer): boolean {
  const { serviceRights, organisation, settings, sharedWithMe } = viewer;
  if (serviceRights.has('mediaManagerAdministrator')) return true;
  if (serviceRights.has('mediaManagerStandard') && organisation.standardHears === 'all') return true;
  // Voicemails and faxes, of his own extensions or shared with him, need no setting.
  if (viewer.holdings.length > 0) return true;
  if (sharedWithMe.some(({ kind }) => kind !== 'call' && kind !== 'history')) return true;
  if (!settings.replay) return false;
  if (viewer.profile === 'agent') return organisation.agentAccess === 'all';
  const others = settings.replayOwn && (viewer.groups.length > 0 || viewer.otherNumbers.length > 0);
  const isShared = sharedWithMe.some(({ kind }) => kind === 'call');
  return settings.replayAll || others || viewer.lines.length > 0 || isShared;
}
