/** The pages of the console, and what they are in the navigation. */
import type { Kind, SignedIn } from '../../../shared/model';
import type { IconName } from '../../ui/icons';
import type { AdminPageId } from '../admin/admin-pages';
import { ADMIN_PAGES, OVERSIGHT_PAGES } from '../admin/admin-pages';

export const LIBRARY_PAGES = ['recordings', 'calls', 'voicemail', 'faxes', 'shared'] as const;
export type LibraryPageId = (typeof LIBRARY_PAGES)[number];
/** The pages of a person about himself, each there for whoever may use it. */
const OWN_PAGES = ['sharing', 'directory', 'profile'] as const;
export type OwnPageId = (typeof OWN_PAGES)[number];
export type PageId = LibraryPageId | 'reports' | OwnPageId | AdminPageId;

/** The kind that a page of the library is about; null for all. */
export const PAGE_KINDS: Readonly<Record<Exclude<LibraryPageId, 'calls'>, Kind | null>> = {
  recordings: null,
  shared: null,
  voicemail: 'voicemail',
  faxes: 'fax',
};

export const PAGE_ICONS: Readonly<Record<PageId, IconName>> = {
  recordings: 'recordings',
  calls: 'calls',
  shared: 'share',
  reports: 'report',
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
  extensions: 'extension',
  'call-reporting': 'chart',
  exchange: 'exchange',
  organisation: 'organisation',
  sources: 'folder',
  health: 'health',
  retention: 'lock',
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

/** Who may change one thing only sees the page of that one. */
export function adminPagesOf(signedIn: SignedIn): readonly AdminPageId[] {
  const isAdministrator = signedIn.view === 'administrator';
  return ADMIN_PAGES.filter(
    (page) =>
      (signedIn.mayReadConfiguration && (isAdministrator || !OVERSIGHT_PAGES.includes(page))) ||
      mayChangeAlone(page, signedIn),
  );
}

/** By a right of its own, apart from the one for the configuration. */
export function mayChangeAlone(page: PageId, signedIn: SignedIn): boolean {
  if (page === 'rights-groups') return signedIn.mayChangeSecurity;
  return page === 'call-reporting' && signedIn.mayConfigureReporting;
}

export function isOwnPage(page: PageId): page is OwnPageId {
  return OWN_PAGES.some((one) => one === page);
}

/** Lists, and for those who may see them the summaries of everybody's calls; none that could show nothing. */
export function mainPagesOf(signedIn: Pick<SignedIn, 'maySeeReports' | 'receivesShares'>): readonly PageId[] {
  const lists = LIBRARY_PAGES.filter((page) => page !== 'shared' || signedIn.receivesShares);
  return [...lists, ...(signedIn.maySeeReports ? (['reports'] as const) : [])];
}

/** True for a page whose list the search at the top narrows. */
export function isLibraryPage(page: PageId): page is LibraryPageId {
  return LIBRARY_PAGES.some((one) => one === page);
}

/** The page itself, or the list where a change of rights has just taken the page away. */
export function toOpenPage(page: PageId, signedIn: SignedIn): PageId {
  const isGone =
    (isOwnPage(page) && !ownPagesOf(signedIn).includes(page)) ||
    (page === 'reports' && !signedIn.maySeeReports) ||
    (isAdminPage(page) && !adminPagesOf(signedIn).includes(page));
  return isGone ? 'recordings' : page;
}

export function isAdminPage(page: PageId): page is AdminPageId {
  return ADMIN_PAGES.some((one) => one === page);
}
