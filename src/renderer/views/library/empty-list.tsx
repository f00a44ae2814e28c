/** Where there is no row to show: why, and what to do about it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors';
import { toErrorText } from '../../error-text';
import { Button } from '../../ui/button';
import { useDocumentReady } from '../../use-document-ready';
import styles from './library.module.css';

interface Props {
  readonly error: AppError | null;
  readonly isNarrowed: boolean;
  readonly isScanning: boolean;
  readonly mayChangeConfiguration: boolean;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  readonly onSources: () => void;
}

export function EmptyList(props: Props) {
  const { error, isNarrowed, isScanning, mayChangeConfiguration, onRetry, onClear, onSources } = props;
  const { t } = useTranslation();
  useDocumentReady(error || isScanning ? null : 'empty');
  if (error) {
    return (
      <Empty title={t('library.failedTitle')} text={toErrorText(t, error)}>
        <Button onPress={onRetry}>{t('common.retry')}</Button>
      </Empty>
    );
  }
  if (isNarrowed) {
    return (
      <Empty title={t('library.noHitsTitle')} text={t('library.noHits')}>
        <Button onPress={onClear}>{t('library.clearAll')}</Button>
      </Empty>
    );
  }
  if (isScanning) return <Empty title={t('library.noneTitle')} text={t('library.noneScanning')} />;
  if (!mayChangeConfiguration)
    return <Empty title={t('library.noneTitle')} text={t('library.noneStandard')} />;
  return (
    <Empty title={t('library.noneTitle')} text={t('library.noneAdmin')}>
      <Button onPress={onSources}>{t('library.toSources')}</Button>
    </Empty>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className={styles.empty} role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
