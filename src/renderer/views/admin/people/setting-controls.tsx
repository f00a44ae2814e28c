/** The plain settings: switches, choices, a line of text. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCESS_LEVELS } from '../../../../shared/user-settings';
import { Checkbox } from '../../../ui/checkbox';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import type { PersonForm } from './person-form';
import type { LevelName, SwitchName } from './setting-groups';
import { useSettingState } from './setting-notes';
import styles from './people.module.css';

interface Props<Name> {
  readonly name: Name;
  readonly form: PersonForm;
}

export function SwitchSetting({ name, form }: Props<SwitchName>) {
  const { t } = useTranslation();
  const { isClosed, notes } = useSettingState(name, form);
  const id = useId();
  // Who may sign in is a security setting, and needs that right on top.
  const isSecurity = name === 'portal' && !form.maySecure && form.mayEdit;
  return (
    <div className={styles.setting}>
      <Checkbox
        isSelected={form.draft.settings[name]}
        isDisabled={(isClosed && form.mayEdit) || isSecurity}
        isReadOnly={!form.mayEdit}
        describedBy={id}
        onChange={(isOn) => form.changeSettings({ [name]: isOn })}
      >
        {t(`settings.name.${name}`)}
        {name === 'replay' && <span className={styles.alias}> {t('settings.replayAlias')}</span>}
      </Checkbox>
      <p id={id} className={styles.underSwitch}>
        {notes}
        {isSecurity && <span className={styles.closed}>{t('people.needsSecurity')}</span>}
      </p>
    </div>
  );
}

export function LevelSetting({ name, form }: Props<LevelName>) {
  const { t } = useTranslation();
  return (
    <Choice
      name={name}
      form={form}
      value={form.draft.settings[name]}
      options={ACCESS_LEVELS.map((value) => ({ value, label: t(`settings.level.${value}`) }))}
    />
  );
}

export function CallOperationsSetting({ form }: Pick<Props<never>, 'form'>) {
  const { t } = useTranslation();
  const values = ['none', 'answer', 'make', 'both'] as const;
  return (
    <Choice
      name="callOperations"
      form={form}
      value={form.draft.settings.callOperations}
      options={values.map((value) => ({ value, label: t(`settings.callOperations.${value}`) }))}
    />
  );
}

interface ChoiceProps<Value extends string> extends Props<LevelName | 'callOperations'> {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

function Choice<Value extends string>({ name, form, value, options }: ChoiceProps<Value>) {
  const { t } = useTranslation();
  const { isClosed, notes } = useSettingState(name, form);
  const label = t(`settings.name.${name}`);
  if (!form.mayEdit) {
    return (
      <div className={styles.setting}>
        <p>
          <strong>{label}</strong>: {options.find((option) => option.value === value)?.label}
        </p>
        <p className={styles.muted}>{notes}</p>
      </div>
    );
  }
  return (
    <div className={styles.setting}>
      <Select
        label={label}
        description={notes}
        options={options}
        value={value}
        isDisabled={isClosed}
        onChange={(next) => form.changeSettings({ [name]: next })}
      />
    </div>
  );
}

export function ArchiveAddressSetting({ form }: Pick<Props<never>, 'form'>) {
  const { t } = useTranslation();
  const { notes } = useSettingState('archiveAddress', form);
  return (
    <div className={styles.setting}>
      <TextField
        label={t('settings.name.archiveAddress')}
        description={notes}
        errorMessage={form.problems.has('archiveAddress') ? t('admin.tooLong', { max: 500 }) : undefined}
        isReadOnly={!form.mayEdit}
        spellCheck="false"
        value={form.draft.settings.archiveAddress}
        onChange={(archiveAddress) => form.changeSettings({ archiveAddress })}
      />
    </div>
  );
}
