/** All that is known of the chosen recording, and what may be done with it. */
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingDetails, RecordingRow } from '../../../shared/model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import type { Place } from '../../format/moment';
import { TranscriptPanel } from '../../player/transcript-panel';
import { usePlayer } from '../../player/use-player';
import { Banner } from '../../ui/banner';
import { Button, IconButton } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { KeepButtons } from '../keeping/keep-buttons';
import { useSettled } from '../../use-settled';
import { AccessSection } from './access-section';
import { CallFacts, Parties } from './call-facts';
import { CallHistory } from './call-history';
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

/** Walking through the list with a held key asks for nothing until it rests. */
const REST_MS = 80;

export const DetailsPane = memo(function DetailsPane({ row, place, takesFocus, onFax, onClose }: Props) {
  const { t } = useTranslation();
  const id = useSettled(row?.id ?? null, REST_MS);
  const details = useQuery({
    queryKey: ['recordings.get', id],
    queryFn: () => call('recordings.get', { id: id ?? '' }),
    enabled: id !== null,
    // What changes while another page is open is told to nobody here, and rights are not to be of a moment ago.
    staleTime: 0,
  });
  return (
    <aside className={styles.pane} aria-label={t('library.details.title')}>
      <header className={styles.head}>
        <h2>{t('library.details.title')}</h2>
        <IconButton
          icon="close"
          label={t('library.details.close')}
          autoFocus={takesFocus}
          onPress={onClose}
        />
      </header>
      <div className={styles.body}>
        {row === null && <p className={styles.muted}>{t('library.details.nothing')}</p>}
        {row !== null && details.isError && <Banner tone="error">{toErrorText(t, details.error)}</Banner>}
        {row !== null && details.data?.id === row.id && (
          <Details key={row.id} recording={details.data} place={place} onFax={onFax} />
        )}
        {row !== null && details.isPending && <Spinner label={t('common.loading')} />}
      </div>
    </aside>
  );
});

interface DetailsProps {
  readonly recording: RecordingDetails;
  readonly place: Place;
  readonly onFax: (row: RecordingRow) => void;
}

function Details({ recording, place, onFax }: DetailsProps) {
  const { t } = useTranslation();
  const { play } = usePlayer();
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
