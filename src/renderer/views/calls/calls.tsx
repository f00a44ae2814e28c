/** Call history: every call that the person may list, with or without a recording. */
import type { TFunction } from 'i18next';
import type { Ref } from 'react';
import { useCallback, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../shared/calls';
import type { Count, RecordingRow, SignedIn } from '../../../shared/model';
import { call } from '../../client';
import { usePlay } from '../../player/use-player';
import { queryClient } from '../../status';
import { SplitPane } from '../../ui/split-pane';
import { useToday } from '../../use-today';
import { FaxDialog } from '../fax/fax-dialog';
import { findVisibleAnchors } from '../library/anchors';
import { FilterBar } from '../library/filter-bar';
import styles from '../library/library.module.css';
import type { ListFilter } from '../library/list-filter';
import { CALL_PARTS, isNarrowed, NO_FILTER, toCallFilter } from '../library/list-filter';
import { OpenDetails } from '../library/open-details';
import type { GridHandle } from '../library/row-grid';
import { useChosenRow } from '../library/use-chosen-row';
import type { ListHandle } from '../library/use-list-look';
import { DETAILS_PX, toListHandle, useDetails, useLook, useOrder, useWords } from '../library/use-list-look';
import { useLibraryChanges } from '../library/use-recording-list';
import { CallDetailsPane } from './call-details';
import { CallListArea } from './call-list-area';
import { useCallList } from './use-call-list';

interface Props {
  readonly signedIn: SignedIn;
  readonly timeZone: string;
  readonly filter: ListFilter;
  readonly listRef: Ref<ListHandle>;
  readonly onFilter: (filter: ListFilter) => void;
}

export function Calls({ signedIn, timeZone, filter, listRef, onFilter }: Props) {
  const { t } = useTranslation();
  const { order, onOrder } = useOrder('calls.order');
  const details = useDetails();
  const scrollRef = useRef<HTMLDivElement>(null);
  const handleRef = useRef<GridHandle>(null);
  const { place, rowHeightPx } = useLook(signedIn, timeZone);
  const todayMs = useToday();
  const list = useCallList({ filter: toCallFilter(filter, todayMs), order });
  useImperativeHandle(listRef, () =>
    toListHandle(handleRef, (next) => list.search({ filter: toCallFilter(next, todayMs), order })),
  );
  const row = useChosenRow(list.shown);
  useLibraryChanges(() => list.refresh(findVisibleAnchors(list.shown, scrollRef.current, rowHeightPx, row)));
  const words = useWords(list.shown.request.filter.text);
  const { fax, closeFax, open, playFirst } = useOpening(details.show);
  return (
    <SplitPane
      side={
        details.isOpen && <CallDetailsPane row={row.chosen} place={place} onOpen={open} {...details.pane} />
      }
      sideWidthPx={details.widthPx}
      minPx={DETAILS_PX.min}
      maxPx={DETAILS_PX.max}
      separatorLabel={t('shell.detailsBorder')}
      onResize={details.setWidthPx}
    >
      <section className={styles.library} aria-label={t('calls.grid')}>
        <h1 className="spoken">{t('calls.title')}</h1>
        <FilterBar
          filter={filter}
          parts={CALL_PARTS}
          countText={toCountText(t, list.count)}
          onFilter={onFilter}
          trailing={details.isOpen ? null : <OpenDetails {...details.opener} />}
        />
        <CallListArea
          list={list}
          row={row}
          words={words}
          look={{ place, rowHeightPx, todayMs, scrollRef, handleRef }}
          isNarrowed={isNarrowed(filter, CALL_PARTS)}
          onPlay={playFirst}
          onDetails={details.show}
          onOrder={onOrder}
          onClear={() => onFilter(NO_FILTER)}
        />
      </section>
      <FaxDialog row={fax} onClose={closeFax} />
    </SplitPane>
  );
}

function toCountText(t: TFunction, count: Count | undefined): string {
  if (!count) return t('library.counting');
  return t(count.isExact ? 'calls.count' : 'calls.countMore', { count: count.count });
}

/** What Enter does on a call: plays its first recording or, where there is none to hear, tells all that is known. */
function useOpening(showDetails: (isOpen: boolean) => void) {
  const play = usePlay();
  const [fax, setFax] = useState<RecordingRow | null>(null);
  const open = useCallback(
    (recording: RecordingRow) => (recording.kind === 'fax' ? setFax(recording) : play(recording)),
    [play],
  );
  const playFirst = useCallback(
    (row: CallRow) => {
      if (!row.isRecorded) return showDetails(true);
      const query = { queryKey: ['calls.get', row.id], queryFn: () => call('calls.get', { id: row.id }) };
      void queryClient.fetchQuery(query).then(
        ({ recordings: [first] }) => (first ? open(first) : showDetails(true)),
        // The details say why the call cannot be read.
        () => showDetails(true),
      );
    },
    [open, showDetails],
  );
  return { fax, closeFax: () => setFax(null), open, playFirst };
}
