/** Import and export of people, groups, lines, rights and settings. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import { PageHead } from '../page-head';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import styles from '../admin.module.css';

export function ExchangePage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.exchange')} about={t('exchange.about')} />
      <ExportSection />
      {signedIn.mayChangeConfiguration && <ImportSection />}
    </div>
  );
}
