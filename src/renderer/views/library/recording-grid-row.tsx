/** One recording in the list; drawn hundreds of times while one types or scrolls, so it does little and only when it changes. */
import { memo } from 'react';
import type { Kind, RecordingRow } from '../../../shared/model';
import type { Place } from '../../format/moment';
import type { IconName } from '../../ui/icons';
import { LabelCell, PartyCell } from './party-cell';
import styles from './recording-grid.module.css';
import { DIRECTION_ICONS, Length, Mark, When } from './row-cells';
import { RowFrame } from './row-frame';
import type { RowPlace } from './row-grid';
import type { RowTerms } from './row-terms';

interface Props extends RowPlace<RecordingRow> {
  readonly words: readonly string[];
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
  readonly terms: RowTerms;
  readonly onPlay: (row: RecordingRow) => void;
}

export const RecordingGridRow = memo(function RecordingGridRow(props: Props) {
  const { row, words, place, todayMs, terms, isPlaying, onPlay } = props;
  return (
    <RowFrame at={props} loading={terms.loading} onAct={onPlay}>
      {row && (
        <Cells row={row} words={words} place={place} todayMs={todayMs} terms={terms} isPlaying={isPlaying} />
      )}
    </RowFrame>
  );
});

interface CellsProps extends Pick<Props, 'words' | 'place' | 'todayMs' | 'terms' | 'isPlaying'> {
  readonly row: RecordingRow;
}

const Cells = memo(function Cells({ row, words, place, todayMs, terms, isPlaying }: CellsProps) {
  const { startedAtMs, timeZone, group, line } = row;
  return (
    <>
      <span role="gridcell" aria-colindex={1} className={styles.when}>
        <When startedAtMs={startedAtMs} timeZone={timeZone} place={place} todayMs={todayMs} />
      </span>
      <span role="gridcell" aria-colindex={2} className={styles.direction}>
        {row.kind !== 'call' && <Mark icon={KIND_ICONS[row.kind]} label={terms.kind[row.kind]} />}
        <Mark icon={DIRECTION_ICONS[row.direction]} label={terms.direction[row.direction]} />
        {isPlaying && <Mark icon="play" label={terms.inPlayer} />}
      </span>
      <PartyCell
        column={3}
        party={row.from}
        unknown={row.direction === 'inbound' ? terms.withheld : terms.notKnown}
        words={words}
      />
      <PartyCell column={4} party={row.to} unknown={terms.notKnown} words={words} />
      <span role="gridcell" aria-colindex={5} className={`${styles.party} ${styles.group}`}>
        {group && <LabelCell name={group.name} number={group.number} words={words} />}
      </span>
      <span role="gridcell" aria-colindex={6} className={`${styles.party} ${styles.line}`}>
        {line && <LabelCell name={line.name} number={line.number} words={words} />}
      </span>
      <span role="gridcell" aria-colindex={7} className={styles.length}>
        <LengthOf row={row} locale={place.locale} lengthUnknown={terms.lengthUnknown} />
      </span>
      <span role="gridcell" aria-colindex={8} className={styles.marks}>
        {row.isShared && <Mark icon="share" label={terms.shared} />}
        {row.isHeld && <Mark icon="lock" label={terms.held} />}
        {row.hasTranscript && <Mark icon="transcript" label={terms.transcript} />}
        {row.hasScreen && <Mark icon="screen" label={terms.screen} />}
        {row.presence !== 'present' && (
          <Mark icon={row.presence} label={terms.presence[row.presence]} className={styles.problem} />
        )}
      </span>
    </>
  );
});

const KIND_ICONS: Readonly<Record<Exclude<Kind, 'call'>, IconName>> = { voicemail: 'voicemail', fax: 'fax' };

interface LengthProps {
  readonly row: RecordingRow;
  readonly locale: string;
  readonly lengthUnknown: string;
}

function LengthOf({ row, locale, lengthUnknown }: LengthProps) {
  if (row.durationMs !== null) return <Length durationMs={row.durationMs} locale={locale} />;
  // A fax has pages, not a length.
  return row.kind === 'fax' ? null : (
    <span title={lengthUnknown}>
      <span aria-hidden="true">–</span>
      <span className="spoken">{lengthUnknown}</span>
    </span>
  );
}
