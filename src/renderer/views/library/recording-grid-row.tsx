/** One recording in the list; drawn thousands of times while one scrolls, so it does little and only when it changes. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind, RecordingRow } from '../../../shared/model';
import { toShortDuration, toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import type { IconName } from '../../ui/icons';
import { LabelCell, PartyCell } from './party-cell';
import styles from './recording-grid.module.css';
import { DirectionMark, Mark, When } from './row-cells';
import { RowFrame } from './row-frame';
import type { RowPlace } from './row-grid';

interface Props extends RowPlace<RecordingRow> {
  readonly playingId: string | null;
  readonly words: readonly string[];
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
  readonly onPlay: (row: RecordingRow) => void;
}

export const RecordingGridRow = memo(function RecordingGridRow(props: Props) {
  const { row, playingId, words, place, todayMs, onPlay } = props;
  const isPlaying = playingId !== null && row?.id === playingId;
  return (
    <RowFrame at={props} isPlaying={isPlaying} onAct={onPlay}>
      {row && <Cells row={row} words={words} place={place} todayMs={todayMs} isPlaying={isPlaying} />}
    </RowFrame>
  );
});

interface CellsProps extends Pick<Props, 'words' | 'place' | 'todayMs'> {
  readonly isPlaying: boolean;
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

const KIND_ICONS: Readonly<Record<Exclude<Kind, 'call'>, IconName>> = { voicemail: 'voicemail', fax: 'fax' };

/** The direction; what is no call says its kind first. */
function Sign({ row, isPlaying }: Pick<CellsProps, 'row' | 'isPlaying'>) {
  const { t } = useTranslation();
  return (
    <>
      {row.kind !== 'call' && <Mark icon={KIND_ICONS[row.kind]} label={t(`common.kind.${row.kind}`)} />}
      <DirectionMark direction={row.direction} />
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
      {row.isShared && <Mark icon="share" label={t('calls.marks.shared')} />}
      {row.isHeld && <Mark icon="lock" label={t('keeping.hold.mark')} />}
      {row.hasTranscript && <Mark icon="transcript" label={t('library.marks.transcript')} />}
      {row.hasScreen && <Mark icon="screen" label={t('library.marks.screen')} />}
      {row.presence !== 'present' && (
        <Mark icon={row.presence} label={t(`common.presence.${row.presence}`)} className={styles.problem} />
      )}
    </>
  );
}
