/** What is playing, for every view: the list starts it, the bar steers it, the transcript follows it. */
import type { ReactNode } from 'react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { AppError } from '../../shared/errors';
import type { RecordingRow } from '../../shared/model';
import { call, on } from '../client';
import { drawMediaWave } from './media-wave';
import type { PlayerState } from './player-state';
import { PlayerStore } from './player-store';
import { HowlerSound } from './sound';
import { toWave } from './stored-wave';

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

/** Puts a recording into the player and starts it; the one that is in it already is started or paused. The same function always. */
export function usePlay(): (row: RecordingRow) => void {
  const store = usePlayerStore();
  return useCallback((row) => void store.play(row), [store]);
}

/** What is in the player, playing or not; null before the first play. A list that knew more would be drawn anew with every seek. */
export function usePlayingId(): string | null {
  const store = usePlayerStore();
  return useSyncExternalStore(store.subscribe, () => store.getState().current?.id ?? null);
}

/** Whether this one is heard at the moment. */
export function useIsHeard(id: string): boolean {
  const store = usePlayerStore();
  return useSyncExternalStore(store.subscribe, () => {
    const { current, status } = store.getState();
    return status === 'playing' && current?.id === id;
  });
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
