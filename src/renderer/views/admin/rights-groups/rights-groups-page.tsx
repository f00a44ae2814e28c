/** Rights groups: which service rights each gives, by component, what a right means in this archive, and the page of one group. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../../shared/model';
import type { PersonRow, RightsGroupRow } from '../../../../shared/people';
import type { ServiceRight } from '../../../../shared/user-settings';
import { toDisplayText } from '../../../format/display-text';
import { useKeptState } from '../../../kept-while-locked';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icons';
import { peopleQuery, rightsGroupsQuery } from '../admin-queries';
import { Waiting } from '../loaded';
import { PageHead } from '../page-head';
import { COMPONENTS } from './components';
import { RightsGroupEditor } from './rights-group-editor';
import styles from '../admin.module.css';

type Route =
  | { readonly at: 'matrix'; readonly wasElsewhere: boolean }
  | { readonly at: 'group'; readonly rightsGroupId: string | null };

export function RightsGroupsPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const [route, setRoute] = useKeptState<Route>('rights groups', { at: 'matrix', wasElsewhere: false });
  const groups = useQuery(rightsGroupsQuery);
  const people = useQuery(peopleQuery);
  const mayEdit = signedIn.mayChangeSecurity;
  if (!groups.data || !people.data) {
    return (
      <div className={styles.page}>
        <PageHead title={t('shell.pages.rights-groups')} />
        <Waiting answers={[groups, people]} />
      </div>
    );
  }
  if (route.at === 'group') {
    const { rightsGroupId } = route;
    return (
      <RightsGroupEditor
        key={rightsGroupId ?? 'new'}
        group={rightsGroupId === null ? null : groups.data.find((one) => one.rightsGroupId === rightsGroupId)}
        people={people.data}
        signedIn={signedIn}
        onBack={() => setRoute({ at: 'matrix', wasElsewhere: true })}
        onCreated={(made) => setRoute({ at: 'group', rightsGroupId: made.rightsGroupId })}
      />
    );
  }
  const open = (rightsGroupId: string | null) => setRoute({ at: 'group', rightsGroupId });
  return (
    <div className={styles.page}>
      <PageHead
        title={t('shell.pages.rights-groups')}
        about={t('admin.rightsGroups.about')}
        takesFocus={route.wasElsewhere}
        actions={
          mayEdit && (
            <Button variant="primary" icon="plus" onPress={() => open(null)}>
              {t('admin.rightsGroups.new')}
            </Button>
          )
        }
      />
      {!mayEdit && <p className={styles.muted}>{t('admin.rightsGroups.readOnly')}</p>}
      <Matrix groups={groups.data} people={people.data} onOpen={open} />
    </div>
  );
}

interface MatrixProps {
  readonly groups: readonly RightsGroupRow[];
  readonly people: readonly PersonRow[];
  readonly onOpen: (rightsGroupId: string) => void;
}

function Matrix({ groups, people, onOpen }: MatrixProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll} role="region" aria-label={t('shell.pages.rights-groups')} tabIndex={0}>
      <table className={styles.matrix} aria-label={t('shell.pages.rights-groups')}>
        <thead>
          <tr>
            <th scope="col">{t('admin.rightsGroups.right')}</th>
            <th scope="col">{t('admin.rightsGroups.meaning')}</th>
            {groups.map((group) => (
              <th scope="col" key={group.rightsGroupId} className={styles.given}>
                <Button variant="link" onPress={() => onOpen(group.rightsGroupId)}>
                  <bdi>{toDisplayText(group.name)}</bdi>
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('admin.groups.members')}</th>
            <td>{t('admin.rightsGroups.membersAbout')}</td>
            {groups.map((group) => (
              <td key={group.rightsGroupId} className={styles.given}>
                <MemberNames group={group} people={people} />
              </td>
            ))}
          </tr>
        </tbody>
        {COMPONENTS.map((component) => (
          <tbody key={component.id}>
            <tr className={styles.component}>
              <th scope="rowgroup" colSpan={2 + groups.length}>
                {t(`settings.component.${component.id}`)}
              </th>
            </tr>
            {component.rights.map((right) => (
              <RightRow key={right} right={right} groups={groups} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  readonly right: ServiceRight;
  readonly groups: readonly RightsGroupRow[];
}

function RightRow({ right, groups }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{t(`settings.rightName.${right}`)}</th>
      <td>{t(`settings.rightEffect.${right}`)}</td>
      {groups.map((group) => (
        <td key={group.rightsGroupId} className={styles.given}>
          {group.rights.includes(right) ? (
            <>
              <Icon name="check" />
              <span className="spoken">{t('common.yes')}</span>
            </>
          ) : (
            <>
              <span aria-hidden="true">–</span>
              <span className="spoken">{t('common.no')}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

const NAMES_TOLD = 5;

interface MembersProps {
  readonly group: RightsGroupRow;
  readonly people: readonly PersonRow[];
}

function MemberNames({ group, people }: MembersProps) {
  const { t } = useTranslation();
  const members = people.filter((person) => group.members.includes(person.userId));
  if (members.length === 0) return t('admin.groups.nobody');
  return (
    <>
      {members.slice(0, NAMES_TOLD).map((person, index) => (
        <span key={person.userId}>
          {index > 0 && ', '}
          <bdi>{toDisplayText(person.name)}</bdi>
        </span>
      ))}
      {members.length > NAMES_TOLD && ` ${t('admin.andMore', { count: members.length - NAMES_TOLD })}`}
    </>
  );
}
