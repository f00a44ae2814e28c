/** What the times of a source's files say of its clock, and where to put it right. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SourceClock } from '../../../../shared/source-model';
import { toSpokenDuration } from '../../../format/duration';
import { useGoTo } from '../../../go-to';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { usePlace } from '../use-place';
import styles from '../admin.module.css';

const MINUTE_MS = 60_000;

interface Props {
  readonly clock: SourceClock;
  /** Null for one who may not change it. */
  readonly sourceId: string | null;
}

export function ClockCheck({ clock, sourceId }: Props) {
  const { t } = useTranslation();
  const { verdict, looked, agreeing } = clock;
  const isFault = verdict === 'zone' || verdict === 'clock';
  return (
    <>
      <h3>{t('health.clock.title')}</h3>
      {isFault ? (
        <Fault clock={clock} sourceId={sourceId} />
      ) : (
        <p className={styles.about}>{t(`health.clock.${verdict}`, { looked, agreeing })}</p>
      )}
    </>
  );
}

function Fault({ clock, sourceId }: Props) {
  const { t } = useTranslation();
  const { locale } = usePlace();
  const goTo = useGoTo();
  const { verdict, looked, agreeing, fittingZones } = clock;
  const choose =
    verdict === 'zone' && sourceId !== null ? (
      <Button onPress={() => goTo({ page: 'sources', sourceId })}>{t('health.clock.choose')}</Button>
    ) : undefined;
  return (
    <Banner tone="warning" actions={choose}>
      <p>
        <strong>{t(`health.clock.${verdict}`, { looked, agreeing })}</strong>
      </p>
      <p>{t('health.clock.off', { looked, agreeing, offsets: toOffsets(t, clock, locale) })}</p>
      <p>
        {verdict === 'zone'
          ? t('health.clock.zones', { zones: new Intl.ListFormat(locale).format(fittingZones) })
          : t('health.clock.clockAbout')}
      </p>
    </Banner>
  );
}

/** `5 hours after or 4 hours after`, to the minute. */
function toOffsets(t: TFunction, { offsetsMs }: SourceClock, locale: string): string {
  const words = offsetsMs.map((ms) => {
    const span = toSpokenDuration(Math.round(Math.abs(ms) / MINUTE_MS) * MINUTE_MS, locale);
    return t(ms < 0 ? 'health.clock.before' : 'health.clock.after', { span });
  });
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(words);
}
