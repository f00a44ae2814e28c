/** A further organisation in this profile, with an administrator of its own; from here it is never seen again. */
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { PasswordField, TextField } from '../../../ui/text-field';
import { Failure } from '../failure';
import { useUnsavedGuard } from '../unsaved-guard';
import styles from '../admin.module.css';

const EMPTY = { organisation: '', name: '', signInName: '', password: '' };

export function AddOrganisation() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(EMPTY);
  const add = useMutation({
    mutationFn: ({ organisation, name, signInName, password }: typeof EMPTY) =>
      call('organisations.add', {
        name: organisation.trim(),
        administrator: { name: name.trim(), signInName: signInName.trim(), password },
      }),
    onSuccess: () => setDraft(EMPTY),
  });
  const isTouched = Object.values(draft).some((value) => value !== '');
  const isWhole = Object.values(draft).every((value) => value.trim() !== '');
  const guardDialog = useUnsavedGuard(isTouched);
  const change = (next: typeof EMPTY) => {
    add.reset();
    setDraft(next);
  };
  return (
    <section className={styles.section}>
      <Disclosure summary={t('admin.organisations.title')}>
        <div className={styles.form}>
          <p className={styles.prose}>{t('admin.organisations.about')}</p>
          <Fields draft={draft} onChange={change} />
          <Failure error={add.error} />
          {add.isSuccess && <Banner tone="success">{t('admin.organisations.done')}</Banner>}
          <div>
            <Button
              variant="primary"
              isDisabled={!isWhole || add.isPending}
              onPress={() => add.mutate(draft)}
            >
              {add.isPending ? t('common.loading') : t('admin.organisations.add')}
            </Button>
          </div>
        </div>
      </Disclosure>
      {guardDialog}
    </section>
  );
}

interface FieldsProps {
  readonly draft: typeof EMPTY;
  readonly onChange: (draft: typeof EMPTY) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <div className={styles.fields}>
      <TextField label={t('admin.organisations.name')} maxLength={200} {...field('organisation')} />
      <TextField label={t('admin.organisations.administrator')} maxLength={200} {...field('name')} />
      <TextField
        label={t('people.signInName')}
        maxLength={100}
        autoComplete="off"
        spellCheck="false"
        {...field('signInName')}
      />
      <PasswordField
        label={t('admin.organisations.password')}
        description={t('admin.organisations.passwordAbout')}
        showLabel={t('common.showPassword')}
        hideLabel={t('common.hidePassword')}
        autoComplete="new-password"
        {...field('password')}
      />
    </div>
  );
}
