/** What the scans of the sources are doing, for the line above the list. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ScanProgress, SourceSummary } from '../../../shared/source-model';
import { call, on } from '../../client';
import { queryClient } from '../../status';

const SOURCES_KEY = ['sources.list'] as const;

export interface Scan {
  /** Scans that go on now, added up; null for none. */
  readonly running: Pick<ScanProgress, 'recordings' | 'filesSeen' | 'filesTotal'> | null;
  /** The scan that failed last, until the next one begins. */
  readonly failed: ScanProgress | null;
}

const RUNNING: readonly ScanProgress['state'][] = ['waiting', 'surveying', 'reading', 'joining'];

/** Those who may read the configuration see scans from their start; others hear of none. */
export function useScan(mayReadConfiguration: boolean): Scan {
  const sources = useQuery({
    queryKey: SOURCES_KEY,
    queryFn: () => call('sources.list', {}),
    enabled: mayReadConfiguration,
  });
  useEffect(
    () =>
      on('scan.progressed', (progress) => {
        queryClient.setQueryData<readonly SourceSummary[]>(SOURCES_KEY, (known) =>
          known?.map((source) =>
            source.id === progress.sourceId ? { ...source, lastScan: progress } : source,
          ),
        );
        // A source that this window has not read of yet.
        if (
          !queryClient
            .getQueryData<readonly SourceSummary[]>(SOURCES_KEY)
            ?.some((one) => one.id === progress.sourceId)
        ) {
          void queryClient.invalidateQueries({ queryKey: SOURCES_KEY });
        }
      }),
    [],
  );
  const { data } = sources;
  return useMemo(() => toScan((data ?? []).flatMap((source) => source.lastScan ?? [])), [data]);
}

export function toScan(scans: readonly ScanProgress[]): Scan {
  const running = scans.filter((scan) => RUNNING.includes(scan.state));
  const failed = scans.find((scan) => scan.state === 'failed') ?? null;
  if (running.length === 0) return { running: null, failed };
  const totals = running.map((scan) => scan.filesTotal);
  return {
    failed,
    running: {
      recordings: sum(running.map((scan) => scan.recordings)),
      filesSeen: sum(running.map((scan) => scan.filesSeen)),
      // One total that is not known makes the sum unknown.
      filesTotal: totals.includes(null) ? null : sum(totals.map((total) => total ?? 0)),
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
