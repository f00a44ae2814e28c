/** The rights groups of a person: a security setting with a save of its own. */
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonDetails, RightsGroupRow } from '../../../../shared/people';
import { call } from '../../../client';
import { toDisplayText } from '../../../format/display-text';
import { Checkbox } from '../../../ui/checkbox';
import { personQuery, peopleQuery, rightsGroupsQuery } from '../admin-queries';
import { usePreview } from '../preview/use-preview';
import { SaveBar } from '../save-bar';
import styles from './people.module.css';

interface Props {
  readonly details: PersonDetails;
  readonly rightsGroups: readonly RightsGroupRow[];
  readonly maySecure: boolean;
  /** True while a change is not saved. */
  readonly onDirty: (isDirty: boolean) => void;
}

export function RightsSection({ details, rightsGroups, maySecure, onDirty }: Props) {
  const { t } = useTranslation();
  const rights = useRightsGroups(details, onDirty);
  const preview = usePreview();
  const toInput = () => ({ userId: details.userId, rightsGroupIds: [...rights.chosen] });
  return (
    <section className={styles.section} aria-labelledby="rights-title">
      <h2 id="rights-title">{t('people.rights.title')}</h2>
      <p className={styles.muted}>{t('people.rights.about')}</p>
      {!maySecure && <p>{t('people.needsSecurity')}</p>}
      <ul className={styles.choices}>
        {rightsGroups.map((group) => (
          <li key={group.rightsGroupId}>
            <Checkbox
              isSelected={rights.chosen.includes(group.rightsGroupId)}
              isReadOnly={!maySecure}
              describedBy={`rights-${group.rightsGroupId}`}
              onChange={(isChosen) => rights.choose(group.rightsGroupId, isChosen)}
            >
              <bdi>{toDisplayText(group.name)}</bdi>
            </Checkbox>
            <p id={`rights-${group.rightsGroupId}`} className={styles.underSwitch}>
              {group.rights.map((right) => t(`settings.rightName.${right}`)).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {maySecure && (
        <SaveBar
          isDirty={rights.isDirty}
          isPending={rights.isPending || preview.isCounting}
          wasSaved={rights.wasSaved}
          error={rights.error}
          saveLabel={t('people.rights.save')}
          onSave={() => preview.before({ method: 'people.setRightsGroups', input: toInput() }, rights.save)}
          onDiscard={rights.discard}
        />
      )}
      {preview.dialog}
    </section>
  );
}

function useRightsGroups(details: PersonDetails, onDirty: (isDirty: boolean) => void) {
  const queryClient = useQueryClient();
  const { userId, rightsGroupIds } = details;
  /** Null while it is as saved. */
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const save = useMutation({
    mutationFn: (ids: readonly string[]) =>
      call('people.setRightsGroups', { userId, rightsGroupIds: [...ids] }),
    onSuccess: async (saved) => {
      const query = personQuery(userId);
      await queryClient.cancelQueries({ queryKey: query.queryKey });
      queryClient.setQueryData(query.queryKey, saved);
      change(null);
      void queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: rightsGroupsQuery.queryKey });
    },
  });
  function change(next: readonly string[] | null): void {
    setDraft(next);
    onDirty(next !== null);
  }
  const chosen = draft ?? rightsGroupIds;
  return {
    chosen,
    isDirty: draft !== null,
    isPending: save.isPending,
    wasSaved: save.isSuccess,
    error: save.error,
    choose: (id: string, isChosen: boolean) => {
      const next = isChosen ? [...chosen, id] : chosen.filter((one) => one !== id);
      const isAsSaved =
        next.length === rightsGroupIds.length && next.every((one) => rightsGroupIds.includes(one));
      save.reset();
      change(isAsSaved ? null : next);
    },
    save: () => {
      if (draft !== null) save.mutate(draft);
    },
    discard: () => {
      save.reset();
      change(null);
    },
  };
}
