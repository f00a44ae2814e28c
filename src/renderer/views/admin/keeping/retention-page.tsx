/** Retention and holds: what keeps recordings from being deleted, and what was deleted. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import { retentionQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { DeletionsSection } from './deletions-section';
import { HoldsSection } from './holds-section';
import { LocksEditor, LocksTable } from './locks';
import styles from '../admin.module.css';

export function RetentionPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const locks = useQuery(retentionQuery);
  const mayChange = signedIn.mayChangeConfiguration;
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.retention')} about={t('keeping.page.about')} />
      <section className={styles.section} aria-labelledby="locks-title">
        <h2 id="locks-title">{t('keeping.page.locks')}</h2>
        <p className={styles.about}>{t('keeping.page.locksAbout')}</p>
        <Waiting answers={[locks]} />
        {locks.data && (mayChange ? <LocksEditor locks={locks.data} /> : <LocksTable locks={locks.data} />)}
      </section>
      {mayChange ? (
        <>
          <HoldsSection />
          <DeletionsSection />
        </>
      ) : (
        <p className={styles.muted}>{t('keeping.page.adminOnly')}</p>
      )}
    </div>
  );
}
