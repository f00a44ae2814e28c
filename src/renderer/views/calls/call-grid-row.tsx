/** One call in the list; drawn hundreds of times while one types or scrolls, so it does little and only when it changes. */
import { memo } from 'react';
import type { CallRow } from '../../../shared/calls';
import type { Place } from '../../format/moment';
import { LabelCell, PartyCell } from '../library/party-cell';
import styles from '../library/recording-grid.module.css';
import { DIRECTION_ICONS, Length, Mark, When } from '../library/row-cells';
import { RowFrame } from '../library/row-frame';
import type { RowPlace } from '../library/row-grid';
import type { RowTerms } from '../library/row-terms';

interface Shared {
  readonly words: readonly string[];
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
  readonly terms: RowTerms;
}

interface Props extends RowPlace<CallRow>, Shared {
  readonly onPlay: (row: CallRow) => void;
}

export const CallGridRow = memo(function CallGridRow(props: Props) {
  const { row, words, place, todayMs, terms, onPlay } = props;
  return (
    <RowFrame at={props} loading={terms.loading} onAct={onPlay}>
      {row && <Cells row={row} words={words} place={place} todayMs={todayMs} terms={terms} />}
    </RowFrame>
  );
});

const Cells = memo(function Cells({ row, words, place, todayMs, terms }: Shared & { readonly row: CallRow }) {
  const { startedAtMs, timeZone, group, line, talkMs } = row;
  return (
    <>
      <span role="gridcell" aria-colindex={1} className={styles.when}>
        <When startedAtMs={startedAtMs} timeZone={timeZone} place={place} todayMs={todayMs} />
      </span>
      <span role="gridcell" aria-colindex={2} className={styles.direction}>
        <Mark icon={DIRECTION_ICONS[row.direction]} label={terms.direction[row.direction]} />
        {row.disposition !== 'answered' && (
          <Mark icon="unanswered" label={terms.disposition[row.disposition]} className={styles.problem} />
        )}
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
        {/* A call that nobody answered has said so beside its direction. */}
        {talkMs === null ? (
          <span aria-hidden="true">–</span>
        ) : (
          <Length durationMs={talkMs} locale={place.locale} />
        )}
      </span>
      <span role="gridcell" aria-colindex={8} className={styles.marks}>
        {row.isRecorded && <Mark icon="recordings" label={terms.recorded} />}
        {row.isShared && <Mark icon="share" label={terms.shared} />}
      </span>
    </>
  );
});
