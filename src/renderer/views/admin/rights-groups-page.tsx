/** Rights groups: which service rights each gives, by component, with what a right means in this archive. Read only. */
import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonRow, RightsGroupRow } from '../../../shared/people';
import type { ServiceRight } from '../../../shared/user-settings';
import { toDisplayText } from '../../format/display-text';
import { Icon } from '../../ui/icons';
import { peopleQuery, rightsGroupsQuery } from './admin-queries';
import { Waiting } from './loaded';
import { PageHead } from './page-head';
import styles from './admin.module.css';

const COMPONENTS = [
  { id: 'mediaManager', rights: ['mediaManagerAdministrator', 'mediaManagerStandard'] },
  { id: 'webControl', rights: ['webControlSecurity', 'webControlAdministrator'] },
  { id: 'managementApi', rights: ['managementApiRead', 'managementApiWrite'] },
  { id: 'reporter', rights: ['reporterAdministrator'] },
  { id: 'voicemailPro', rights: ['voicemailProBasic', 'voicemailProStandard', 'voicemailProAdministrator'] },
  { id: 'oneXPortal', rights: ['oneXPortalAdministrator', 'oneXPortalSuperUser'] },
  { id: 'webRtcGateway', rights: ['webRtcGatewayAdministrator'] },
  { id: 'others', rights: ['oneXCtiApi', 'adjunctServerConnection', 'turnServerConnection'] },
] as const satisfies readonly { readonly id: string; readonly rights: readonly ServiceRight[] }[];

export function RightsGroupsPage() {
  const { t } = useTranslation();
  const groups = useQuery(rightsGroupsQuery);
  const people = useQuery(peopleQuery);
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.rights-groups')} about={t('admin.rightsGroups.about')} />
      <Waiting answers={[groups, people]} />
      {groups.data && <Matrix groups={groups.data} />}
      {groups.data && people.data && (
        <section className={styles.section} aria-labelledby="rights-members-title">
          <h2 id="rights-members-title">{t('admin.groups.members')}</h2>
          <dl className={styles.facts}>
            {groups.data.map((group) => (
              <Fragment key={group.rightsGroupId}>
                <dt>
                  <bdi>{toDisplayText(group.name)}</bdi>
                </dt>
                <dd>
                  <MemberNames group={group} people={people.data} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Matrix({ groups }: { readonly groups: readonly RightsGroupRow[] }) {
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
                <bdi>{toDisplayText(group.name)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
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

interface MembersProps {
  readonly group: RightsGroupRow;
  readonly people: readonly PersonRow[];
}

function MemberNames({ group, people }: MembersProps) {
  const { t } = useTranslation();
  const members = people.filter((person) => group.members.includes(person.userId));
  if (members.length === 0) return t('admin.groups.nobody');
  return members.map((person, index) => (
    <span key={person.userId}>
      {index > 0 && ', '}
      <bdi>{toDisplayText(person.name)}</bdi>
    </span>
  ));
}
