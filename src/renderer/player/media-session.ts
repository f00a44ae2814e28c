/** The keyboard's and headset's media keys, and the name of the call in the system's own controls. */
import { useEffect } from 'react';
import type { PlayerStore } from './player-store';

export function useMediaKeys(store: PlayerStore, title: string | null): void {
  useEffect(() => {
    const session = navigator.mediaSession;
    const handlers: readonly [MediaSessionAction, () => void][] = [
      ['play', () => store.toggle()],
      ['pause', () => store.pause()],
      ['seekbackward', () => store.skip(-10_000)],
      ['seekforward', () => store.skip(10_000)],
      ['stop', () => store.pause()],
    ];
    for (const [action, handler] of handlers) session.setActionHandler(action, handler);
    return () => {
      for (const [action] of handlers) session.setActionHandler(action, null);
    };
  }, [store]);
  useEffect(() => {
    navigator.mediaSession.metadata = title === null ? null : new MediaMetadata({ title });
  }, [title]);
}
