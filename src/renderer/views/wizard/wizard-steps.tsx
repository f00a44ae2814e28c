/** The steps of the walk at the first sign-in. */
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences, SignedIn } from '../../../shared/model';
import type { OwnProfile } from '../../../shared/own-profile';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { OwnExtensions } from '../profile/own-extensions';
import { LookFields } from '../profile/look-fields';
import { ChangePasswordForm } from '../sign-in/change-password-form';
import styles from '../sign-in/page.module.css';

interface StepProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** The focus goes with the step: the button that led here may be gone. */
function Step({ title, about, children }: StepProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <section className={styles.fields}>
      <h2 ref={headingRef} tabIndex={-1} className={styles.stepTitle}>
        {title}
      </h2>
      <p>{about}</p>
      {children}
    </section>
  );
}

export function LanguageStep({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation();
  return (
    <Step title={t('wizard.language.title')} about={t('wizard.language.about')}>
      <LookFields preferences={preferences} />
    </Step>
  );
}

interface NameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onEnter: () => void;
}

export function NameStep({ name, onName, onEnter }: NameProps) {
  const { t } = useTranslation();
  return (
    <Step title={t('wizard.name.title')} about={t('wizard.name.about')}>
      <TextField
        label={t('profile.name')}
        errorMessage={name.trim() === '' ? t('profile.nameNeeded') : undefined}
        maxLength={200}
        autoComplete="name"
        value={name}
        onChange={onName}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
    </Step>
  );
}

export function PasswordStep({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<'keep' | 'changing' | 'changed'>('keep');
  return (
    <Step title={t('wizard.password.title')} about={t('wizard.password.about')}>
      {choice === 'changed' && <Banner tone="success">{t('wizard.password.changed')}</Banner>}
      {choice === 'keep' && (
        <div>
          <Button onPress={() => setChoice('changing')}>{t('wizard.password.change')}</Button>
        </div>
      )}
      {choice === 'changing' && (
        <>
          <ChangePasswordForm person={signedIn} onDone={() => setChoice('changed')} />
          <div>
            <Button variant="quiet" onPress={() => setChoice('keep')}>
              {t('wizard.password.keep')}
            </Button>
          </div>
        </>
      )}
    </Step>
  );
}

interface ExtensionsProps {
  readonly profile: OwnProfile;
  readonly isRight: boolean | null;
  readonly onAnswer: (isRight: boolean) => void;
}

const ANSWERS = ['yes', 'no'] as const;

export function ExtensionsStep({ profile, isRight, onAnswer }: ExtensionsProps) {
  const { t } = useTranslation();
  const present = isRight === true ? 'yes' : 'no';
  return (
    <Step
      title={t('wizard.extensions.title')}
      about={t(profile.extensions.length === 0 ? 'wizard.extensions.none' : 'wizard.extensions.about')}
    >
      <OwnExtensions extensions={profile.extensions} />
      <RadioGroup
        label={t('wizard.extensions.question')}
        options={ANSWERS.map((value) => ({ value, label: t(`wizard.extensions.${value}`) }))}
        value={isRight === null ? null : present}
        onChange={(answer) => onAnswer(answer === 'yes')}
      />
      {isRight === false && <Banner tone="info">{t('wizard.extensions.noAbout')}</Banner>}
    </Step>
  );
}
