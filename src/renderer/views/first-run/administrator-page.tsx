/** The organisation and its first administrator: what is needed to open an archive of one's own. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SetUpDone } from '../../../shared/contract';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { PasswordField, TextField } from '../../ui/text-field';
import type { Found } from './found-page';
import { findPasswordProblem } from '../sign-in/password-rules';
import pageStyles from '../sign-in/page.module.css';
import styles from './first-run.module.css';

interface Props {
  readonly found: Found;
  readonly onBack: () => void;
  readonly onDone: (done: SetUpDone) => void;
}

interface Fields {
  readonly organisation: string;
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

export function AdministratorPage({ found, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Fields>({ organisation: '', name: '', signInName: '', password: '' });
  const { organisation, ...administrator } = fields;
  const complete = useMutation({
    mutationFn: () => {
      const { inspection, timeZone, reading } = found;
      const { archiveDir } = inspection;
      return call('setup.complete', { archiveDir, timeZone, reading, organisation, administrator });
    },
    onSuccess: onDone,
  });
  const isReady =
    [organisation, administrator.name, administrator.signInName].every((value) => value.trim() !== '') &&
    fields.password !== '' &&
    findPasswordProblem(t, fields.password, fields.signInName) === undefined;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isReady && !complete.isPending) complete.mutate();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={pageStyles.muted}>{t('setup.step', { at: 2, of: 2 })}</p>
      <h1>{t('setup.adminTitle')}</h1>
      <p>{t('setup.adminAbout')}</p>
      {complete.isError && <Banner tone="error">{toErrorText(t, complete.error)}</Banner>}
      <AdministratorFields fields={fields} onChange={(change) => setFields({ ...fields, ...change })} />
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <Button onPress={onBack}>{t('common.back')}</Button>
        <Button variant="primary" type="submit" isDisabled={!isReady || complete.isPending}>
          {complete.isPending ? t('setup.finishing') : t('setup.finish')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly fields: Fields;
  readonly onChange: (change: Partial<Fields>) => void;
}

function AdministratorFields({ fields, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('setup.organisation')}
        value={fields.organisation}
        onChange={(organisation) => onChange({ organisation })}
        maxLength={200}
        autoFocus
      />
      <div className={styles.pair}>
        <TextField
          label={t('setup.personName')}
          description={t('setup.personNameAbout')}
          value={fields.name}
          onChange={(name) => onChange({ name })}
          maxLength={200}
          autoComplete="name"
        />
        <TextField
          label={t('session.signInName')}
          description={t('setup.signInNameAbout')}
          value={fields.signInName}
          onChange={(signInName) => onChange({ signInName })}
          maxLength={100}
          autoComplete="username"
        />
      </div>
      <PasswordField
        label={t('session.password')}
        description={t('session.rules')}
        errorMessage={findPasswordProblem(t, fields.password, fields.signInName)}
        value={fields.password}
        onChange={(password) => onChange({ password })}
        autoComplete="new-password"
        showLabel={t('common.showPassword')}
        hideLabel={t('common.hidePassword')}
      />
    </>
  );
}
