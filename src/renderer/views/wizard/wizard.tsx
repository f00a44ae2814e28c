/** The walk through one's own settings at the first sign-in: language, name, password, extensions. It can be left at any time. */
import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { OwnProfile } from '../../../shared/own-profile';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { Button } from '../../ui/button';
import { useDocumentReady } from '../../use-document-ready';
import { Failure } from '../admin/failure';
import { Waiting } from '../admin/loaded';
import { useShownPreferences } from '../shell/use-preferences';
import styles from '../sign-in/page.module.css';
import { ExtensionsStep, LanguageStep, NameStep, PasswordStep } from './wizard-steps';

const STEPS = ['language', 'name', 'password', 'extensions'] as const;

interface Props {
  readonly signedIn: SignedIn;
  /** Walked to its end, or left for the next sign-in. */
  readonly onDone: () => void;
}

export function Wizard({ signedIn, onDone }: Props) {
  const { t } = useTranslation();
  useShownPreferences(signedIn.preferences);
  useDocumentReady('wizard');
  const profile = useQuery({
    queryKey: ['wizard'],
    queryFn: () => call('wizard.get', {}),
    staleTime: Infinity,
  });
  return (
    <main className={styles.page}>
      <div className={`${styles.card} ${styles.wide}`}>
        <p className={styles.product}>{t('common.product')}</p>
        <h1>{t('wizard.title', { name: toDisplayText(signedIn.name) })}</h1>
        <p className={styles.muted}>{t('wizard.about')}</p>
        <Waiting answers={[profile]} />
        {profile.data ? (
          <Walk signedIn={signedIn} profile={profile.data} onDone={onDone} />
        ) : (
          <div>
            <Button variant="quiet" onPress={onDone}>
              {t('wizard.later')}
            </Button>
          </div>
        )}
      </div>
    </main>
  );
}

interface WalkProps extends Props {
  readonly profile: OwnProfile;
}

function Walk({ signedIn, profile, onDone }: WalkProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [name, setName] = useState(profile.name);
  const [hasRightExtensions, setHasRightExtensions] = useState<boolean | null>(null);
  const complete = useMutation({
    mutationFn: (isRight: boolean) =>
      call('wizard.complete', { name: name.trim(), hasRightExtensions: isRight }),
    onSuccess: onDone,
  });
  const step = STEPS[at] ?? 'extensions';
  const isLast = at === STEPS.length - 1;
  const isReady = step === 'name' ? name.trim() !== '' : !isLast || hasRightExtensions !== null;
  function goOn() {
    if (!isLast) setAt(at + 1);
    else if (hasRightExtensions !== null) complete.mutate(hasRightExtensions);
  }
  return (
    <>
      <p className={styles.muted}>{t('wizard.step', { at: at + 1, of: STEPS.length })}</p>
      {step === 'language' && <LanguageStep preferences={signedIn.preferences} />}
      {step === 'name' && <NameStep name={name} onName={setName} onEnter={() => isReady && goOn()} />}
      {step === 'password' && <PasswordStep signedIn={signedIn} />}
      {step === 'extensions' && (
        <ExtensionsStep profile={profile} isRight={hasRightExtensions} onAnswer={setHasRightExtensions} />
      )}
      <Failure error={complete.error} />
      <div className={`${styles.actions} ${styles.spread}`}>
        <Button variant="quiet" onPress={onDone}>
          {t('wizard.later')}
        </Button>
        <span className={styles.actions}>
          {at > 0 && <Button onPress={() => setAt(at - 1)}>{t('wizard.back')}</Button>}
          <Button variant="primary" isDisabled={!isReady || complete.isPending} onPress={goOn}>
            {complete.isPending ? t('common.loading') : t(isLast ? 'wizard.finish' : 'wizard.next')}
          </Button>
        </span>
      </div>
    </>
  );
}
