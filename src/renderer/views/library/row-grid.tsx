/**
 * A list of rows in time: an ARIA grid, virtual, walked with the keyboard.
 * Keys: arrows, Page and Home/End move; Enter or Space acts; the arrow to the end opens details, to the start closes them.
 */
import type { ComponentType, FocusEvent, KeyboardEvent, ReactNode, Ref, RefObject } from 'react';
import { useDeferredValue, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Place } from '../../format/moment';
import { findSourceClock, isSameYear } from '../../format/moment';
import { findMove } from './grid-keys';
import type { ShownList } from './recording-list';
import type { Identified, RecordingPages } from './recording-pages';
import styles from './recording-grid.module.css';
import type { Choosing } from './use-selection';
import type { VirtualRows } from './use-virtual-rows';
import { useVirtualRows } from './use-virtual-rows';

export interface GridHandle {
  /** Puts the keyboard on the active row. */
  focus(): void;
  scrollToTop(): void;
}

/** What can stand in such a list. */
export interface TimedRow extends Identified {
  readonly startedAtMs: number;
  readonly timeZone: string;
}

/** What a row is given by the grid; the rest its list knows by itself. */
export interface RowPlace<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** It is in the player. */
  readonly isPlaying: boolean;
  readonly rowRef: Ref<HTMLDivElement> | undefined;
  readonly onChoose: (index: number, how?: Choosing) => void;
}

export interface RowGridProps<Row extends TimedRow, Extra extends object> {
  readonly label: string;
  readonly shown: Pick<ShownList<unknown, Row>, 'pages' | 'shiftRows'>;
  readonly header: ReactNode;
  readonly RowView: ComponentType<RowPlace<Row> & Extra>;
  /** What every row of this list is given besides its place. */
  readonly extra: Extra;
  /** Rows to lay out: the known ones, and as many more as are surely to come. */
  readonly rowCount: number;
  /** -1 where nobody knows how many there are. */
  readonly ariaRowCount: number;
  /** Null where it is not known. */
  readonly lastIndex: number | null;
  readonly activeIndex: number;
  readonly chosenId: string | null;
  /** What is in the player; a list without it marks none. */
  readonly playingId?: string | null;
  /** Several that are chosen at once; a list without them has no such thing. */
  readonly selectedIds?: ReadonlySet<string>;
  readonly place: Place;
  readonly rowHeightPx: number;
  readonly todayMs: number;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly handleRef: Ref<GridHandle>;
  readonly onChoose: (index: number, how?: Choosing) => void;
  /** The Delete key. */
  readonly onDelete?: () => void;
  /** Escape. */
  readonly onChooseNone?: () => void;
  /** The last row cannot be reached from here: it is the first of the other order. */
  readonly onOtherEnd: () => void;
  /** Enter or Space, on a row. */
  readonly onPlay: (row: Row) => void;
  readonly onDetails: (isOpen: boolean) => void;
  readonly onScroll: () => void;
}

