/** Cells that every list in time has: when it was, which way it went, and signs with names. No hooks: there are hundreds of them. */
import { memo } from 'react';
import type { Direction } from '../../../shared/model';
import { toShortDuration, toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { findSourceClock, toListDay, toListTime, toLongMoment } from '../../format/moment';
import type { IconName } from '../../ui/icons';
import { Icon } from '../../ui/icons';
import styles from './recording-grid.module.css';
import type { TimedRow } from './row-grid';

interface WhenProps extends Pick<TimedRow, 'startedAtMs' | 'timeZone'> {
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
}

export const When = memo(function When({ startedAtMs, timeZone, place, todayMs }: WhenProps) {
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
});

interface LengthProps {
  readonly durationMs: number;
  readonly locale: string;
}

export const Length = memo(function Length({ durationMs, locale }: LengthProps) {
  return (
    <>
      <span aria-hidden="true">{toShortDuration(durationMs)}</span>
      <span className="spoken">{toSpokenDuration(durationMs, locale)}</span>
    </>
  );
});

export const DIRECTION_ICONS: Readonly<Record<Direction, IconName>> = {
  inbound: 'inbound',
  outbound: 'outbound',
  internal: 'internal',
  unknown: 'unknown',
};

interface MarkProps {
  readonly icon: IconName;
  readonly label: string;
  readonly className?: string | undefined;
}

export const Mark = memo(function Mark({ icon, label, className }: MarkProps) {
  return (
    <span title={label} className={className}>
      <Icon name={icon} size={14} />
      <span className="spoken">{label} </span>
    </span>
  );
});
