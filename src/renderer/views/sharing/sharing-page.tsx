/** What one shares of one's own, kind by kind: with whom, whom that reaches now, and what is missing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShareChoice, Sharing } from '../../../shared/shares';
import { call } from '../../client';
import { Waiting } from '../admin/loaded';
import { MovedBanner } from '../admin/moved-banner';
import { PageHead } from '../admin/page-head';
import { SaveBar } from '../admin/save-bar';
import { useUnsavedGuard } from '../admin/unsaved-guard';
import { useDraft } from '../admin/use-draft';
import adminStyles from '../admin/admin.module.css';
import { ShareSection } from './share-section';
import { sharingQuery } from './sharing-queries';
import styles from './sharing.module.css';

export function SharingPage() {
  const { t } = useTranslation();
  const sharing = useQuery(sharingQuery);
  return (
    <div className={adminStyles.page}>
      <PageHead title={t('shell.pages.sharing')} about={t('sharing.about')} />
      <Waiting answers={[sharing]} />
      {sharing.data && <SharingEditor sharing={sharing.data} />}
      <WhatItGives />
    </div>
  );
}

function SharingEditor({ sharing }: { readonly sharing: Sharing }) {
  const queryClient = useQueryClient();
  const edit = useDraft<readonly ShareChoice[], Sharing>({
    of: 'sharing',
    held: sharing.shares.map(toChoice),
    save: (shares) => call('shares.save', { revision: sharing.revision, shares: shares.map(toInput) }),
    onSaved: (saved) => queryClient.setQueryData(sharingQuery.queryKey, saved),
  });
  const guardDialog = useUnsavedGuard(edit.isDirty);
  return (
    <div className={adminStyles.form}>
      {sharing.shares.map((share, index) => {
        const choice = edit.draft[index] ?? share;
        return (
          <ShareSection
            key={share.kind}
            share={share}
            choice={choice}
            sharing={sharing}
            onChange={(next) => edit.change(edit.draft.map((one, at) => (at === index ? next : one)))}
          />
        );
      })}
      {edit.isMoved && <MovedBanner onKeep={edit.keep} onDiscard={edit.discard} />}
      <SaveBar
        isDirty={edit.isDirty}
        isPending={edit.mutation.isPending}
        wasSaved={edit.mutation.isSuccess}
        error={edit.mutation.error}
        isClosed={edit.isMoved}
        isSticky
        onSave={() => edit.mutation.mutate(edit.draft)}
        onDiscard={edit.discard}
      />
      {guardDialog}
    </div>
  );
}

function toChoice({ kind, audience, groupIds }: ShareChoice): ShareChoice {
  return { kind, audience, groupIds };
}

/** Groups stay ticked while one thinks about it; only those of the chosen audience are sent. */
function toInput({ kind, audience, groupIds }: ShareChoice) {
  return { kind, audience, groupIds: audience === 'groups' ? [...groupIds] : [] };
}

function WhatItGives() {
  const { t } = useTranslation();
  return (
    <section className={styles.gives} aria-labelledby="sharing-gives">
      <div>
        <h2 id="sharing-gives">{t('sharing.gives')}</h2>
        <ul>
          <li>{t('sharing.givesList.listen')}</li>
          <li>{t('sharing.givesList.ends')}</li>
        </ul>
      </div>
      <div>
        <h2>{t('sharing.givesNot')}</h2>
        <ul>
          <li>{t('sharing.givesNotList.keep')}</li>
          <li>{t('sharing.givesNotList.on')}</li>
          <li>{t('sharing.givesNotList.own')}</li>
        </ul>
      </div>
    </section>
  );
}
