/** 'Line permissions': lines by name, and any other number that the archive knows as a line. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { TextField } from '../../../ui/text-field';
import { matchesText } from '../matching-text';
import type { PersonForm } from './person-form';
import { useSettingState } from './setting-notes';
import styles from './people.module.css';

const SEARCH_FROM = 12;

export function ReplayLinesField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { isClosed, notes } = useSettingState('replayLines', form);
  const [text, setText] = useState('');
  const [titleId, notesId] = [useId(), useId()];
  const chosen = form.draft.settings.replayLines;
  const named = new Map(form.lists.lines.map((line) => [line.number, line.name]));
  const numbers = [...named.keys(), ...chosen.filter((number) => !named.has(number))];
  const shown = numbers.filter((number) => matchesText(text, number, named.get(number) ?? ''));
  const choose = (number: string, isChosen: boolean) =>
    form.changeSettings({
      replayLines: isChosen ? [...new Set([...chosen, number])] : chosen.filter((one) => one !== number),
    });
  return (
    <div className={styles.setting} role="group" aria-labelledby={titleId} aria-describedby={notesId}>
      <p id={titleId} className={styles.settingName}>
        {t('settings.name.replayLines')}
      </p>
      <p id={notesId} className={styles.muted}>
        {notes}
      </p>
      {numbers.length > SEARCH_FROM && (
        <TextField label={t('people.lines.find')} type="search" value={text} onChange={setText} />
      )}
      <ul className={styles.choices}>
        {shown.map((number) => (
          <li key={number}>
            <Checkbox
              isSelected={chosen.includes(number)}
              isDisabled={isClosed && form.mayEdit}
              isReadOnly={!form.mayEdit}
              onChange={(isChosen) => choose(number, isChosen)}
            >
              <bdi className={styles.number}>{toDisplayText(number)}</bdi>{' '}
              {named.has(number) ? (
                <bdi>{toDisplayText(named.get(number) ?? '')}</bdi>
              ) : (
                <span className={styles.muted}>{t('people.lines.unnamed')}</span>
              )}
            </Checkbox>
          </li>
        ))}
      </ul>
      {form.mayEdit && !isClosed && <OtherLine onAdd={(number) => choose(number, true)} />}
    </div>
  );
}

function OtherLine({ onAdd }: { readonly onAdd: (number: string) => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const wanted = number.trim();
  const isTooLong = wanted.length > 64;
  const isReady = wanted !== '' && !isTooLong;
  function add() {
    onAdd(wanted);
    setNumber('');
  }
  return (
    <div className={styles.addRow}>
      <TextField
        label={t('people.lines.other')}
        errorMessage={isTooLong ? t('admin.tooLong', { max: 64 }) : undefined}
        spellCheck="false"
        value={number}
        onChange={setNumber}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isReady) add();
        }}
      />
      <Button icon="plus" isDisabled={!isReady} onPress={add}>
        {t('admin.add')}
      </Button>
    </div>
  );
}
