/** Language, theme and density as the person likes them: in force at once, kept with the person. */
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../shared/model';
import { LANGUAGES, THEMES } from '../../../shared/model';
import { findLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import { Select } from '../../ui/select';
import { Failure } from '../admin/failure';
import adminStyles from '../admin/admin.module.css';
import { useSavePreferences } from '../shell/use-preferences';

const DENSITIES = ['compact', 'comfortable'] as const;

export function LookFields({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation();
  const { change, failed } = useSavePreferences(preferences);
  return (
    <>
      <Failure error={failed} />
      <div className={adminStyles.fields}>
        <LanguageField onChange={(language) => change({ language })} />
        <Select
          label={t('shell.theme')}
          options={THEMES.map((value) => ({ value, label: t(`shell.themes.${value}`) }))}
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
        />
        <Select
          label={t('shell.density')}
          options={DENSITIES.map((value) => ({ value, label: t(`shell.densities.${value}`) }))}
          value={preferences.density}
          onChange={(density) => change({ density })}
        />
      </div>
    </>
  );
}

interface LanguageProps {
  readonly onChange: (language: (typeof LANGUAGES)[number]) => void;
}

function LanguageField({ onChange }: LanguageProps) {
  const { t, i18n } = useTranslation();
  return (
    <Select
      label={t('shell.language')}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      value={findLanguage(i18n.language, [])}
      onChange={onChange}
    />
  );
}
