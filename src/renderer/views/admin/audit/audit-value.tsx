/** One value of an entry's details, as its key asks for: a moment, a length of time, yes or no. */
import { useTranslation } from 'react-i18next';
import { toShortDuration } from '../../../format/duration';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { ValueText } from '../value-text';
import { usePlace } from '../use-place';
import { PreviewedPeople } from './audit-preview';
import { isPreviewedPeople } from './details';

/** March 1973 in Unix milliseconds, and 27,000 hours: what is less is a length of time. */
const FIRST_MOMENT_MS = 100_000_000_000;

interface Props {
  readonly path: readonly string[];
  readonly value: unknown;
}

export function AuditValue({ path, value }: Props) {
  const { t } = useTranslation();
  const place = usePlace();
  const key = path.at(-1) ?? '';
  if (typeof value === 'number' && key.endsWith('Ms')) {
    return value < FIRST_MOMENT_MS
      ? toShortDuration(value)
      : `${toDay(value, place)} ${toTimeOfDay(value, place)}`;
  }
  if (key === 'people' && isPreviewedPeople(value)) return <PreviewedPeople people={value} />;
  // A setting is on or off; what is said of a person or an act is so or not.
  if (typeof value === 'boolean' && path[0] !== 'settings') return value ? t('common.yes') : t('common.no');
  return <ValueText value={value} />;
}
