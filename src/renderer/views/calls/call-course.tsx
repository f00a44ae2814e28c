/** The legs of a call on one line of time: how long each rang, and how long somebody talked on it. */
import { useTranslation } from 'react-i18next';
import type { CallDetails } from '../../../shared/calls';
import type { CallLeg } from '../../../shared/model';
import { toShortDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { toTimeOfDay } from '../../format/moment';
import { en } from '../../i18n/en';
import { Label } from '../details/call-facts';
import detailsStyles from '../details/details.module.css';
import { ShownText } from '../library/shown-text';
import styles from './calls.module.css';

interface Props {
  readonly call: Pick<CallDetails, 'legs' | 'startedAtMs'>;
  readonly place: Place;
}

/** As many as the door gives. */
const LEGS_SHOWN = 200;

export function CallCourse({ call, place }: Props) {
  const { t } = useTranslation();
  const { legs } = call;
  if (legs.length === 0) return null;
  const fromMs = Math.min(...legs.map((leg) => leg.startedAtMs));
  const untilMs = Math.max(fromMs + 1000, ...legs.map((leg) => leg.endedAtMs ?? leg.startedAtMs));
  return (
    <section className={detailsStyles.section} aria-labelledby="course-title">
      <h3 id="course-title">{t('calls.details.legs')}</h3>
      {legs.length >= LEGS_SHOWN && (
        <p className={detailsStyles.muted}>{t('calls.details.legsMore', { count: LEGS_SHOWN })}</p>
      )}
      <ol className={styles.course}>
        {legs.map((leg, index) => (
          // Legs have no identity but their place in the call.
          <li key={index}>
            <Leg leg={leg} span={{ fromMs, lengthMs: untilMs - fromMs }} place={place} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LegProps {
  readonly leg: CallLeg;
  readonly span: { readonly fromMs: number; readonly lengthMs: number };
  readonly place: Place;
}

function Leg({ leg, span, place }: LegProps) {
  const { t } = useTranslation();
  const { startedAtMs, disposition } = leg;
  const endedAtMs = leg.endedAtMs ?? startedAtMs;
  const answeredAtMs = leg.answeredAtMs ?? endedAtMs;
  const at = (ms: number) => `${((ms - span.fromMs) / span.lengthMs) * 100}%`;
  const width = (ms: number) => `${(Math.max(0, ms) / span.lengthMs) * 100}%`;
  const lengths = [
    ...(answeredAtMs > startedAtMs
      ? [t('calls.details.waiting', { length: toShortDuration(answeredAtMs - startedAtMs) })]
      : []),
    ...(leg.answeredAtMs === null
      ? []
      : [t('calls.details.talking', { length: toShortDuration(endedAtMs - answeredAtMs) })]),
  ];
  return (
    <>
      <span>
        {toTimeOfDay(startedAtMs, place)} · <Label label={leg.from} /> →{' '}
        {leg.to === '' ? t('common.notKnown') : <ShownText text={leg.to} />}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.rang}
          style={{ insetInlineStart: at(startedAtMs), inlineSize: width(answeredAtMs - startedAtMs) }}
        />
        <span
          className={styles.talked}
          style={{ insetInlineStart: at(answeredAtMs), inlineSize: width(endedAtMs - answeredAtMs) }}
        />
      </span>
      <span className={detailsStyles.second}>
        {isKnown(disposition) ? t(`calls.leg.${disposition}`) : <ShownText text={disposition} />}
        {lengths.map((length) => ` · ${length}`)}
      </span>
    </>
  );
}

/** A word that a telephone system of another kind writes is shown as it is. */
function isKnown(disposition: string): disposition is keyof typeof en.calls.leg {
  return Object.hasOwn(en.calls.leg, disposition);
}
