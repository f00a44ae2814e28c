/** Call reporting, as the one configures it who holds Reporter Administrator: whether there is any, and who has it. */
import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { CallReporting, CallReportingPerson } from '../../../../shared/people';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Checkbox } from '../../../ui/checkbox';
import { Table } from '../../../ui/table';
import { TextField } from '../../../ui/text-field';
import { callReportingQuery } from '../admin-queries';
import { DraftSaveBar } from '../draft-save-bar';
import { Waiting } from '../loaded';
import { matchesText } from '../matching-text';
import { PageHead } from '../page-head';
import { ShowMore, useFirstRows } from '../show-more';
import { useUnsavedGuard } from '../unsaved-guard';
import { useRevisedDraft } from '../use-revised-draft';
import styles from '../admin.module.css';

export function CallReportingPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const reporting = useQuery(callReportingQuery);
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.call-reporting')} about={t('admin.callReporting.about')} />
      <Waiting answers={[reporting]} />
      {reporting.data && <Editor held={reporting.data} mayEdit={signedIn.mayConfigureReporting} />}
    </div>
  );
}

type Draft = Omit<CallReporting, 'revision'>;

function Editor({ held, mayEdit }: { readonly held: CallReporting; readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const edit = useCallReportingDraft(held);
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const { draft, change } = edit;
  const set = (userId: string, callReporting: boolean) =>
    change({
      ...draft,
      people: draft.people.map((one) => (one.userId === userId ? { ...one, callReporting } : one)),
    });
  return (
    <>
      <section className={styles.section}>
        <Checkbox
          isSelected={draft.isAvailable}
          isReadOnly={!mayEdit}
          description={t('settings.organisationEffect.callReporting')}
          onChange={(isAvailable) => change({ ...draft, isAvailable })}
        >
          {t('settings.organisationName.callReporting')}
        </Checkbox>
      </section>
      <PeopleTable draft={draft} mayEdit={mayEdit} onSet={set} />
      {mayEdit && (
        <DraftSaveBar
          edit={edit}
          isSticky
          saveLabel={t('admin.callReporting.save')}
          onSave={() => edit.mutation.mutate(draft)}
        />
      )}
      {guardDialog}
    </>
  );
}

function useCallReportingDraft({ revision, ...held }: CallReporting) {
  const queryClient = useQueryClient();
  return useRevisedDraft<Draft, CallReporting>({
    of: 'call reporting',
    held,
    revision,
    save: (draft, readAt) => {
      const had = new Map(held.people.map((person) => [person.userId, person.callReporting] as const));
      const people = draft.people
        .filter(({ userId, callReporting }) => had.get(userId) !== callReporting)
        .map(({ userId, callReporting }) => ({ userId, callReporting }));
      return call('callReporting.save', { revision: readAt, isAvailable: draft.isAvailable, people });
    },
    onSaved: (saved) => queryClient.setQueryData(callReportingQuery.queryKey, saved),
  });
}

interface TableProps {
  readonly draft: Draft;
  readonly mayEdit: boolean;
  readonly onSet: (userId: string, isOn: boolean) => void;
}

function PeopleTable({ draft, mayEdit, onSet }: TableProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = draft.people.filter((person) => matchesText(text, person.name));
  const rows = useFirstRows(found);
  return (
    <>
      <div className={styles.findLine}>
        <TextField
          label={t('people.find')}
          type="search"
          autoComplete="off"
          spellCheck="false"
          value={text}
          onChange={setText}
        />
        <p role="status">{t('people.count', { count: found.length })}</p>
      </div>
      <Table
        label={t('shell.pages.call-reporting')}
        keyOf={(person) => person.userId}
        rows={rows.shown}
        empty={t('people.noneFound')}
        columns={[
          {
            id: 'name',
            title: t('people.name'),
            cell: (person) => <bdi>{toDisplayText(person.name)}</bdi>,
          },
          {
            id: 'callReporting',
            title: t('settings.name.callReporting'),
            cell: (person) => (
              <Checkbox
                isSelected={person.callReporting}
                isReadOnly={!mayEdit}
                onChange={(isOn) => onSet(person.userId, isOn)}
              >
                <span className="spoken">{toDisplayText(person.name)}</span>
              </Checkbox>
            ),
          },
          { id: 'note', title: t('people.state'), cell: (person) => <Note person={person} draft={draft} /> },
        ]}
      />
      <ShowMore rows={rows} />
    </>
  );
}

/** Why the setting has no effect, where it has none. */
function Note({ person, draft }: { readonly person: CallReportingPerson; readonly draft: Draft }) {
  const { t } = useTranslation();
  if (!person.isActive) return t('people.stateClosed');
  if (!person.callReporting) return null;
  if (!draft.isAvailable) {
    const name = t('settings.organisationName.callReporting');
    return t('settings.closed.byOrganisation', { name });
  }
  return person.hasPortal ? null : t('settings.closed.bySetting', { name: t('settings.name.portal') });
}
