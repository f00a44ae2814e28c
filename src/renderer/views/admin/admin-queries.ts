/** What the administration pages read, under which key, and what makes them read anew. */
import { useEffect } from 'react';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { ScanProgress, SourceSummary } from '../../../shared/source-model';
import { call, on } from '../../client';

/** All but the audit trail and the findings begin so: reading the trail is itself recorded, so nothing reads it unasked. */
export const ADMIN_KEY = ['admin'] as const;
export const SOURCES_KEY = ['admin', 'sources'] as const;
export const FINDINGS_KEY = ['findings'] as const;
export const AUDIT_KEY = ['audit'] as const;

export const peopleQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'people'],
  queryFn: () => call('people.list', {}),
});

export function personQuery(userId: string) {
  return queryOptions({
    queryKey: [...ADMIN_KEY, 'person', userId],
    queryFn: () => call('people.get', { userId }),
  });
}

export const groupsQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'groups'],
  queryFn: () => call('groups.list', {}),
});

export const linesQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'lines'],
  queryFn: () => call('lines.list', {}),
});

export const retentionQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'retention'],
  queryFn: () => call('retention.list', {}),
});

export const rightsGroupsQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'rightsGroups'],
  queryFn: () => call('rightsGroups.list', {}),
});

export const organisationQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'organisation'],
  queryFn: () => call('organisation.get', {}),
});

export const extensionsQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'extensions'],
  queryFn: () => call('extensions.list', {}),
});

export const callReportingQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'callReporting'],
  queryFn: () => call('callReporting.get', {}),
});

export const sourcesQuery = queryOptions({
  queryKey: SOURCES_KEY,
  queryFn: () => call('sources.list', {}),
});

/** Keeps what is on screen in step with what main tells; mounted once, around all pages. */
export function useAdminEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stopChanges = on('library.changed', () => {
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
    });
    const stopScans = on('scan.progressed', (progress) => {
      queryClient.setQueryData<readonly SourceSummary[]>(SOURCES_KEY, (rows) => withProgress(rows, progress));
      if (progress.endedAtMs === null) return;
      void queryClient.invalidateQueries({ queryKey: SOURCES_KEY });
      void queryClient.invalidateQueries({ queryKey: FINDINGS_KEY });
    });
    return () => {
      stopChanges();
      stopScans();
    };
  }, [queryClient]);
}

function withProgress(
  rows: readonly SourceSummary[] | undefined,
  progress: ScanProgress,
): readonly SourceSummary[] | undefined {
  return rows?.map((row) => (row.id === progress.sourceId ? { ...row, lastScan: progress } : row));
}
