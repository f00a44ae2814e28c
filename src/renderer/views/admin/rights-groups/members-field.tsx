/** Who is in a rights group. */
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../../shared/people';
import { toDisplayText } from '../../../format/display-text';
import { IconButton } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import { AddMember } from '../groups/add-member';
import { ShowMore, useFirstRows } from '../show-more';
import styles from '../admin.module.css';

interface Props {
  readonly members: readonly string[];
  readonly people: readonly PersonRow[];
  readonly mayEdit: boolean;
  readonly onChange: (members: readonly string[]) => void;
}

export function MembersField({ members, people, mayEdit, onChange }: Props) {
  const { t } = useTranslation();
  const rows = useFirstRows(people.filter((person) => members.includes(person.userId)));
  return (
    <section className={styles.section} aria-labelledby="rights-members-title">
      <h2 id="rights-members-title">{t('admin.groups.members')}</h2>
      {rows.total === 0 && <p>{t('admin.groups.nobody')}</p>}
      <ul className={styles.members}>
        {rows.shown.map((person) => (
          <li key={person.userId}>
            <span>
              <bdi>{toDisplayText(person.name)}</bdi>{' '}
              <span className={styles.muted}>
                <bdi>{toDisplayText(person.signInName)}</bdi>
              </span>{' '}
              {!person.isActive && <Tag>{t('people.stateClosed')}</Tag>}
            </span>
            {mayEdit && (
              <IconButton
                icon="remove"
                label={t('admin.groups.removeMember', { name: toDisplayText(person.name) })}
                onPress={() => onChange(members.filter((one) => one !== person.userId))}
              />
            )}
          </li>
        ))}
      </ul>
      <ShowMore rows={rows} />
      {mayEdit && (
        <AddMember
          people={people.filter((person) => !members.includes(person.userId))}
          onAdd={(userId) => onChange([...members, userId])}
        />
      )}
    </section>
  );
}
