/** The zone of a phone system's clock, found by typing a part of its name. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox } from '../../ui/combo-box';

interface Props {
  readonly value: string | null;
  readonly onChange: (timeZone: string | null) => void;
}

export function TimeZoneField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const zones = useMemo(() => listTimeZones(value), [value]);
  return (
    <ComboBox
      label={t('setup.zone')}
      description={t('setup.zoneAbout')}
      placeholder={t('setup.zonePlaceholder')}
      openLabel={t('setup.zone')}
      errorMessage={value === null ? t('setup.zoneUnknown') : undefined}
      options={zones}
      value={value}
      onChange={onChange}
    />
  );
}

/** All zones that this computer knows; the chosen one too, for it may go by an older name (`UTC` is not in the list). */
function listTimeZones(chosen: string | null): readonly string[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  if (chosen !== null) zones.add(chosen);
  return [...zones].sort();
}
