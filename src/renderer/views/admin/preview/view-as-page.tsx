/** The list of recordings as another person sees it: to be looked at, and nothing else. */
import { useEffect, useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../../shared/model';
import { call } from '../../../client';
import { toIsolatedText } from '../../../format/display-text';
import { toShortDuration } from '../../../format/duration';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Spinner } from '../../../ui/progress';
import type { Column } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { TextField } from '../../../ui/text-field';
import { useSettled } from '../../../use-settled';
import { Failure } from '../failure';
import { PageHead } from '../page-head';
import { usePlace } from '../use-place';
import adminStyles from '../admin.module.css';
import { toPartyText } from './effect-words';
import styles from './preview.module.css';

interface Props {
  readonly userId: string;
  readonly name: string;
  readonly onEnd: () => void;
}

const ROWS_A_PAGE = 100;
/** Each search is one question to the archive: not one a key. */
const REST_MS = 250;

/** Leaving the page in whatever way ends the view; so do lock and sign-out. */
export function ViewAsPage({ userId, name, onEnd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const typed = useSettled(text.trim(), REST_MS);
  useEffect(() => endViewAs, []);
  const who = { name: toIsolatedText(name) };
  return (
    <div className={adminStyles.page}>
      <Banner tone="warning" actions={<Button onPress={onEnd}>{t('preview.viewAs.end')}</Button>}>
        {t('preview.viewAs.banner', who)}
      </Banner>
      <PageHead title={t('preview.viewAs.title', who)} takesFocus />
      <TextField label={t('preview.viewAs.search')} value={text} onChange={setText} maxLength={300} />
      <List userId={userId} name={name} text={typed} />
    </div>
  );
}

function endViewAs(): void {
  // Where nobody is signed in any more, the end of the session has ended it.
  call('policy.endViewAs', {}).catch(() => undefined);
}

interface ListProps {
  readonly userId: string;
  readonly name: string;
  readonly text: string;
}

function List({ userId, name, text }: ListProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const filter = text === '' ? {} : { text };
  const pages = useInfiniteQuery({
    queryKey: ['policy.viewAsList', userId, filter],
    queryFn: ({ pageParam }) =>
      call('policy.viewAsList', { userId, filter, cursor: pageParam, limit: ROWS_A_PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const count = useQuery({
    queryKey: ['policy.viewAsCount', userId, filter],
    queryFn: () => call('policy.viewAsCount', { userId, filter }),
  });
  if (pages.isPending) return <Spinner label={t('common.loading')} />;
  if (pages.isError) return <Failure error={pages.error} />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const empty =
    text === ''
      ? t('preview.viewAs.empty', { name: toIsolatedText(name) })
      : t('preview.viewAs.nothingFound');
  return (
    <>
      <p role="status">{count.data && t('preview.viewAs.count', { count: count.data.count })}</p>
      <Table
        label={t('preview.viewAs.title', { name: toIsolatedText(name) })}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        empty={empty}
      />
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('preview.viewAs.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function useColumns(): readonly Column<RecordingRow>[] {
  const { t } = useTranslation();
  const place = usePlace();
  return [
    {
      id: 'when',
      title: t('preview.viewAs.when'),
      cell: (row) => `${toDay(row.startedAtMs, place)} ${toTimeOfDay(row.startedAtMs, place)}`,
    },
    {
      id: 'direction',
      title: t('preview.viewAs.direction'),
      cell: (row) =>
        row.kind === 'call' ? t(`common.direction.${row.direction}`) : t(`common.kind.${row.kind}`),
    },
    { id: 'from', title: t('preview.viewAs.from'), cell: (row) => <bdi>{toPartyText(t, row.from)}</bdi> },
    { id: 'to', title: t('preview.viewAs.to'), cell: (row) => <bdi>{toPartyText(t, row.to)}</bdi> },
    {
      id: 'group',
      title: t('preview.viewAs.group'),
      cell: ({ group }) => group && <bdi>{toPartyText(t, group)}</bdi>,
    },
    {
      id: 'length',
      title: t('preview.viewAs.length'),
      isNumber: true,
      cell: ({ durationMs }) => (durationMs === null ? '' : toShortDuration(durationMs)),
    },
  ];
}
