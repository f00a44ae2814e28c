/** The choice of language, for who is not signed in yet; kept on this computer. */
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/model';
import { chooseLanguage, findLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import { Select } from '../../ui/select';

export function LanguageSelect() {
  const { t, i18n } = useTranslation();
  return (
    <Select
      label={t('setup.language')}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      value={findLanguage(i18n.language, [])}
      onChange={chooseLanguage}
    />
  );
}
