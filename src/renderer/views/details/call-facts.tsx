/** Who, when, how long, by what line: what a person asks of a call first. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NumberLabel, Party, RecordingDetails } from '../../../shared/model';
import { toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { findSourceClock, isRepeatedHour, toLongMoment } from '../../format/moment';
import { useToday } from '../../use-today';
import { ShownText } from '../library/shown-text';
import { NameNumber } from '../profile/name-number';
import type { Fact } from './fact-list';
import { listOtherTimes } from './other-times';
import { FactList } from './fact-list';
import styles from './details.module.css';

const DAY_MS = 86_400_000;

interface Props {
  readonly recording: RecordingDetails;
  readonly place: Place;
}

export function CallFacts({ recording, place }: Props) {
  const { t } = useTranslation();
  const sourceClock = findSourceClock(recording.startedAtMs, recording.timeZone, place);
  const tomorrowMs = useToday() + DAY_MS;
  const { durationMs, accountCode } = recording;
  const sourcePlace = sourceClock === null ? place : { ...place, timeZone: recording.timeZone };
  const ofLabel = (name: string, label: NumberLabel | null): Fact | null =>
    label && { name, value: <Label label={label} /> };
  return (
    <FactList
      facts={[
        { name: t('library.details.when'), value: toLongMoment(recording.startedAtMs, place) },
        sourceClock === null
          ? null
          : {
              name: t('library.details.sourceClock'),
              value: toLongMoment(recording.startedAtMs, sourcePlace),
            },
        recording.isTimeDoubtful
          ? {
              name: t('library.details.inDoubt'),
              value: isRepeatedHour(recording.startedAtMs, recording.timeZone)
                ? t('library.details.repeatedHour')
                : t('library.details.otherDoubt'),
            }
          : null,
        ...listOtherTimes(recording, tomorrowMs).map(({ by, atMs }) => ({
          name: t(`library.details.toldBy.${by}`),
          // As it stands in the name.
          value: toLongMoment(atMs, by === 'name' ? sourcePlace : place),
        })),
        durationMs === null
          ? null
          : { name: t('library.details.length'), value: toSpokenDuration(durationMs, place.locale) },
        ofLabel(t('library.details.group'), recording.group),
        ofLabel(t('library.details.line'), recording.line),
        ofLabel(t('library.details.owner'), recording.owner),
        accountCode === null
          ? null
          : { name: t('library.details.accountCode'), value: <ShownText text={accountCode} /> },
      ]}
    />
  );
}

export function Label({ label }: { readonly label: NumberLabel }) {
  return (
    <>
      {label.name !== null && label.name !== label.number && <ShownText text={label.name} />}{' '}
      <ShownText text={label.number} className={label.name === null ? undefined : styles.muted} />
    </>
  );
}

export function Parties({
  recording,
}: {
  readonly recording: Pick<RecordingDetails, 'parties' | 'direction'>;
}) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="parties-title">
      <h3 id="parties-title">{t('library.details.parties')}</h3>
      <ul className={styles.parties}>
        {recording.parties.map((party, index) => (
          // The same number may take part twice.
          <li key={index} className={styles.partyLine}>
            <span className={styles.muted}>{t(`common.role.${party.role}`)}</span>
            <span className={styles.partyName}>
              <PartyName
                party={party}
                isWithheld={recording.direction === 'inbound' && party.role === 'caller'}
              />
              <span className={styles.muted}>{toPartyWords(t, party)}</span>
            </span>
            <NameNumber number={party.number} name={party.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function toPartyWords(t: TFunction, { number, numberKind, channel }: Party): string {
  const words = [
    ...(number === '' ? [] : [t(`common.numberKind.${numberKind}`)]),
    ...(channel === null ? [] : [t('library.details.channel', { channel: channel + 1 })]),
  ];
  return words.join(' · ');
}

interface PartyNameProps {
  readonly party: Party;
  /** What no number means: who called did not show it, rather than that nobody wrote it down. */
  readonly isWithheld: boolean;
}

function PartyName({ party, isWithheld }: PartyNameProps) {
  const { t } = useTranslation();
  const hasName = party.name !== null && party.name !== '' && party.name !== party.number;
  return (
    <span>
      {hasName && (
        <>
          <ShownText text={party.name ?? ''} className={styles.strong} />{' '}
        </>
      )}
      {party.number === '' ? (
        !hasName && t(isWithheld ? 'common.withheld' : 'common.notKnown')
      ) : (
        <ShownText text={party.number} />
      )}
    </span>
  );
}
