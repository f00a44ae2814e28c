/** The fields of a group: name, extension, and a line for each membership. */
import { useTranslation } from 'react-i18next';
import type { GroupInput, PersonRow } from '../../../../shared/people';
import { toAppError } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { PeriodFields } from '../period-fields';
import { AddMember } from './add-member';
import { ShowMore, useFirstRows } from '../show-more';
import styles from '../admin.module.css';
import rowStyles from '../people/people.module.css';

interface Props {
  readonly draft: GroupInput;
  readonly people: readonly PersonRow[];
  readonly mayEdit: boolean;
  /** True once a save was refused here: empty fields are marked from then on. */
  readonly wasRefused: boolean;
  readonly failure: unknown;
  readonly onChange: (draft: GroupInput) => void;
}

export function GroupFields(props: Props) {
  const { draft, mayEdit, wasRefused, failure, onChange } = props;
  const { t } = useTranslation();
  const reason = failure === null ? null : toAppError(failure).reason;
  const nameProblem = wasRefused && draft.name.trim() === '' ? t('people.problem.name') : undefined;
  const numberProblem =
    wasRefused && draft.extension.trim() === '' ? t('admin.groups.extensionNeeded') : undefined;
  return (
    <>
      <section className={styles.section}>
        <div className={styles.fields}>
          <TextField
            label={t('people.name')}
            description={t('admin.groups.nameAbout')}
            errorMessage={reason === 'name-taken' ? t('admin.groups.nameTaken') : nameProblem}
            isReadOnly={!mayEdit}
            value={draft.name}
            onChange={(name) => onChange({ ...draft, name })}
          />
          <TextField
            label={t('admin.groups.extension')}
            description={t('admin.groups.extensionAbout')}
            errorMessage={reason === 'extension-taken' ? t('admin.groups.extensionTaken') : numberProblem}
            isReadOnly={!mayEdit}
            spellCheck="false"
            value={draft.extension}
            onChange={(extension) => onChange({ ...draft, extension })}
          />
        </div>
      </section>
      <Members {...props} />
    </>
  );
}

type Member = GroupInput['members'][number];

function Members({ draft, people, mayEdit, onChange }: Props) {
  const { t } = useTranslation();
  const { members } = draft;
  const rows = useFirstRows(members);
  const nameOf = (userId: string) => people.find((person) => person.userId === userId)?.name ?? userId;
  const replace = (index: number, member: Member) =>
    onChange({ ...draft, members: members.map((one, at) => (at === index ? member : one)) });
  return (
    <section className={styles.section} aria-labelledby="members-title">
      <h2 id="members-title">{t('admin.groups.members')}</h2>
      <p className={styles.muted}>{t('admin.groups.membersAbout')}</p>
      {members.length === 0 && <p>{t('admin.groups.nobody')}</p>}
      <ul className={rowStyles.rows}>
        {rows.shown.map((member, index) => (
          // One person may be a member twice, in two periods: only the order tells them apart.
          <li key={index} className={rowStyles.row}>
            <div>
              <p className={rowStyles.rowName}>{t('admin.groups.member')}</p>
              <p className={rowStyles.memberName}>
                <bdi>{toDisplayText(nameOf(member.userId))}</bdi>
              </p>
            </div>
            <PeriodFields
              period={member}
              isReadOnly={!mayEdit}
              onChange={(period) => replace(index, { ...member, ...period })}
            />
            {mayEdit && (
              <IconButton
                icon="remove"
                label={t('admin.groups.removeMember', { name: toDisplayText(nameOf(member.userId)) })}
                onPress={() => onChange({ ...draft, members: members.filter((_, at) => at !== index) })}
              />
            )}
          </li>
        ))}
      </ul>
      <ShowMore rows={rows} />
      {mayEdit && (
        <AddMember
          people={people}
          onAdd={(userId) =>
            onChange({ ...draft, members: [...members, { userId, fromSec: null, untilSec: null }] })
          }
        />
      )}
    </section>
  );
}
