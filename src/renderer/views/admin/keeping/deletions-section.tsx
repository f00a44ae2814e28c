/** What was deleted: who, when, what and why, with the hash of each file. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeletedFacts, DeletionRow } from '../../../../shared/keeping';
import type { PartyLabel } from '../../../../shared/model';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { toSize } from '../../../format/size';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { Table } from '../../../ui/table';
import { Tag } from '../../../ui/tag';
import { toRecordingWords } from '../../keeping/recording-words';
import { ADMIN_KEY } from '../admin-queries';
import { Waiting } from '../loaded';
import { usePlace } from '../use-place';
import styles from '../admin.module.css';

export function DeletionsSection() {
  const { t } = useTranslation();
  const deletions = useInfiniteQuery({
    queryKey: [...ADMIN_KEY, 'deletions'],
    queryFn: ({ pageParam }) => call('deletions.list', { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  return (
    <section className={styles.section} aria-labelledby="deletions-title">
      <h2 id="deletions-title">{t('keeping.page.deletions')}</h2>
      <p className={styles.about}>{t('keeping.page.deletionsAbout')}</p>
      <Waiting answers={[deletions]} />
      {deletions.data && <DeletionsTable rows={deletions.data.pages.flatMap((page) => page.rows)} />}
      {deletions.hasNextPage && (
        <div className={styles.more}>
          <Button isDisabled={deletions.isFetchingNextPage} onPress={() => void deletions.fetchNextPage()}>
            {t('keeping.page.older')}
          </Button>
        </div>
      )}
    </section>
  );
}

function DeletionsTable({ rows }: { readonly rows: readonly DeletionRow[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Table
      label={t('keeping.page.deletions')}
      rows={rows}
      keyOf={(row) => `${row.recordingId} ${String(row.atMs)}`}
      empty={t('keeping.page.noDeletions')}
      columns={[
        {
          id: 'when',
          title: t('keeping.page.when'),
          cell: (row) => `${toDay(row.atMs, place)}, ${toTimeOfDay(row.atMs, place)}`,
        },
        {
          id: 'by',
          title: t('keeping.page.by'),
          cell: (row) => <bdi>{toDisplayText(row.userName)}</bdi>,
        },
        {
          id: 'recording',
          title: t('keeping.page.recording'),
          cell: ({ facts, stage }) => (
            <>
              <bdi>{toRecordingWords({ ...facts, ...toEnds(facts) }, place)}</bdi>{' '}
              {stage !== 'done' && <Tag>{t(`keeping.page.stage.${stage}`)}</Tag>}
            </>
          ),
        },
        {
          id: 'reason',
          title: t('keeping.delete.reason'),
          cell: (row) => <bdi>{toDisplayText(row.reason)}</bdi>,
        },
        { id: 'files', title: t('keeping.page.files'), isLong: true, cell: (row) => <Files row={row} /> },
      ]}
    />
  );
}

function Files({ row }: { readonly row: DeletionRow }) {
  const { t } = useTranslation();
  const place = usePlace();
  const [first] = row.files;
  if (!first) return t('keeping.page.noFile');
  return (
    <Disclosure summary={<bdi>{toDisplayText(first.path.slice(first.path.lastIndexOf('/') + 1))}</bdi>}>
      <ul className={styles.muted}>
        {row.files.map((file) => (
          <li key={file.path}>
            <bdi>{toDisplayText(file.path)}</bdi>
            <br />
            {t('keeping.page.bytes', { size: toSize(file.sizeBytes, place.locale) })}{' '}
            <span className={styles.code}>{file.sha256}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const NOBODY: PartyLabel = { number: '', name: null };

/** As the archive names them: who called, and whom it reached. */
function toEnds({ parties }: DeletedFacts): { readonly from: PartyLabel; readonly to: PartyLabel } {
  const from = parties.find((party) => party.role === 'caller') ?? parties[0];
  const to = parties.find((party) => party.role === 'called') ?? parties.find((party) => party !== from);
  return { from: from ?? NOBODY, to: to ?? NOBODY };
}
