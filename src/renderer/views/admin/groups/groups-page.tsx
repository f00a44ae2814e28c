/** Groups: the list, and the page of one of them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { GroupRow, PersonRow } from '../../../../shared/people';
import { useKeptState } from '../../../kept-while-locked';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import { groupsQuery, peopleQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { isNow } from '../period';
import { ShowMore, useFirstRows } from '../show-more';
import { useNowSec } from '../use-now';
import { GroupEditor } from './group-editor';
import styles from '../admin.module.css';

type Route =
  | { readonly at: 'list'; readonly wasElsewhere: boolean }
  | { readonly at: 'group'; readonly groupId: string | null };

export function GroupsPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const [route, setRoute] = useKeptState<Route>('groups', { at: 'list', wasElsewhere: false });
  const groups = useQuery(groupsQuery);
  const people = useQuery(peopleQuery);
  const toList = () => setRoute({ at: 'list', wasElsewhere: true });
  if (!groups.data || !people.data) {
    return (
      <div className={styles.page}>
        <PageHead title={t('shell.pages.groups')} />
        <Waiting answers={[groups, people]} />
      </div>
    );
  }
  if (route.at === 'group') {
    return (
      <GroupEditor
        key={route.groupId ?? 'new'}
        group={
          route.groupId === null
            ? null
            : (groups.data.find((one) => one.groupId === route.groupId) ?? undefined)
        }
        people={people.data}
        mayEdit={signedIn.mayChangeConfiguration}
        onBack={toList}
        onCreated={({ groupId }) => setRoute({ at: 'group', groupId })}
      />
    );
  }
  return (
    <GroupList
      groups={groups.data}
      people={people.data}
      mayEdit={signedIn.mayChangeConfiguration}
      takesFocus={route.wasElsewhere}
      onOpen={(groupId) => setRoute({ at: 'group', groupId })}
    />
  );
}

interface ListProps {
  readonly groups: readonly GroupRow[];
  readonly people: readonly PersonRow[];
  readonly mayEdit: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (groupId: string | null) => void;
}

function GroupList({ groups, people, mayEdit, takesFocus, onOpen }: ListProps) {
  const { t } = useTranslation();
  const rows = useFirstRows(groups);
  const addGroup = (
    <Button variant="primary" icon="plus" onPress={() => onOpen(null)}>
      {t('admin.groups.new')}
    </Button>
  );
  const name = (group: GroupRow) => (
    <Button variant="link" onPress={() => onOpen(group.groupId)}>
      <bdi>{toDisplayText(group.name)}</bdi>
    </Button>
  );
  return (
    <div className={styles.page}>
      <PageHead
        title={t('shell.pages.groups')}
        about={t('admin.groups.about')}
        takesFocus={takesFocus}
        actions={mayEdit ? addGroup : undefined}
      />
      <Table
        label={t('shell.pages.groups')}
        keyOf={(group) => group.groupId}
        rows={rows.shown}
        empty={t('admin.groups.none')}
        columns={[
          { id: 'name', title: t('people.name'), cell: name },
          {
            id: 'extension',
            title: t('admin.groups.extension'),
            cell: (group) => <bdi>{toDisplayText(group.extension)}</bdi>,
          },
          {
            id: 'members',
            title: t('admin.groups.membersNow'),
            cell: (group) => <MembersNow group={group} people={people} />,
          },
        ]}
      />
      <ShowMore rows={rows} />
    </div>
  );
}

const NAMES_TOLD = 8;

function MembersNow({ group, people }: { readonly group: GroupRow; readonly people: readonly PersonRow[] }) {
  const { t } = useTranslation();
  const nowSec = useNowSec();
  const ids = new Set(group.members.filter((member) => isNow(member, nowSec)).map((member) => member.userId));
  const names = people.filter((person) => ids.has(person.userId)).map((person) => person.name);
  if (names.length === 0) return <span className={styles.muted}>{t('admin.groups.nobody')}</span>;
  return (
    <>
      {names.slice(0, NAMES_TOLD).map((name, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{toDisplayText(name)}</bdi>
        </span>
      ))}
      {names.length > NAMES_TOLD && ` ${t('admin.andMore', { count: names.length - NAMES_TOLD })}`}
    </>
  );
}
