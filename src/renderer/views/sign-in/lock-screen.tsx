/** A locked window: nothing of the archive is on it, and only the same person opens it again. */
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { toDisplayText } from '../../format/display-text';
import { leaveSession } from '../../status';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { PasswordField } from '../../ui/text-field';
import { useDocumentReady } from '../../use-document-ready';
import styles from './page.module.css';

interface Props {
  /** Whose session it is; null where the window was locked before this page was loaded. */
  readonly name: string | null;
  readonly onDone: (signedIn: SignedIn) => void;
}

export function LockScreen({ name, onDone }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const unlock = useMutation({
    mutationFn: () => call('session.unlock', { password }),
    onSuccess: onDone,
    onError: () => setPassword(''),
  });
  const signOut = useMutation({ mutationFn: () => call('session.signOut', {}), onSettled: leaveSession });
  useDocumentReady('locked');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (password !== '') unlock.mutate();
  }

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} noValidate>
        <p className={styles.product}>{t('common.product')}</p>
        <h1>{t('session.lockedTitle')}</h1>
        {name !== null && <p>{t('session.lockedBy', { name: toDisplayText(name) })}</p>}
        {unlock.isError && <Banner tone="error">{toErrorText(t, unlock.error)}</Banner>}
        <PasswordField
          label={t('session.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
          showLabel={t('common.showPassword')}
          hideLabel={t('common.hidePassword')}
        />
        <Button variant="primary" type="submit" isDisabled={unlock.isPending || password === ''}>
          {unlock.isPending ? t('common.loading') : t('session.unlock')}
        </Button>
        <Button variant="quiet" onPress={() => signOut.mutate()}>
          {t('session.someoneElse')}
        </Button>
      </form>
    </main>
  );
}
