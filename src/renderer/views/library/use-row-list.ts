/** A list that comes in pages, for the view: read, kept, and renewed when the archive or the rights change; and how long it is. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Count } from '../../../shared/model';
import type { Anchor, ListRequest, LoadPageOf, ShownList } from './recording-list';
import { RecordingList } from './recording-list';
import type { Identified, PagesState } from './recording-pages';
import { MAX_ROWS, PAGE_ROWS } from './recording-pages';

/** Where rows come from; the same object for the life of a list. */
export interface RowSource<Filter, Row extends Identified> {
  readonly load: LoadPageOf<Filter, Row>;
  /** The door's name for the count, by which events find it. */
  readonly countMethod: 'recordings.count' | 'calls.count';
  readonly count: (filter: Filter) => Promise<Count>;
}

export interface RowListView<Filter, Row extends Identified> {
  readonly shown: ShownList<Filter, Row>;
  readonly state: PagesState;
  /** Undefined until it is known; of the filter before while the next is counted. */
  readonly count: Count | undefined;
  readonly isCountOfShown: boolean;
  /** Reads another list, which is shown once its first rows are there. */
  readonly search: (request: ListRequest<Filter>) => void;
  /** Reads the list again without moving these rows; none to begin at the top. */
  readonly refresh: (anchors: readonly Anchor[]) => void;
}

export function useRowList<Filter, Row extends Identified>(
  source: RowSource<Filter, Row>,
  request: ListRequest<Filter>,
): RowListView<Filter, Row> {
  const [list] = useState(() => RecordingList.open(request, source.load));
  const shown = useSyncExternalStore(list.subscribe, list.getShown);
  const state = useSyncExternalStore(shown.pages.subscribe, shown.pages.getState);
  const key = JSON.stringify(request);
  const search = useCallback((next: ListRequest<Filter>) => void list.search(next), [list]);
  useEffect(() => search(JSON.parse(key) as ListRequest<Filter>), [search, key]);
  const { filter } = shown.request;
  const count = useQuery({
    queryKey: [source.countMethod, filter],
    queryFn: () => source.count(filter),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    shown,
    state,
    count: count.data,
    isCountOfShown: !count.isPlaceholderData,
    search,
    refresh: (anchors) => void list.refresh(anchors),
  };
}

/** How many rows the grid makes room for, and the last of them; null and -1 while nobody knows which is the last. */
export function toExtent({
  state,
  ...list
}: Pick<RowListView<unknown, never>, 'state' | 'count' | 'isCountOfShown'>) {
  const count = list.isCountOfShown ? list.count : undefined;
  const known = state.isComplete ? state.knownRows : count?.isExact ? count.count : null;
  // A count that is not exact is a count of rows that are surely there.
  const expected = state.isComplete
    ? state.knownRows
    : Math.max(count?.count ?? 0, state.knownRows + PAGE_ROWS / 4);
  return {
    rowCount: Math.min(MAX_ROWS, expected),
    ariaRowCount: known === null ? -1 : known + 1,
    lastIndex: known === null ? null : known - 1,
  };
}
