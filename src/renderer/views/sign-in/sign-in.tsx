/** The sign-in page. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Events } from '../../../shared/contract';
import type { SignedIn } from '../../../shared/model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { PasswordField, TextField } from '../../ui/text-field';
import { useDocumentReady } from '../../use-document-ready';
import { LanguageChoice } from '../shell/language-choice';
import styles from './page.module.css';

export type EndReason = Events['session.ended']['reason'];

interface Props {
  /** Why the last session ended, where it did not end here. */
  readonly endReason: EndReason | null;
  readonly onDone: (signedIn: SignedIn) => void;
}

export function SignIn({ endReason, onDone }: Props) {
  const { t } = useTranslation();
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call('session.signIn', { signInName: signInName.trim(), password }),
    onSuccess: onDone,
    onError: () => setPassword(''),
  });
  useDocumentReady('sign-in');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (signInName.trim() !== '' && password !== '') signIn.mutate();
  }

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} noValidate>
        <p className={styles.product}>{t('common.product')}</p>
        <h1>{t('session.title')}</h1>
        {endReason === 'deactivated' && <Banner tone="warning">{t('session.ended.deactivated')}</Banner>}
        {signIn.isError && <Banner tone="error">{toErrorText(t, signIn.error)}</Banner>}
        <TextField
          label={t('session.signInName')}
          value={signInName}
          onChange={setSignInName}
          autoComplete="username"
          autoFocus
        />
        <PasswordField
          label={t('session.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          showLabel={t('common.showPassword')}
          hideLabel={t('common.hidePassword')}
        />
        <Button
          variant="primary"
          type="submit"
          isDisabled={signIn.isPending || signInName.trim() === '' || password === ''}
        >
          {signIn.isPending ? t('common.loading') : t('session.signIn')}
        </Button>
        <p className={styles.muted}>{t('session.forgotten')}</p>
        <LanguageChoice />
      </form>
    </main>
  );
}
