/** The words under a setting: what it does, and why it has no effect where it has none. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserSettingName } from '../../../../shared/user-settings';
import { Icon } from '../../../ui/icons';
import type { ClosedReason } from './closed-setting';
import { findClosedReason } from './closed-setting';
import type { PersonForm } from './person-form';
import styles from './people.module.css';

export interface SettingState {
  /** Greyed: the value is kept, and has no effect. */
  readonly isClosed: boolean;
  /** Spans only, so that they may stand within a label's description. */
  readonly notes: ReactNode;
}

export function useSettingState(name: UserSettingName, form: PersonForm): SettingState {
  const { t } = useTranslation();
  const toReason = useReasonText();
  const { settings, profile } = form.draft;
  const closed = findClosedReason(name, settings, profile, form.lists.organisation);
  const notes = (
    <>
      <span className={styles.note}>{t(`settings.effect.${name}`)}</span>
      {closed && (
        <span className={styles.closed}>
          <Icon name="lock" size={12} />
          <span>{toReason(closed)}</span>
        </span>
      )}
    </>
  );
  return { isClosed: closed !== undefined, notes };
}

function useReasonText(): (reason: ClosedReason) => string {
  const { t } = useTranslation();
  return (reason) => {
    switch (reason.by) {
      case 'setting':
        return t('settings.closed.bySetting', { name: t(`settings.name.${reason.gate}`) });
      case 'organisation':
        return t('settings.closed.byOrganisation', { name: t(`settings.organisationName.${reason.gate}`) });
      case 'agent':
        return t('settings.closed.byAgent', { access: t(`settings.agentAccess.${reason.access}`) });
    }
  };
}
