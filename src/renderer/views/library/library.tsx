/** The recordings: filters, list and details of the chosen one. */
import type { TFunction } from 'i18next';
import type { Ref } from 'react';
import { useCallback, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingFilter } from '../../../shared/contract';
import type { Count, Kind, RecordingRow, SignedIn } from '../../../shared/model';
import { usePlay, usePlayingId } from '../../player/use-player';
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
import { isNarrowed, NO_FILTER, RECORDING_PARTS, toRecordingFilter } from './list-filter';
import type { GridHandle } from './row-grid';
import { OpenDetails } from './open-details';
import { TimeStrip } from './time-strip';
import { useChosenRow } from './use-chosen-row';
import type { ListHandle } from './use-list-look';
import { DETAILS_PX, toListHandle, useDetails, useLook, useOrder, useWords } from './use-list-look';
import { useLibraryChanges, useRecordingList } from './use-recording-list';
import { useScan } from './use-scan';

interface Props {
  readonly signedIn: SignedIn;
  readonly timeZone: string;
  /** The one kind that this page is about; null for all. */
  readonly kind: Kind | null;
  /** Only what others share with the person. */
  readonly isShared: boolean;
  readonly filter: ListFilter;
  readonly listRef: Ref<ListHandle>;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onSources: () => void;
}

const PARTS_OF_A_KIND = RECORDING_PARTS.filter((part) => part !== 'kinds');

export function Library({ signedIn, timeZone, kind, isShared, filter, listRef, onFilter, onSources }: Props) {
  const { t } = useTranslation();
  const { order, onOrder } = useOrder('list.order');
  const details = useDetails();
  const scrollRef = useRef<HTMLDivElement>(null);
  const handleRef = useRef<GridHandle>(null);
  const { place, rowHeightPx } = useLook(signedIn, timeZone);
  const todayMs = useToday();
  const toAsked = (next: ListFilter) => toAskedFilter(next, { kind, isShared, todayMs });
  const asked = toAsked(filter);
  const list = useRecordingList({ filter: asked, order });
  useImperativeHandle(listRef, () =>
    toListHandle(handleRef, (next) => list.search({ filter: toAsked(next), order })),
  );
  const row = useChosenRow(list.shown);
  useLibraryChanges(() => list.refresh(findVisibleAnchors(list.shown, scrollRef.current, rowHeightPx, row)));
  const words = useWords(list.shown.request.filter.text);
  const scan = useScan(signedIn.mayReadConfiguration);
  const parts = kind === null ? RECORDING_PARTS : PARTS_OF_A_KIND;
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
        <h1 className="spoken">{isShared ? t('shell.pages.shared') : t(`common.kinds.${kind ?? 'all'}`)}</h1>
        <FilterBar
          filter={filter}
          parts={parts}
          countText={toCountText(t, list.count)}
          counted={asked}
          onFilter={onFilter}
          trailing={details.isOpen ? null : <OpenDetails {...details.opener} />}
        />
        <TimeStrip time={filter.time} filter={asked} onTime={(time) => onFilter({ ...filter, time })} />
        <ScanBanner scan={scan} />
        <ListArea
          list={list}
          row={row}
          grid={{ words, place, rowHeightPx, todayMs, scrollRef, handleRef }}
          isNarrowed={isNarrowed(filter, parts)}
          isScanning={scan.running !== null}
          mayChangeConfiguration={signedIn.mayChangeConfiguration}
          playingId={playingId}
          onPlay={onPlay}
          onDetails={details.show}
          onOrder={onOrder}
          onClear={() => onFilter(NO_FILTER)}
          onSources={onSources}
        />
      </section>
      <FaxDialog row={fax} onClose={closeFax} />
    </SplitPane>
  );
}

function toCountText(t: TFunction, count: Count | undefined): string {
  if (!count) return t('library.counting');
  return t(count.isExact ? 'library.count' : 'library.countMore', { count: count.count });
}

/** What this page asks for: of its own kind only, and only what is shared where that is what it is about. */
function toAskedFilter(
  filter: ListFilter,
  { kind, isShared, todayMs }: Pick<Props, 'kind' | 'isShared'> & { readonly todayMs: number },
): RecordingFilter {
  return {
    ...toRecordingFilter(kind === null ? filter : { ...filter, kinds: [kind] }, todayMs),
    ...(isShared ? ({ isShared } as const) : {}),
  };
}

/** What Enter does: a fax has nothing to hear, it is looked at. */
function usePlaying() {
  const play = usePlay();
  const playingId = usePlayingId();
  const [fax, onFax] = useState<RecordingRow | null>(null);
  const onPlay = useCallback((row: RecordingRow) => (row.kind === 'fax' ? onFax(row) : play(row)), [play]);
  const closeFax = useCallback(() => onFax(null), []);
  return { onPlay, playingId, fax, onFax, closeFax };
}
