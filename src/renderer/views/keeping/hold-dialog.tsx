/** Puts recordings under legal hold, or releases them, with the reason that the trail keeps. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { REASON_MAX_LENGTH } from '../../../shared/keeping';
import { call } from '../../client';
import { tellOwnChange } from '../../own-changes';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { toKeptText } from './keeping-words';
import styles from './keeping.module.css';

export interface HoldRequest {
  readonly ids: readonly string[];
  readonly sets: boolean;
}

interface Props extends HoldRequest {
  readonly onClose: () => void;
}

export function HoldDialog({ ids, sets, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasRefused, setWasRefused] = useState(false);
  const isMissing = reason.trim() === '';
  const count = ids.length;
  const change = useMutation({
    mutationFn: () => call(sets ? 'holds.set' : 'holds.release', { ids: [...ids], reason }),
    onSuccess: () => {
      tellOwnChange();
      onClose();
    },
  });
  const confirm = () => {
    setWasRefused(isMissing);
    if (!isMissing) change.mutate();
  };
  return (
    <Dialog
      isOpen
      title={t(sets ? 'keeping.hold.setTitle' : 'keeping.hold.releaseTitle', { count })}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={change.isPending} onPress={confirm}>
            {t(sets ? 'keeping.hold.setConfirm' : 'keeping.hold.releaseConfirm')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{t(sets ? 'keeping.hold.setText' : 'keeping.hold.releaseText')}</p>
        <TextField
          autoFocus
          label={t('keeping.hold.reason')}
          description={t('keeping.hold.reasonAbout')}
          errorMessage={wasRefused && isMissing ? t('keeping.hold.reasonNeeded') : undefined}
          maxLength={REASON_MAX_LENGTH}
          value={reason}
          onChange={setReason}
        />
        {change.isError && <Banner tone="error">{toKeptText(t, change.error)}</Banner>}
      </div>
    </Dialog>
  );
}
