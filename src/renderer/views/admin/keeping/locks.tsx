/** The retention locks: shown, and for the administrator added and lengthened. What is saved cannot be taken back, so it is asked twice. */
import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RetentionLock } from '../../../../shared/keeping';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import { retentionQuery } from '../admin-queries';
import { ConfirmDialog } from '../confirm-dialog';
import { DraftSaveBar } from '../draft-save-bar';
import { findInvalidField } from '../invalid-field';
import { useUnsavedGuard } from '../unsaved-guard';
import { useDraft } from '../use-draft';
import type { LockProblem } from './lock-problem';
import { findHeldLock, findLockProblem, toNewLock } from './lock-problem';
import { LockFields } from './lock-fields';
import styles from '../admin.module.css';
import rowStyles from '../people/people.module.css';
import lockStyles from './locks.module.css';

interface Props {
  readonly locks: readonly RetentionLock[];
}

export function LocksTable({ locks }: Props) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('keeping.page.locks')}
      rows={locks}
      keyOf={(lock) => `${lock.subject} ${lock.number}`}
      empty={t('keeping.page.noLocks')}
      columns={[
        {
          id: 'subject',
          title: t('keeping.page.subject'),
          cell: (lock) => t(`keeping.page.subjects.${lock.subject}`),
        },
        {
          id: 'number',
          title: t('keeping.page.number'),
          cell: (lock) => <bdi>{toDisplayText(lock.number)}</bdi>,
        },
        {
          id: 'days',
          title: t('keeping.page.period'),
          cell: (lock) => t('keeping.page.days', { count: lock.days }),
        },
      ]}
    />
  );
}

export function LocksEditor({ locks }: Props) {
  const { t } = useTranslation();
  const formRef = useRef<HTMLDivElement>(null);
  const edit = useLocksDraft(locks);
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const [isAsking, setIsAsking] = useState(false);
  const [wasRefused, setWasRefused] = useState(false);
  const problems = edit.draft.map((_, index) =>
    findLockProblem(edit.draft, index, findHeldLock(locks, edit.draft, index)),
  );
  const isWrong = problems.some((problem) => problem !== undefined);
  function ask() {
    setWasRefused(isWrong);
    if (!isWrong) return setIsAsking(true);
    requestAnimationFrame(() => findInvalidField(formRef.current)?.focus());
  }
  return (
    <div className={styles.form} ref={formRef}>
      {edit.draft.length === 0 && <p>{t('keeping.page.noLocks')}</p>}
      <Rows
        locks={locks}
        draft={edit.draft}
        problems={wasRefused ? problems : []}
        onChange={(draft) => edit.change(draft)}
      />
      <div>
        <Button icon="plus" onPress={() => edit.change([...edit.draft, toNewLock()])}>
          {t('keeping.page.addLock')}
        </Button>
      </div>
      <DraftSaveBar
        edit={edit}
        problem={isWrong && wasRefused ? t('people.problem.some') : undefined}
        saveLabel={t('keeping.page.saveLocks')}
        onSave={ask}
      />
      {guardDialog}
      {isAsking && (
        <ConfirmLocks
          locks={edit.draft}
          onConfirm={() => {
            setIsAsking(false);
            edit.mutation.mutate(edit.draft);
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

interface RowsProps extends Props {
  readonly draft: readonly RetentionLock[];
  readonly problems: readonly (LockProblem | undefined)[];
  readonly onChange: (draft: readonly RetentionLock[]) => void;
}

function Rows({ locks, draft, problems, onChange }: RowsProps) {
  return (
    <ul className={rowStyles.rows}>
      {draft.map((lock, index) => (
        // The number is being typed, so it cannot be the row's key.
        <li key={index} className={lockStyles.lock}>
          <LockFields
            lock={lock}
            held={findHeldLock(locks, draft, index)}
            problem={problems[index]}
            onChange={(next) => onChange(draft.map((one, at) => (at === index ? next : one)))}
            onDrop={() => onChange(draft.filter((_, at) => at !== index))}
          />
        </li>
      ))}
    </ul>
  );
}

interface ConfirmProps extends Props {
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function ConfirmLocks({ locks, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t('keeping.page.lockTitle')}
      confirmLabel={t('keeping.page.lockConfirm')}
      isPending={false}
      error={null}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t('keeping.page.lockText')}</p>
        <LocksTable locks={locks} />
      </div>
    </ConfirmDialog>
  );
}

function useLocksDraft(locks: readonly RetentionLock[]) {
  const queryClient = useQueryClient();
  return useDraft<readonly RetentionLock[], readonly RetentionLock[]>({
    of: 'retention locks',
    held: locks,
    save: (draft) => call('retention.save', { locks: [...draft] }),
    onSaved: (saved) => queryClient.setQueryData(retentionQuery.queryKey, saved),
  });
}
