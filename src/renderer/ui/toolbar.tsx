/** A row of controls that the arrow keys walk through. */
import type { ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import styles from './toolbar.module.css';

export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const toolbarRef = useRef<HTMLDivElement>(null);
  useKeptFocus(toolbarRef);
  return (
    <AriaToolbar ref={toolbarRef} aria-label={label} className={styles.toolbar ?? ''}>
      {children}
    </AriaToolbar>
  );
}

/** A control that is pressed may go away by that; the focus does not go with it, but to the first of the row. */
function useKeptFocus(toolbarRef: RefObject<HTMLDivElement | null>): void {
  const lastFocused = useRef<EventTarget>(null);
  useEffect(() => {
    const toolbar = toolbarRef.current;
    const remember = (event: FocusEvent) => (lastFocused.current = event.target);
    toolbar?.addEventListener('focusin', remember);
    return () => toolbar?.removeEventListener('focusin', remember);
  }, [toolbarRef]);
  useLayoutEffect(() => {
    const isGone = lastFocused.current instanceof HTMLElement && !lastFocused.current.isConnected;
    if (isGone && document.activeElement === document.body)
      toolbarRef.current?.querySelector('button')?.focus();
  });
}
