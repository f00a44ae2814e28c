/** The bar at the bottom: what is playing, its wave, and the controls for it. */
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingRow } from '../../shared/model';
import { toDisplayText } from '../format/display-text';
import { toShortDuration } from '../format/duration';
import type { IconName } from '../ui/icons';
import { Icon } from '../ui/icons';
import { useMediaKeys } from './media-session';
import { PlayerExtras } from './player-extras';
import { usePlayerKeys } from './player-keys';
import type { PlayerState } from './player-state';
import type { PlayerStore } from './player-store';
import { ScreenView } from './screen-view';
import { toSideNames } from './side-names';
import { usePlayerState, usePlayerStore, usePosition } from './use-player';
import { WaveView } from './wave-view';
import styles from './player.module.css';

export function PlayerBar() {
  const { t } = useTranslation();
  const store = usePlayerStore();
  const state = usePlayerState();
  usePlayerKeys(store);
  useMediaKeys(store, state.current && toTitle(state.current));
  if (!state.current) {
    return (
      <section aria-label={t('player.region')} className={`${styles.bar} ${styles.idle}`}>
        <p>{t('player.nothing')}</p>
      </section>
    );
  }
  return (
    <div className={styles.anchor}>
      <ScreenView store={store} state={state} />
      <section aria-label={t('player.region')} className={styles.bar} data-status={state.status}>
        <Controls store={store} status={state.status} />
        <Middle store={store} state={state} row={state.current} />
        <PlayerExtras store={store} state={state} />
      </section>
    </div>
  );
}

interface PartProps {
  readonly store: PlayerStore;
  readonly state: PlayerState;
}

interface ControlsProps extends Pick<PartProps, 'store'> {
  readonly status: PlayerState['status'];
}

const Controls = memo(function Controls({ store, status }: ControlsProps) {
  const { t } = useTranslation();
  const [icon, label] = toToggle(t, status);
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={styles.step}
        title={`${t('player.back')} (J)`}
        onClick={() => store.skip(-10_000)}
      >
        <span aria-hidden="true">−10</span>
        <span className="spoken">{t('player.back')}</span>
      </button>
      <button
        type="button"
        className={styles.toggle}
        aria-label={label}
        title={`${label} (K)`}
        onClick={() => store.toggle()}
      >
        <Icon name={icon} size={18} />
      </button>
      <button
        type="button"
        className={styles.step}
        title={`${t('player.forward')} (L)`}
        onClick={() => store.skip(10_000)}
      >
        <span aria-hidden="true">+10</span>
        <span className="spoken">{t('player.forward')}</span>
      </button>
    </div>
  );
});

/** What failed is tried again by the same button, so that the focus of whoever presses it stays where it is. */
function toToggle(t: TFunction, status: PlayerState['status']): readonly [IconName, string] {
  if (status === 'playing') return ['pause', t('player.pause')];
  return status === 'failed' ? ['refresh', t('common.retry')] : ['play', t('player.play')];
}

function Middle({ store, state, row }: PartProps & { readonly row: RecordingRow }) {
  const positionMs = usePosition(1000);
  const shown = toShortDuration(positionMs);
  return (
    <div className={styles.middle}>
      <div className={styles.title}>
        <bdi className={styles.parties} title={toTitle(row)}>
          {toTitle(row)}
        </bdi>
        <StatusWords state={state} />
        <span className={styles.clock}>
          {shown} / {toShortDuration(state.durationMs)}
        </span>
      </div>
      <div className={styles.lanes}>
        <LaneNames state={state} />
        <WaveView store={store} state={state} spokenMs={positionMs} />
      </div>
    </div>
  );
}

/** Said aloud by screen readers when it changes; silent while all is well. */
function StatusWords({ state }: { readonly state: PlayerState }) {
  const { t } = useTranslation();
  if (state.error) {
    return (
      <span role="alert" className={styles.error}>
        {t('player.failed')}: {t(`error.${state.error.reason}`)}
      </span>
    );
  }
  return (
    <span role="status" className={styles.clock}>
      {toStatusWords(t, state)}
    </span>
  );
}

function toStatusWords(t: TFunction, state: PlayerState): string {
  if (state.trailError) return t('player.notInTrail');
  if (state.status === 'loading') return t('player.loading');
  if (state.isStalled) return t('player.stalled');
  return state.hasNoWave ? t('player.noWave') : '';
}

/** Beside each lane of the wave, who speaks on it. */
function LaneNames({ state }: { readonly state: PlayerState }) {
  const { t } = useTranslation();
  if (state.channels !== 2) return <span />;
  return (
    <div className={styles.names}>
      {toSideNames(t, state.sides).map((name, channel) => (
        <bdi key={channel} title={name}>
          {name}
        </bdi>
      ))}
    </div>
  );
}

function toTitle(row: RecordingRow): string {
  return [row.from, row.to].map((party) => toDisplayText(party.name ?? party.number)).join(' → ');
}
