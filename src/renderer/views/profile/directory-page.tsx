/** A person's own names for numbers: to find, add, change and take away. */
import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { PersonalName } from '../../../shared/own-profile';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { Banner } from '../../ui/banner';
import { IconButton } from '../../ui/button';
import type { Column } from '../../ui/table';
import { Table } from '../../ui/table';
import { TextField } from '../../ui/text-field';
import { Failure } from '../admin/failure';
import { Waiting } from '../admin/loaded';
import { PageHead } from '../admin/page-head';
import { ShowMore, useFirstRows } from '../admin/show-more';
import adminStyles from '../admin/admin.module.css';
import { ImportNames } from './import-names';
import { NameForm } from './name-form';
import { ownNamesQuery } from './own-queries';
import { useShownNames } from './use-own-names';
import styles from './profile.module.css';

export function DirectoryPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const names = useQuery(ownNamesQuery);
  const mayEdit = signedIn.directoryAccess === 'write';
  return (
    <div className={adminStyles.page}>
      <PageHead
        title={t('shell.pages.directory')}
        about={t('profile.directory.about')}
        {...(mayEdit && names.data ? { actions: <ImportNames present={names.data} /> } : {})}
      />
      {!mayEdit && <Banner tone="info">{t('profile.directory.readOnly')}</Banner>}
      <Waiting answers={[names]} />
      {names.data && <Names names={names.data} mayEdit={mayEdit} />}
    </div>
  );
}

interface NamesProps {
  readonly names: readonly PersonalName[];
  readonly mayEdit: boolean;
}

function Names({ names, mayEdit }: NamesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [changing, setChanging] = useState<PersonalName | null>(null);
  const found = names.filter((one) => isMatch(one, text));
  const rows = useFirstRows(found);
  const remove = useRemoval();
  const columns = useColumns();
  const actions: Column<PersonalName> = {
    id: 'actions',
    title: t('profile.directory.actions'),
    cell: (row) => (
      <RowActions row={row} onEdit={() => setChanging(row)} onRemove={() => remove.mutate(row.number)} />
    ),
  };
  return (
    <>
      {mayEdit && (
        <section className={`${adminStyles.section} ${adminStyles.form}`} aria-labelledby="own-name-form">
          <h2 id="own-name-form">{t(changing ? 'profile.directory.change' : 'profile.directory.add')}</h2>
          <NameForm key={changing?.number ?? ''} changing={changing} onDone={() => setChanging(null)} />
        </section>
      )}
      <Failure error={remove.error} />
      <div className={styles.listHead}>
        <TextField label={t('profile.directory.find')} value={text} onChange={setText} />
        <p role="status" className={adminStyles.muted}>
          {t('profile.directory.count', { count: found.length })}
        </p>
      </div>
      <div className={styles.table}>
        <Table
          label={t('shell.pages.directory')}
          keyOf={(row) => row.number}
          rows={rows.shown}
          empty={t(names.length === 0 ? 'profile.directory.none' : 'profile.directory.nothingFound')}
          columns={mayEdit ? [...columns, actions] : columns}
        />
      </div>
      <ShowMore rows={rows} />
    </>
  );
}

function useRemoval() {
  const showNames = useShownNames();
  return useMutation({
    mutationFn: (number: string) => call('directory.remove', { number }),
    onSuccess: showNames,
  });
}

function useColumns(): readonly Column<PersonalName>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'name',
      title: t('profile.directory.name'),
      cell: (row) => <bdi>{toDisplayText(row.name)}</bdi>,
      isLong: true,
    },
    {
      id: 'number',
      title: t('profile.directory.number'),
      cell: (row) => <bdi className={adminStyles.number}>{toDisplayText(row.number)}</bdi>,
      isLong: true,
    },
  ];
}

interface ActionsProps {
  readonly row: PersonalName;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function RowActions({ row, onEdit, onRemove }: ActionsProps) {
  const { t } = useTranslation();
  const number = toDisplayText(row.number);
  return (
    <span className={adminStyles.actions}>
      <IconButton icon="edit" label={t('profile.directory.edit', { number })} onPress={onEdit} />
      <IconButton icon="remove" label={t('profile.directory.remove', { number })} onPress={onRemove} />
    </span>
  );
}

function isMatch({ number, name }: PersonalName, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return number.includes(wanted) || name.toLocaleLowerCase().includes(wanted);
}
