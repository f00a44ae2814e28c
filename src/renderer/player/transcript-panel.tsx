/** The transcript of a recording: follows what is heard, and a click hears from there. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedTranscript, RecordingDetails } from '../../shared/model';
import { call } from '../client';
import { toDisplayText } from '../format/display-text';
import { toShortDuration } from '../format/duration';
import type { TextPart } from '../format/hits';
import { splitHits, toSearchWords } from '../format/hits';
import { Tag } from '../ui/tag';
import { TextField } from '../ui/text-field';
import { usePlayerStore, usePlayingId, usePosition } from './use-player';
import styles from './transcript.module.css';

interface Props {
  readonly recording: RecordingDetails;
  /** The words that the list was searched for: marked here too. */
  readonly search?: string;
}

export function TranscriptPanel({ recording, search = '' }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { data, isError } = useQuery({
    queryKey: ['transcript', recording.id],
    queryFn: () => call('recordings.transcript', { id: recording.id }),
    enabled: recording.hasTranscript,
  });
  if (!recording.hasTranscript) return null;
  const words = toSearchWords(typed === '' ? search : typed);
  return (
    <section className={styles.panel} aria-labelledby="transcript-title">
      <h3 id="transcript-title">{t('player.transcript.title')}</h3>
      {isError && <p role="alert">{t('player.transcript.failed')}</p>}
      {data && (
        <>
          <Categories categories={data.categories} />
          <TextField
            label={t('player.transcript.search')}
            value={typed}
            onChange={setTyped}
            maxLength={200}
          />
          <Segments recording={recording} transcript={data} words={words} isFiltered={typed !== ''} />
        </>
      )}
    </section>
  );
}

function Categories({ categories }: { readonly categories: readonly string[] }) {
  const { t } = useTranslation();
  if (categories.length === 0) return null;
  return (
    <ul className={styles.categories} aria-label={t('player.transcript.categories')}>
      {categories.map((category) => (
        <li key={category}>
          <Tag>
            <bdi>{toDisplayText(category)}</bdi>
          </Tag>
        </li>
      ))}
    </ul>
  );
}

interface SegmentsProps {
  readonly recording: RecordingDetails;
  readonly transcript: NamedTranscript;
  readonly words: readonly string[];
  readonly isFiltered: boolean;
}

function Segments({ recording, transcript, words, isFiltered }: SegmentsProps) {
  const { t } = useTranslation();
  const store = usePlayerStore();
  const { segments } = transcript;
  // Nothing tells when the words of a plain text were said: it neither follows nor is heard from.
  const isTimed = transcript.format !== 'text';
  const playingId = usePlayingId();
  const isHere = isTimed && playingId === recording.id;
  const positionMs = usePosition(250);
  const spoken = isHere ? segments.findLastIndex((one) => one.startMs <= positionMs + 250) : -1;
  const shown = segments
    .map((segment, index) => ({ segment, index, parts: splitHits(toDisplayText(segment.text), words) }))
    .filter((one) => !isFiltered || one.parts.some((part) => part.isHit));
  if (shown.length === 0) return <p className={styles.none}>{t('player.transcript.none')}</p>;
  return (
    <ol className={styles.segments}>
      {shown.map(({ segment, index, parts }) => (
        <li key={index}>
          {isTimed ? (
            <SegmentButton
              isSpoken={index === spoken && positionMs < segment.endMs + 1000}
              moment={toShortDuration(segment.startMs)}
              onChoose={() => void store.play(recording, segment.startMs)}
            >
              <Said segment={segment} parts={parts} />
            </SegmentButton>
          ) : (
            <div className={styles.untimed}>
              <Said segment={segment} parts={parts} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

interface SaidProps {
  readonly segment: NamedTranscript['segments'][number];
  readonly parts: readonly TextPart[];
}

function Said({ segment, parts }: SaidProps) {
  const { party } = segment;
  const speaker = party ? (party.name ?? party.number) : segment.speaker;
  return (
    <>
      {speaker !== null && <bdi className={styles.speaker}>{toDisplayText(speaker)}</bdi>}
      <bdi className={styles.text}>
        {parts.map((part, at) =>
          part.isHit ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
        )}
      </bdi>
    </>
  );
}

interface SegmentButtonProps {
  readonly isSpoken: boolean;
  readonly moment: string;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function SegmentButton({ isSpoken, moment, onChoose, children }: SegmentButtonProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSpoken) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isSpoken]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.segment}
      aria-current={isSpoken ? 'true' : undefined}
      title={t('player.transcript.hears', { moment })}
      onClick={onChoose}
    >
      <span className={styles.moment}>{moment}</span>
      {children}
    </button>
  );
}
