/** What the lists are narrowed to: kept beside the shell, so that a key press draws the search box and the list, and nothing else. */
import type { ReactNode } from 'react';
import { createContext, useContext, useMemo } from 'react';
import { useKeptState } from '../../kept-while-locked';
import type { ListFilter } from '../library/list-filter';
import { NO_FILTER } from '../library/list-filter';

interface FilterState {
  readonly filter: ListFilter;
  readonly setFilter: (filter: ListFilter) => void;
}

const FilterContext = createContext<FilterState | null>(null);

export function FilterProvider({ children }: { readonly children: ReactNode }) {
  const [filter, setFilter] = useKeptState<ListFilter>('filter', NO_FILTER);
  const state = useMemo(() => ({ filter, setFilter }), [filter, setFilter]);
  return <FilterContext value={state}>{children}</FilterContext>;
}

export function useFilter(): FilterState {
  const state = useContext(FilterContext);
  if (!state) throw new Error('useFilter outside of FilterProvider');
  return state;
}
