/** The recordings: filters, list and details of the chosen one. */
import type { Ref } from 'react';
import { useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind, Preferences, RecordingRow, SignedIn } from '../../../shared/model';
import { toSearchWords } from '../../format/hits';
import type { Place } from '../../format/moment';
import { toLocale } from '../../i18n/i18n';
import { usePlayer } from '../../player/use-player';
import { isBoolean, isNumber, useStored } from '../../stored';
import { IconButton } from '../../ui/button';
import { SplitPane } from '../../ui/split-pane';
import { useToday } from '../../use-today';
import { DetailsPane } from '../details/details-pane';
import { FaxDialog } from '../fax/fax-dialog';
import { FilterBar } from './filter-bar';
import { findVisibleAnchors } from './anchors';
import styles from './library.module.css';
import { ListArea } from './list-area';
import { ScanBanner } from './list-banners';
import type { ListFilter } from './list-filter';
import { isNarrowed, NO_FILTER, toRecordingFilter } from './list-filter';
import type { GridHandle } from './row-grid';
import type { ListRequest } from './recording-list';
import { useChosenRow } from './use-chosen-row';
import { useLibraryChanges, useRecordingList } from './use-recording-list';
import { useScan } from './use-scan';

interface Props {
  readonly signedIn: SignedIn;
  readonly timeZone: string;
  /** The one kind that this page is about; null for all. */
  readonly kind: Kind | null;
  readonly filter: ListFilter;
  readonly gridRef: Ref<GridHandle>;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onSources: () => void;
}

const ROW_HEIGHTS_PX: Readonly<Record<Preferences['density'], number>> = { compact: 32, comfortable: 40 };
const DETAILS_PX = { min: 280, first: 360, max: 720 };
/** In a narrower window the list has the room until the details are asked for. */
const DETAILS_FIT_PX = 1100;

export function Library({ signedIn, timeZone, kind, filter, gridRef, onFilter, onSources }: Props) {
  const { t } = useTranslation();
  const [order, setOrder] = useStored<ListRequest['order']>('list.order', 'newest', isOrder);
  const details = useDetails();
  const scrollRef = useRef<HTMLDivElement>(null);
  const handleRef = useRef<GridHandle>(null);
  useImperativeHandle(gridRef, () => toForwarded(handleRef));
  const { place, rowHeightPx } = useLook(signedIn, timeZone);
  const todayMs = useToday();
  const list = useRecordingList({ filter: toRecordingFilter(withKind(filter, kind), todayMs), order });
  const row = useChosenRow(list.shown);
  useLibraryChanges(() => list.refresh(findVisibleAnchors(list.shown, scrollRef.current, rowHeightPx, row)));
  const words = useWords(list.shown.request.filter.text);
  const scan = useScan(signedIn.mayReadConfiguration);
  const { onPlay, playingId, fax, onFax, closeFax } = usePlaying();
  return (
    <SplitPane
      side={details.isOpen && <DetailsPane row={row.chosen} place={place} onFax={onFax} {...details.pane} />}
      sideWidthPx={details.widthPx}
      minPx={DETAILS_PX.min}
      maxPx={DETAILS_PX.max}
      separatorLabel={t('shell.detailsBorder')}
      onResize={details.setWidthPx}
    >
      <section className={styles.library} aria-label={t('library.grid')}>
        <h1 className="spoken">{t(`common.kinds.${kind ?? 'all'}`)}</h1>
        <FilterBar
          filter={filter}
          fixed={kind === null ? [] : ['kinds']}
          count={list.count}
          onFilter={onFilter}
          trailing={details.isOpen ? null : <OpenDetails {...details.opener} />}
        />
        <ScanBanner scan={scan} />
        <ListArea
          list={list}
          row={row}
          grid={{ words, place, rowHeightPx, todayMs, scrollRef, handleRef }}
          isNarrowed={isNarrowed(filter)}
          isScanning={scan.running !== null}
          mayChangeConfiguration={signedIn.mayChangeConfiguration}
          playingId={playingId}
          onPlay={onPlay}
          onDetails={details.show}
          onOrder={() => setOrder(order === 'newest' ? 'oldest' : 'newest')}
          onClear={() => onFilter(NO_FILTER)}
          onSources={onSources}
        />
      </section>
      <FaxDialog row={fax} onClose={closeFax} />
    </SplitPane>
  );
}

function isOrder(value: unknown): value is ListRequest['order'] {
  return value === 'newest' || value === 'oldest';
}

interface OpenDetailsProps {
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
}

function OpenDetails({ takesFocus, onOpen }: OpenDetailsProps) {
  const { t } = useTranslation();
  return (
    <IconButton icon="panel" label={t('library.details.open')} autoFocus={takesFocus} onPress={onOpen} />
  );
}

function withKind(filter: ListFilter, kind: Kind | null): ListFilter {
  return kind === null ? filter : { ...filter, kinds: [kind] };
}

/** What Enter does: a fax has nothing to hear, it is looked at. */
function usePlaying() {
  const { play, current } = usePlayer();
  const [fax, onFax] = useState<RecordingRow | null>(null);
  const onPlay = useCallback((row: RecordingRow) => (row.kind === 'fax' ? onFax(row) : play(row)), [play]);
  const closeFax = useCallback(() => onFax(null), []);
  return { onPlay, playingId: current?.id ?? null, fax, onFax, closeFax };
}

function useWords(text = '') {
  return useMemo(() => toSearchWords(text), [text]);
}

function useLook(signedIn: SignedIn, timeZone: string) {
  const { i18n } = useTranslation();
  const locale = toLocale(i18n.language);
  // Rows are drawn anew only where what they are given is another object.
  const place = useMemo<Place>(() => ({ locale, timeZone }), [locale, timeZone]);
  return { place, rowHeightPx: ROW_HEIGHTS_PX[signedIn.preferences.density] };
}

/** Open where there is room, unless it was closed; as wide as it was left. */
function useDetails() {
  const [isOpen, setIsOpen] = useStored('details.isOpen', window.innerWidth >= DETAILS_FIT_PX, isBoolean);
  const [widthPx, setWidthPx] = useStored('details.widthPx', DETAILS_PX.first, isNumber);
  // The button that closes goes with what it closes: the focus then goes to the one that opens, and back.
  const [takesFocus, setTakesFocus] = useState(false);
  const turn = (willBeOpen: boolean, byButton: boolean) => {
    setTakesFocus(byButton);
    setIsOpen(willBeOpen);
  };
  return {
    isOpen,
    widthPx,
    setWidthPx,
    show: (willBeOpen: boolean) => turn(willBeOpen, false),
    pane: { takesFocus, onClose: () => turn(false, true) },
    opener: { takesFocus, onOpen: () => turn(true, true) },
  };
}

/** The grid comes and goes with its rows; what stands outside holds on to it through this. */
function toForwarded(handleRef: { readonly current: GridHandle | null }): GridHandle {
  return {
    focus: () => handleRef.current?.focus(),
    scrollToTop: () => handleRef.current?.scrollToTop(),
  };
}
