/** The screen recording of the call that plays, in step with its sound. The sound is the clock; the picture follows. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlayerState } from './player-state';
import type { PlayerStore } from './player-store';
import { IconButton } from '../ui/button';
import styles from './player.module.css';

/** A viewer does not see less than this. */
const MAX_DRIFT_SEC = 0.1;
/** Up to here the picture catches up by running faster or slower: a jump is a picture that stands still while it is looked for. */
const MAX_CATCH_UP_SEC = 0.7;
const CATCH_UP_RATE = 0.15;
const LOOK_EVERY_MS = 200;

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
    const follow = () => {
      if (element.seeking) return;
      const targetSec = store.positionMs() / 1000;
      const behindSec = targetSec - element.currentTime;
      const isOff = Math.abs(behindSec) > MAX_DRIFT_SEC;
      if (isOff && (element.paused || Math.abs(behindSec) > MAX_CATCH_UP_SEC))
        element.currentTime = targetSec;
      else element.playbackRate = rate * (1 + (isOff ? Math.sign(behindSec) * CATCH_UP_RATE : 0));
    };
    follow();
    // A place that is asked for is gone to at once.
    const unsubscribe = store.subscribe(follow);
    if (status !== 'playing') {
      element.pause();
      return unsubscribe;
    }
    element.play().catch((error: unknown) => {
      // A pause or a new source while it was loading is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailedUrl(screenUrl);
    });
    const timer = setInterval(follow, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [status, rate, screenUrl, isScreenShown, store]);
  if (screenUrl === null || !isScreenShown) return null;
  return (
    <div className={styles.screen}>
      <div className={styles.screenHead}>
        <span>{t('player.screen')}</span>
        <IconButton icon="close" label={t('player.hideScreen')} onPress={() => store.setScreenShown(false)} />
      </div>
      {failedUrl === screenUrl && (
        <p role="alert" className={styles.screenFailed}>
          {t('player.screenFailed')}
        </p>
      )}
      <video
        ref={video}
        src={screenUrl}
        hidden={failedUrl === screenUrl}
        muted
        playsInline
        disablePictureInPicture
        onError={() => setFailedUrl(screenUrl)}
        aria-label={t('player.screen')}
      />
    </div>
  );
}
