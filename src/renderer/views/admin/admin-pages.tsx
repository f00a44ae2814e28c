/** The administration pages, by the id that the navigation gives. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';

export const ADMIN_PAGES = [
  'people',
  'groups',
  'lines',
  'rights-groups',
  'organisation',
  'sources',
  'audit',
  'protects',
] as const;
export type AdminPageId = (typeof ADMIN_PAGES)[number];

interface Props {
  readonly page: AdminPageId;
  readonly signedIn: SignedIn;
}

/** Read-only where the person may not change the configuration; the shell says so above the page. */
export function AdminPage({ page }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <h1>{t(`shell.pages.${page}`)}</h1>
      <p>{t('admin.comesLater')}</p>
    </section>
  );
}
