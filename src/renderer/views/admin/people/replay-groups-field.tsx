/** 'Replay recordings for group': the groups, each with 'and the calls of its members'. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRow } from '../../../../shared/people';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { TextField } from '../../../ui/text-field';
import { matchesText } from '../matching-text';
import type { PersonForm } from './person-form';
import { useSettingState } from './setting-notes';
import styles from './people.module.css';

/** More than so many are looked for rather than looked through. */
const SEARCH_FROM = 12;

export function ReplayGroupsField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { isClosed, notes } = useSettingState('replayGroups', form);
  const [text, setText] = useState('');
  const [titleId, notesId] = [useId(), useId()];
  const { groups } = form.lists;
  const shown = groups.filter((group) => matchesText(text, group.name, group.extension));
  return (
    <div className={styles.setting} role="group" aria-labelledby={titleId} aria-describedby={notesId}>
      <p id={titleId} className={styles.settingName}>
        {t('settings.name.replayGroups')}
      </p>
      <p id={notesId} className={styles.muted}>
        {notes}
      </p>
      {groups.length === 0 && <p className={styles.muted}>{t('people.groups.none')}</p>}
      {groups.length > SEARCH_FROM && (
        <TextField label={t('people.groups.find')} type="search" value={text} onChange={setText} />
      )}
      <ul className={styles.choices}>
        {shown.map((group) => (
          <GroupChoice key={group.groupId} group={group} form={form} isClosed={isClosed} />
        ))}
      </ul>
      <RemovedGroups form={form} isClosed={isClosed} />
    </div>
  );
}

interface ChoiceProps {
  readonly group: GroupRow;
  readonly form: PersonForm;
  readonly isClosed: boolean;
}

function GroupChoice({ group, form, isClosed }: ChoiceProps) {
  const { t } = useTranslation();
  const { groupId } = group;
  const chosen = form.draft.settings.replayGroups;
  const mine = chosen.find((one) => one.groupId === groupId);
  const others = chosen.filter((one) => one.groupId !== groupId);
  const shared = { isDisabled: isClosed && form.mayEdit, isReadOnly: !form.mayEdit };
  const choose = (isChosen: boolean) =>
    form.changeSettings({ replayGroups: isChosen ? [...others, { groupId, withMembers: false }] : others });
  const include = (withMembers: boolean) =>
    form.changeSettings({
      replayGroups: chosen.map((one) => (one.groupId === groupId ? { groupId, withMembers } : one)),
    });
  return (
    <li>
      <Checkbox {...shared} isSelected={mine !== undefined} onChange={choose}>
        <bdi>{toDisplayText(group.name)}</bdi>{' '}
        <bdi className={styles.number}>{toDisplayText(group.extension)}</bdi>
      </Checkbox>
      {mine && (
        <div className={styles.nested}>
          <Checkbox {...shared} isSelected={mine.withMembers} onChange={include}>
            {t('people.groups.withMembers')}
            <span className="spoken">: {toDisplayText(group.name)}</span>
          </Checkbox>
        </div>
      )}
    </li>
  );
}

/** Groups that were chosen and removed since: without effect, and never again, for their ids are not used twice. */
function RemovedGroups({ form, isClosed }: Omit<ChoiceProps, 'group'>) {
  const { t } = useTranslation();
  const { replayGroups } = form.draft.settings;
  const known = new Set(form.lists.groups.map((group) => group.groupId));
  const removed = replayGroups.filter((one) => !known.has(one.groupId));
  if (removed.length === 0) return null;
  return (
    <p className={styles.muted}>
      {t('people.groups.removed', { count: removed.length })}{' '}
      {form.mayEdit && !isClosed && (
        <Button
          variant="quiet"
          onPress={() =>
            form.changeSettings({ replayGroups: replayGroups.filter((one) => known.has(one.groupId)) })
          }
        >
          {t('people.groups.dropRemoved')}
        </Button>
      )}
    </p>
  );
}
