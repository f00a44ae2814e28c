/** The other pieces of the call, and the legs that the phone system wrote down. */
import { useTranslation } from 'react-i18next';
import type { CallLeg, Piece, RecordingDetails } from '../../../shared/model';
import { toShortDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { toTimeOfDay } from '../../format/moment';
import { Table } from '../../ui/table';
import { ShownText } from '../library/shown-text';
import { Label } from './call-facts';
import styles from './details.module.css';

interface Props {
  readonly recording: RecordingDetails;
  readonly place: Place;
}

export function CallHistory({ recording, place }: Props) {
  const { t } = useTranslation();
  const { pieces, legs } = recording;
  return (
    <>
      {pieces.length > 1 && (
        <section className={styles.section} aria-labelledby="pieces-title">
          <h3 id="pieces-title">{t('library.details.pieces')}</h3>
          <ol className={styles.parties}>
            {pieces.map((piece) => (
              <li key={piece.id}>
                <PieceLine piece={piece} place={place} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {legs.length > 0 && (
        <section className={styles.section}>
          <h3>{t('library.details.legs')}</h3>
          <Legs legs={legs} place={place} />
        </section>
      )}
    </>
  );
}

function PieceLine({ piece, place }: { readonly piece: Piece; readonly place: Place }) {
  const { t } = useTranslation();
  return (
    <span className={piece.isThis ? styles.strong : undefined}>
      {toTimeOfDay(piece.startedAtMs, place)}
      {piece.durationMs !== null && ` · ${toShortDuration(piece.durationMs)}`}
      {piece.isThis && ` · ${t('library.details.thisPiece')}`}
    </span>
  );
}

function Legs({ legs, place }: { readonly legs: readonly CallLeg[]; readonly place: Place }) {
  const { t } = useTranslation();
  const answered = (leg: CallLeg) =>
    leg.answeredAtMs === null ? t('common.no') : toTimeOfDay(leg.answeredAtMs, place);
  return (
    <Table
      label={t('library.details.legs')}
      rows={legs.map((leg, index) => ({ leg, key: String(index) }))}
      keyOf={(row) => row.key}
      columns={[
        {
          id: 'when',
          title: t('library.details.legWhen'),
          cell: ({ leg }) => toTimeOfDay(leg.startedAtMs, place),
        },
        { id: 'from', title: t('library.details.legFrom'), cell: ({ leg }) => <Label label={leg.from} /> },
        { id: 'to', title: t('library.details.legTo'), cell: ({ leg }) => <ShownText text={leg.to} /> },
        { id: 'answered', title: t('library.details.legAnswered'), cell: ({ leg }) => answered(leg) },
        {
          id: 'end',
          title: t('library.details.legEnd'),
          cell: ({ leg }) => <ShownText text={leg.disposition} />,
        },
      ]}
    />
  );
}
