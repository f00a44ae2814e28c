/** One rights group: its name, its rights by component, its members. */
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { PersonRow, RightsGroupInput, RightsGroupRow } from '../../../../shared/people';
import { call, toAppError } from '../../../client';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { Banner } from '../../../ui/banner';
import { TextField } from '../../../ui/text-field';
import { rightsGroupsQuery } from '../admin-queries';
import { DraftSaveBar } from '../draft-save-bar';
import { PageHead } from '../page-head';
import { EffectOf } from '../preview/effect-of';
import { usePreview } from '../preview/use-preview';
import { RemoveButton } from '../remove-button';
import { useUnsavedGuard } from '../unsaved-guard';
import { useRevisedDraft } from '../use-revised-draft';
import { MembersField } from './members-field';
import { RightsField } from './rights-field';
import styles from '../admin.module.css';

const NEW_GROUP: RightsGroupInput = { name: '', rights: [], members: [] };

interface Props {
  /** Null for a new group; undefined for one that is not there any more. */
  readonly group: RightsGroupRow | null | undefined;
  readonly people: readonly PersonRow[];
  readonly signedIn: SignedIn;
  readonly onBack: () => void;
  readonly onCreated: (group: RightsGroupRow) => void;
}

export function RightsGroupEditor({ group, people, signedIn, onBack, onCreated }: Props) {
  const { t } = useTranslation();
  const edit = useRightsGroupEdit(group, onCreated);
  const guardDialog = useUnsavedGuard(edit.isDirty && group !== undefined);
  const mayEdit = signedIn.mayChangeSecurity;
  const head = {
    back: { label: t('shell.pages.rights-groups'), onPress: () => leaveWith(onBack) },
    title: group ? <bdi>{toDisplayText(group.name)}</bdi> : t('admin.rightsGroups.new'),
    takesFocus: group !== null,
  };
  if (group === undefined) {
    return (
      <div className={styles.page}>
        <PageHead {...head} title={t('shell.pages.rights-groups')} />
        <Banner tone="warning">{t('admin.rightsGroups.gone')}</Banner>
      </div>
    );
  }
  const { draft, change } = edit;
  return (
    <div className={styles.page}>
      <PageHead
        {...head}
        actions={mayEdit && group !== null ? <RemoveGroup group={group} onRemoved={onBack} /> : undefined}
      />
      <div className={styles.form}>
        <section className={styles.section}>
          <NameField draft={draft} error={edit.mutation.error} mayEdit={mayEdit} onChange={change} />
        </section>
        <RightsField
          rights={draft.rights}
          mayEdit={mayEdit}
          onChange={(rights) => change({ ...draft, rights })}
        />
        <MembersField
          members={draft.members}
          people={people}
          mayEdit={mayEdit}
          onChange={(members) => change({ ...draft, members })}
        />
        {mayEdit && <Foot group={group} edit={edit} signedIn={signedIn} />}
      </div>
      {guardDialog}
    </div>
  );
}

interface FootProps {
  readonly group: RightsGroupRow | null;
  readonly edit: ReturnType<typeof useRightsGroupEdit>;
  readonly signedIn: SignedIn;
}

function Foot({ group, edit, signedIn }: FootProps) {
  const { t } = useTranslation();
  const preview = usePreview();
  const { draft } = edit;
  return (
    <>
      <DraftSaveBar
        edit={edit}
        isCounting={preview.isCounting}
        notice={toOwnNotice(draft, group, signedIn, t('admin.rightsGroups.oneself'))}
        isClosed={draft.name.trim() === ''}
        isSticky
        saveLabel={t('admin.rightsGroups.save')}
        onSave={() => preview.before(toSave(group, edit.revision, draft), () => edit.mutation.mutate(draft))}
      />
      {preview.dialog}
    </>
  );
}

/** Undefined where the draft changes no right of the person who edits it. */
function toOwnNotice(
  draft: RightsGroupInput,
  before: RightsGroupRow | null,
  { userId }: SignedIn,
  words: string,
): ReactNode {
  const own = (one: RightsGroupInput) =>
    one.members.includes(userId) ? [...one.rights].sort().join() : 'none';
  return own(draft) === own(before ?? NEW_GROUP) ? undefined : <Banner tone="warning">{words}</Banner>;
}

/** The call that saves the draft, and whose effect is looked at before. */
function toSave(
  group: RightsGroupRow | null | undefined,
  revision: number | null,
  { name, rights, members }: RightsGroupInput,
) {
  const rightsGroup = { name: name.trim(), rights: [...rights], members: [...members] };
  const input = { rightsGroupId: group?.rightsGroupId ?? null, revision, rightsGroup };
  return { method: 'rightsGroups.save', input } as const;
}

function useRightsGroupEdit(
  group: RightsGroupRow | null | undefined,
  onCreated: (group: RightsGroupRow) => void,
) {
  const queryClient = useQueryClient();
  return useRevisedDraft<RightsGroupInput, RightsGroupRow, number | null>({
    of: `rights group ${group?.rightsGroupId ?? 'new'}`,
    held: group ? { name: group.name, rights: group.rights, members: group.members } : NEW_GROUP,
    revision: group?.revision ?? null,
    save: (draft, revision) => call('rightsGroups.save', toSave(group, revision, draft).input),
    onSaved: (saved) => {
      queryClient.setQueryData(
        rightsGroupsQuery.queryKey,
        (rows: readonly RightsGroupRow[] | undefined) =>
          rows && [...rows.filter((one) => one.rightsGroupId !== saved.rightsGroupId), saved],
      );
      if (group === null) onCreated(saved);
    },
  });
}

interface NameProps {
  readonly draft: RightsGroupInput;
  readonly error: Error | null;
  readonly mayEdit: boolean;
  readonly onChange: (draft: RightsGroupInput) => void;
}

function NameField({ draft, error, mayEdit, onChange }: NameProps) {
  const { t } = useTranslation();
  const isTaken = error !== null && toAppError(error).reason === 'name-taken';
  return (
    <TextField
      label={t('people.name')}
      errorMessage={isTaken ? t('admin.rightsGroups.nameTaken') : undefined}
      isReadOnly={!mayEdit}
      maxLength={200}
      value={draft.name}
      onChange={(name) => onChange({ ...draft, name })}
    />
  );
}

interface RemoveProps {
  readonly group: RightsGroupRow;
  readonly onRemoved: () => void;
}

function RemoveGroup({ group: { rightsGroupId, name }, onRemoved }: RemoveProps) {
  const { t } = useTranslation();
  const input = { rightsGroupId };
  return (
    <RemoveButton
      label={t('admin.rightsGroups.remove')}
      title={t('admin.rightsGroups.removeTitle', { name: toIsolatedText(name) })}
      confirmLabel={t('admin.rightsGroups.remove')}
      remove={() => call('rightsGroups.remove', input)}
      onRemoved={onRemoved}
    >
      <p>{t('admin.rightsGroups.removeText')}</p>
      <EffectOf change={{ method: 'rightsGroups.remove', input }} />
    </RemoveButton>
  );
}
