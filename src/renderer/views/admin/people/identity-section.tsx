/** Who a person is: name, sign-in name, address, profile, active or not. */
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../../shared/user-settings';
import { PROFILES } from '../../../../shared/user-settings';
import { Checkbox } from '../../../ui/checkbox';
import { RadioGroup } from '../../../ui/radio-group';
import { TextField } from '../../../ui/text-field';
import { withProfile } from './person-draft';
import type { PersonForm } from './person-form';
import styles from './people.module.css';

export function IdentitySection({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { draft, mayEdit } = form;
  return (
    <section className={styles.section} data-setting="identity" aria-labelledby="identity-title">
      <h2 id="identity-title">{t('people.identity.title')}</h2>
      <div className={styles.fields}>
        <TextField
          label={t('people.name')}
          errorMessage={form.problems.has('name') ? t('people.problem.name') : undefined}
          isReadOnly={!mayEdit}
          autoFocus={form.details === null}
          value={draft.name}
          onChange={(name) => form.change({ name })}
        />
        <SignInNameField form={form} />
        <TextField
          label={t('people.email')}
          errorMessage={form.problems.has('email') ? t('admin.tooLong', { max: 254 }) : undefined}
          isReadOnly={!mayEdit}
          value={draft.email}
          onChange={(email) => form.change({ email })}
        />
      </div>
      <ProfileField form={form} />
      <ActiveField form={form} />
    </section>
  );
}

function SignInNameField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  // Under which name somebody signs in is a security setting; a new person has to have one.
  const isClosed = form.mayEdit && !form.maySecure && form.details !== null;
  const isTaken = form.failure?.reason === 'name-taken';
  const problem = form.problems.has('signInName') ? t('people.problem.signInName') : undefined;
  return (
    <TextField
      label={t('people.signInName')}
      description={isClosed ? t('people.needsSecurity') : t('people.signInNameAbout')}
      errorMessage={isTaken ? t('people.problem.signInNameTaken') : problem}
      isReadOnly={!form.mayEdit || isClosed}
      spellCheck="false"
      value={form.draft.signInName}
      onChange={(signInName) => form.change({ signInName })}
    />
  );
}

function ProfileField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { agentAccess } = form.lists.organisation;
  const access = t(`settings.agentAccess.${agentAccess}`);
  const toOption = (value: Profile) => ({
    value,
    label: t(`people.profile.${value}`),
    description: t(`people.profileAbout.${value}`, { access }),
  });
  return (
    <RadioGroup
      label={t('people.profileTitle')}
      options={PROFILES.map(toOption)}
      value={form.draft.profile}
      isReadOnly={!form.mayEdit}
      onChange={(profile) => form.change(withProfile(form.draft, profile, form.details === null))}
    />
  );
}

function ActiveField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const isClosed = form.mayEdit && !form.maySecure && form.details !== null;
  const isLast = form.failure?.reason === 'last-holder';
  return (
    <div className={styles.setting}>
      <Checkbox
        isSelected={form.draft.isActive}
        isReadOnly={!form.mayEdit}
        isDisabled={isClosed}
        describedBy="active-about"
        onChange={(isActive) => form.change({ isActive })}
      >
        {t('people.active')}
      </Checkbox>
      <p id="active-about" className={styles.underSwitch}>
        <span className={styles.note}>{t('people.activeAbout')}</span>
        {isClosed && <span className={styles.closed}>{t('people.needsSecurity')}</span>}
        {isLast && <span className={styles.problem}>{t('people.problem.lastHolder')}</span>}
      </p>
    </div>
  );
}
