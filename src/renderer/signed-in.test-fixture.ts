/** Somebody who is signed in and may hear recordings, and nothing else. */
import type { SignedIn } from '../shared/model';

export const SIGNED_IN: SignedIn = {
  userId: 'u1',
  name: 'Ann Miller',
  signInName: 'ann',
  organisation: 'Org',
  view: 'standard',
  mayReadConfiguration: false,
  mayChangeConfiguration: false,
  mayChangeSecurity: false,
  mayConfigureReporting: false,
  mayPlayAnything: true,
  maySeeReports: false,
  receivesShares: false,
  mayDownload: false,
  mayDelete: false,
  mustChangePassword: false,
  isMultiUserAware: false,
  profileAccess: 'none',
  directoryAccess: 'none',
  mustRunWizard: false,
  preferences: { theme: 'light', language: null, density: 'compact', playbackRate: 1, skipsSilence: false },
};
