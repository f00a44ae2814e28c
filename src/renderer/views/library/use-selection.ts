/** Several rows chosen at once, beside the one whose details are shown: by Shift for a stretch, by Ctrl or ⌘ for one more or less. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShownList } from './recording-list';
import type { Identified } from './recording-pages';
import type { ChosenRow } from './use-chosen-row';

/** `focus`: the keyboard came to the row by itself, which changes nothing about a selection that there is. */
export type Choosing = 'plain' | 'toggle' | 'extend' | 'focus';

export interface Selection {
  /** Empty, or more than the one row that is chosen anyway. */
  readonly ids: ReadonlySet<string>;
  readonly choose: (index: number, how?: Choosing) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** `isOpen`: false for one who could do nothing with several. */
export function useSelection<Filter, Row extends Identified>(
  shown: ShownList<Filter, Row>,
  row: ChosenRow<Row>,
  isOpen: boolean,
): Selection {
  const [ids, setIds] = useState(NONE);
  const [pages, setPages] = useState(shown.pages);
  if (pages !== shown.pages) {
    setPages(shown.pages);
    // Another search is about others; the same one anew still has them, but for those that went.
    if (shown.shiftRows === null) setIds(NONE);
  }
  const latest = useRef({ shown, row, isOpen, ids, anchorIndex: row.activeIndex });
  useEffect(() => {
    latest.current = { ...latest.current, shown, row, isOpen, ids };
  });
  // The same function always: every row has it, and would be drawn anew with another.
  const choose = useCallback((index: number, how: Choosing = 'plain') => {
    const now = latest.current;
    const next = now.isOpen ? toIds(now, index, how) : NONE;
    // A stretch begins where one last went without Shift; the focus alone goes nowhere.
    if (how === 'plain' || how === 'toggle') now.anchorIndex = index;
    now.ids = next;
    setIds(next);
    now.row.choose(index);
  }, []);
  const clear = useCallback(() => setIds(NONE), []);
  return { ids, choose, clear };
}

interface Now {
  readonly shown: ShownList<unknown, Identified>;
  readonly row: ChosenRow<Identified>;
  readonly ids: ReadonlySet<string>;
  readonly anchorIndex: number;
}

function toIds({ shown, row, ids, anchorIndex }: Now, index: number, how: Choosing): ReadonlySet<string> {
  if (how === 'plain') return NONE;
  if (how === 'focus') return ids;
  const next = new Set(how === 'toggle' ? ids : []);
  if (how === 'toggle') {
    if (next.size === 0 && row.chosen) next.add(row.chosen.id);
    const id = shown.pages.findRow(index)?.id;
    if (id !== undefined && !next.delete(id)) next.add(id);
  } else {
    // Rows whose page is not in memory were never seen: nobody means them.
    for (let at = Math.min(anchorIndex, index); at <= Math.max(anchorIndex, index); at += 1) {
      const id = shown.pages.findRow(at)?.id;
      if (id !== undefined) next.add(id);
    }
  }
  return next.size > 1 ? next : NONE;
}
