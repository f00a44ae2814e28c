/** The pages at the side; where there is no room for words, signs with names. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { Icon } from '../../ui/icons';
import type { PageId } from './pages';
import { adminPagesOf, mainPagesOf, ownPagesOf, PAGE_ICONS } from './pages';
import styles from './shell.module.css';

interface Props {
  readonly page: PageId;
  readonly signedIn: SignedIn;
  readonly onPage: (page: PageId) => void;
}

export function Navigation({ page, signedIn, onPage }: Props) {
  const { t } = useTranslation();
  const ownPages = ownPagesOf(signedIn);
  const adminPages = adminPagesOf(signedIn);
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
      {links(mainPagesOf(signedIn))}
      {ownPages.length > 0 && (
        <>
          <h2 className={styles.navTitle}>{t('shell.pages.own')}</h2>
          {links(ownPages)}
        </>
      )}
      {adminPages.length > 0 && (
        <>
          <h2 className={styles.navTitle}>{t('shell.pages.administration')}</h2>
          {links(adminPages)}
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
      <span className={styles.pageName} data-name={name}>
        {name}
      </span>
    </button>
  );
}
