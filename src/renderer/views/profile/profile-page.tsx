/** A person's own page: name and address where he may write them, password, how the windows look, and his extensions to read. */
import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { OwnProfile } from '../../../shared/own-profile';
import { call } from '../../client';
import { toDisplayText } from '../../format/display-text';
import { refreshStatus } from '../../status';
import { Banner } from '../../ui/banner';
import { TextField } from '../../ui/text-field';
import { Waiting } from '../admin/loaded';
import { MovedBanner } from '../admin/moved-banner';
import { PageHead } from '../admin/page-head';
import { SaveBar } from '../admin/save-bar';
import { useUnsavedGuard } from '../admin/unsaved-guard';
import { useDraft } from '../admin/use-draft';
import { ChangePasswordForm } from '../sign-in/change-password-form';
import adminStyles from '../admin/admin.module.css';
import { LookFields } from './look-fields';
import { OwnExtensions } from './own-extensions';
import { profileQuery } from './own-queries';
import styles from './profile.module.css';

export function ProfilePage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const profile = useQuery(profileQuery);
  return (
    <div className={adminStyles.page}>
      <PageHead title={t('shell.pages.profile')} about={t('profile.about')} />
      <Waiting answers={[profile]} />
      {profile.data && (
        <>
          {signedIn.profileAccess === 'write' ? (
            <IdentityEditor profile={profile.data} />
          ) : (
            <Identity profile={profile.data} />
          )}
          <Extensions profile={profile.data} />
        </>
      )}
      <section className={`${adminStyles.section} ${adminStyles.form}`} aria-labelledby="own-look">
        <h2 id="own-look">{t('profile.look')}</h2>
        <LookFields preferences={signedIn.preferences} />
      </section>
      <PasswordSection signedIn={signedIn} />
    </div>
  );
}

function Identity({ profile }: { readonly profile: OwnProfile }) {
  const { t } = useTranslation();
  return (
    <section className={`${adminStyles.section} ${adminStyles.form}`} aria-labelledby="own-name">
      <h2 id="own-name">{t('profile.you')}</h2>
      <Banner tone="info">{t('profile.readOnly')}</Banner>
      <dl className={adminStyles.facts}>
        <dt>{t('profile.name')}</dt>
        <dd>
          <bdi>{toDisplayText(profile.name)}</bdi>
        </dd>
        <dt>{t('session.signInName')}</dt>
        <dd>
          <bdi>{toDisplayText(profile.signInName)}</bdi>
        </dd>
        <dt>{t('profile.email')}</dt>
        <dd>
          <bdi>{toDisplayText(profile.email)}</bdi>
        </dd>
      </dl>
    </section>
  );
}

interface Draft {
  readonly name: string;
  readonly email: string;
}

function useProfileDraft({ name, email, revision }: OwnProfile) {
  const queryClient = useQueryClient();
  return useDraft<Draft, OwnProfile>({
    of: 'profile',
    held: { name, email },
    save: (draft) => call('profile.save', { revision, name: draft.name.trim(), email: draft.email.trim() }),
    onSaved: (saved) => {
      queryClient.setQueryData(profileQuery.queryKey, saved);
      // The name is in the head of the window, too.
      refreshStatus();
    },
  });
}

function IdentityEditor({ profile }: { readonly profile: OwnProfile }) {
  const { t } = useTranslation();
  const edit = useProfileDraft(profile);
  const { draft } = edit;
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const isNameless = draft.name.trim() === '';
  return (
    <div className={adminStyles.form}>
      <section className={adminStyles.section} aria-labelledby="own-name">
        <h2 id="own-name">{t('profile.you')}</h2>
        <div className={adminStyles.fields}>
          <TextField
            label={t('profile.name')}
            description={t('profile.nameAbout')}
            errorMessage={isNameless ? t('profile.nameNeeded') : undefined}
            maxLength={200}
            autoComplete="name"
            value={draft.name}
            onChange={(name) => edit.change({ ...draft, name })}
          />
          <TextField
            label={t('profile.email')}
            maxLength={254}
            type="email"
            autoComplete="email"
            value={draft.email}
            onChange={(email) => edit.change({ ...draft, email })}
          />
          <TextField
            label={t('session.signInName')}
            description={t('profile.signInAbout')}
            isReadOnly
            value={profile.signInName}
          />
        </div>
      </section>
      {edit.isMoved && <MovedBanner onKeep={edit.keep} onDiscard={edit.discard} />}
      <SaveBar
        isDirty={edit.isDirty}
        isPending={edit.mutation.isPending}
        wasSaved={edit.mutation.isSuccess}
        error={edit.mutation.error}
        isClosed={edit.isMoved || isNameless}
        onSave={() => edit.mutation.mutate(draft)}
        onDiscard={edit.discard}
      />
      {guardDialog}
    </div>
  );
}

function Extensions({ profile }: { readonly profile: OwnProfile }) {
  const { t } = useTranslation();
  return (
    <section className={`${adminStyles.section} ${adminStyles.form}`} aria-labelledby="own-extensions">
      <h2 id="own-extensions">{t('profile.extensions')}</h2>
      <p className={adminStyles.muted}>
        {t(profile.extensions.length === 0 ? 'profile.noExtensions' : 'profile.extensionsAbout')}
      </p>
      <OwnExtensions extensions={profile.extensions} />
    </section>
  );
}

function PasswordSection({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const [changes, setChanges] = useState(0);
  return (
    <section className={`${adminStyles.section} ${adminStyles.form}`} aria-labelledby="own-password">
      <h2 id="own-password">{t('session.changeTitle')}</h2>
      {changes > 0 && <Banner tone="success">{t('session.changed')}</Banner>}
      <div className={styles.password}>
        {/* Empty again once it was changed. */}
        <ChangePasswordForm
          key={changes}
          person={signedIn}
          takesFocus={false}
          onDone={() => setChanges(changes + 1)}
        />
      </div>
    </section>
  );
}
