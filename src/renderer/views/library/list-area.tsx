/** The list itself, or what stands in its place while there is none. */
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../shared/model';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { useDocumentReady } from '../../use-document-ready';
import { EmptyList } from './empty-list';
import styles from './library.module.css';
import { NewAbove } from './list-banners';
import type { GridHandle } from './row-grid';
import type { GridProps } from './recording-grid';
import { RecordingGrid } from './recording-grid';
import { MAX_ROWS, PAGE_ROWS } from './recording-pages';
import type { ChosenRow } from './use-chosen-row';
import { useNewAbove } from './use-new-above';
import { useKeeping } from './use-keeping';
import type { useRecordingList } from './use-recording-list';

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
  const { shown, state } = props.list;
  const retry = () => void shown.pages.retry();
  if (state.knownRows === 0 && (state.isComplete || state.error)) {
    return <EmptyList {...props} error={state.error} onRetry={retry} />;
  }
  if (state.knownRows === 0) {
    return (
      <div className={styles.empty}>
        <Spinner label={t('common.loading')} />
      </div>
    );
  }
  return (
    <>
      {state.error && (
        <Banner tone="error" actions={<Button onPress={retry}>{t('common.retry')}</Button>}>
          {toErrorText(t, state.error)}
        </Banner>
      )}
      {state.knownRows >= MAX_ROWS && (
        <Banner tone="info">{t('library.tooMany', { count: MAX_ROWS })}</Banner>
      )}
      <Rows {...props} />
    </>
  );
}

function Rows({ list, row, grid, playingId, onPlay, onDetails, onOrder }: Props) {
  const { t } = useTranslation();
  const { shown, state, exactCount } = list;
  const above = useNewAbove(list, grid.scrollRef);
  const keeping = useKeeping(shown, row);
  const [turned, setTurned] = useState('');
  useDocumentReady('list');
  const lastIndex = state.isComplete ? state.knownRows - 1 : exactCount === null ? null : exactCount - 1;
  // A count that is not exact is a count of rows that are surely there.
  const surely = list.count && list.isCountOfShown ? list.count.count : 0;
  const expected = state.isComplete ? state.knownRows : Math.max(surely, state.knownRows + PAGE_ROWS / 4);
  return (
    <div className={styles.list}>
      {above.isNew && <NewAbove onShow={above.show} />}
      <span className="spoken" role="status">
        {turned}
      </span>
      <RecordingGrid
        {...grid}
        shown={shown}
        rowCount={Math.min(MAX_ROWS, expected)}
        ariaRowCount={lastIndex === null ? -1 : lastIndex + 2}
        lastIndex={lastIndex}
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
