/** The list of calls, or what stands in its place while there is none. */
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../shared/calls';
import { toErrorText } from '../../error-text';
import type { Place } from '../../format/moment';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { useDocumentReady } from '../../use-document-ready';
import { Empty } from '../library/empty-list';
import { GridHeader } from '../library/grid-header';
import styles from '../library/library.module.css';
import { NewAbove } from '../library/list-banners';
import { MAX_ROWS, PAGE_ROWS } from '../library/recording-pages';
import type { GridHandle } from '../library/row-grid';
import { RowGrid } from '../library/row-grid';
import { useRowTerms } from '../library/row-terms';
import type { ChosenRow } from '../library/use-chosen-row';
import { useNewAbove } from '../library/use-new-above';
import { CallGridRow } from './call-grid-row';
import type { CallListView } from './use-call-list';

interface Props {
  readonly list: CallListView;
  readonly row: ChosenRow<CallRow>;
  readonly words: readonly string[];
  readonly look: {
    readonly place: Place;
    readonly rowHeightPx: number;
    readonly todayMs: number;
    readonly scrollRef: RefObject<HTMLDivElement | null>;
    readonly handleRef: RefObject<GridHandle | null>;
  };
  readonly isNarrowed: boolean;
  readonly onPlay: (row: CallRow) => void;
  readonly onDetails: (isOpen: boolean) => void;
  readonly onOrder: () => void;
  readonly onClear: () => void;
}

export function CallListArea(props: Props) {
  const { t } = useTranslation();
  const { shown, state } = props.list;
  const retry = () => void shown.pages.retry();
  if (state.knownRows === 0 && !state.isComplete && !state.error) {
    return (
      <div className={styles.empty}>
        <Spinner label={t('common.loading')} />
      </div>
    );
  }
  if (state.knownRows === 0) return <EmptyCalls {...props} onRetry={retry} />;
  return (
    <>
      {state.error && (
        <Banner tone="error" actions={<Button onPress={retry}>{t('common.retry')}</Button>}>
          {toErrorText(t, state.error)}
        </Banner>
      )}
      {state.knownRows >= MAX_ROWS && <Banner tone="info">{t('calls.tooMany', { count: MAX_ROWS })}</Banner>}
      <Rows {...props} />
    </>
  );
}

function EmptyCalls({ list, isNarrowed, onRetry, onClear }: Props & { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const { error } = list.state;
  useDocumentReady(error ? null : 'empty');
  if (error) {
    return (
      <Empty title={t('library.failedTitle')} text={toErrorText(t, error)}>
        <Button onPress={onRetry}>{t('common.retry')}</Button>
      </Empty>
    );
  }
  if (!isNarrowed) return <Empty title={t('calls.noneTitle')} text={t('calls.none')} />;
  return (
    <Empty title={t('library.noHitsTitle')} text={t('calls.noHits')}>
      <Button onPress={onClear}>{t('library.clearAll')}</Button>
    </Empty>
  );
}

function Rows({ list, row, words, look, onPlay, onDetails, onOrder }: Props) {
  const { t } = useTranslation();
  const { shown, state, exactCount } = list;
  const { place, todayMs } = look;
  const terms = useRowTerms();
  const above = useNewAbove(list, look.scrollRef);
  const [turned, setTurned] = useState('');
  useDocumentReady('list');
  const lastIndex = state.isComplete ? state.knownRows - 1 : exactCount === null ? null : exactCount - 1;
  const expected = state.isComplete
    ? state.knownRows
    : Math.max(exactCount ?? 0, state.knownRows + PAGE_ROWS / 4);
  return (
    <div className={styles.list}>
      {above.isNew && <NewAbove onShow={above.show} />}
      <span className="spoken" role="status">
        {turned}
      </span>
      <RowGrid
        {...look}
        label={t('calls.grid')}
        shown={shown}
        header={<GridHeader order={shown.request.order} onOrder={onOrder} />}
        RowView={CallGridRow}
        extra={{ words, place, todayMs, terms, onPlay }}
        rowCount={Math.min(MAX_ROWS, expected)}
        ariaRowCount={lastIndex === null ? -1 : lastIndex + 2}
        lastIndex={lastIndex}
        activeIndex={row.activeIndex}
        chosenId={row.isChosen ? (row.chosen?.id ?? null) : null}
        onChoose={row.choose}
        onOtherEnd={() => {
          setTurned(t('calls.nowOldestFirst'));
          onOrder();
        }}
        onPlay={onPlay}
        onDetails={onDetails}
        onScroll={above.look}
      />
    </div>
  );
}
