/** Saves a copy of a recording, after the notice that is confirmed once a sign-in; closed with its reason where one may not. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract';
import type { RecordingDetails } from '../../../shared/model';
import { call, toAppError } from '../../client';
import { toErrorText } from '../../error-text';
import { toDisplayText } from '../../format/display-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './details.module.css';
import { useOff } from './off-reason';

type Form = NonNullable<Input<'recordings.download'>['form']>;

interface Props {
  readonly recording: RecordingDetails;
}

export function DownloadButton({ recording }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const download = useMutation({
    mutationFn: ({ form, acceptsNotice }: { form: Form; acceptsNotice: boolean }) =>
      call('recordings.download', { id: recording.id, form, acceptsNotice }),
    onError: (error) => setIsAsking(toAppError(error).reason === 'notice-not-accepted'),
  });
  const off = useOff(recording.access, 'download');
  const isDisabled = off.isOff || download.isPending;
  const saved = download.data?.saved;
  return (
    <div className={styles.download}>
      <Button
        icon="download"
        isDisabled={isDisabled}
        {...off.described}
        onPress={() => download.mutate({ form: 'original', acceptsNotice: false })}
      >
        {t('library.details.download')}
      </Button>
      <Button
        isDisabled={isDisabled}
        {...off.described}
        onPress={() => download.mutate({ form: 'vcon', acceptsNotice: false })}
      >
        <span title={t('library.details.vconHint')}>{t('library.details.vcon')}</span>
      </Button>
      {off.reason}
      {saved && (
        <Banner tone="success">{t('library.details.saved', { name: toDisplayText(saved.fileName) })}</Banner>
      )}
      {download.isError && !isAsking && <Banner tone="error">{toErrorText(t, download.error)}</Banner>}
      <NoticeDialog
        isOpen={isAsking}
        onClose={() => {
          setIsAsking(false);
          download.reset();
        }}
        onAccept={() => {
          setIsAsking(false);
          download.mutate({ form: download.variables?.form ?? 'original', acceptsNotice: true });
        }}
      />
    </div>
  );
}

interface NoticeProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAccept: () => void;
}

function NoticeDialog({ isOpen, onClose, onAccept }: NoticeProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('library.notice.title')}
      isOpen={isOpen}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onPress={onAccept}>
            {t('library.notice.accept')}
          </Button>
        </>
      }
    >
      <p>{t('library.notice.text')}</p>
    </Dialog>
  );
}
