/** What is playing, for every view: the list starts it, the bar steers it, the transcript follows it. */
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { AppError } from '../../shared/errors';
import type { RecordingRow } from '../../shared/model';
import { call, on } from '../client';
import { drawMediaWave } from './media-wave';
import type { PlayerState } from './player-state';
import { PlayerStore } from './player-store';
import { HowlerSound } from './sound';
import { toWave } from './stored-wave';

export interface Player {
  /** What is in the player, playing or not; null before the first play. */
  readonly current: RecordingRow | null;
  readonly isPlaying: boolean;
  /** Puts a recording into the player and starts it; the one that is in it already is started or paused. */
  readonly play: (row: RecordingRow) => void;
}

const StoreContext = createContext<PlayerStore | null>(null);

export function PlayerProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(makeStore);
  useEffect(() => listenToMain(store), [store]);
  useTicks(store);
  return <StoreContext value={store}>{children}</StoreContext>;
}

function makeStore(): PlayerStore {
  return new PlayerStore({
    call,
    makeSound: (events) => new HowlerSound(events),
    drawWave: drawMediaWave,
    toWave,
  });
}

/** Ends what plays when main says so; the bytes have stopped coming by then. */
function listenToMain(store: PlayerStore): () => void {
  const offs = [
    on('play.ended', ({ id, reason }) => {
      if (store.getState().current?.id !== id) return;
      store.end(new AppError('forbidden', reason, 'The right to this recording was withdrawn.'));
    }),
    on('session.ended', () => store.end(null)),
  ];
  return () => {
    for (const off of offs) off();
    store.end(null);
  };
}

function useTicks(store: PlayerStore): void {
  const isPlaying = useSyncExternalStore(store.subscribe, () => store.getState().status === 'playing');
  useEffect(() => {
    if (!isPlaying) return undefined;
    // An interval, not frames: a loop must close in a window that is minimised too.
    const timer = setInterval(() => store.tick(), 50);
    return () => clearInterval(timer);
  }, [isPlaying, store]);
}

export function usePlayerStore(): PlayerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('usePlayerStore outside of PlayerProvider');
  return store;
}

export function usePlayerState(): PlayerState {
  const store = usePlayerStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}

export function usePlayer(): Player {
  const store = usePlayerStore();
  // Only these: a list that listened to all of the state would be drawn anew in the middle of every seek.
  const current = useSyncExternalStore(store.subscribe, () => store.getState().current);
  const isPlaying = useSyncExternalStore(store.subscribe, () => store.getState().status === 'playing');
  return useMemo(
    () => ({ current, isPlaying, play: (row) => void store.play(row) }),
    [current, isPlaying, store],
  );
}

/**
 * The position in milliseconds, as often as the screen is drawn while something plays. `step` rounds it down, so that a
 * view that shows seconds is drawn once a second.
 */
export function usePosition(stepMs: number): number {
  const store = usePlayerStore();
  const isPlaying = useSyncExternalStore(store.subscribe, () => store.getState().status === 'playing');
  const [positionMs, setPositionMs] = useState(0);
  const frame = useRef(0);
  useEffect(() => {
    const read = () => setPositionMs(Math.floor(store.positionMs() / stepMs) * stepMs);
    const draw = () => {
      read();
      frame.current = requestAnimationFrame(draw);
    };
    if (isPlaying) draw();
    else read();
    const off = store.subscribe(read);
    return () => {
      off();
      cancelAnimationFrame(frame.current);
    };
  }, [isPlaying, stepMs, store]);
  return positionMs;
}
