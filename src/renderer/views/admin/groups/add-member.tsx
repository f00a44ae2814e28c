/** Finds people by a part of their names, and offers the first few: an organisation may have thousands. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../../shared/people';
import { toDisplayText } from '../../../format/display-text';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { matchesText } from '../matching-text';
import styles from '../admin.module.css';

const OFFERED = 8;

interface Props {
  readonly people: readonly PersonRow[];
  readonly onAdd: (userId: string) => void;
}

export function AddMember({ people, onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = text.trim() === '' ? [] : people.filter((one) => matchesText(text, one.name, one.signInName));
  const add = (person: PersonRow) => {
    onAdd(person.userId);
    setText('');
  };
  const [first, ...others] = found;
  return (
    <div className={styles.addMember}>
      <TextField
        label={t('admin.groups.addMember')}
        placeholder={t('admin.groups.addMemberHint')}
        type="search"
        autoComplete="off"
        spellCheck="false"
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          // Enter takes the one that is meant, and nobody where it could be several.
          if (event.key === 'Enter' && first && others.length === 0) add(first);
        }}
      />
      <p role="status" className={styles.muted}>
        {text.trim() === '' ? '' : t('people.count', { count: found.length })}
      </p>
      <ul className={styles.offered}>
        {found.slice(0, OFFERED).map((person) => (
          <li key={person.userId}>
            <Button icon="plus" onPress={() => add(person)}>
              <span className="spoken">{t('admin.add')}: </span>
              <bdi>{toDisplayText(person.name)}</bdi> (<bdi>{toDisplayText(person.signInName)}</bdi>)
            </Button>
          </li>
        ))}
      </ul>
      {found.length > OFFERED && <p className={styles.muted}>{t('admin.groups.typeMore')}</p>}
    </div>
  );
}
