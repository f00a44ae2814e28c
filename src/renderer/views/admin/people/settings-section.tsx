/** Every setting of a person, in its groups. */
import { useTranslation } from 'react-i18next';
import type { UserSettingName } from '../../../../shared/user-settings';
import { OtherNumbersField } from './other-numbers-field';
import type { PersonForm } from './person-form';
import { ReplayGroupsField } from './replay-groups-field';
import { ReplayLinesField } from './replay-lines-field';
import {
  ArchiveAddressSetting,
  CallOperationsSetting,
  LevelSetting,
  SwitchSetting,
} from './setting-controls';
import type { SettingGroupId } from './setting-groups';
import { SETTING_GROUPS } from './setting-groups';
import styles from './people.module.css';

export function SettingsSections({ form }: { readonly form: PersonForm }) {
  return SETTING_GROUPS.map((group) => (
    <SettingsSection key={group.id} id={group.id} names={group.settings} form={form} />
  ));
}

interface SectionProps {
  readonly id: SettingGroupId;
  readonly names: readonly UserSettingName[];
  readonly form: PersonForm;
}

function SettingsSection({ id, names, form }: SectionProps) {
  const { t } = useTranslation();
  const titleId = `settings-${id}`;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t(`settings.group.${id}`)}</h2>
      <p className={styles.muted}>{t(`settings.groupAbout.${id}`)}</p>
      {names.map((name) => (
        <div key={name} data-setting={name}>
          <Setting name={name} form={form} />
        </div>
      ))}
    </section>
  );
}

function Setting({ name, form }: { readonly name: UserSettingName; readonly form: PersonForm }) {
  switch (name) {
    case 'replayGroups':
      return <ReplayGroupsField form={form} />;
    case 'replayOthers':
      return <OtherNumbersField form={form} />;
    case 'replayLines':
      return <ReplayLinesField form={form} />;
    case 'archiveAddress':
      return <ArchiveAddressSetting form={form} />;
    case 'callOperations':
      return <CallOperationsSetting form={form} />;
    case 'profileAccess':
    case 'directoryAccess':
    case 'callHandlingAccess':
    case 'buttonProgrammingAccess':
    case 'downloadApplicationsAccess':
      return <LevelSetting name={name} form={form} />;
    default:
      return <SwitchSetting name={name} form={form} />;
  }
}
