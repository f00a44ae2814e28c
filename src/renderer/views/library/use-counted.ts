/** What is counted of the recordings besides the list: when there are how many, and of which values. The list waits for none of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RecordingFilter } from '../../../shared/contract';
import type { RecordingFacets, RecordingHistogram } from '../../../shared/model';
import { call } from '../../client';
import { useSettled } from '../../use-settled';

/** Whoever types is not interested in the counts of half a word. */
const SETTLE_MS = 150;
const STALE_MS = 60_000;

/** Of the filter without its time: the strip shows what lies before and behind too. Undefined until it is known. */
export function useHistogram(filter: RecordingFilter): RecordingHistogram | undefined {
  const json = useSettled(JSON.stringify(withoutTime(filter)), SETTLE_MS);
  const { data } = useQuery({
    queryKey: ['recordings.histogram', json],
    queryFn: () => call('recordings.histogram', { filter: JSON.parse(json) as RecordingFilter }),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
  return data;
}

/** Undefined until they are known, and where nothing is to be counted. */
export function useFacets(filter: RecordingFilter | undefined): RecordingFacets | undefined {
  const { data } = useQuery({
    queryKey: ['recordings.facets', filter],
    queryFn: () => call('recordings.facets', filter ? { filter } : {}),
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
  return data;
}

function withoutTime(filter: RecordingFilter): RecordingFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([name]) => name !== 'fromMs' && name !== 'untilMs'),
  );
}
