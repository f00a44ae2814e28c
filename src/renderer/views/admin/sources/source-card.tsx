/** One source: where it is, what is known of it, how its last scan went, and what can be done with it. */
import { useId } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScanProgress, SourceSummary } from '../../../../shared/source-model';
import { call } from '../../../client';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icons';
import { Tag } from '../../../ui/tag';
import { SOURCES_KEY } from '../admin-queries';
import { Failure } from '../failure';
import { RemoveButton } from '../remove-button';
import { isScanning } from './scan-state';
import { ScanView } from './scan-view';
import styles from '../admin.module.css';
import sourceStyles from './sources.module.css';

interface Props {
  readonly source: SourceSummary;
  readonly mayEdit: boolean;
  readonly onOpen: (at: 'edit' | 'findings') => void;
}

export function SourceCard({ source, mayEdit, onOpen }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <article className={styles.section} aria-labelledby={titleId}>
      <div className={styles.headLine}>
        <div className={styles.actions}>
          <h2 id={titleId}>
            <bdi>{toDisplayText(source.name)}</bdi>
          </h2>
          <Tag>
            <Icon name={source.presence === 'present' ? 'check' : 'away'} size={12} />
            {t(`sources.presence.${source.presence}`)}
          </Tag>
          {source.isReadOnlyMedia && <Tag>{t('sources.readOnly')}</Tag>}
        </div>
        {mayEdit && (
          <div className={styles.actions}>
            <Button icon="edit" onPress={() => onOpen('edit')}>
              {t('sources.change')}
            </Button>
            <RemoveSource source={source} />
          </div>
        )}
      </div>
      <p className={sourceStyles.folder}>
        <bdi>{toDisplayText(source.archiveDir)}</bdi>
      </p>
      {source.presence === 'away' && <p>{t('sources.awayAbout')}</p>}
      <SourceFacts source={source} onOpenFindings={mayEdit ? () => onOpen('findings') : null} />
      {source.lastScan && <ScanView scan={source.lastScan} />}
      {mayEdit && <ScanActions source={source} />}
    </article>
  );
}

interface FactsProps {
  readonly source: SourceSummary;
  /** Null for one who may not see them: file names tell of recordings. */
  readonly onOpenFindings: (() => void) | null;
}

function SourceFacts({ source, onOpenFindings }: FactsProps) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <dt>{t('sources.reader')}</dt>
      <dd>{t(`common.reader.${source.reader}`)}</dd>
      <dt>{t('sources.zone')}</dt>
      <dd>{toDisplayText(source.timeZone)}</dd>
      <dt>{t('sources.recordings')}</dt>
      <dd>
        {source.recordings === null
          ? t('sources.notCounted')
          : t('sources.number', { value: source.recordings })}
      </dd>
      <dt>{t('sources.findings')}</dt>
      <dd>
        {source.findings === null ? (
          t('sources.notCounted')
        ) : source.findings === 0 || onOpenFindings === null ? (
          t('sources.number', { value: source.findings })
        ) : (
          <Button variant="link" onPress={onOpenFindings}>
            {t('sources.showFindings', { count: source.findings })}
          </Button>
        )}
      </dd>
    </dl>
  );
}

function ScanActions({ source }: { readonly source: SourceSummary }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const sourceId = source.id;
  const scan = useMutation({
    mutationFn: (everything: boolean) => call('sources.scan', { sourceId, everything }),
    onSuccess: (progress) => {
      queryClient.setQueryData<readonly SourceSummary[]>(SOURCES_KEY, (rows) =>
        rows?.map((row) =>
          row.id === sourceId ? { ...row, lastScan: laterOf(row.lastScan, progress) } : row,
        ),
      );
    },
  });
  const stop = useMutation({ mutationFn: () => call('sources.stopScan', { sourceId }) });
  const runs = source.lastScan !== null && isScanning(source.lastScan);
  return (
    <>
      <Failure error={scan.error ?? stop.error} />
      <div className={styles.actions}>
        {runs ? (
          <Button icon="stop" isDisabled={stop.isPending} onPress={() => stop.mutate()}>
            {t('sources.stop')}
          </Button>
        ) : (
          <>
            <Button icon="refresh" isDisabled={scan.isPending} onPress={() => scan.mutate(false)}>
              {t('sources.rescan')}
            </Button>
            <Button isDisabled={scan.isPending} onPress={() => scan.mutate(true)}>
              {t('sources.rescanAll')}
            </Button>
          </>
        )}
      </div>
      <p className={styles.muted}>{runs ? t('sources.stopAbout') : t('sources.rescanAbout')}</p>
    </>
  );
}

/** The answer to a call may come after the events that it caused. */
function laterOf(present: ScanProgress | null, answer: ScanProgress): ScanProgress {
  return present !== null && present.startedAtMs >= answer.startedAtMs ? present : answer;
}

function RemoveSource({ source: { id, name, recordings } }: { readonly source: SourceSummary }) {
  const { t } = useTranslation();
  return (
    <RemoveButton
      label={t('sources.remove')}
      title={t('sources.removeTitle', { name: toIsolatedText(name) })}
      confirmLabel={t('sources.removeNow')}
      remove={() => call('sources.remove', { sourceId: id })}
    >
      <p>{t('sources.removeText', { count: recordings ?? 0 })}</p>
    </RemoveButton>
  );
}
