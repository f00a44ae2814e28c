/** Language, and which archive: a folder of one's own or the sample. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FolderInspection } from '../../../shared/source-model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { TextField } from '../../ui/text-field';
import { LanguageChoice } from '../shell/language-choice';
import pageStyles from '../sign-in/page.module.css';
import styles from './first-run.module.css';

interface Props {
  readonly hasSample: boolean;
  readonly onSample: () => void;
  readonly onFound: (inspection: FolderInspection) => void;
}

export function ArchivePage({ hasSample, onSample, onFound }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <h1>{t('setup.welcome')}</h1>
        <LanguageChoice />
      </div>
      <p>{t('setup.about')}</p>
      <div className={styles.choices}>
        <OwnArchive onFound={onFound} />
        {hasSample && (
          <section className={styles.choice} aria-labelledby="sample-title">
            <h2 id="sample-title">{t('setup.sampleArchive')}</h2>
            <p>{t('setup.sampleAbout')}</p>
            <Button onPress={onSample}>{t('setup.sampleArchive')}</Button>
          </section>
        )}
      </div>
    </>
  );
}

function OwnArchive({ onFound }: Pick<Props, 'onFound'>) {
  const { t } = useTranslation();
  const [archiveDir, setArchiveDir] = useState('');
  const inspect = useMutation({
    mutationFn: (dir: string) => call('setup.inspect', { archiveDir: dir }),
    onSuccess: onFound,
  });
  const choose = useMutation({
    mutationFn: () => call('setup.chooseFolder', {}),
    onSuccess: (chosen) => {
      if (chosen.archiveDir === null) return;
      setArchiveDir(chosen.archiveDir);
      inspect.mutate(chosen.archiveDir);
    },
  });
  const error = inspect.error ?? choose.error;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (archiveDir.trim() !== '') inspect.mutate(archiveDir.trim());
  }

  return (
    <section className={styles.choice} aria-labelledby="own-title">
      <h2 id="own-title">{t('setup.ownArchive')}</h2>
      <p>{t('setup.ownArchiveAbout')}</p>
      <Button variant="primary" icon="folder" isDisabled={inspect.isPending} onPress={() => choose.mutate()}>
        {t('setup.chooseFolder')}
      </Button>
      <form className={styles.path} onSubmit={submit} noValidate>
        <TextField
          label={t('setup.folderPath')}
          value={archiveDir}
          onChange={setArchiveDir}
          spellCheck="false"
        />
        <Button type="submit" isDisabled={inspect.isPending || archiveDir.trim() === ''}>
          {t('setup.look')}
        </Button>
      </form>
      {inspect.isPending && <Spinner label={t('setup.looking')} />}
      {error && <Banner tone="error">{toErrorText(t, error)}</Banner>}
    </section>
  );
}
