/** A number and the person's own name for it. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonalName } from '../../../shared/own-profile';
import { call } from '../../client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { Failure } from '../admin/failure';
import adminStyles from '../admin/admin.module.css';
import { useShownNames } from './use-own-names';
import styles from './profile.module.css';

interface Props {
  /** The one that gets another name; its number stays. Null for a new one. */
  readonly changing: PersonalName | null;
  readonly onDone: () => void;
}

export function NameForm({ changing, onDone }: Props) {
  const { t } = useTranslation();
  const [number, setNumber] = useState(changing?.number ?? '');
  const [name, setName] = useState(changing?.name ?? '');
  const showNames = useShownNames();
  const save = useMutation({
    mutationFn: () => call('directory.save', { names: [{ number: number.trim(), name: name.trim() }] }),
    onSuccess: async (names) => {
      await showNames(names);
      setNumber('');
      setName('');
      onDone();
    },
  });
  const isReady = number.trim() !== '' && name.trim() !== '' && !save.isPending;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isReady) save.mutate();
  }
  return (
    <form className={adminStyles.form} onSubmit={submit} noValidate>
      <div className={styles.nameForm}>
        <TextField
          label={t('profile.directory.number')}
          description={t('profile.directory.numberAbout')}
          isReadOnly={changing !== null}
          maxLength={64}
          spellCheck="false"
          value={number}
          onChange={setNumber}
        />
        <TextField
          label={t('profile.directory.name')}
          maxLength={200}
          autoFocus={changing !== null}
          value={name}
          onChange={setName}
        />
      </div>
      <Failure error={save.error} />
      <div className={adminStyles.actions}>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {save.isPending ? t('common.loading') : t('profile.directory.save')}
        </Button>
        {changing && <Button onPress={onDone}>{t('profile.directory.cancel')}</Button>}
      </div>
    </form>
  );
}
