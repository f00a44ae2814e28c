/** The head of the list; the time column turns the order round. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons';
import type { ListRequest } from './recording-list';
import styles from './recording-grid.module.css';

interface Props {
  readonly order: ListRequest['order'];
  readonly onOrder: () => void;
}

const COLUMNS = ['when', 'direction', 'from', 'to', 'group', 'line', 'length', 'marks'] as const;

export const GridHeader = memo(function GridHeader({ order, onOrder }: Props) {
  const { t } = useTranslation();
  const hint = order === 'newest' ? t('library.newestFirst') : t('library.oldestFirst');
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.header}`}>
        {COLUMNS.map((column, index) => (
          <span
            key={column}
            role="columnheader"
            aria-colindex={index + 1}
            className={styles[column] ?? styles.party}
            {...(column === 'when' ? { 'aria-sort': order === 'newest' ? 'descending' : 'ascending' } : {})}
          >
            {column === 'when' ? (
              <button
                type="button"
                className={styles.order}
                title={`${hint} ${t('library.whenHint')}`}
                onClick={onOrder}
              >
                {t('library.columns.when')} <Icon name={order === 'newest' ? 'down' : 'up'} size={12} />
              </button>
            ) : (
              <HeaderText column={column} />
            )}
          </span>
        ))}
      </div>
    </div>
  );
});

/** Columns of signs alone have no room for words, which screen readers get all the same. */
function HeaderText({ column }: { readonly column: Exclude<(typeof COLUMNS)[number], 'when'> }) {
  const { t } = useTranslation();
  const isNarrow = column === 'direction' || column === 'marks';
  return <span className={isNarrow ? 'spoken' : ''}>{t(`library.columns.${column}`)}</span>;
}
