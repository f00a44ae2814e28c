/** All that is known of the chosen recording, and what may be done with it. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingDetails, RecordingRow } from '../../../shared/model';
import { call } from '../../client';
import type { Place } from '../../format/moment';
import { TranscriptPanel } from '../../player/transcript-panel';
import { usePlay } from '../../player/use-player';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { KeepButtons } from '../keeping/keep-buttons';
import { AccessSection } from './access-section';
import { CallFacts, Parties } from './call-facts';
import { CallHistory } from './call-history';
import { ChosenDetails } from './chosen-details';
import styles from './details.module.css';
import { DownloadButton } from './download-button';
import { OffLine, useOff } from './off-reason';
import { TechnicalSection } from './technical-section';

interface Props {
  readonly row: RecordingRow | null;
  readonly place: Place;
  /** It was opened by a button, which has gone. */
  readonly takesFocus: boolean;
  readonly onFax: (row: RecordingRow) => void;
  readonly onClose: () => void;
}

export const DetailsPane = memo(function DetailsPane({ row, place, onFax, ...pane }: Props) {
  const { t } = useTranslation();
  return (
    <ChosenDetails
      {...pane}
      title={t('library.details.title')}
      nothing={t('library.details.nothing')}
      id={row?.id ?? null}
      method="recordings.get"
      read={(id) => call('recordings.get', { id })}
    >
      {(details) => <Details key={details.id} recording={details} place={place} onFax={onFax} />}
    </ChosenDetails>
  );
});

interface DetailsProps {
  readonly recording: RecordingDetails;
  readonly place: Place;
  readonly onFax: (row: RecordingRow) => void;
}

function Details({ recording, place, onFax }: DetailsProps) {
  const { t } = useTranslation();
  const play = usePlay();
  const off = useOff(recording.access, 'play');
  const hearing = { isDisabled: off.isOff, ...off.described };
  return (
    <>
      <p className={styles.title}>
        {recording.kind !== 'call' && `${t(`common.kind.${recording.kind}`)} · `}
        {t(`common.direction.${recording.direction}`)}
      </p>
      {recording.presence !== 'present' && (
        <Banner tone="warning">{t(`common.presence.${recording.presence}`)}</Banner>
      )}
      {recording.isHeld && <Banner tone="info">{t('keeping.hold.banner')}</Banner>}
      <div className={styles.actions}>
        {recording.kind === 'fax' ? (
          <Button variant="primary" icon="fax" {...hearing} onPress={() => onFax(recording)}>
            {t('library.fax.open')}
          </Button>
        ) : (
          <>
            <Button variant="primary" icon="play" {...hearing} onPress={() => play(recording)}>
              {t('library.details.play')}
            </Button>
            <DownloadButton recording={recording} />
          </>
        )}
      </div>
      {off.reason}
      <KeepButtons recording={recording} />
      <OffLine access={recording.access} action="seeScreen" />
      <Parties recording={recording} />
      <section className={styles.section} aria-labelledby="facts-title">
        <h3 id="facts-title">{t('library.details.facts')}</h3>
        <CallFacts recording={recording} place={place} />
      </section>
      <TranscriptPanel recording={recording} />
      {recording.kind !== 'fax' && <OffLine access={recording.access} action="readTranscript" />}
      <CallHistory recording={recording} place={place} />
      <AccessSection recording={recording} />
      <TechnicalSection technical={recording.technical} place={place} />
    </>
  );
}
