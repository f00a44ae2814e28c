/** What one sets once and forgets: speed, silence, loop, and the loudness of each side. */
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toShortDuration } from '../format/duration';
import { toNumberFormat } from '../format/kept-formats';
import type { PlayerState } from './player-state';
import type { PlayerStore } from './player-store';
import { RATES } from './player-state';
import { toSideNames } from './side-names';
import styles from './player.module.css';

const PARTS = [
  'rate',
  'skipsSilence',
  'silences',
  'screenUrl',
  'isScreenShown',
  'loop',
  'volumes',
  'channels',
  'sides',
] as const satisfies readonly (keyof PlayerState)[];

interface Props {
  readonly store: PlayerStore;
  readonly state: Pick<PlayerState, (typeof PARTS)[number]>;
}

/** Not drawn anew where something else of the player changes, as it does several times before a sound is heard. */
export const PlayerExtras = memo(
  Extras,
  (before, after) =>
    before.store === after.store && PARTS.every((part) => before.state[part] === after.state[part]),
);

function Extras({ store, state }: Props) {
  const { t, i18n } = useTranslation();
  const rates = toNumberFormat(i18n.language, {});
  return (
    <div className={styles.extras}>
      <div className={styles.row}>
        <select
          className={styles.rate}
          aria-label={t('player.speed')}
          value={state.rate}
          onChange={(event) => store.setRate(Number(event.target.value))}
        >
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {t('player.speedOf', { rate: rates.format(rate) })}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={styles.step}
          aria-pressed={state.skipsSilence}
          title={t('player.silences', { count: state.silences.length })}
          onClick={() => store.setSkipsSilence(!state.skipsSilence)}
        >
          {t('player.skipSilence')}
        </button>
        {state.screenUrl !== null && (
          <button
            type="button"
            className={styles.step}
            aria-pressed={state.isScreenShown}
            onClick={() => store.setScreenShown(!state.isScreenShown)}
          >
            {t('player.screen')}
          </button>
        )}
        <LoopButtons store={store} state={state} />
      </div>
      <Volumes store={store} state={state} />
    </div>
  );
}

/** One button leads from step to step, so that the focus of whoever presses it stays where it is. */
function LoopButtons({ store, state: { loop } }: Props) {
  const { t } = useTranslation();
  const stepRef = useRef<HTMLButtonElement>(null);
  const step = findLoopStep(loop);
  const clear = () => store.setLoop(null);
  const act = {
    loopStart: () => store.markLoopStart(),
    loopEnd: () => store.markLoopEnd(),
    loopClear: clear,
  };
  return (
    <>
      {loop?.untilMs != null && (
        <span>
          {t('player.loopBetween', {
            from: toShortDuration(loop.fromMs),
            until: toShortDuration(loop.untilMs),
          })}
        </span>
      )}
      <button
        ref={stepRef}
        type="button"
        className={styles.step}
        aria-pressed={step === 'loopClear' ? true : undefined}
        title={step === 'loopClear' ? undefined : `${t(`player.${step}`)} (${LOOP_KEYS[step]})`}
        onClick={act[step]}
      >
        {t(`player.${step}`)}
      </button>
      {step === 'loopEnd' && (
        <button
          type="button"
          className={styles.step}
          aria-pressed="true"
          onClick={() => {
            clear();
            stepRef.current?.focus();
          }}
        >
          {t('player.loopClear')}
        </button>
      )}
    </>
  );
}

const LOOP_KEYS = { loopStart: '[', loopEnd: ']' } as const;

function findLoopStep(loop: PlayerState['loop']): 'loopStart' | 'loopEnd' | 'loopClear' {
  if (!loop) return 'loopStart';
  return loop.untilMs === null ? 'loopEnd' : 'loopClear';
}

function Volumes({ store, state }: Props) {
  const { t } = useTranslation();
  const { volumes, channels } = state;
  if (channels !== 2) {
    return (
      <div className={styles.row}>
        <VolumeSlider
          label={t('player.volume')}
          value={volumes[0]}
          onChange={(value) => store.setVolumes([value, value])}
        />
      </div>
    );
  }
  const [left, right] = toSideNames(t, state.sides);
  return (
    <div className={styles.row}>
      <VolumeSlider
        label={t('player.volumeOf', { party: left })}
        words={left}
        value={volumes[0]}
        onChange={(value) => store.setVolumes([value, volumes[1]])}
      />
      <VolumeSlider
        label={t('player.volumeOf', { party: right })}
        words={right}
        value={volumes[1]}
        onChange={(value) => store.setVolumes([volumes[0], value])}
      />
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  /** Shown beside it where there are two. */
  readonly words?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function VolumeSlider({ label, words, value, onChange }: SliderProps) {
  return (
    <label className={styles.volume} title={label}>
      <bdi aria-hidden="true">{words ?? label}</bdi>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={value}
        aria-label={label}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </label>
  );
}
