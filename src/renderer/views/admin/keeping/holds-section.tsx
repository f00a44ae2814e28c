/** The legal holds in force, each with the button that releases it. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HoldRow } from '../../../../shared/keeping';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { toDay } from '../../../format/moment';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import { HoldDialog } from '../../keeping/hold-dialog';
import { toRecordingWords } from '../../keeping/recording-words';
import { ADMIN_KEY } from '../admin-queries';
import { Waiting } from '../loaded';
import { usePlace } from '../use-place';
import styles from '../admin.module.css';

export function HoldsSection() {
  const { t } = useTranslation();
  const [released, setReleased] = useState<HoldRow | null>(null);
  const holds = useInfiniteQuery({
    queryKey: [...ADMIN_KEY, 'holds'],
    queryFn: ({ pageParam }) => call('holds.list', { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  return (
    <section className={styles.section} aria-labelledby="holds-title">
      <h2 id="holds-title">{t('keeping.page.holds')}</h2>
      <p className={styles.about}>{t('keeping.page.holdsAbout')}</p>
      <Waiting answers={[holds]} />
      {holds.data && (
        <HoldsTable holds={holds.data.pages.flatMap((page) => page.rows)} onRelease={setReleased} />
      )}
      {holds.hasNextPage && (
        <div className={styles.more}>
          <Button isDisabled={holds.isFetchingNextPage} onPress={() => void holds.fetchNextPage()}>
            {t('keeping.page.older')}
          </Button>
        </div>
      )}
      {released && (
        <HoldDialog
          ids={[released.recordingId]}
          sets={false}
          onClose={() => {
            setReleased(null);
            void holds.refetch();
          }}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly holds: readonly HoldRow[];
  readonly onRelease: (hold: HoldRow) => void;
}

function HoldsTable({ holds, onRelease }: TableProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const wordsOf = ({ recording, recordingId }: HoldRow) =>
    recording ? toRecordingWords(recording, place) : t('keeping.page.notListed', { id: recordingId });
  return (
    <Table
      label={t('keeping.page.holds')}
      rows={holds}
      keyOf={(hold) => String(hold.holdId)}
      empty={t('keeping.page.noHolds')}
      columns={[
        { id: 'recording', title: t('keeping.page.recording'), cell: (hold) => <bdi>{wordsOf(hold)}</bdi> },
        {
          id: 'reason',
          title: t('keeping.hold.reason'),
          cell: (hold) => <bdi>{toDisplayText(hold.reason)}</bdi>,
        },
        {
          id: 'setBy',
          title: t('keeping.page.setBy'),
          cell: (hold) => <bdi>{toDisplayText(hold.setBy)}</bdi>,
        },
        { id: 'since', title: t('keeping.page.since'), cell: (hold) => toDay(hold.setAtMs, place) },
        {
          id: 'release',
          title: t('keeping.page.release'),
          cell: (hold) => (
            <Button
              variant="quiet"
              aria-label={t('keeping.page.releaseOf', { recording: wordsOf(hold) })}
              onPress={() => onRelease(hold)}
            >
              {t('keeping.page.release')} …
            </Button>
          ),
        },
      ]}
    />
  );
}
