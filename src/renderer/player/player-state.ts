/** What the player shows of itself at a moment. */
import type { AppError } from '../../shared/errors';
import type { PartyLabel, RecordingRow } from '../../shared/model';
import type { Span } from './silence';
import type { Wave } from './wave';

export type PlayerStatus = 'empty' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed';

/** A–B: from the first mark on while the second is missing. */
export interface Loop {
  readonly fromMs: number;
  readonly untilMs: number | null;
}

export interface PlayerState {
  readonly current: RecordingRow | null;
  readonly status: PlayerStatus;
  readonly durationMs: number;
  readonly channels: number;
  /** Who speaks on each channel; null where nobody knows. */
  readonly sides: readonly (PartyLabel | null)[];
  readonly url: string | null;
  readonly screenUrl: string | null;
  /** The person may put the picture away; it stays away for the next recordings. */
  readonly isScreenShown: boolean;
  readonly isStalled: boolean;
  readonly rate: number;
  readonly skipsSilence: boolean;
  /** Loudness of each side, 0…1. */
  readonly volumes: readonly [number, number];
  readonly loop: Loop | null;
  /** Null while it is being drawn, or where it cannot be. */
  readonly wave: Wave | null;
  readonly silences: readonly Span[];
  /** The wave could not be had; the sound may be heard all the same. */
  readonly hasNoWave: boolean;
  /** What was heard could not be told to the trail. */
  readonly trailError: AppError | null;
  /** Why it does not play. */
  readonly error: AppError | null;
}

/** The usual speeds. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** Nothing in the player. */
export const EMPTY: PlayerState = {
  current: null,
  status: 'empty',
  durationMs: 0,
  channels: 1,
  sides: [],
  url: null,
  screenUrl: null,
  isScreenShown: true,
  isStalled: false,
  rate: 1,
  skipsSilence: false,
  volumes: [1, 1],
  loop: null,
  wave: null,
  silences: [],
  hasNoWave: false,
  trailError: null,
  error: null,
};
