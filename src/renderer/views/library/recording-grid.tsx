/** The list of recordings. Enter or Space plays. */
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../../shared/model';
import { GridHeader } from './grid-header';
import { RecordingGridRow } from './recording-grid-row';
import type { ShownList } from './recording-list';
import type { RowGridProps } from './row-grid';
import { RowGrid } from './row-grid';
import { useRowTerms } from './row-terms';

type OfRows = Omit<RowGridProps<RecordingRow, object>, 'label' | 'shown' | 'header' | 'RowView' | 'extra'>;

export interface GridProps extends OfRows {
  readonly shown: ShownList;
  readonly words: readonly string[];
  readonly onOrder: () => void;
}

export function RecordingGrid({ shown, words, onOrder, ...grid }: GridProps) {
  const { t } = useTranslation();
  const { place, todayMs, onPlay } = grid;
  const terms = useRowTerms();
  return (
    <RowGrid
      {...grid}
      shown={shown}
      label={t('library.grid')}
      header={<GridHeader order={shown.request.order} onOrder={onOrder} />}
      RowView={RecordingGridRow}
      extra={{ words, place, todayMs, terms, onPlay }}
    />
  );
}
