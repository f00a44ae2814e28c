/** The audit trail: who did what and when, newest first. Each look is an entry of its own, so nothing here reads it unasked. */
import { useState } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract';
import { call } from '../../../client';
import { Button } from '../../../ui/button';
import { AUDIT_KEY } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { VerifyTrail } from './verify-trail';
import styles from '../admin.module.css';

export type AuditFilter = Omit<Input<'audit.list'>, 'cursor'>;

export function AuditPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [filter, setFilter] = useState<AuditFilter>({});
  const trail = useTrail(filter);
  const entries = trail.data?.pages.flatMap((page) => page.rows) ?? [];
  // Not `refetch`: that would read every page that was opened, and so write as many entries.
  const readAnew = () => void queryClient.resetQueries({ queryKey: [...AUDIT_KEY, filter] });
  return (
    <div className={styles.page}>
      <PageHead
        title={t('shell.pages.audit')}
        about={t('audit.about')}
        actions={
          <Button icon="refresh" isDisabled={trail.isFetching} onPress={readAnew}>
            {t('audit.readAnew')}
          </Button>
        }
      />
      <VerifyTrail />
      <AuditFilters onApply={setFilter} />
      <Waiting answers={[trail]} />
      {trail.data && <AuditTable entries={entries} />}
      {trail.hasNextPage && (
        <div className={styles.more}>
          <Button isDisabled={trail.isFetchingNextPage} onPress={() => void trail.fetchNextPage()}>
            {trail.isFetchingNextPage ? t('common.loading') : t('audit.older')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useTrail(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: [...AUDIT_KEY, filter],
    queryFn: ({ pageParam }) => call('audit.list', { ...filter, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    // What was read is forgotten with the page: whoever comes back is shown the trail as it is then.
    gcTime: 0,
  });
}
