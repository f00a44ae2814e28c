/** Sources: the list with the state of each, adding one, changing one, and the findings of one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { SourceSummary } from '../../../../shared/source-model';
import type { Destination } from '../../../go-to';
import { leaveWith } from '../../../leave-guard';
import { useKeptState } from '../../../kept-while-locked';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { sourcesQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { AddSource } from './add-source';
import { FindingsPage } from './findings-page';
import { SourceCard } from './source-card';
import { SourceEditor } from './source-editor';
import styles from '../admin.module.css';
import sourceStyles from './sources.module.css';

type Route =
  | { readonly at: 'list'; readonly wasElsewhere: boolean }
  | { readonly at: 'add' }
  | { readonly at: 'edit' | 'findings'; readonly sourceId: string };

interface Props {
  readonly signedIn: SignedIn;
  readonly destination?: Destination | null;
}

export function SourcesPage({ signedIn, destination = null }: Props) {
  const { t } = useTranslation();
  const [route, setRoute] = useKeptState<Route>('sources', () =>
    destination?.page === 'sources'
      ? { at: 'edit', sourceId: destination.sourceId }
      : { at: 'list', wasElsewhere: false },
  );
  const sources = useQuery(sourcesQuery);
  const toList = () => setRoute({ at: 'list', wasElsewhere: true });
  if (route.at === 'add') return <AddSource onBack={toList} />;
  if (route.at !== 'list' && sources.data) {
    const source = sources.data.find((one) => one.id === route.sourceId);
    if (!source) return <Gone onBack={toList} />;
    return route.at === 'edit' ? (
      <SourceEditor source={source} onBack={toList} />
    ) : (
      <FindingsPage source={source} from="sources" onBack={toList} />
    );
  }
  const addSource = (
    <Button variant="primary" icon="plus" onPress={() => setRoute({ at: 'add' })}>
      {t('sources.add')}
    </Button>
  );
  return (
    <div className={styles.page}>
      <PageHead
        title={t('shell.pages.sources')}
        about={t('sources.about')}
        takesFocus={route.at === 'list' && route.wasElsewhere}
        actions={signedIn.mayChangeConfiguration ? addSource : undefined}
      />
      <Waiting answers={[sources]} />
      {sources.data && (
        <SourceList
          sources={sources.data}
          mayEdit={signedIn.mayChangeConfiguration}
          onOpen={(at, sourceId) => setRoute({ at, sourceId })}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly sources: readonly SourceSummary[];
  readonly mayEdit: boolean;
  readonly onOpen: (at: 'edit' | 'findings', sourceId: string) => void;
}

function SourceList({ sources, mayEdit, onOpen }: ListProps) {
  const { t } = useTranslation();
  if (sources.length === 0) return <p>{t('sources.none')}</p>;
  return (
    <ul className={sourceStyles.sources}>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceCard source={source} mayEdit={mayEdit} onOpen={(at) => onOpen(at, source.id)} />
        </li>
      ))}
    </ul>
  );
}

function Gone({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <PageHead
        title={t('shell.pages.sources')}
        back={{ label: t('shell.pages.sources'), onPress: () => leaveWith(onBack) }}
        takesFocus
      />
      <Banner tone="warning">{t('sources.gone')}</Banner>
    </div>
  );
}
