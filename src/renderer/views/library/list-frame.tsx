/** What stands in the place of a list while there is none, and above it when its end cannot be read. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import styles from './library.module.css';
import type { PagesState, RecordingPages } from './recording-pages';
import { MAX_ROWS } from './recording-pages';

interface Props {
  readonly list: {
    readonly shown: { readonly pages: Pick<RecordingPages, 'retry'> };
    readonly state: PagesState;
  };
  /** Said where there are more rows than are shown. */
  readonly tooMany: string;
  /** Where there is no row, or none could be read. */
  readonly empty: (retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

export function ListFrame({ list, tooMany, empty, children }: Props) {
  const { t } = useTranslation();
  const { knownRows, isComplete, error } = list.state;
  const retry = () => void list.shown.pages.retry();
  if (knownRows === 0 && (isComplete || error)) return empty(retry);
  if (knownRows === 0) {
    return (
      <div className={styles.empty}>
        <Spinner label={t('common.loading')} />
      </div>
    );
  }
  return (
    <>
      {error && (
        <Banner tone="error" actions={<Button onPress={retry}>{t('common.retry')}</Button>}>
          {toErrorText(t, error)}
        </Banner>
      )}
      {knownRows >= MAX_ROWS && <Banner tone="info">{tooMany}</Banner>}
      {children}
    </>
  );
}
