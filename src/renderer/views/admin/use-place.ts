/** How moments are written here: the language's own way, on the clock of the computer that the person sits at. */
import { useTranslation } from 'react-i18next';
import type { Place } from '../../format/moment';
import { toLocale } from '../../i18n/i18n';

export function usePlace(): Place {
  const { i18n } = useTranslation();
  return {
    locale: toLocale(i18n.language),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
