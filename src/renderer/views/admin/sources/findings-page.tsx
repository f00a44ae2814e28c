/** What the scanner could not take in from a source, or took in with a doubt, and what to do about each kind. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingKind, SourceSummary } from '../../../../shared/source-model';
import { FINDING_KINDS } from '../../../../shared/source-model';
import { call } from '../../../client';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { Select } from '../../../ui/select';
import { Table } from '../../../ui/table';
import { FINDINGS_KEY } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { FindingPath } from './finding-path';
import { HearRecording } from './hear-recording';
import styles from '../admin.module.css';

interface Props {
  readonly source: SourceSummary;
  /** The page that it was reached from. */
  readonly from: 'sources' | 'health';
  readonly firstKind?: FindingKind | 'all';
  readonly onBack: () => void;
}

export function FindingsPage({ source, from, firstKind = 'all', onBack }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FindingKind | 'all'>(firstKind);
  const findings = useFindings(source.id, kind);
  const rows = findings.data?.pages.flatMap((page) => page.rows) ?? [];
  const options = (['all', ...FINDING_KINDS] as const).map((value) => ({
    value,
    label: value === 'all' ? t('sources.finding.all') : t(`sources.finding.kind.${value}`),
  }));
  return (
    <div className={styles.page}>
      <PageHead
        title={t('sources.findingsOf', { name: toIsolatedText(source.name) })}
        about={t('sources.findingsAbout')}
        back={{ label: t(`shell.pages.${from}`), onPress: () => leaveWith(onBack) }}
        takesFocus
      />
      <div className={styles.findLine}>
        <Select label={t('sources.finding.title')} options={options} value={kind} onChange={setKind} />
      </div>
      {kind === 'all' ? <AllMeanings /> : <Meaning kind={kind} />}
      <Waiting answers={[findings]} />
      {findings.data && <FindingsTable rows={rows} />}
      {findings.hasNextPage && (
        <div className={styles.more}>
          <Button isDisabled={findings.isFetchingNextPage} onPress={() => void findings.fetchNextPage()}>
            {findings.isFetchingNextPage ? t('common.loading') : t('admin.showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useFindings(sourceId: string, kind: FindingKind | 'all') {
  return useInfiniteQuery({
    queryKey: [...FINDINGS_KEY, sourceId, kind],
    queryFn: ({ pageParam }) =>
      call('findings.list', { sourceId, cursor: pageParam, ...(kind === 'all' ? {} : { kind }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function FindingsTable({ rows }: { readonly rows: readonly Finding[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('sources.findings')}
      keyOf={(row) => `${row.kind} ${row.path} ${row.detail}`}
      rows={rows}
      empty={t('sources.noFindings')}
      columns={[
        {
          id: 'kind',
          title: t('sources.finding.title'),
          cell: (row) => t(`sources.finding.kind.${row.kind}`),
        },
        {
          id: 'path',
          title: t('sources.finding.file'),
          cell: (row) => (
            <>
              <FindingPath path={row.path} /> <HearRecording finding={row} />
            </>
          ),
        },
        {
          id: 'detail',
          title: t('sources.finding.detail'),
          cell: (row) => <bdi lang="en">{toDisplayText(row.detail)}</bdi>,
        },
      ]}
    />
  );
}

function AllMeanings() {
  const { t } = useTranslation();
  return (
    <Disclosure summary={t('sources.finding.meanings')}>
      <dl className={styles.facts}>
        {FINDING_KINDS.map((kind) => (
          <div key={kind} style={{ display: 'contents' }}>
            <dt>{t(`sources.finding.kind.${kind}`)}</dt>
            <dd>{t(`sources.finding.about.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Meaning({ kind }: { readonly kind: FindingKind }) {
  const { t } = useTranslation();
  return <p className={styles.about}>{t(`sources.finding.about.${kind}`)}</p>;
}
