/** A main part and a side part with a border between them that can be dragged, or moved with the arrow keys. */
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import styles from './split-pane.module.css';

interface Props {
  readonly children: ReactNode;
  /** False while the side part is closed. */
  readonly side: ReactNode;
  readonly sideWidthPx: number;
  readonly minPx: number;
  readonly maxPx: number;
  readonly separatorLabel: string;
  readonly onResize: (sideWidthPx: number) => void;
}

const STEP_PX = 16;

export function SplitPane(props: Props) {
  const { children, side, sideWidthPx, minPx, maxPx, separatorLabel, onResize } = props;
  const paneRef = useRef<HTMLDivElement>(null);
  const resize = (widthPx: number) => onResize(Math.round(Math.min(maxPx, Math.max(minPx, widthPx))));

  function follow(event: PointerEvent<HTMLDivElement>) {
    const pane = paneRef.current;
    if (!pane || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = pane.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(pane).direction === 'rtl';
    resize(isRightToLeft ? event.clientX - box.left : box.right - event.clientX);
  }

  function step(event: KeyboardEvent) {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const wider = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const narrower = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== wider && event.key !== narrower) return;
    event.preventDefault();
    resize(sideWidthPx + (event.key === wider ? STEP_PX : -STEP_PX));
  }

  return (
    <div className={styles.pane} ref={paneRef}>
      <div className={styles.main}>{children}</div>
      {Boolean(side) && (
        <>
          <div
            className={styles.border}
            role="separator"
            aria-orientation="vertical"
            aria-label={separatorLabel}
            aria-valuenow={sideWidthPx}
            aria-valuemin={minPx}
            aria-valuemax={maxPx}
            tabIndex={0}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={follow}
            onKeyDown={step}
          />
          <div className={styles.side} style={{ inlineSize: sideWidthPx }}>
            {side}
          </div>
        </>
      )}
    </div>
  );
}
