/** Adding a source: choose a folder, see what is in it, say how it is called, and let it be scanned. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FolderInspection, SourceSummary } from '../../../../shared/source-model';
import type { Input } from '../../../../shared/contract';
import { PLAIN_READING } from '../../../../shared/source-reading';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Spinner } from '../../../ui/progress';
import { InspectionExamples, InspectionFacts } from '../../first-run/found-page';
import { ADMIN_KEY, SOURCES_KEY } from '../admin-queries';
import { Failure } from '../failure';
import { PageHead } from '../page-head';
import { useUnsavedGuard } from '../unsaved-guard';
import { FolderField } from './folder-field';
import { ReadingOffer } from './reading/reading-offer';
import type { SourceDraft } from './source-form';
import { findSourceInput, SourceFields } from './source-form';
import styles from '../admin.module.css';

export function AddSource({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [inspection, setInspection] = useState<FolderInspection | null>(null);
  return (
    <div className={styles.page}>
      <PageHead
        title={t('sources.addTitle')}
        about={t('sources.addAbout')}
        back={{ label: t('shell.pages.sources'), onPress: () => leaveWith(onBack) }}
        takesFocus
      />
      <div className={styles.form}>
        {inspection === null ? (
          <ChooseFolder onFound={setInspection} />
        ) : (
          <Found inspection={inspection} onOther={() => setInspection(null)} onAdded={onBack} />
        )}
      </div>
    </div>
  );
}

function ChooseFolder({ onFound }: { readonly onFound: (inspection: FolderInspection) => void }) {
  const { t } = useTranslation();
  const [archiveDir, setArchiveDir] = useState('');
  const inspect = useMutation({
    mutationFn: (dir: string) => call('sources.inspect', { archiveDir: dir }),
    onSuccess: onFound,
  });
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (archiveDir.trim() !== '' && !inspect.isPending) inspect.mutate(archiveDir.trim());
  }
  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <FolderField archiveDir={archiveDir} onChange={setArchiveDir} onChosen={(dir) => inspect.mutate(dir)} />
      <Failure error={inspect.error} />
      {inspect.isPending && <Spinner label={t('setup.looking')} />}
      <div>
        <Button type="submit" variant="primary" isDisabled={archiveDir.trim() === '' || inspect.isPending}>
          {t('setup.look')}
        </Button>
      </div>
    </form>
  );
}

interface FoundProps {
  readonly inspection: FolderInspection;
  readonly onOther: () => void;
  readonly onAdded: () => void;
}

function Found({ inspection, onOther, onAdded }: FoundProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<SourceDraft>(() => toDraft(inspection));
  const add = useMutation({
    mutationFn: (source: Input<'sources.add'>) => call('sources.add', source),
    onSuccess: (added) => {
      queryClient.setQueryData<readonly SourceSummary[]>(SOURCES_KEY, (rows) => rows && [...rows, added]);
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
      onAdded();
    },
  });
  const guardDialog = useUnsavedGuard(!add.isSuccess);
  const source = findSourceInput(draft);
  return (
    <>
      <section className={styles.section} aria-labelledby="found-title">
        <h2 id="found-title">{t('setup.foundTitle')}</h2>
        <p>
          <bdi>{toDisplayText(inspection.archiveDir)}</bdi>
        </p>
        {inspection.systems.length === 0 ? (
          <Banner tone="warning">{t('setup.nothingFound')}</Banner>
        ) : (
          <>
            <InspectionFacts inspection={inspection} />
            <h3>{t('setup.examples')}</h3>
            <InspectionExamples inspection={inspection} />
          </>
        )}
      </section>
      <SourceFields draft={draft} hasFixedFolder onChange={setDraft} />
      {inspection.systems.length > 0 && (
        <ReadingOffer
          inspection={inspection}
          timeZone={draft.timeZone}
          reading={draft.reading}
          onChange={(reading) => setDraft({ ...draft, reading })}
        />
      )}
      <Failure error={add.error} />
      <div className={styles.actions}>
        <Button isDisabled={add.isPending} onPress={onOther}>
          {t('setup.otherFolder')}
        </Button>
        <Button
          variant="primary"
          isDisabled={source === undefined || add.isPending}
          onPress={() => {
            if (source) add.mutate(source);
          }}
        >
          {add.isPending ? t('common.loading') : t('sources.addNow')}
        </Button>
      </div>
      {guardDialog}
    </>
  );
}

/** Named after its folder at first; one reader for all of it only where nothing else was found. */
function toDraft({ archiveDir, suggestedTimeZone }: FolderInspection): SourceDraft {
  const folder =
    archiveDir
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? archiveDir;
  return {
    name: folder.slice(0, 200),
    archiveDir,
    reader: 'auto',
    timeZone: suggestedTimeZone,
    reading: PLAIN_READING,
  };
}
