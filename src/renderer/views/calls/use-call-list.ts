/** The calls of the chosen filter for the view: read, kept, and renewed when the archive or the rights change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { CallFilter, CallRow } from '../../../shared/calls';
import type { Count } from '../../../shared/model';
import { call } from '../../client';
import type { Anchor, ListRequest, ShownList } from '../library/recording-list';
import { RecordingList } from '../library/recording-list';
import type { PagesState } from '../library/recording-pages';

export type ShownCalls = ShownList<CallFilter, CallRow>;
type CallRequest = ListRequest<CallFilter>;

export interface CallListView {
  readonly shown: ShownCalls;
  readonly state: PagesState;
  /** Undefined until it is known; of the filter before while the next is counted. */
  readonly count: Count | undefined;
  /** Of the very list that is shown; null where it is not known to the last row. */
  readonly exactCount: number | null;
  /** Reads another list, which is shown once its first rows are there. */
  readonly search: (request: CallRequest) => void;
  /** Reads the list again without moving these rows; none to begin at the top. */
  readonly refresh: (anchors: readonly Anchor[]) => void;
}

const loadCalls = (request: CallRequest) => (cursor: string | null, limit: number) =>
  call('calls.list', { ...request, cursor, limit });

export function useCallList(request: CallRequest): CallListView {
  const [list] = useState(() => RecordingList.open<CallFilter, CallRow>(request, loadCalls));
  const shown = useSyncExternalStore(list.subscribe, list.getShown);
  const state = useSyncExternalStore(shown.pages.subscribe, shown.pages.getState);
  const key = JSON.stringify(request);
  const search = useCallback((next: CallRequest) => void list.search(next), [list]);
  useEffect(() => search(JSON.parse(key) as CallRequest), [search, key]);
  const { filter } = shown.request;
  const count = useQuery({
    queryKey: ['calls.count', filter],
    queryFn: () => call('calls.count', { filter }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isOfShown = count.data?.isExact === true && !count.isPlaceholderData;
  return {
    shown,
    state,
    count: count.data,
    exactCount: isOfShown ? (count.data?.count ?? null) : null,
    search,
    refresh: (anchors) => void list.refresh(anchors),
  };
}
