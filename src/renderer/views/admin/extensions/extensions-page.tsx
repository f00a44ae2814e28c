/** What each extension has of voicemail, fax and call recording: without it nothing of the kind can be shared. */
import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { ExtensionList, ExtensionRow } from '../../../../shared/people';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Table } from '../../../ui/table';
import { TextField } from '../../../ui/text-field';
import { extensionsQuery } from '../admin-queries';
import { DraftSaveBar } from '../draft-save-bar';
import { Waiting } from '../loaded';
import { matchesText } from '../matching-text';
import { PageHead } from '../page-head';
import { usePreview } from '../preview/use-preview';
import { ShowMore, useFirstRows } from '../show-more';
import { useUnsavedGuard } from '../unsaved-guard';
import { useRevisedDraft } from '../use-revised-draft';
import styles from '../admin.module.css';

const FEATURES = ['voicemail', 'fax', 'callRecording'] as const;
type Feature = (typeof FEATURES)[number];

export function ExtensionsPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const extensions = useQuery(extensionsQuery);
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.extensions')} about={t('admin.extensions.about')} />
      <Waiting answers={[extensions]} />
      {extensions.data && <Editor list={extensions.data} mayEdit={signedIn.mayChangeConfiguration} />}
    </div>
  );
}

interface EditorProps {
  readonly list: ExtensionList;
  readonly mayEdit: boolean;
}

function Editor({ list, mayEdit }: EditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const edit = useExtensionsDraft(list);
  const preview = usePreview();
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const found = edit.draft.filter((row) => matchesText(text, row.extension, row.holder ?? ''));
  const set = (some: readonly ExtensionRow[], feature: Feature, isOn: boolean) => {
    const meant = new Set(some.map((row) => row.extension));
    edit.change(edit.draft.map((row) => (meant.has(row.extension) ? { ...row, [feature]: isOn } : row)));
  };
  return (
    <>
      <div className={styles.findLine}>
        <TextField
          label={t('admin.extensions.find')}
          type="search"
          autoComplete="off"
          spellCheck="false"
          value={text}
          onChange={setText}
        />
        <p role="status">{t('admin.extensions.count', { count: found.length })}</p>
      </div>
      {mayEdit && found.length > 0 && (
        <AllShown count={found.length} onSet={(feature, isOn) => set(found, feature, isOn)} />
      )}
      <ExtensionsTable
        rows={found}
        mayEdit={mayEdit}
        onSet={(row, feature, isOn) => set([row], feature, isOn)}
      />
      {mayEdit && (
        <DraftSaveBar
          edit={edit}
          isCounting={preview.isCounting}
          isSticky
          saveLabel={t('admin.extensions.save')}
          onSave={() =>
            preview.before(toSave(list.extensions, edit.revision, edit.draft), () =>
              edit.mutation.mutate(edit.draft),
            )
          }
        />
      )}
      {preview.dialog}
      {guardDialog}
    </>
  );
}

function useExtensionsDraft({ revision, extensions }: ExtensionList) {
  const queryClient = useQueryClient();
  return useRevisedDraft<readonly ExtensionRow[], ExtensionList>({
    of: 'extensions',
    held: extensions,
    revision,
    save: (draft, readAt) => call('extensions.save', toSave(extensions, readAt, draft).input),
    onSaved: (saved) => queryClient.setQueryData(extensionsQuery.queryKey, saved),
  });
}

/** The call that saves what differs, and whose effect is looked at before. */
function toSave(before: readonly ExtensionRow[], revision: string, draft: readonly ExtensionRow[]) {
  const known = new Map(before.map((row) => [row.extension, row] as const));
  const extensions = draft
    .filter((row) => FEATURES.some((feature) => known.get(row.extension)?.[feature] !== row[feature]))
    .map(({ extension, voicemail, fax, callRecording }) => ({ extension, voicemail, fax, callRecording }));
  return { method: 'extensions.save', input: { revision, extensions } } as const;
}

interface AllShownProps {
  readonly count: number;
  readonly onSet: (feature: Feature, isOn: boolean) => void;
}

/** For all that are found, also those further down. */
function AllShown({ count, onSet }: AllShownProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bulk} role="group" aria-labelledby="all-shown-title">
      <p id="all-shown-title">{t('admin.extensions.allShown', { count })}</p>
      {FEATURES.map((feature) => (
        <div key={feature} className={styles.actions}>
          <span id={`all-${feature}`}>{t(`admin.extensions.feature.${feature}`)}</span>
          <Button
            id={`all-${feature}-on`}
            aria-labelledby={`all-${feature}-on all-${feature}`}
            onPress={() => onSet(feature, true)}
          >
            {t('admin.extensions.on')}
          </Button>
          <Button
            id={`all-${feature}-off`}
            aria-labelledby={`all-${feature}-off all-${feature}`}
            onPress={() => onSet(feature, false)}
          >
            {t('admin.extensions.off')}
          </Button>
        </div>
      ))}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly ExtensionRow[];
  readonly mayEdit: boolean;
  readonly onSet: (row: ExtensionRow, feature: Feature, isOn: boolean) => void;
}

function ExtensionsTable({ rows, mayEdit, onSet }: TableProps) {
  const { t } = useTranslation();
  const first = useFirstRows(rows);
  return (
    <>
      <Table
        label={t('shell.pages.extensions')}
        keyOf={(row) => row.extension}
        rows={first.shown}
        empty={t('admin.extensions.none')}
        columns={[
          {
            id: 'extension',
            title: t('admin.detail.extension'),
            cell: (row) => <bdi className={styles.number}>{toDisplayText(row.extension)}</bdi>,
          },
          {
            id: 'holder',
            title: t('admin.extensions.holder'),
            cell: (row) =>
              row.holder === null ? (
                <span className={styles.muted}>{t('admin.groups.nobody')}</span>
              ) : (
                <bdi>{toDisplayText(row.holder)}</bdi>
              ),
          },
          ...FEATURES.map((feature) => ({
            id: feature,
            title: t(`admin.extensions.feature.${feature}`),
            cell: (row: ExtensionRow) => (
              <Checkbox
                isSelected={row[feature]}
                isReadOnly={!mayEdit}
                onChange={(isOn) => onSet(row, feature, isOn)}
              >
                <span className="spoken">
                  {`${toDisplayText(row.extension)}: ${t(`admin.extensions.feature.${feature}`)}`}
                </span>
              </Checkbox>
            ),
          })),
        ]}
      />
      <ShowMore rows={first} />
    </>
  );
}
