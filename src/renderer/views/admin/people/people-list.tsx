/** Everybody, with what each may at a glance, and a field to find one. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { PersonRow } from '../../../../shared/people';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import { Tag } from '../../../ui/tag';
import { TextField } from '../../../ui/text-field';
import { organisationQuery, peopleQuery, rightsGroupsQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { matchesText } from '../matching-text';
import { PageHead } from '../page-head';
import { ShowMore, useFirstRows } from '../show-more';
import type { GlanceFacts } from './glance';
import { tellGlance } from './glance';
import adminStyles from '../admin.module.css';
import styles from './people.module.css';

interface Props {
  readonly signedIn: SignedIn;
  readonly takesFocus: boolean;
  /** Null for a new person. */
  readonly onOpen: (userId: string | null) => void;
}

export function PeopleList({ signedIn, takesFocus, onOpen }: Props) {
  const { t } = useTranslation();
  const people = useQuery(peopleQuery);
  const rightsGroups = useQuery(rightsGroupsQuery);
  const organisation = useQuery(organisationQuery);
  const addPerson = (
    <Button variant="primary" icon="plus" onPress={() => onOpen(null)}>
      {t('people.new')}
    </Button>
  );
  return (
    <div className={adminStyles.page}>
      <PageHead
        title={t('shell.pages.people')}
        about={t('people.about')}
        takesFocus={takesFocus}
        actions={signedIn.mayChangeConfiguration ? addPerson : undefined}
      />
      <Waiting answers={[people, rightsGroups, organisation]} />
      {people.data && rightsGroups.data && organisation.data && (
        <Found
          people={people.data}
          facts={{ rightsGroups: rightsGroups.data, agentAccess: organisation.data.settings.agentAccess }}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

interface FoundProps {
  readonly people: readonly PersonRow[];
  readonly facts: GlanceFacts;
  readonly onOpen: (userId: string) => void;
}

function Found({ people, facts, onOpen }: FoundProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = people.filter((person) =>
    matchesText(text, person.name, person.signInName, ...person.extensions, ...person.rightsGroups),
  );
  const rows = useFirstRows(found);
  return (
    <>
      <div className={adminStyles.findLine}>
        <TextField
          label={t('people.find')}
          placeholder={t('people.findHint')}
          type="search"
          value={text}
          onChange={setText}
        />
        <p role="status" className={adminStyles.muted}>
          {t('people.count', { count: found.length })}
        </p>
      </div>
      <PeopleTable people={rows.shown} facts={facts} onOpen={onOpen} />
      <ShowMore rows={rows} />
    </>
  );
}

function PeopleTable({ people, facts, onOpen }: FoundProps) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('shell.pages.people')}
      keyOf={(person) => person.userId}
      rows={people}
      empty={t('people.noneFound')}
      columns={[
        {
          id: 'name',
          title: t('people.name'),
          cell: (person) => (
            <div className={styles.nameCell}>
              <Button variant="link" onPress={() => onOpen(person.userId)}>
                <bdi>{toDisplayText(person.name)}</bdi>
              </Button>
            </div>
          ),
        },
        {
          id: 'signInName',
          title: t('people.signInName'),
          cell: (person) => <bdi>{toDisplayText(person.signInName)}</bdi>,
        },
        {
          id: 'profile',
          title: t('people.profileTitle'),
          cell: (person) => t(`people.profile.${person.profile}`),
        },
        {
          id: 'extensions',
          title: t('people.extensions.title'),
          cell: (person) => <Texts texts={person.extensions} />,
        },
        { id: 'may', title: t('people.may'), cell: (person) => <Glance person={person} facts={facts} /> },
        {
          id: 'rightsGroups',
          title: t('people.rights.title'),
          cell: (person) => <Texts texts={person.rightsGroups} />,
        },
        { id: 'state', title: t('people.state'), cell: (person) => <State person={person} /> },
      ]}
    />
  );
}

function Glance({ person, facts }: { readonly person: PersonRow; readonly facts: GlanceFacts }) {
  const { t } = useTranslation();
  return (
    <span className={styles.tags}>
      {tellGlance(person, facts).map((word) => (
        <Tag key={word}>{t(`people.glance.${word}`)}</Tag>
      ))}
    </span>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <bdi>{toDisplayText(text)}</bdi>
    </span>
  ));
}

function State({ person }: { readonly person: PersonRow }) {
  const { t } = useTranslation();
  if (!person.isActive) return <span className={adminStyles.muted}>{t('people.stateClosed')}</span>;
  return person.mayEnter ? t('people.stateMayEnter') : t('people.stateMayNot');
}
