/** The screen recording of the call that plays, in step with its sound. The sound is the clock; the picture follows. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlayerState } from './player-state';
import type { PlayerStore } from './player-store';
import { IconButton } from '../ui/button';
import styles from './player.module.css';

/** A viewer does not see less than this; correcting it would only stutter. */
const MAX_DRIFT_SEC = 0.15;

interface Props {
  readonly store: PlayerStore;
  readonly state: PlayerState;
}

export function ScreenView({ store, state }: Props) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const { status, rate, screenUrl, isScreenShown } = state;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    element.playbackRate = rate;
    const follow = () => {
      const targetSec = store.positionMs() / 1000;
      if (Math.abs(element.currentTime - targetSec) > MAX_DRIFT_SEC) element.currentTime = targetSec;
    };
    follow();
    if (status !== 'playing') {
      element.pause();
      return store.subscribe(follow);
    }
    element.play().catch((error: unknown) => {
      // A pause or a new source while it was loading is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailedUrl(screenUrl);
    });
    const timer = setInterval(follow, 500);
    return () => clearInterval(timer);
  }, [status, rate, screenUrl, isScreenShown, store]);
  if (screenUrl === null || !isScreenShown) return null;
  return (
    <div className={styles.screen}>
      <div className={styles.screenHead}>
        <span>{t('player.screen')}</span>
        <IconButton icon="close" label={t('player.hideScreen')} onPress={() => store.setScreenShown(false)} />
      </div>
      {failedUrl === screenUrl && <p role="alert">{t('player.screenFailed')}</p>}
      <video
        ref={video}
        src={screenUrl}
        muted
        playsInline
        disablePictureInPicture
        aria-label={t('player.screen')}
      />
    </div>
  );
}
