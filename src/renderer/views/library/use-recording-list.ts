/** The recordings of the chosen filter, and what tells the view that they may be others now. */
import { useEffect, useRef } from 'react';
import type { RecordingFilter } from '../../../shared/contract';
import type { RecordingRow } from '../../../shared/model';
import { call, on } from '../../client';
import { onOwnChange } from '../../own-changes';
import { queryClient } from '../../status';
import type { ListRequest } from './recording-list';
import { loadRecordings } from './recording-list';
import type { RowListView, RowSource } from './use-row-list';
import { useRowList } from './use-row-list';

/** A scan commits several times a second: one look at what changed is enough. */
const CHANGES_PAUSE_MS = 1_000;

const RECORDINGS: RowSource<RecordingFilter, RecordingRow> = {
  load: loadRecordings,
  countMethod: 'recordings.count',
  count: (filter) => call('recordings.count', { filter }),
};

export function useRecordingList(request: ListRequest): RowListView<RecordingFilter, RecordingRow> {
  return useRowList(RECORDINGS, request);
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
