/** Names out of a CSV file: what would come is shown before anything is saved. */
import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonalName } from '../../../shared/own-profile';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../admin/failure';
import type { NamesFile } from './names-csv';
import { parseNames } from './names-csv';
import { useShownNames } from './use-own-names';
import styles from './profile.module.css';

/** A list of the most names there can be, each as long as can be, is smaller. */
const FILE_AT_MOST_BYTES = 2 * 1024 * 1024;

interface Props {
  readonly present: readonly PersonalName[];
}

export function ImportNames({ present }: Props) {
  const { t } = useTranslation();
  const inputRef = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<NamesFile | 'too large' | null>(null);
  async function take(file: File | undefined) {
    if (!file) return;
    setRead(file.size > FILE_AT_MOST_BYTES ? 'too large' : parseNames(await file.text()));
  }
  return (
    <>
      <Button onPress={() => inputRef.current?.click()}>{t('profile.directory.import')}</Button>
      <input
        ref={inputRef}
        type="file"
        accept=".csv,text/csv,text/plain"
        className={styles.hidden}
        aria-label={t('profile.directory.import')}
        tabIndex={-1}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file chosen again is read again.
          event.target.value = '';
        }}
      />
      {read && <ImportDialog read={read} present={present} onClose={() => setRead(null)} />}
    </>
  );
}

interface DialogProps {
  readonly read: NamesFile | 'too large';
  readonly present: readonly PersonalName[];
  readonly onClose: () => void;
}

function ImportDialog({ read, present, onClose }: DialogProps) {
  const { t } = useTranslation();
  const showNames = useShownNames();
  const names = read === 'too large' ? [] : read.names;
  const save = useMutation({
    mutationFn: () => call('directory.save', { names: [...names] }),
    onSuccess: async (saved) => {
      await showNames(saved);
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={t('profile.directory.importTitle')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={names.length === 0 || save.isPending}
            onPress={() => save.mutate()}
          >
            {save.isPending ? t('common.loading') : t('profile.directory.importNow')}
          </Button>
        </>
      }
    >
      {read === 'too large' ? (
        <Banner tone="error">{t('profile.directory.importTooLarge')}</Banner>
      ) : (
        <WhatComes read={read} present={present} />
      )}
      <Failure error={save.error} />
    </Dialog>
  );
}

interface WhatComesProps {
  readonly read: NamesFile;
  readonly present: readonly PersonalName[];
}

function WhatComes({ read, present }: WhatComesProps) {
  const { t } = useTranslation();
  const nameOf = new Map(present.map(({ number, name }) => [number, name]));
  const added = read.names.filter(({ number }) => !nameOf.has(number)).length;
  const same = read.names.filter(({ number, name }) => nameOf.get(number) === name).length;
  const changed = read.names.length - added - same;
  return (
    <>
      {read.names.length === 0 && (
        <p>
          {t('profile.directory.importNothing')} {t('profile.directory.importAbout')}
        </p>
      )}
      <ul>
        {added > 0 && <li>{t('profile.directory.importNew', { count: added })}</li>}
        {changed > 0 && <li>{t('profile.directory.importChanged', { count: changed })}</li>}
        {same > 0 && <li>{t('profile.directory.importSame', { count: same })}</li>}
      </ul>
      {read.wrong.length > 0 && (
        <>
          <p>{t('profile.directory.importWrong', { count: read.wrong.length })}</p>
          <ul className={styles.wrongLines} tabIndex={0}>
            {read.wrong.slice(0, 100).map(({ line, text }) => (
              <li key={line}>{t('profile.directory.importLine', { line, text: toDisplayText(text) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
