/** All that is known of the chosen call: who, how it went from one to the next, and its recordings. */
import { useTranslation } from 'react-i18next';
import type { CallDetails, CallRow } from '../../../shared/calls';
import type { NumberLabel, RecordingRow } from '../../../shared/model';
import { call } from '../../client';
import { toSpokenDuration } from '../../format/duration';
import type { Place } from '../../format/moment';
import { findSourceClock, toLongMoment, toTimeOfDay } from '../../format/moment';
import { Button } from '../../ui/button';
import { Label, Parties } from '../details/call-facts';
import { ChosenDetails } from '../details/chosen-details';
import styles from '../details/details.module.css';
import type { Fact } from '../details/fact-list';
import { FactList } from '../details/fact-list';
import { ShownText } from '../library/shown-text';
import { CallCourse } from './call-course';

interface Props {
  readonly row: CallRow | null;
  readonly place: Place;
  /** It was opened by a button, which has gone. */
  readonly takesFocus: boolean;
  readonly onOpen: (row: RecordingRow) => void;
  readonly onClose: () => void;
}

export function CallDetailsPane({ row, place, onOpen, ...pane }: Props) {
  const { t } = useTranslation();
  return (
    <ChosenDetails
      {...pane}
      title={t('calls.details.title')}
      nothing={t('calls.details.nothing')}
      id={row?.id ?? null}
      method="calls.get"
      read={(id) => call('calls.get', { id })}
    >
      {(details) => <Details call={details} place={place} onOpen={onOpen} />}
    </ChosenDetails>
  );
}

interface DetailsProps {
  readonly call: CallDetails;
  readonly place: Place;
  readonly onOpen: (row: RecordingRow) => void;
}

function Details({ call: shown, place, onOpen }: DetailsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.title}>
        {t(`common.direction.${shown.direction}`)} · {t(`calls.disposition.${shown.disposition}`)}
      </p>
      <Recordings recordings={shown.recordings} place={place} onOpen={onOpen} />
      <Parties recording={shown} />
      <section className={styles.section} aria-labelledby="call-facts-title">
        <h3 id="call-facts-title">{t('calls.details.facts')}</h3>
        <Facts call={shown} place={place} />
      </section>
      <CallCourse call={shown} place={place} />
    </>
  );
}

function Recordings({
  recordings,
  place,
  onOpen,
}: Pick<CallDetails, 'recordings'> & Omit<DetailsProps, 'call'>) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="call-recordings-title">
      <h3 id="call-recordings-title">{t('calls.details.recordings')}</h3>
      {recordings.length === 0 && <p className={styles.muted}>{t('calls.details.noRecordings')}</p>}
      <div className={styles.actions}>
        {recordings.map((recording) => {
          const isFax = recording.kind === 'fax';
          const time = toTimeOfDay(recording.startedAtMs, place);
          return (
            <Button key={recording.id} icon={isFax ? 'fax' : 'play'} onPress={() => onOpen(recording)}>
              {t(isFax ? 'calls.details.openFax' : 'calls.details.play', { time })}
            </Button>
          );
        })}
      </div>
    </section>
  );
}

function Facts({ call: shown, place }: Pick<DetailsProps, 'call' | 'place'>) {
  const { t } = useTranslation();
  const { startedAtMs, answeredAtMs, endedAtMs, timeZone, talkMs, accountCode } = shown;
  const sourceClock = findSourceClock(startedAtMs, timeZone, place);
  const waitedUntilMs = answeredAtMs ?? endedAtMs;
  const toLength = (ms: number) => toSpokenDuration(ms, place.locale);
  const ofLabel = (name: string, label: NumberLabel | null): Fact | null =>
    label && { name, value: <Label label={label} /> };
  return (
    <FactList
      facts={[
        { name: t('library.details.when'), value: toLongMoment(startedAtMs, place) },
        sourceClock === null
          ? null
          : {
              name: t('library.details.sourceClock'),
              value: toLongMoment(startedAtMs, { ...place, timeZone }),
            },
        { name: t('calls.details.result'), value: t(`calls.disposition.${shown.disposition}`) },
        waitedUntilMs === null
          ? null
          : { name: t('calls.details.wait'), value: toLength(Math.max(0, waitedUntilMs - startedAtMs)) },
        talkMs === null ? null : { name: t('calls.details.talk'), value: toLength(talkMs) },
        ofLabel(t('library.details.group'), shown.group),
        ofLabel(t('library.details.line'), shown.line),
        accountCode === null
          ? null
          : { name: t('library.details.accountCode'), value: <ShownText text={accountCode} /> },
      ]}
    />
  );
}
