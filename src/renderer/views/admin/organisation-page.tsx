/** The organisation's name and its settings, each with its default and what it does. */
import { useId } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import type { OrganisationDetails, OrganisationInput } from '../../../shared/people';
import type { OrganisationSettings } from '../../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS } from '../../../shared/user-settings';
import { call } from '../../client';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { organisationQuery } from './admin-queries';
import { DraftSaveBar } from './draft-save-bar';
import { Waiting } from './loaded';
import { AddOrganisation } from './organisation/add-organisation';
import { PageHead } from './page-head';
import { usePreview } from './preview/use-preview';
import { useUnsavedGuard } from './unsaved-guard';
import { useRevisedDraft } from './use-revised-draft';
import styles from './admin.module.css';
import settingStyles from './people/people.module.css';

export function OrganisationPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const { t } = useTranslation();
  const organisation = useQuery(organisationQuery);
  return (
    <div className={styles.page}>
      <PageHead title={t('shell.pages.organisation')} about={t('admin.organisation.about')} />
      <Waiting answers={[organisation]} />
      {organisation.data && <Editor held={organisation.data} mayEdit={signedIn.mayChangeConfiguration} />}
      {signedIn.mayChangeConfiguration && signedIn.mayChangeSecurity && <AddOrganisation />}
    </div>
  );
}

interface EditorProps {
  readonly held: OrganisationDetails;
  readonly mayEdit: boolean;
}

function Editor({ held, mayEdit }: EditorProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const edit = useRevisedDraft<OrganisationInput, OrganisationDetails>({
    of: 'organisation',
    held: { name: held.name, settings: held.settings },
    revision: held.revision,
    save: (draft, revision) => call('organisation.save', toSave(revision, draft).input),
    onSaved: (saved) => queryClient.setQueryData(organisationQuery.queryKey, saved),
  });
  const preview = usePreview();
  const guardDialog = useUnsavedGuard(edit.isDirty);
  const { draft } = edit;
  const nameLength = draft.name.trim().length;
  const nameProblem = nameLength === 0 || nameLength > 200 ? t('people.problem.name') : undefined;
  return (
    <div className={styles.form}>
      <section className={styles.section}>
        <TextField
          label={t('people.name')}
          errorMessage={nameProblem}
          isReadOnly={!mayEdit}
          value={draft.name}
          onChange={(name) => edit.change({ ...draft, name })}
        />
      </section>
      <Settings
        settings={draft.settings}
        mayEdit={mayEdit}
        onChange={(patch) => edit.change({ ...draft, settings: { ...draft.settings, ...patch } })}
      />
      {mayEdit && (
        <DraftSaveBar
          edit={edit}
          isCounting={preview.isCounting}
          problem={nameProblem && t('people.problem.some')}
          isClosed={nameProblem !== undefined}
          saveLabel={t('admin.organisation.save')}
          onSave={() => preview.before(toSave(edit.revision, draft), () => edit.mutation.mutate(draft))}
        />
      )}
      {preview.dialog}
      {guardDialog}
    </div>
  );
}

/** The call that saves the draft, and whose effect is looked at before. */
function toSave(revision: number, { name, settings }: OrganisationInput) {
  return { method: 'organisation.save', input: { revision, name: name.trim(), settings } } as const;
}

interface SettingsProps {
  readonly settings: OrganisationSettings;
  readonly mayEdit: boolean;
  readonly onChange: (patch: Partial<OrganisationSettings>) => void;
}

const ACCESS = ['none', 'own', 'all'] as const;
const HEARS = ['ownSettings', 'all'] as const;
const DEFAULTS = DEFAULT_ORGANISATION_SETTINGS;

function Settings({ settings, mayEdit, onChange }: SettingsProps) {
  const { t } = useTranslation();
  const toDefault = (value: string) => t('admin.organisation.default', { value });
  return (
    <section className={styles.section} aria-labelledby="organisation-settings-title">
      <h2 id="organisation-settings-title">{t('admin.organisation.settings')}</h2>
      <RadioGroup
        label={t('settings.organisationName.agentAccess')}
        description={`${t('settings.organisationEffect.agentAccess')} ${toDefault(t(`settings.agentAccessOption.${DEFAULTS.agentAccess}`))}`}
        options={ACCESS.map((value) => ({ value, label: t(`settings.agentAccessOption.${value}`) }))}
        value={settings.agentAccess}
        isReadOnly={!mayEdit}
        onChange={(agentAccess) => onChange({ agentAccess })}
      />
      <RadioGroup
        label={t('settings.organisationName.standardHears')}
        description={`${t('settings.organisationEffect.standardHears')} ${toDefault(t(`settings.standardHears.${DEFAULTS.standardHears}`))}`}
        options={HEARS.map((value) => ({ value, label: t(`settings.standardHears.${value}`) }))}
        value={settings.standardHears}
        isReadOnly={!mayEdit}
        onChange={(standardHears) => onChange({ standardHears })}
      />
      {(['screenRecordings', 'conversationAnalysis', 'callReporting'] as const).map((name) => (
        <Switch
          key={name}
          name={name}
          isOn={settings[name]}
          mayEdit={mayEdit}
          about={`${t(`settings.organisationEffect.${name}`)} ${toDefault(t(DEFAULTS[name] ? 'admin.value.on' : 'admin.value.off'))}`}
          onChange={(isOn) => onChange({ [name]: isOn })}
        />
      ))}
    </section>
  );
}

interface SwitchProps {
  readonly name: 'screenRecordings' | 'conversationAnalysis' | 'callReporting';
  readonly isOn: boolean;
  readonly mayEdit: boolean;
  readonly about: string;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ name, isOn, mayEdit, about, onChange }: SwitchProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={settingStyles.setting}>
      <Checkbox isSelected={isOn} isReadOnly={!mayEdit} describedBy={id} onChange={onChange}>
        {t(`settings.organisationName.${name}`)}
      </Checkbox>
      <p id={id} className={settingStyles.underSwitch}>
        {about}
      </p>
    </div>
  );
}
