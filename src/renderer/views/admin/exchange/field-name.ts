/** What a field of a file is called on the pages; what has no word here goes by its name in the file. */
import { useTranslation } from 'react-i18next';
import { toDisplayText } from '../../../format/display-text';
import { en } from '../../../i18n/en';

export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    if (isKeyOf(en.exchange.field, field)) return t(`exchange.field.${field}`);
    if (isKeyOf(en.settings.name, field)) return t(`settings.name.${field}`);
    if (isKeyOf(en.settings.organisationName, field)) return t(`settings.organisationName.${field}`);
    return toDisplayText(field);
  };
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}
