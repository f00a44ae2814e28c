/** One call in the list; drawn thousands of times while one scrolls, so it does little and only when it changes. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRow } from '../../../shared/calls';
import { toShortDuration, toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { LabelCell, PartyCell } from '../library/party-cell';
import styles from '../library/recording-grid.module.css';
import { DirectionMark, Mark, When } from '../library/row-cells';
import { RowFrame } from '../library/row-frame';
import type { RowPlace } from '../library/row-grid';

interface Shared {
  readonly words: readonly string[];
  readonly place: Place;
  /** The first millisecond of today. */
  readonly todayMs: number;
}

interface Props extends RowPlace<CallRow>, Shared {
  readonly onPlay: (row: CallRow) => void;
}

export const CallGridRow = memo(function CallGridRow(props: Props) {
  const { row, words, place, todayMs, onPlay } = props;
  return (
    <RowFrame at={props} onAct={onPlay}>
      {row && <Cells row={row} words={words} place={place} todayMs={todayMs} />}
    </RowFrame>
  );
});

function Cells({ row, words, place, todayMs }: Shared & { readonly row: CallRow }) {
  const { t } = useTranslation();
  return (
    <>
      <span role="gridcell" aria-colindex={1} className={styles.when}>
        <When row={row} place={place} todayMs={todayMs} />
      </span>
      <span role="gridcell" aria-colindex={2} className={styles.direction}>
        <DirectionMark direction={row.direction} />
        {row.disposition !== 'answered' && (
          <Mark
            icon="unanswered"
            label={t(`calls.disposition.${row.disposition}`)}
            className={styles.problem}
          />
        )}
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
        <Talked row={row} place={place} />
      </span>
      <span role="gridcell" aria-colindex={8} className={styles.marks}>
        {row.isRecorded && <Mark icon="recordings" label={t('calls.marks.recorded')} />}
        {row.isShared && <Mark icon="share" label={t('calls.marks.shared')} />}
      </span>
    </>
  );
}

/** How long was talked; a call that nobody answered has said so beside its direction. */
function Talked({ row, place }: { readonly row: CallRow; readonly place: Place }) {
  if (row.talkMs === null) return <span aria-hidden="true">–</span>;
  return (
    <>
      <span aria-hidden="true">{toShortDuration(row.talkMs)}</span>
      <span className="spoken">{toSpokenDuration(row.talkMs, place.locale)}</span>
    </>
  );
}
