/** Health: what became of every file of each source, and what an administrator should look after. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { FindingKind } from '../../../../shared/source-model';
import { sourcesQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { FindingsPage } from '../sources/findings-page';
import { SourceHealthCard } from './source-health-card';
import styles from '../admin.module.css';

interface Shown {
  readonly sourceId: string;
  readonly kind: FindingKind;
}

export function HealthPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  const [wasElsewhere, setWasElsewhere] = useState(false);
  const sources = useQuery(sourcesQuery);
  const shownSource = sources.data?.find((one) => one.id === shown?.sourceId);
  if (shown && shownSource) {
    const toHealth = () => {
      setShown(null);
      setWasElsewhere(true);
    };
    return <FindingsPage source={shownSource} from="health" firstKind={shown.kind} onBack={toHealth} />;
  }
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.health')} about={t('health.about')} takesFocus={wasElsewhere} />
      <Waiting answers={[sources]} />
      {sources.data?.length === 0 && <p>{t('health.noSources')}</p>}
      {sources.data?.map((source) => (
        <SourceHealthCard
          key={source.id}
          source={source}
          mayEdit={signedIn.mayChangeConfiguration}
          onShow={(kind) => setShown({ sourceId: source.id, kind })}
        />
      ))}
    </div>
  );
}
