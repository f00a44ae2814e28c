/** The fields of a group: name, extension, and a line for each membership. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupInput, PersonRow } from '../../../../shared/people';
import { toAppError } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Button, IconButton } from '../../../ui/button';
import { ComboBox } from '../../../ui/combo-box';
import { TextField } from '../../../ui/text-field';
import { PeriodFields } from '../period-fields';
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

interface AddProps {
  readonly people: readonly PersonRow[];
  readonly onAdd: (userId: string) => void;
}

/** People by name and sign-in name: two may share a name, never the other. */
function AddMember({ people, onAdd }: AddProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  // The box keeps what was typed in it: a new one is empty again.
  const [round, setRound] = useState(0);
  const toOption = (person: PersonRow) =>
    `${toDisplayText(person.name)} (${toDisplayText(person.signInName)})`;
  const person = people.find((one) => toOption(one) === chosen);
  return (
    <div className={rowStyles.addRow}>
      <ComboBox
        key={round}
        label={t('admin.groups.addMember')}
        openLabel={t('admin.groups.addMember')}
        options={people.map(toOption)}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        icon="plus"
        isDisabled={person === undefined}
        onPress={() => {
          if (!person) return;
          onAdd(person.userId);
          setChosen(null);
          setRound(round + 1);
        }}
      >
        {t('admin.add')}
      </Button>
    </div>
  );
}
