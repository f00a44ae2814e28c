/** The administrator's look at all sharing: who shares what with whom, whether it is in force, and why not where it is not. */
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { ShareRow } from '../../../shared/shares';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { Button } from '../../ui/button';
import type { Column } from '../../ui/table';
import { Table } from '../../ui/table';
import { ConfirmDialog } from '../admin/confirm-dialog';
import { Waiting } from '../admin/loaded';
import { EffectOf } from '../admin/preview/effect-of';
import { PageHead } from '../admin/page-head';
import { ShowMore, useFirstRows } from '../admin/show-more';
import adminStyles from '../admin/admin.module.css';
import { sharesQuery } from './sharing-queries';

export function SharesPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const shares = useQuery(sharesQuery);
  return (
    <div className={adminStyles.page}>
      <PageHead title={t('shell.pages.shares')} about={t('sharing.overview.about')} />
      <Waiting answers={[shares]} />
      {shares.data && <Shares shares={shares.data} mayEnd={signedIn.mayChangeConfiguration} />}
    </div>
  );
}

interface SharesProps {
  readonly shares: readonly ShareRow[];
  readonly mayEnd: boolean;
}

function Shares({ shares, mayEnd }: SharesProps) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<ShareRow | null>(null);
  const rows = useFirstRows(shares);
  const columns = useColumns();
  const action: Column<ShareRow> = {
    id: 'action',
    title: t('sharing.overview.column.action'),
    cell: (row) => (
      <Button aria-label={t('sharing.overview.endOf', toWords(t, row))} onPress={() => setEnding(row)}>
        {t('sharing.overview.end')}
      </Button>
    ),
  };
  return (
    <>
      <Table
        label={t('shell.pages.shares')}
        keyOf={(row) => `${row.userId} ${row.kind}`}
        rows={rows.shown}
        empty={t('sharing.overview.none')}
        columns={mayEnd ? [...columns, action] : columns}
      />
      <ShowMore rows={rows} />
      {ending && <EndDialog row={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function useColumns(): readonly Column<ShareRow>[] {
  const { t } = useTranslation();
  return [
    { id: 'who', title: t('sharing.overview.who'), cell: (row) => <bdi>{toDisplayText(row.name)}</bdi> },
    { id: 'what', title: t('sharing.overview.what'), cell: (row) => t(`sharing.kindShort.${row.kind}`) },
    { id: 'with', title: t('sharing.overview.with'), cell: (row) => <Audience row={row} /> },
    { id: 'receivers', title: t('sharing.overview.receivers'), cell: (row) => row.receivers, isNumber: true },
    { id: 'state', title: t('sharing.overview.state'), cell: (row) => <State row={row} /> },
  ];
}

function Audience({ row }: { readonly row: ShareRow }) {
  const { t } = useTranslation();
  if (row.audience !== 'groups' || row.groups.length === 0) return t(`sharing.audience.${row.audience}`);
  return row.groups.map((group, index) => (
    <span key={group.groupId}>
      {index > 0 && ', '}
      <bdi>{toDisplayText(group.name)}</bdi>
    </span>
  ));
}

function State({ row }: { readonly row: ShareRow }) {
  const { t } = useTranslation();
  const { obstacles, closedExtensions, receiversWithoutReplay } = row;
  if (obstacles.length > 0) {
    return (
      <>
        <strong>{t('sharing.overview.notInForce')}</strong>
        {obstacles.map((obstacle) => (
          <div key={obstacle}>{t(`sharing.overview.obstacle.${obstacle}`)}</div>
        ))}
      </>
    );
  }
  const extensions = closedExtensions.map((extension) => toDisplayText(extension)).join(', ');
  return (
    <>
      {t('sharing.overview.inForce')}
      {closedExtensions.length > 0 && <div>{t('sharing.overview.partly', { extensions })}</div>}
      {receiversWithoutReplay !== null && receiversWithoutReplay > 0 && (
        <div>{t('sharing.overview.withoutReplay', { count: receiversWithoutReplay })}</div>
      )}
    </>
  );
}

interface EndProps {
  readonly row: ShareRow;
  readonly onClose: () => void;
}

function EndDialog({ row, onClose }: EndProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () => call('shares.end', { userId: row.userId, kind: row.kind }),
    onSuccess: (left) => {
      queryClient.setQueryData(sharesQuery.queryKey, left);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('sharing.overview.endTitle')}
      confirmLabel={t('sharing.overview.endNow')}
      isPending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{t('sharing.overview.endText', toWords(t, row))}</p>
      <EffectOf change={{ method: 'shares.end', input: { userId: row.userId, kind: row.kind } }} />
    </ConfirmDialog>
  );
}

function toWords(t: TFunction, row: ShareRow): { name: string; kind: string } {
  return { name: toDisplayText(row.name), kind: t(`sharing.kindShort.${row.kind}`) };
}
