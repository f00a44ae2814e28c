/** The fields to change one's own password, for the page that asks for it and the dialog that offers it. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { PasswordField } from '../../ui/text-field';
import { findPasswordProblem } from './password-rules';
import styles from './page.module.css';

interface Props {
  readonly person: SignedIn;
  /** The page is about nothing else, or the dialog. */
  readonly takesFocus?: boolean;
  readonly onDone: () => void;
}

export function ChangePasswordForm({ person, takesFocus = true, onDone }: Props) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => call('session.changePassword', { current, next }),
    onSuccess: onDone,
  });
  const problem = findPasswordProblem(t, next, person.signInName);
  const isReady = current !== '' && next !== '' && problem === undefined && !change.isPending;
  const shared = { showLabel: t('common.showPassword'), hideLabel: t('common.hidePassword') };

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isReady) change.mutate();
  }

  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      {change.isError && <Banner tone="error">{toErrorText(t, change.error)}</Banner>}
      <PasswordField
        {...shared}
        label={t('session.currentPassword')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        autoFocus={takesFocus}
      />
      <PasswordField
        {...shared}
        label={t('session.nextPassword')}
        description={t('session.rules')}
        errorMessage={problem}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
      />
      <Button variant="primary" type="submit" isDisabled={!isReady}>
        {change.isPending ? t('common.loading') : t('session.change')}
      </Button>
    </form>
  );
}
