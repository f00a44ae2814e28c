/** The pages at the side; where there is no room for words, signs with names. */
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons';
import { ADMIN_PAGES, OVERSIGHT_PAGES } from '../admin/admin-pages';
import type { PageId } from './pages';
import { LIBRARY_PAGES, PAGE_ICONS } from './pages';
import styles from './shell.module.css';

interface Props {
  readonly page: PageId;
  readonly mayReadConfiguration: boolean;
  readonly isAdministrator: boolean;
  readonly onPage: (page: PageId) => void;
}

export function Navigation({ page, mayReadConfiguration, isAdministrator, onPage }: Props) {
  const { t } = useTranslation();
  const links = (pages: readonly PageId[]) => (
    <ul>
      {pages.map((one) => (
        <li key={one}>
          <PageButton page={one} isCurrent={one === page} onPage={onPage} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className={styles.nav} aria-label={t('shell.nav')}>
      {links(LIBRARY_PAGES)}
      {mayReadConfiguration && (
        <>
          <h2 className={styles.navTitle}>{t('shell.pages.administration')}</h2>
          {links(ADMIN_PAGES.filter((one) => isAdministrator || !OVERSIGHT_PAGES.includes(one)))}
        </>
      )}
    </nav>
  );
}

interface PageButtonProps {
  readonly page: PageId;
  readonly isCurrent: boolean;
  readonly onPage: (page: PageId) => void;
}

function PageButton({ page, isCurrent, onPage }: PageButtonProps) {
  const { t } = useTranslation();
  const name = t(`shell.pages.${page}`);
  return (
    <button
      type="button"
      className={`${styles.page} ${isCurrent ? styles.current : ''}`}
      aria-current={isCurrent ? 'page' : undefined}
      title={name}
      onClick={() => onPage(page)}
    >
      <Icon name={PAGE_ICONS[page]} />
      <span className={styles.pageName}>{name}</span>
    </button>
  );
}
