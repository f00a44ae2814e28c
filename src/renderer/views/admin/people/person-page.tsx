/** The page of one person, or of a new one: waits for what it needs, then shows the form. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { PersonDetails } from '../../../../shared/people';
import { leaveWith } from '../../../leave-guard';
import { sharesQuery } from '../../sharing/sharing-queries';
import {
  extensionsQuery,
  groupsQuery,
  linesQuery,
  organisationQuery,
  peopleQuery,
  personQuery,
  rightsGroupsQuery,
} from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import type { PersonLists } from './person-form';
import { PersonEditor } from './person-editor';
import adminStyles from '../admin.module.css';

interface Props {
  /** Null for a new person. */
  readonly userId: string | null;
  /** The one that something pointed at: shown first. */
  readonly setting: string | null;
  readonly signedIn: SignedIn;
  readonly onBack: () => void;
  readonly onViewAs: (details: PersonDetails) => void;
  /** A new person has been saved and has an id now. */
  readonly onCreated: (details: PersonDetails) => void;
}

export function PersonPage({ userId, setting, signedIn, onBack, onViewAs, onCreated }: Props) {
  const { t } = useTranslation();
  const person = useQuery({ ...personQuery(userId ?? ''), enabled: userId !== null });
  const { lists, answers } = usePersonLists();
  const details = userId === null ? null : person.data;
  if (details === undefined || lists === undefined) {
    const awaited = userId === null ? answers : [...answers, person];
    return (
      <div className={adminStyles.page}>
        <PageHead
          title={t('shell.pages.people')}
          back={{ label: t('shell.pages.people'), onPress: () => leaveWith(onBack) }}
          takesFocus
        />
        <Waiting answers={awaited} />
      </div>
    );
  }
  return (
    <PersonEditor
      details={details}
      setting={setting}
      lists={lists}
      signedIn={signedIn}
      onBack={onBack}
      onViewAs={onViewAs}
      onCreated={onCreated}
    />
  );
}

function usePersonLists() {
  const people = useQuery(peopleQuery);
  const groups = useQuery(groupsQuery);
  const lines = useQuery(linesQuery);
  const rightsGroups = useQuery(rightsGroupsQuery);
  const organisation = useQuery(organisationQuery);
  const extensions = useQuery(extensionsQuery);
  const shares = useQuery(sharesQuery);
  const isWhole =
    people.data &&
    groups.data &&
    lines.data &&
    rightsGroups.data &&
    organisation.data &&
    extensions.data &&
    shares.data;
  const lists: PersonLists | undefined = isWhole && {
    people: people.data,
    groups: groups.data,
    lines: lines.data.lines,
    rightsGroups: rightsGroups.data,
    organisation: organisation.data.settings,
    extensions: extensions.data.extensions,
    shares: shares.data,
  };
  return { lists, answers: [people, groups, lines, rightsGroups, organisation, extensions, shares] };
}
