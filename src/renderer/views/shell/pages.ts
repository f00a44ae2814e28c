/** The pages of the console, and what they are in the navigation. */
import type { Kind, SignedIn } from '../../../shared/model';
import type { IconName } from '../../ui/icons';
import type { AdminPageId } from '../admin/admin-pages';
import { ADMIN_PAGES } from '../admin/admin-pages';

export const LIBRARY_PAGES = ['recordings', 'voicemail', 'faxes'] as const;
export type LibraryPageId = (typeof LIBRARY_PAGES)[number];
/** The pages of a person about himself, each there for whoever may use it. */
const OWN_PAGES = ['sharing', 'directory', 'profile'] as const;
export type OwnPageId = (typeof OWN_PAGES)[number];
export type PageId = LibraryPageId | OwnPageId | AdminPageId;

/** The kind that a page of the library is about; null for all. */
export const PAGE_KINDS: Readonly<Record<LibraryPageId, Kind | null>> = {
  recordings: null,
  voicemail: 'voicemail',
  faxes: 'fax',
};

export const PAGE_ICONS: Readonly<Record<PageId, IconName>> = {
  recordings: 'recordings',
  voicemail: 'voicemail',
  faxes: 'fax',
  sharing: 'share',
  directory: 'directory',
  profile: 'profile',
  shares: 'share',
  people: 'person',
  groups: 'people',
  lines: 'line',
  'rights-groups': 'key',
  organisation: 'organisation',
  sources: 'folder',
  audit: 'audit',
  protects: 'shield',
};

export function ownPagesOf(
  signedIn: Pick<SignedIn, 'isMultiUserAware' | 'directoryAccess' | 'profileAccess'>,
): readonly OwnPageId[] {
  const isThere: Readonly<Record<OwnPageId, boolean>> = {
    sharing: signedIn.isMultiUserAware,
    directory: signedIn.directoryAccess !== 'none',
    profile: signedIn.profileAccess !== 'none',
  };
  return OWN_PAGES.filter((page) => isThere[page]);
}

export function isOwnPage(page: PageId): page is OwnPageId {
  return OWN_PAGES.some((one) => one === page);
}

/** The page itself, or the list where a change of rights has just taken the page away. */
export function toOpenPage(page: PageId, signedIn: SignedIn): PageId {
  return isOwnPage(page) && !ownPagesOf(signedIn).includes(page) ? 'recordings' : page;
}

export function isAdminPage(page: PageId): page is AdminPageId {
  return ADMIN_PAGES.some((one) => one === page);
}
