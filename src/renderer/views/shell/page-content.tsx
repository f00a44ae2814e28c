/** The page that the navigation chose. */
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { Destination } from '../../go-to';
import { ErrorBoundary } from '../../error-boundary';
import { Banner } from '../../ui/banner';
import { AdminPage } from '../admin/admin-pages';
import { Calls } from '../calls/calls';
import { Library } from '../library/library';
import type { ListHandle } from '../library/use-list-look';
import { OwnPage } from '../profile/own-pages';
import { ReportsPage } from '../reports/reports-page';
import { useFilter } from './filter-state';
import type { PageId } from './pages';
import { isAdminPage, isOwnPage, mayChangeAlone, PAGE_KINDS } from './pages';
import styles from './shell.module.css';

interface Props {
  readonly page: PageId;
  readonly destination: Destination | null;
  readonly signedIn: SignedIn;
  readonly timeZone: string;
  readonly listRef: Ref<ListHandle>;
  readonly onPage: (page: PageId) => void;
}

export function PageContent({ page, destination, signedIn, timeZone, listRef, onPage }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter();
  if (isAdminPage(page)) {
    return (
      <div className={styles.adminPage}>
        {!signedIn.mayChangeConfiguration && !mayChangeAlone(page, signedIn) && (
          <Banner tone="info">{t('shell.readOnly')}</Banner>
        )}
        <ErrorBoundary key={page}>
          <AdminPage page={page} destination={destination} signedIn={signedIn} />
        </ErrorBoundary>
      </div>
    );
  }
  if (isOwnPage(page)) {
    return (
      <div className={styles.adminPage}>
        <ErrorBoundary key={page}>
          <OwnPage page={page} signedIn={signedIn} />
        </ErrorBoundary>
      </div>
    );
  }
  if (page === 'reports') {
    return (
      <div className={styles.adminPage}>
        <ErrorBoundary key={page}>
          <ReportsPage />
        </ErrorBoundary>
      </div>
    );
  }
  const list = { signedIn, timeZone, filter, listRef, onFilter: setFilter };
  if (page === 'calls') {
    return (
      <ErrorBoundary key={page}>
        <Calls {...list} />
      </ErrorBoundary>
    );
  }
  return (
    <ErrorBoundary key={page}>
      <Library
        {...list}
        kind={PAGE_KINDS[page]}
        isShared={page === 'shared'}
        onSources={() => onPage('sources')}
      />
    </ErrorBoundary>
  );
}
