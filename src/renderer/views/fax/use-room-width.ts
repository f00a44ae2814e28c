/** How wide an element is, as it changes. */
import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** In CSS pixels; 0 before it is laid out. */
export function useRoomWidth(ref: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    if (!ref.current) return undefined;
    const observer = new ResizeObserver((entries) => {
      for (const { contentRect } of entries) setWidthPx(contentRect.width);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return widthPx;
}
