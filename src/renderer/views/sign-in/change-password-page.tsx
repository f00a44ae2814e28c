/** Before anything else for one whose password somebody else set. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { call } from '../../client';
import { leaveSession } from '../../status';
import { Button } from '../../ui/button';
import { ChangePasswordForm } from './change-password-form';
import styles from './page.module.css';

interface Props {
  readonly person: SignedIn;
  readonly onDone: (signedIn: SignedIn) => void;
}

export function ChangePasswordPage({ person, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.product}>{t('common.product')}</p>
        <h1>{t('session.changeTitle')}</h1>
        <p>{t('session.mustChange')}</p>
        <ChangePasswordForm person={person} onDone={() => onDone({ ...person, mustChangePassword: false })} />
        <Button variant="quiet" onPress={() => void call('session.signOut', {}).finally(leaveSession)}>
          {t('shell.signOut')}
        </Button>
      </div>
    </main>
  );
}
