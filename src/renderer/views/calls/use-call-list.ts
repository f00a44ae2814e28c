/** The calls of the chosen filter. */
import type { CallFilter, CallRow } from '../../../shared/calls';
import { call } from '../../client';
import type { ListRequest } from '../library/recording-list';
import type { RowListView, RowSource } from '../library/use-row-list';
import { useRowList } from '../library/use-row-list';

export type CallListView = RowListView<CallFilter, CallRow>;

const CALLS: RowSource<CallFilter, CallRow> = {
  load: (request) => (cursor, limit) => call('calls.list', { ...request, cursor, limit }),
  countMethod: 'calls.count',
  count: (filter) => call('calls.count', { filter }),
};

export function useCallList(request: ListRequest<CallFilter>): CallListView {
  return useRowList(CALLS, request);
}
