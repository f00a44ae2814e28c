/** Asks before recordings are deleted for good, shows how far it is, and says which could not go and why. */
import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeleteOutcome } from '../../../shared/keeping';
import type { RecordingRow } from '../../../shared/model';
import { MAX_IDS_AT_ONCE, REASON_MAX_LENGTH } from '../../../shared/keeping';
import { call, on } from '../../client';
import { toLocale } from '../../i18n/i18n';
import { tellOwnChange } from '../../own-changes';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProgressBar } from '../../ui/progress';
import { TextField } from '../../ui/text-field';
import { groupFailures, toKeptText } from './keeping-words';
import { toRecordingWords } from './recording-words';
import styles from './keeping.module.css';

interface Props {
  readonly ids: readonly string[];
  /** The one, where it is one and is known here. */
  readonly only: RecordingRow | null;
  readonly onClose: () => void;
  /** Some are gone. */
  readonly onDeleted: () => void;
}

export function DeleteDialog({ ids, only, onClose, onDeleted }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const count = ids.length;
  const deletion = useMutation({
    mutationFn: () => call('recordings.delete', { ids: [...ids], reason }),
    onSuccess: (outcome) => {
      onDeleted();
      tellOwnChange();
      // Where all went as it was asked there is nothing left to tell.
      if (outcome.failed.length === 0 && !outcome.isStopped) onClose();
    },
  });
  const isTooMany = count > MAX_IDS_AT_ONCE;
  if (deletion.data) return <Outcome outcome={deletion.data} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      title={t('keeping.delete.title', { count })}
      closeLabel={t('common.close')}
      // What is under way is stopped by its own button.
      onClose={() => (deletion.isPending ? undefined : onClose())}
      actions={
        deletion.isPending ? (
          count > 1 && <StopButton />
        ) : (
          <>
            <Button autoFocus onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button variant="danger" isDisabled={isTooMany} onPress={() => deletion.mutate()}>
              {t('keeping.delete.confirm', { count })}
            </Button>
          </>
        )
      }
    >
      <div className={styles.stack}>
        {only && <Named row={only} />}
        <p>{t(count === 1 ? 'keeping.delete.what' : 'keeping.delete.whatMany')}</p>
        <p className={styles.strong}>{t('keeping.delete.forGood')}</p>
        <p className={styles.muted}>{t('keeping.delete.trail')}</p>
        {isTooMany && <Banner tone="warning">{t('keeping.delete.tooMany', { max: MAX_IDS_AT_ONCE })}</Banner>}
        <TextField
          label={t('keeping.delete.reason')}
          description={t('keeping.delete.reasonAbout')}
          maxLength={REASON_MAX_LENGTH}
          isDisabled={deletion.isPending}
          value={reason}
          onChange={setReason}
        />
        {deletion.isPending && <Progress total={count} />}
        {deletion.isError && <Banner tone="error">{toKeptText(t, deletion.error)}</Banner>}
      </div>
    </Dialog>
  );
}

function Named({ row }: { readonly row: RecordingRow }) {
  const { i18n } = useTranslation();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <p className={styles.strong}>
      <bdi>{toRecordingWords(row, { locale: toLocale(i18n.language), timeZone })}</bdi>
    </p>
  );
}

function StopButton() {
  const { t } = useTranslation();
  const stop = useMutation({ mutationFn: () => call('recordings.stopDelete', {}) });
  return (
    <Button icon="stop" autoFocus isDisabled={stop.isPending || stop.isSuccess} onPress={() => stop.mutate()}>
      {t('keeping.delete.stop')}
    </Button>
  );
}

function Progress({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(0);
  useEffect(() => on('delete.progressed', (progress) => setDone(progress.done)), []);
  const words = total === 1 ? t('keeping.delete.runningOne') : t('keeping.delete.running', { done, total });
  return (
    <div className={styles.progress}>
      <p role="status">{words}</p>
      <ProgressBar label={words} share={total === 1 ? null : done / total} />
    </div>
  );
}

interface OutcomeProps {
  readonly outcome: DeleteOutcome;
  readonly onClose: () => void;
}

function Outcome({ outcome, onClose }: OutcomeProps) {
  const { t } = useTranslation();
  const { deleted, failed, isStopped } = outcome;
  return (
    <Dialog
      isOpen
      title={t('keeping.delete.doneTitle')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p>{t('keeping.delete.done', { count: deleted.length })}</p>
        {isStopped && <p>{t('keeping.delete.stopped')}</p>}
        {failed.length > 0 && (
          <Banner tone="warning">
            <p>{t('keeping.delete.failed', { count: failed.length })}</p>
            <ul className={styles.reasons}>
              {groupFailures(t, failed).map(({ text, count }) => (
                <li key={text}>
                  {count > 1 && `${String(count)} × `}
                  {text}
                </li>
              ))}
            </ul>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