export function RowGrid<Row extends TimedRow, Extra extends object>(props: RowGridProps<Row, Extra>) {
  const { label, shown, header, RowView, extra, rowCount, ariaRowCount, activeIndex, chosenId, place } =
    props;
  const { rowHeightPx, todayMs, scrollRef, handleRef, selectedIds, playingId, onChoose, onScroll } = props;
  const activeRef = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows({ count: rowCount, rowHeightPx, activeIndex, scrollRef });
  const drawn = useDrawnRows(shown, rows, activeIndex);
  const timeRoom = useTimeRoom(drawn, place, todayMs);
  const onKeyDown = useGridKeys(props, activeRef, rows.scrollToIndex);
  useImperativeHandle(handleRef, () => ({
    focus: () => activeRef.current?.focus({ preventScroll: true }),
    scrollToTop: () => scrollRef.current?.scrollTo({ top: 0 }),
  }));
  useWantedRows(shown.pages, rows.items[0]?.index, rows.items.at(-1)?.index, activeIndex);
  const focus = useRowFocus();
  const isChosen = (id: string | undefined): boolean => {
    if (id === undefined) return false;
    return selectedIds?.size ? selectedIds.has(id) : id === chosenId;
  };
  useKeptPlace(shown, rows.isAtTop, scrollRef, activeRef, focus.isOnRow, rowHeightPx);
  return (
    <div className={styles.scroll} ref={scrollRef} onScroll={onScroll}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={ariaRowCount}
        aria-colcount={8}
        aria-multiselectable={props.selectedIds !== undefined}
        className={`${styles.grid} ${timeRoom}`}
        onKeyDown={onKeyDown}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
      >
        {header}
        <div role="rowgroup" className={styles.body} style={{ blockSize: rows.totalPx }}>
          {drawn.map(({ row, index, topPx }) => (
            <RowView
              key={index}
              {...extra}
              row={row}
              index={index}
              topPx={topPx}
              isActive={index === activeIndex}
              isChosen={isChosen(row?.id)}
              isPlaying={row !== undefined && row.id === playingId}
              rowRef={index === activeIndex ? activeRef : undefined}
              onChoose={onChoose}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type DrawnRow<Row> = Pick<RowPlace<Row>, 'row' | 'index' | 'topPx'>;

/** Another search is drawn where it can be seen; the rows just beyond follow a moment later, and are the old ones until then. */
function useDrawnRows<Row extends TimedRow>(
  { pages, shiftRows }: RowGridProps<Row, object>['shown'],
  { items, isInView }: VirtualRows,
  activeIndex: number,
): readonly DrawnRow<Row>[] {
  const laterPages = useDeferredValue(pages);
  // The same search anew may move what is beyond the view into it at once.
  const beyond = shiftRows === null ? laterPages : pages;
  return items.flatMap(({ index, start }) => {
    const isNow = beyond === pages || index === activeIndex || isInView(index);
    const row = (isNow ? pages : beyond).findRow(index);
    return isNow || row ? [{ row, index, topPx: start }] : [];
  });
}

/** Room for years and for other clocks, once a row in view needs it: in all rows alike, and then for good. */
function useTimeRoom(drawn: readonly DrawnRow<TimedRow>[], place: Place, todayMs: number): string {
  const [hasYears, setHasYears] = useState(false);
  const [hasClocks, setHasClocks] = useState(false);
  const needs = (isSo: (row: TimedRow) => boolean) => drawn.some(({ row }) => row !== undefined && isSo(row));
  if (!hasYears && needs((row) => !isSameYear(row.startedAtMs, todayMs, place))) setHasYears(true);
  if (!hasClocks && needs((row) => findSourceClock(row.startedAtMs, row.timeZone, place) !== null)) {
    setHasClocks(true);
  }
  return `${hasYears ? styles.withYears : ''} ${hasClocks ? styles.withClocks : ''}`;
}

function useGridKeys<Row extends TimedRow>(
  props: Omit<RowGridProps<Row, object>, 'RowView' | 'extra'>,
  activeRef: RefObject<HTMLDivElement | null>,
  scrollToIndex: (index: number) => void,
) {
  const { activeIndex } = props;
  const movesFocus = useRef(false);
  useEffect(() => {
    if (!movesFocus.current) return;
    movesFocus.current = false;
    activeRef.current?.focus({ preventScroll: true });
  }, [activeIndex, activeRef]);

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isOnRow(event)) return;
    const scroll = props.scrollRef.current;
    if (!scroll) return;
    const rowsInView = Math.floor(scroll.clientHeight / props.rowHeightPx) - 2;
    const isRightToLeft = getComputedStyle(scroll).direction === 'rtl';
    const { rowCount, lastIndex } = props;
    const move = findMove(event.key, { activeIndex, rowCount, lastIndex, rowsInView, isRightToLeft });
    if (!move) return;
    event.preventDefault();
    const row = props.shown.pages.findRow(activeIndex);
    if (move.to === 'play' && row) props.onPlay(row);
    else if (move.to === 'other-end') props.onOtherEnd();
    else if (move.to === 'delete') props.onDelete?.();
    else if (move.to === 'none') props.onChooseNone?.();
    else if (move.to === 'open-details' || move.to === 'close-details')
      props.onDetails(move.to === 'open-details');
    if (move.to !== 'row') return;
    movesFocus.current = move.index !== activeIndex;
    scrollToIndex(move.index);
    props.onChoose(move.index, event.shiftKey ? 'extend' : 'plain');
  };
}

/** The header's button has its own Space and Enter. */
function isOnRow(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
}

function useWantedRows<Row extends TimedRow>(
  pages: RecordingPages<Row>,
  firstIndex: number | undefined,
  lastIndex: number | undefined,
  activeIndex: number,
): void {
  useEffect(() => {
    if (firstIndex === undefined || lastIndex === undefined) return;
    // The focused row is laid out too, wherever it is: it is no reason to read all pages between.
    const first = firstIndex === activeIndex ? Math.max(firstIndex, lastIndex - 200) : firstIndex;
    void pages.want(first, lastIndex);
  }, [pages, firstIndex, lastIndex, activeIndex]);
}

/** Whether the keyboard is on a row. A row that is taken out of the page loses the focus to nothing: that does not count. */
function useRowFocus() {
  const isOnRow = useRef(false);
  return {
    isOnRow,
    onFocus: (event: FocusEvent<HTMLElement>) => {
      isOnRow.current = event.target.getAttribute('role') === 'row';
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (event.relatedTarget) isOnRow.current = false;
    },
  };
}

/** New rows above push the list down by as much as the view goes down with it; another search begins at its top. */
function useKeptPlace<Row extends TimedRow>(
  { pages, shiftRows }: RowGridProps<Row, object>['shown'],
  isAtTop: () => boolean,
  scrollRef: RefObject<HTMLDivElement | null>,
  activeRef: RefObject<HTMLDivElement | null>,
  isOnRow: RefObject<boolean>,
  rowHeightPx: number,
): void {
  const placed = useRef(pages);
  useLayoutEffect(() => {
    const scroll = scrollRef.current;
    if (!scroll || placed.current === pages) return;
    placed.current = pages;
    // To ask where the list stands would lay all of it out in the middle of drawing it.
    if (shiftRows === null && !isAtTop()) scroll.scrollTop = 0;
    else if (shiftRows) scroll.scrollTop += shiftRows * rowHeightPx;
    if (isOnRow.current) activeRef.current?.focus({ preventScroll: true });
  }, [pages, shiftRows, isAtTop, rowHeightPx, scrollRef, activeRef, isOnRow]);
}
