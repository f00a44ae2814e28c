/** Marks on the document what is painted, so that a screenshot or a test waits for the thing itself and not for a time. */
import { useEffect } from 'react';

export type Ready = 'first-run' | 'sign-in' | 'locked' | 'wizard' | 'list' | 'empty';

/** `data-ready` on the root element while the view is there; null while it is not ready. */
export function useDocumentReady(ready: Ready | null): void {
  useEffect(() => {
    if (ready === null) return undefined;
    const root = document.documentElement;
    let frame = requestAnimationFrame(() => {
      // The first frame paints what was just rendered; at the second it is on screen.
      frame = requestAnimationFrame(() => (root.dataset.ready = ready));
    });
    return () => {
      cancelAnimationFrame(frame);
      delete root.dataset.ready;
    };
  }, [ready]);
}
