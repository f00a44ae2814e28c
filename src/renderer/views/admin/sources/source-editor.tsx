/** Changing a source. What a change touches is scanned anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceSummary } from '../../../../shared/source-model';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { SOURCES_KEY } from '../admin-queries';
import { DraftSaveBar } from '../draft-save-bar';
import { PageHead } from '../page-head';
import { useUnsavedGuard } from '../unsaved-guard';
import { useDraft } from '../use-draft';
import { ReadingSections } from './reading/reading-sections';
import type { SourceDraft } from './source-form';
import { findSourceInput, SourceFields } from './source-form';
import styles from '../admin.module.css';

interface Props {
  readonly source: SourceSummary;
  readonly onBack: () => void;
}

export function SourceEditor({ source, onBack }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, name, archiveDir, reader, timeZone, reading } = source;
  const edit = useDraft<SourceDraft, SourceSummary>({
    of: `source ${id}`,
    held: { name, archiveDir, reader, timeZone, reading },
    save: (draft) => {
      const input = findSourceInput(draft);
      if (!input) throw new Error('The form let an incomplete source through.');
      return call('sources.save', { sourceId: id, ...input });
    },
    onSaved: (saved) =>
      queryClient.setQueryData<readonly SourceSummary[]>(SOURCES_KEY, (rows) =>
        rows?.map((row) => (row.id === saved.id ? saved : row)),
      ),
  });
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const isWrong = findSourceInput(edit.draft) === undefined;
  return (
    <div className={styles.page}>
      <PageHead
        title={<bdi>{toDisplayText(name)}</bdi>}
        about={t('sources.changeAbout')}
        back={{ label: t('shell.pages.sources'), onPress: () => leaveWith(onBack) }}
        takesFocus
      />
      <div className={styles.form}>
        <SourceFields draft={edit.draft} onChange={edit.change} />
        <ReadingSections
          tried={{ sourceId: id }}
          isThere={source.presence === 'present'}
          timeZone={edit.draft.timeZone}
          reading={edit.draft.reading}
          onChange={(next) => edit.change({ ...edit.draft, reading: next })}
        />
        <DraftSaveBar
          edit={edit}
          problem={isWrong ? t('people.problem.some') : undefined}
          isClosed={isWrong}
          saveLabel={t('sources.save')}
          onSave={() => edit.mutation.mutate(edit.draft)}
          isSticky
        />
      </div>
      {guardDialog}
    </div>
  );
}
