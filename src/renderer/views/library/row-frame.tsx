/** The row itself, whatever its cells are: where it lies, whether it is chosen, and what the pointer does to it. */
import type { PointerEvent, ReactNode } from 'react';
import styles from './recording-grid.module.css';
import type { Identified } from './recording-pages';
import type { RowPlace } from './row-grid';
import type { Choosing } from './use-selection';

interface Props<Row extends Identified> {
  readonly at: RowPlace<Row>;
  /** What it says while it is being read. */
  readonly loading: string;
  /** A double click. */
  readonly onAct: (row: Row) => void;
  readonly children: ReactNode;
}

export function RowFrame<Row extends Identified>({ at, loading, onAct, children }: Props<Row>) {
  const { row, index, topPx, isActive, isChosen, isPlaying, rowRef, onChoose } = at;
  const classNames = [styles.row, isChosen ? styles.chosen : '', isPlaying ? styles.playing : ''];
  return (
    <div
      ref={rowRef}
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-busy={row === undefined}
      tabIndex={isActive ? 0 : -1}
      data-id={row?.id}
      className={classNames.join(' ')}
      style={{ transform: `translateY(${topPx}px)` }}
      onPointerDown={(event) => onChoose(index, toChoosing(event))}
      onFocus={() => onChoose(index, 'focus')}
      onDoubleClick={() => {
        if (row) onAct(row);
      }}
    >
      {row ? (
        children
      ) : (
        <span role="gridcell" className={styles.loading}>
          {loading}
        </span>
      )}
    </div>
  );
}

function toChoosing({ shiftKey, ctrlKey, metaKey }: PointerEvent): Choosing {
  if (shiftKey) return 'extend';
  return ctrlKey || metaKey ? 'toggle' : 'plain';
}
