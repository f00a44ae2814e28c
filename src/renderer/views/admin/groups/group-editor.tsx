/** One group: its name, its extension, its members with their periods. */
import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract';
import type { GroupInput, GroupRow, PersonRow } from '../../../../shared/people';
import { call } from '../../../client';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { leaveWith } from '../../../leave-guard';
import { Banner } from '../../../ui/banner';
import { groupsQuery } from '../admin-queries';
import { DraftSaveBar } from '../draft-save-bar';
import { findInvalidField } from '../invalid-field';
import { PageHead } from '../page-head';
import { EffectOf } from '../preview/effect-of';
import { usePreview } from '../preview/use-preview';
import { RemoveButton } from '../remove-button';
import { isReversed } from '../period';
import { useUnsavedGuard } from '../unsaved-guard';
import { useDraft } from '../use-draft';
import { GroupFields } from './group-fields';
import styles from '../admin.module.css';

const NEW_GROUP: GroupInput = { name: '', extension: '', members: [] };

interface Props {
  /** Null for a new group; undefined for one that is not there any more. */
  readonly group: GroupRow | null | undefined;
  readonly people: readonly PersonRow[];
  readonly mayEdit: boolean;
  readonly onBack: () => void;
  readonly onCreated: (group: GroupRow) => void;
}

export function GroupEditor({ group, people, mayEdit, onBack, onCreated }: Props) {
  const { t } = useTranslation();
  const formRef = useRef<HTMLDivElement>(null);
  const edit = useGroupEdit(group, onCreated);
  const guardDialog = useUnsavedGuard(edit.isDirty && group !== undefined);
  const head = {
    back: { label: t('shell.pages.groups'), onPress: () => leaveWith(onBack) },
    title: group ? <bdi>{toDisplayText(group.name)}</bdi> : t('admin.groups.new'),
    takesFocus: group !== null,
  };
  if (group === undefined) {
    return (
      <div className={styles.page}>
        <PageHead {...head} title={t('shell.pages.groups')} />
        <Banner tone="warning">{t('admin.groups.gone')}</Banner>
      </div>
    );
  }
  return (
    <div className={styles.page} ref={formRef}>
      <PageHead
        {...head}
        actions={mayEdit && group !== null ? <RemoveGroup group={group} onRemoved={onBack} /> : undefined}
      />
      <div className={styles.form}>
        <GroupFields
          draft={edit.draft}
          people={people}
          mayEdit={mayEdit}
          wasRefused={edit.wasRefused}
          failure={edit.mutation.error}
          onChange={edit.change}
        />
        {mayEdit && <GroupSaveBar edit={edit} formRef={formRef} />}
      </div>
      {guardDialog}
    </div>
  );
}

function useGroupEdit(group: GroupRow | null | undefined, onCreated: (group: GroupRow) => void) {
  const queryClient = useQueryClient();
  const [wasRefused, setWasRefused] = useState(false);
  // The revision that the draft grew from: what somebody else saves meanwhile must not be overwritten unasked.
  const [revision, setRevision] = useState(group?.revision ?? null);
  const toInput = ({ name, extension, members }: GroupInput): Input<'groups.save'> => ({
    groupId: group?.groupId ?? null,
    revision,
    group: { name: name.trim(), extension: extension.trim(), members: [...members] },
  });
  const edit = useDraft<GroupInput, GroupRow>({
    of: `group ${group?.groupId ?? 'new'}`,
    held: group ? { name: group.name, extension: group.extension, members: group.members } : NEW_GROUP,
    save: (draft) => call('groups.save', toInput(draft)),
    onSaved: (saved) => {
      setRevision(saved.revision);
      setWasRefused(false);
      queryClient.setQueryData(
        groupsQuery.queryKey,
        (rows: readonly GroupRow[] | undefined) =>
          rows && [...rows.filter((row) => row.groupId !== saved.groupId), saved],
      );
      if (group === null) onCreated(saved);
    },
  });
  if (!edit.isDirty && !edit.mutation.isPending && group && group.revision !== revision)
    setRevision(group.revision);
  const takeRevision = () => setRevision(group?.revision ?? null);
  return {
    ...edit,
    toInput,
    wasRefused,
    refuse: () => setWasRefused(true),
    keep: () => {
      edit.keep();
      takeRevision();
    },
    discard: () => {
      edit.discard();
      takeRevision();
      setWasRefused(false);
    },
  };
}

interface SaveBarProps {
  readonly edit: ReturnType<typeof useGroupEdit>;
  readonly formRef: RefObject<HTMLDivElement | null>;
}

function GroupSaveBar({ edit, formRef }: SaveBarProps) {
  const { t } = useTranslation();
  const preview = usePreview();
  const { name, extension, members } = edit.draft;
  const isWrong = name.trim() === '' || extension.trim() === '' || members.some(isReversed);
  function save() {
    if (!isWrong && !findInvalidField(formRef.current)) {
      const change = { method: 'groups.save', input: edit.toInput(edit.draft) } as const;
      return preview.before(change, () => edit.mutation.mutate(edit.draft));
    }
    edit.refuse();
    // A field that was never touched is marked by the next rendering only.
    requestAnimationFrame(() => findInvalidField(formRef.current)?.focus());
  }
  return (
    <>
      <DraftSaveBar
        edit={edit}
        isCounting={preview.isCounting}
        problem={edit.wasRefused && isWrong ? t('people.problem.some') : undefined}
        saveLabel={t('admin.groups.save')}
        onSave={save}
      />
      {preview.dialog}
    </>
  );
}

interface RemoveProps {
  readonly group: GroupRow;
  readonly onRemoved: () => void;
}

function RemoveGroup({ group: { groupId, name }, onRemoved }: RemoveProps) {
  const { t } = useTranslation();
  const input = { groupId };
  return (
    <RemoveButton
      label={t('admin.groups.remove')}
      title={t('admin.groups.removeTitle', { name: toIsolatedText(name) })}
      confirmLabel={t('admin.groups.remove')}
      remove={() => call('groups.remove', input)}
      onRemoved={onRemoved}
    >
      <p>{t('admin.groups.removeText')}</p>
      <EffectOf change={{ method: 'groups.remove', input }} />
    </RemoveButton>
  );
}
