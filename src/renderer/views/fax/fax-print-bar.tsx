/** What printing asks and tells, between the tools and the page. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRINTED_PAGES_AT_MOST } from '../../../shared/fax-print';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress';
import { TextField } from '../../ui/text-field';
import styles from './fax.module.css';
import type { FaxPrint, PageRange } from './use-fax-print';

interface Props {
  readonly print: FaxPrint;
  /** From 1: the page that is looked at. */
  readonly page: number;
  readonly pageCount: number;
  /** What was pressed goes away by that: the focus is to go where one reads on. */
  readonly onPressed: () => void;
}

export function FaxPrintBar({ print, page, pageCount, onPressed }: Props) {
  const { t } = useTranslation();
  const { state } = print;
  const stop = () => {
    print.stop();
    onPressed();
  };
  const printPages = (range: PageRange) => {
    print.printPages(range);
    onPressed();
  };
  const dismiss = <Button onPress={stop}>{t('common.close')}</Button>;
  if (state.is === 'asking')
    return <RangeFields page={page} pageCount={pageCount} onPrint={printPages} onCancel={stop} />;
  if (state.is === 'failed')
    return (
      <Banner tone="error" actions={dismiss}>
        {toErrorText(t, state.error)}
      </Banner>
    );
  if (state.is === 'sent')
    return (
      <Banner tone="success" actions={dismiss}>
        {t('library.fax.print.sent')}
      </Banner>
    );
  if (state.is === 'running' && state.isShown)
    return <Running done={state.done} total={state.total} onStop={stop} />;
  return null;
}

interface RunningProps {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

function Running({ done, total, onStop }: RunningProps) {
  const { t } = useTranslation();
  const isReady = done === total;
  return (
    <div className={styles.printing}>
      <span role="status">
        {isReady ? t('library.fax.print.dialogOpen') : t('library.fax.print.at', { done, count: total })}
      </span>
      {!isReady && <ProgressBar label={t('library.fax.print.running')} share={done / total} />}
      <Button onPress={onStop}>{t('library.fax.print.stop')}</Button>
    </div>
  );
}

interface RangeProps extends Omit<Props, 'print' | 'onPressed'> {
  readonly onPrint: (range: PageRange) => void;
  readonly onCancel: () => void;
}

function RangeFields({ page, pageCount, onPrint, onCancel }: RangeProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState(String(page));
  const [last, setLast] = useState(String(Math.min(pageCount, page + PRINTED_PAGES_AT_MOST - 1)));
  const aboutId = useId();
  const range = findRange(first, last, pageCount);
  return (
    <form
      className={styles.printing}
      aria-label={t('library.fax.print.range')}
      onSubmit={(event) => {
        event.preventDefault();
        if (range) onPrint(range);
      }}
    >
      <p id={aboutId} className={`${styles.printAbout} ${range ? '' : styles.bad}`} role="status">
        {t(range ? 'library.fax.print.tooMany' : 'library.fax.print.badRange', {
          count: pageCount,
          most: PRINTED_PAGES_AT_MOST,
        })}
      </p>
      <TextField
        label={t('library.fax.print.firstPage')}
        inputMode="numeric"
        aria-describedby={aboutId}
        value={first}
        onChange={setFirst}
        autoFocus
      />
      <TextField
        label={t('library.fax.print.lastPage')}
        inputMode="numeric"
        aria-describedby={aboutId}
        value={last}
        onChange={setLast}
      />
      <Button type="submit" variant="primary" isDisabled={!range}>
        {t('library.fax.print.open')}
      </Button>
      <Button onPress={onCancel}>{t('common.cancel')}</Button>
    </form>
  );
}

/** Undefined for what is no range of this fax, or more than one print may have. */
function findRange(first: string, last: string, pageCount: number): PageRange | undefined {
  const [firstPage, lastPage] = [toPage(first), toPage(last)];
  const isRange = firstPage >= 1 && firstPage <= lastPage && lastPage <= pageCount;
  return isRange && lastPage - firstPage < PRINTED_PAGES_AT_MOST ? { firstPage, lastPage } : undefined;
}

function toPage(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
