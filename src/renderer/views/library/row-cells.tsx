/** Cells that every list in time has: when it was, which way it went, and signs with names. */
import { useTranslation } from 'react-i18next';
import type { Direction } from '../../../shared/model';
import type { Place } from '../../format/moment';
import { findSourceClock, toListDay, toListTime, toLongMoment } from '../../format/moment';
import type { IconName } from '../../ui/icons';
import { Icon } from '../../ui/icons';
import styles from './recording-grid.module.css';
import type { TimedRow } from './row-grid';

interface WhenProps {
  readonly row: TimedRow;
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
}

export function When({ row, place, todayMs }: WhenProps) {
  const { startedAtMs, timeZone } = row;
  const sourceClock = findSourceClock(startedAtMs, timeZone, place);
  const inSourceZone = sourceClock === null ? '' : `\n${toLongMoment(startedAtMs, { ...place, timeZone })}`;
  return (
    <time
      dateTime={new Date(startedAtMs).toISOString()}
      title={`${toLongMoment(startedAtMs, place)}${inSourceZone}`}
    >
      <span className={styles.day}>{toListDay(startedAtMs, todayMs, place)}</span>
      <span className={styles.time}>{toListTime(startedAtMs, place)}</span>
      {sourceClock !== null && <span className={styles.sourceClock}>{sourceClock}</span>}
    </time>
  );
}

const DIRECTION_ICONS: Readonly<Record<Direction, IconName>> = {
  inbound: 'inbound',
  outbound: 'outbound',
  internal: 'internal',
  unknown: 'unknown',
};

export function DirectionMark({ direction }: { readonly direction: Direction }) {
  const { t } = useTranslation();
  return <Mark icon={DIRECTION_ICONS[direction]} label={t(`common.direction.${direction}`)} />;
}

interface MarkProps {
  readonly icon: IconName;
  readonly label: string;
  readonly className?: string | undefined;
}

export function Mark({ icon, label, className }: MarkProps) {
  return (
    <span title={label} className={className}>
      <Icon name={icon} size={14} />
      <span className="spoken">{label} </span>
    </span>
  );
}
