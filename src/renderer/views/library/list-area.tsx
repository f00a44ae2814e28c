/** The list of recordings, or what stands in its place while there is none. */
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../shared/model';
import { useDocumentReady } from '../../use-document-ready';
import { EmptyList } from './empty-list';
import styles from './library.module.css';
import { NewAbove } from './list-banners';
import { ListFrame } from './list-frame';
import type { GridHandle } from './row-grid';
import type { GridProps } from './recording-grid';
import { RecordingGrid } from './recording-grid';
import { MAX_ROWS } from './recording-pages';
import type { ChosenRow } from './use-chosen-row';
import { useNewAbove } from './use-new-above';
import { useKeeping } from './use-keeping';
import type { useRecordingList } from './use-recording-list';
import { toExtent } from './use-row-list';

interface Props extends Pick<GridProps, 'onPlay' | 'onDetails' | 'onOrder'> {
  readonly list: ReturnType<typeof useRecordingList>;
  readonly row: ChosenRow<RecordingRow>;
  readonly grid: Pick<GridProps, 'words' | 'place' | 'rowHeightPx' | 'todayMs' | 'scrollRef'> & {
    readonly handleRef: RefObject<GridHandle | null>;
  };
  readonly playingId: string | null;
  readonly isNarrowed: boolean;
  readonly isScanning: boolean;
  readonly mayChangeConfiguration: boolean;
  readonly onClear: () => void;
  readonly onSources: () => void;
}

export function ListArea(props: Props) {
  const { t } = useTranslation();
  const { list } = props;
  return (
    <ListFrame
      list={list}
      tooMany={t('library.tooMany', { count: MAX_ROWS })}
      empty={(retry) => <EmptyList {...props} error={list.state.error} onRetry={retry} />}
    >
      <Rows {...props} />
    </ListFrame>
  );
}

function Rows({ list, row, grid, playingId, onPlay, onDetails, onOrder }: Props) {
  const { t } = useTranslation();
  const { shown } = list;
  const above = useNewAbove(list, grid.scrollRef);
  const keeping = useKeeping(shown, row);
  const [turned, setTurned] = useState('');
  useDocumentReady('list');
  return (
    <div className={styles.list}>
      {above.isNew && <NewAbove onShow={above.show} />}
      <span className="spoken" role="status">
        {turned}
      </span>
      <RecordingGrid
        {...grid}
        shown={shown}
        {...toExtent(list)}
        activeIndex={row.activeIndex}
        chosenId={row.isChosen ? (row.chosen?.id ?? null) : null}
        playingId={playingId}
        selectedIds={keeping.selection.ids}
        onChoose={keeping.selection.choose}
        onDelete={keeping.onDelete}
        onChooseNone={keeping.selection.clear}
        onOtherEnd={() => {
          setTurned(t('library.nowOldestFirst'));
          onOrder();
        }}
        onPlay={onPlay}
        onDetails={onDetails}
        onOrder={onOrder}
        onScroll={above.look}
      />
      {keeping.bar}
      {keeping.dialog}
    </div>
  );
}
