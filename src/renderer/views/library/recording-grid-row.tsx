/** One recording in the list; drawn thousands of times while one scrolls, so it does little and only when it changes. */
import type { Ref } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Direction, Kind, RecordingRow } from '../../../shared/model';
import { toShortDuration, toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { findSourceClock, toListDay, toListTime, toLongMoment } from '../../format/moment';
import type { IconName } from '../../ui/icons';
import { Icon } from '../../ui/icons';
import { LabelCell, PartyCell } from './party-cell';
import styles from './recording-grid.module.css';

interface Props {
  readonly row: RecordingRow | undefined;
  readonly index: number;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isPlaying: boolean;
  readonly words: readonly string[];
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
  readonly rowRef: Ref<HTMLDivElement> | undefined;
  readonly onChoose: (index: number) => void;
  readonly onPlay: (row: RecordingRow) => void;
}

export const RecordingGridRow = memo(function RecordingGridRow(props: Props) {
  const { row, index, topPx, isActive, isChosen, isPlaying, rowRef, onChoose, onPlay } = props;
  const { t } = useTranslation();
  const classNames = [styles.row, isChosen ? styles.chosen : '', isPlaying ? styles.playing : ''];
  return (
    <div
      ref={rowRef}
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-busy={row === undefined}
      tabIndex={isActive ? 0 : -1}
      data-id={row?.id}
      className={classNames.join(' ')}
      style={{ transform: `translateY(${topPx}px)` }}
      onPointerDown={() => onChoose(index)}
      onFocus={() => onChoose(index)}
      onDoubleClick={() => {
        if (row) onPlay(row);
      }}
    >
      {row ? (
        <Cells {...props} row={row} />
      ) : (
        <span role="gridcell" className={styles.loading}>
          {t('library.loadingRow')}
        </span>
      )}
    </div>
  );
});

interface CellsProps extends Pick<Props, 'words' | 'place' | 'todayMs' | 'isPlaying'> {
  readonly row: RecordingRow;
}

function Cells({ row, words, place, todayMs, isPlaying }: CellsProps) {
  return (
    <>
      <span role="gridcell" aria-colindex={1} className={styles.when}>
        <When row={row} place={place} todayMs={todayMs} />
      </span>
      <span role="gridcell" aria-colindex={2} className={styles.direction}>
        <Sign row={row} isPlaying={isPlaying} />
      </span>
      <span role="gridcell" aria-colindex={3} className={styles.party}>
        <PartyCell
          party={row.from}
          unknown={row.direction === 'inbound' ? 'withheld' : 'notKnown'}
          words={words}
        />
      </span>
      <span role="gridcell" aria-colindex={4} className={styles.party}>
        <PartyCell party={row.to} unknown="notKnown" words={words} />
      </span>
      <span role="gridcell" aria-colindex={5} className={`${styles.party} ${styles.group}`}>
        <LabelCell label={row.group} words={words} />
      </span>
      <span role="gridcell" aria-colindex={6} className={`${styles.party} ${styles.line}`}>
        <LabelCell label={row.line} words={words} />
      </span>
      <span role="gridcell" aria-colindex={7} className={styles.length}>
        <Length row={row} place={place} />
      </span>
      <span role="gridcell" aria-colindex={8} className={styles.marks}>
        <Marks row={row} />
      </span>
    </>
  );
}

function When({ row, place, todayMs }: Pick<CellsProps, 'row' | 'place' | 'todayMs'>) {
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
const KIND_ICONS: Readonly<Record<Exclude<Kind, 'call'>, IconName>> = { voicemail: 'voicemail', fax: 'fax' };

/** The direction; what is no call says its kind first. */
function Sign({ row, isPlaying }: Pick<CellsProps, 'row' | 'isPlaying'>) {
  const { t } = useTranslation();
  return (
    <>
      {row.kind !== 'call' && <Mark icon={KIND_ICONS[row.kind]} label={t(`common.kind.${row.kind}`)} />}
      <Mark icon={DIRECTION_ICONS[row.direction]} label={t(`common.direction.${row.direction}`)} />
      {isPlaying && <Mark icon="play" label={t('library.inPlayer')} />}
    </>
  );
}

function Length({ row, place }: Pick<CellsProps, 'row' | 'place'>) {
  const { t } = useTranslation();
  if (row.durationMs === null) {
    // A fax has pages, not a length.
    return row.kind === 'fax' ? null : (
      <span title={t('library.lengthUnknown')}>
        <span aria-hidden="true">–</span>
        <span className="spoken">{t('library.lengthUnknown')}</span>
      </span>
    );
  }
  return (
    <>
      <span aria-hidden="true">{toShortDuration(row.durationMs)}</span>
      <span className="spoken">{toSpokenDuration(row.durationMs, place.locale)}</span>
    </>
  );
}

function Marks({ row }: Pick<CellsProps, 'row'>) {
  const { t } = useTranslation();
  return (
    <>
      {row.hasTranscript && <Mark icon="transcript" label={t('library.marks.transcript')} />}
      {row.hasScreen && <Mark icon="screen" label={t('library.marks.screen')} />}
      {row.presence !== 'present' && (
        <Mark icon={row.presence} label={t(`common.presence.${row.presence}`)} className={styles.problem} />
      )}
    </>
  );
}

interface MarkProps {
  readonly icon: IconName;
  readonly label: string;
  readonly className?: string | undefined;
}

function Mark({ icon, label, className }: MarkProps) {
  return (
    <span title={label} className={className}>
      <Icon name={icon} size={14} />
      <span className="spoken">{label} </span>
    </span>
  );
}
