/** The list of calls, or what stands in its place while there is none. */
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../shared/calls';
import { toErrorText } from '../../error-text';
import type { Place } from '../../format/moment';
import { Button } from '../../ui/button';
import { useDocumentReady } from '../../use-document-ready';
import { Empty } from '../library/empty-list';
import { GridHeader } from '../library/grid-header';
import styles from '../library/library.module.css';
import { NewAbove } from '../library/list-banners';
import { ListFrame } from '../library/list-frame';
import { MAX_ROWS } from '../library/recording-pages';
import type { GridHandle } from '../library/row-grid';
import { RowGrid } from '../library/row-grid';
import { useRowTerms } from '../library/row-terms';
import type { ChosenRow } from '../library/use-chosen-row';
import { useNewAbove } from '../library/use-new-above';
import { toExtent } from '../library/use-row-list';
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
  return (
    <ListFrame
      list={props.list}
      tooMany={t('calls.tooMany', { count: MAX_ROWS })}
      empty={(retry) => <EmptyCalls {...props} onRetry={retry} />}
    >
      <Rows {...props} />
    </ListFrame>
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
  const { shown } = list;
  const { place, todayMs } = look;
  const terms = useRowTerms();
  const above = useNewAbove(list, look.scrollRef);
  const [turned, setTurned] = useState('');
  useDocumentReady('list');
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
        {...toExtent(list)}
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
