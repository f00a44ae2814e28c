/** The recordings: filters, list and details of the chosen one. */
import type { TFunction } from 'i18next';
import type { Ref } from 'react';
import { useCallback, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Count, Kind, RecordingRow, SignedIn } from '../../../shared/model';
import { usePlayer } from '../../player/use-player';
import { useStored } from '../../stored';
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
import type { ListRequest } from './recording-list';
import { OpenDetails } from './open-details';
import { TimeStrip } from './time-strip';
import { useChosenRow } from './use-chosen-row';
import { DETAILS_PX, isOrder, toForwarded, useDetails, useLook, useWords } from './use-list-look';
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
  readonly gridRef: Ref<GridHandle>;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onSources: () => void;
}

export function Library({ signedIn, timeZone, kind, isShared, filter, gridRef, onFilter, onSources }: Props) {
  const { t } = useTranslation();
  const [order, setOrder] = useStored<ListRequest['order']>('list.order', 'newest', isOrder);
  const details = useDetails();
  const scrollRef = useRef<HTMLDivElement>(null);
  const handleRef = useRef<GridHandle>(null);
  useImperativeHandle(gridRef, () => toForwarded(handleRef));
  const { place, rowHeightPx } = useLook(signedIn, timeZone);
  const todayMs = useToday();
  const asked = {
    ...toRecordingFilter(withKind(filter, kind), todayMs),
    ...(isShared ? ({ isShared } as const) : {}),
  };
  const list = useRecordingList({ filter: asked, order });
  const row = useChosenRow(list.shown);
  useLibraryChanges(() => list.refresh(findVisibleAnchors(list.shown, scrollRef.current, rowHeightPx, row)));
  const words = useWords(list.shown.request.filter.text);
  const scan = useScan(signedIn.mayReadConfiguration);
  const parts = kind === null ? RECORDING_PARTS : RECORDING_PARTS.filter((part) => part !== 'kinds');
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
          onOrder={() => setOrder(order === 'newest' ? 'oldest' : 'newest')}
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
