/** The list of the chosen filter for the view: read, kept, and renewed when the archive or the rights change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Count } from '../../../shared/model';
import { call, on } from '../../client';
import { onOwnChange } from '../../own-changes';
import { queryClient } from '../../status';
import type { Anchor, ListRequest, ShownList } from './recording-list';
import { loadRecordings, RecordingList } from './recording-list';
import type { PagesState } from './recording-pages';

interface RecordingListView {
  readonly shown: ShownList;
  readonly state: PagesState;
  /** Undefined until it is known; of the filter before while the next is counted. */
  readonly count: Count | undefined;
  readonly isCountOfShown: boolean;
  /** Of the very list that is shown; null where it is not known to the last row. */
  readonly exactCount: number | null;
  /** Reads another list, which is shown once its first rows are there. */
  readonly search: (request: ListRequest) => void;
  /** Reads the list again without moving these rows; none to begin at the top. */
  readonly refresh: (anchors: readonly Anchor[]) => void;
}

/** A scan commits several times a second: one look at what changed is enough. */
const CHANGES_PAUSE_MS = 1_000;

export function useRecordingList(request: ListRequest): RecordingListView {
  const [list] = useState(() => RecordingList.open(request, loadRecordings));
  const shown = useSyncExternalStore(list.subscribe, list.getShown);
  const state = useSyncExternalStore(shown.pages.subscribe, shown.pages.getState);
  const key = JSON.stringify(request);
  const search = useCallback((next: ListRequest) => void list.search(next), [list]);
  useEffect(() => search(JSON.parse(key) as ListRequest), [search, key]);
  const { filter } = shown.request;
  const count = useQuery({
    queryKey: ['recordings.count', filter],
    queryFn: () => call('recordings.count', { filter }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isCountOfShown = !count.isPlaceholderData;
  const exactCount = count.data?.isExact && isCountOfShown ? count.data.count : null;
  return {
    shown,
    state,
    count: count.data,
    isCountOfShown,
    exactCount,
    search,
    refresh: (anchors) => void list.refresh(anchors),
  };
}

/** Hears that the archive or the rights changed, at most once a second, and once more after the last change. */
export function useLibraryChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = undefined;
      latest.current();
      for (const name of [
        'recordings.count',
        'recordings.histogram',
        'recordings.facets',
        'recordings.get',
        'calls.count',
        'calls.get',
        'recordings.transcript',
        'policy.explain',
        'policy.mayHear',
      ]) {
        // What is not on screen is forgotten: shown again, it would be of yesterday for a moment.
        queryClient.removeQueries({ queryKey: [name], type: 'inactive' });
        void queryClient.invalidateQueries({ queryKey: [name] });
      }
    };
    const stopOwn = onOwnChange(look);
    const stop = on('library.changed', () => {
      timer ??= setTimeout(look, CHANGES_PAUSE_MS);
    });
    return () => {
      stop();
      stopOwn();
      clearTimeout(timer);
    };
  }, []);
}
