/** What came into a list while somebody looks at it further down. */
import type { RefObject } from 'react';
import { useState } from 'react';
import type { Anchor, ShownList } from './recording-list';

interface List {
  readonly shown: Pick<ShownList, 'isStale' | 'shiftRows'>;
  readonly refresh: (anchors: readonly Anchor[]) => void;
}

/** Whether rows came in above the view that the reader has not seen yet. */
export function useNewAbove({ shown, refresh }: List, scrollRef: RefObject<HTMLDivElement | null>) {
  const [isNew, setIsNew] = useState(false);
  const [seen, setSeen] = useState(shown);
  if (seen !== shown) {
    setSeen(shown);
    if (shown.isStale || (shown.shiftRows ?? 0) > 0) setIsNew(true);
    else if (shown.shiftRows === null) setIsNew(false);
  }
  const look = () => {
    if (isNew && !shown.isStale && scrollRef.current?.scrollTop === 0) setIsNew(false);
  };
  const show = () => {
    setIsNew(false);
    scrollRef.current?.scrollTo({ top: 0 });
    if (shown.isStale) refresh([]);
  };
  return { isNew, look, show };
}
