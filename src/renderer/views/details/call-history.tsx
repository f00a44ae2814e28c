/** The other pieces of the call, and the legs that the phone system wrote down. */
import { useTranslation } from 'react-i18next';
import type { CallLeg, Piece, RecordingDetails } from '../../../shared/model';
import { toShortDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { toTimeOfDay } from '../../format/moment';
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
      {legs.length === 0 && recording.kind === 'call' && (
        <section className={styles.section}>
          <h3>{t('library.details.legs')}</h3>
          <p className={styles.muted}>{t('library.details.noLegs')}</p>
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
  return (
    <ol className={styles.parties}>
      {legs.map((leg, index) => (
        // Legs have no identity but their place in the call.
        <li key={index}>
          <LegLine leg={leg} place={place} />
        </li>
      ))}
    </ol>
  );
}

function LegLine({ leg, place }: { readonly leg: CallLeg; readonly place: Place }) {
  const { t } = useTranslation();
  const { answeredAtMs } = leg;
  const answered =
    answeredAtMs === null
      ? t('library.details.legUnanswered')
      : t('library.details.legAnswered', { time: toTimeOfDay(answeredAtMs, place) });
  return (
    <>
      <span>
        {toTimeOfDay(leg.startedAtMs, place)} · <Label label={leg.from} /> → <ShownText text={leg.to} />
      </span>
      <span className={styles.second}>
        {answered} · <ShownText text={leg.disposition} />
      </span>
    </>
  );
}
