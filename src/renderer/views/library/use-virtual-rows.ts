/** The few rows of a long list that are in view, and the one that has the focus wherever it is. */
import type { Range, VirtualItem } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useLayoutEffect } from 'react';

interface Options {
  readonly count: number;
  readonly rowHeightPx: number;
  readonly activeIndex: number;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
}

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  readonly totalPx: number;
  readonly scrollToIndex: (index: number) => void;
  /** Whether a row is seen, and not only laid out beside what is. */
  readonly isInView: (index: number) => boolean;
  /** As of the last time that the list scrolled; nothing is laid out to answer it. */
  readonly isAtTop: () => boolean;
}

const OVERSCAN_ROWS = 10;

export function useVirtualRows({ count, rowHeightPx, activeIndex, scrollRef }: Options): VirtualRows {
  // A focused row that is scrolled out of view stays in the page: the keyboard would fall off with it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (activeIndex >= range.count || indexes.includes(activeIndex)) return indexes;
      return [...indexes, activeIndex].sort((a, b) => a - b);
    },
    [activeIndex],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- it keeps its own state; nothing memoised here depends on it
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: OVERSCAN_ROWS,
    rangeExtractor,
    // It measures within effects, where React cannot draw at once.
    useFlushSync: false,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeightPx]);
  return {
    items: virtualizer.getVirtualItems(),
    totalPx: virtualizer.getTotalSize(),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    isInView: (index) => {
      const { range } = virtualizer;
      return range === null || (index >= range.startIndex && index <= range.endIndex);
    },
    isAtTop: () => virtualizer.scrollOffset === 0,
  };
}
