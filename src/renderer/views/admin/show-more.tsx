/** The first rows of a list that may be long, and a button for the next ones. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import styles from './admin.module.css';

const STEP_ROWS = 200;

export interface FirstRows<Row> {
  readonly shown: readonly Row[];
  readonly total: number;
  readonly showMore: () => void;
}

export function useFirstRows<Row>(rows: readonly Row[]): FirstRows<Row> {
  const [count, setCount] = useState(STEP_ROWS);
  return {
    shown: rows.slice(0, count),
    total: rows.length,
    showMore: () => setCount((present) => present + STEP_ROWS),
  };
}

export function ShowMore({ rows }: { readonly rows: FirstRows<unknown> }) {
  const { t } = useTranslation();
  if (rows.shown.length === rows.total) return null;
  return (
    <div className={styles.more}>
      <span>{t('admin.shownOf', { shown: rows.shown.length, total: rows.total })}</span>
      <Button onPress={rows.showMore}>{t('admin.showMore')}</Button>
    </div>
  );
}
