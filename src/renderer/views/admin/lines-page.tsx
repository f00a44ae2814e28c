/** Lines: numbers of trunks and what they are called. A right names the number, so that renaming changes no right. */
import { useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { LineList, LineRow } from '../../../shared/people';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { Button, IconButton } from '../../ui/button';
import { Table } from '../../ui/table';
import { TextField } from '../../ui/text-field';
import { linesQuery } from './admin-queries';
import { DraftSaveBar } from './draft-save-bar';
import { findInvalidField } from './invalid-field';
import { Waiting } from './loaded';
import { PageHead } from './page-head';
import { ShowMore, useFirstRows } from './show-more';
import { useUnsavedGuard } from './unsaved-guard';
import { useRevisedDraft } from './use-revised-draft';
import styles from './admin.module.css';
import rowStyles from './people/people.module.css';

export function LinesPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const lines = useQuery(linesQuery);
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.lines')} about={t('admin.lines.about')} />
      <Waiting answers={[lines]} />
      {lines.data &&
        (signedIn.mayChangeConfiguration ? (
          <LinesEditor list={lines.data} />
        ) : (
          <Lines lines={lines.data.lines} />
        ))}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly LineRow[] }) {
  const { t } = useTranslation();
  const rows = useFirstRows(lines);
  return (
    <>
      <Table
        label={t('shell.pages.lines')}
        keyOf={(line) => line.number}
        rows={rows.shown}
        empty={t('admin.lines.none')}
        columns={[
          {
            id: 'number',
            title: t('admin.lines.number'),
            cell: (line) => <bdi>{toDisplayText(line.number)}</bdi>,
          },
          { id: 'name', title: t('people.name'), cell: (line) => <bdi>{toDisplayText(line.name)}</bdi> },
        ]}
      />
      <ShowMore rows={rows} />
    </>
  );
}

function LinesEditor({ list }: { readonly list: LineList }) {
  const { t } = useTranslation();
  const formRef = useRef<HTMLDivElement>(null);
  const edit = useLinesDraft(list);
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const rows = useFirstRows(edit.draft);
  const problems = edit.draft.map((line, index) => findProblem(edit.draft, line, index));
  const isWrong = problems.some((problem) => problem !== undefined);
  const [wasRefused, setWasRefused] = useState(false);
  function save() {
    setWasRefused(isWrong);
    if (!isWrong) return edit.mutation.mutate(edit.draft);
    // A field that was never touched is marked by the next rendering only.
    requestAnimationFrame(() => findInvalidField(formRef.current)?.focus());
  }
  return (
    <div className={styles.form} ref={formRef}>
      {edit.draft.length === 0 && <p>{t('admin.lines.none')}</p>}
      <ul className={rowStyles.rows}>
        {rows.shown.map((line, index) => (
          // The number is being typed, so it cannot be the row's key.
          <li key={index} className={rowStyles.lineRow}>
            <LineFields
              line={line}
              problem={problems[index] === 'missing' && !wasRefused ? undefined : problems[index]}
              onChange={(next) => edit.change(edit.draft.map((one, at) => (at === index ? next : one)))}
              onRemove={() => edit.change(edit.draft.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <ShowMore rows={rows} />
      <div>
        <Button icon="plus" onPress={() => edit.change([...edit.draft, { number: '', name: '' }])}>
          {t('admin.lines.add')}
        </Button>
      </div>
      <DraftSaveBar
        edit={edit}
        problem={isWrong && wasRefused ? t('people.problem.some') : undefined}
        saveLabel={t('admin.lines.save')}
        onSave={save}
      />
      {guardDialog}
    </div>
  );
}

function useLinesDraft({ revision, lines }: LineList) {
  const queryClient = useQueryClient();
  return useRevisedDraft<readonly LineRow[], LineList>({
    of: 'lines',
    held: lines,
    revision,
    save: (draft, readAt) =>
      call('lines.save', {
        revision: readAt,
        lines: draft.map((line) => ({ number: line.number.trim(), name: line.name.trim() })),
      }),
    onSaved: (saved) => queryClient.setQueryData(linesQuery.queryKey, saved),
  });
}

type Problem = 'missing' | 'twice' | 'tooLong';

function findProblem(lines: readonly LineRow[], line: LineRow, index: number): Problem | undefined {
  const number = line.number.trim();
  if (number === '') return 'missing';
  if (number.length > 64 || line.name.trim().length > 200) return 'tooLong';
  return lines.some((other, at) => at < index && other.number.trim() === number) ? 'twice' : undefined;
}

interface FieldsProps {
  readonly line: LineRow;
  readonly problem: Problem | undefined;
  readonly onChange: (line: LineRow) => void;
  readonly onRemove: () => void;
}

function LineFields({ line, problem, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('admin.lines.number')}
        errorMessage={problem && t(`admin.lines.problem.${problem}`)}
        spellCheck="false"
        value={line.number}
        onChange={(number) => onChange({ ...line, number })}
      />
      <TextField
        label={t('people.name')}
        value={line.name}
        onChange={(name) => onChange({ ...line, name })}
      />
      <IconButton
        icon="remove"
        label={t('admin.lines.remove', { number: toDisplayText(line.number) })}
        onPress={onRemove}
      />
    </>
  );
}
