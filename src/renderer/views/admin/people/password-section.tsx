/** A person's password, set by somebody else: told once, and to be replaced by the person at the next sign-in. */
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../../../shared/people';
import { call } from '../../../client';
import { toIsolatedText } from '../../../format/display-text';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { PasswordField } from '../../../ui/text-field';
import { findPasswordProblem } from '../../sign-in/password-rules';
import { personQuery } from '../admin-queries';
import { Failure } from '../failure';
import { drawPassword } from './suggested-password';
import styles from './people.module.css';

interface Props {
  readonly details: PersonDetails;
  readonly maySecure: boolean;
}

export function PasswordSection({ details, maySecure }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  return (
    <section className={styles.section} aria-labelledby="password-title">
      <h2 id="password-title">{t('people.password.title')}</h2>
      <p>{details.hasPassword ? t('people.password.has') : t('people.password.hasNone')}</p>
      {!maySecure && <p className={styles.muted}>{t('people.needsSecurity')}</p>}
      {told !== null && <Told details={details} password={told} onClose={() => setTold(null)} />}
      {maySecure && !isOpen && (
        <div>
          <Button icon="key" onPress={() => setIsOpen(true)}>
            {t('people.password.set')}
          </Button>
        </div>
      )}
      {isOpen && (
        <NewPassword
          details={details}
          onCancel={() => setIsOpen(false)}
          onDone={(password) => {
            setIsOpen(false);
            setTold(password);
          }}
        />
      )}
    </section>
  );
}

interface NewProps {
  readonly details: PersonDetails;
  readonly onCancel: () => void;
  readonly onDone: (password: string) => void;
}

function NewPassword({ details, onCancel, onDone }: NewProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const { userId, signInName } = details;
  const save = useMutation({
    mutationFn: (next: string) => call('people.setPassword', { userId, password: next }),
    onSuccess: (_, next) => {
      void queryClient.invalidateQueries({ queryKey: personQuery(userId).queryKey });
      onDone(next);
    },
  });
  const problem = findPasswordProblem(t, password, signInName);
  return (
    <div className={styles.rows}>
      <PasswordField
        label={t('people.password.new')}
        description={t('people.password.about')}
        errorMessage={problem}
        autoFocus
        autoComplete="new-password"
        showLabel={t('common.showPassword')}
        hideLabel={t('common.hidePassword')}
        value={password}
        onChange={setPassword}
      />
      <Failure error={save.error} />
      <div className={styles.actions}>
        <Button onPress={() => setPassword(drawPassword())}>{t('people.password.suggest')}</Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={password === '' || problem !== undefined || save.isPending}
          onPress={() => save.mutate(password)}
        >
          {save.isPending ? t('common.loading') : t('people.password.save')}
        </Button>
      </div>
    </div>
  );
}

interface ToldProps {
  readonly details: PersonDetails;
  readonly password: string;
  readonly onClose: () => void;
}

function Told({ details, password, onClose }: ToldProps) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  // A window without the right to the clipboard: the text can still be marked and copied by hand.
  const copy = () =>
    void navigator.clipboard.writeText(password).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <Banner
      tone="success"
      actions={
        <>
          <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
            {isCopied ? t('common.copied') : t('common.copy')}
          </Button>
          <Button onPress={onClose}>{t('common.close')}</Button>
        </>
      }
    >
      <p>{t('people.password.told', { name: toIsolatedText(details.name) })}</p>
      <p className={styles.secret}>{password}</p>
    </Banner>
  );
}
