/** The pages of the console, and what they are in the navigation. */
import type { Kind } from '../../../shared/model';
import type { IconName } from '../../ui/icons';
import type { AdminPageId } from '../admin/admin-pages';
import { ADMIN_PAGES } from '../admin/admin-pages';

export const LIBRARY_PAGES = ['recordings', 'voicemail', 'faxes'] as const;
export type LibraryPageId = (typeof LIBRARY_PAGES)[number];
export type PageId = LibraryPageId | AdminPageId;

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
  people: 'person',
  groups: 'people',
  lines: 'line',
  'rights-groups': 'key',
  organisation: 'organisation',
  sources: 'folder',
  audit: 'audit',
  protects: 'shield',
};

export function isAdminPage(page: PageId): page is AdminPageId {
  return ADMIN_PAGES.some((one) => one === page);
}
