/** What the thread that draws waves is asked, and what it answers. */
import type { MediaHeader } from '../archive/media/header';
import type { MediaProblemReason } from '../archive/media/media-problem';
import type { SoundCounts, SoundFactRow, SoundFactsAsked } from './sound-facts';
import type { PeaksKey } from './store';

/** A wave that somebody waits for. */
export interface PeaksTask extends PeaksKey {
  readonly sourceId: number;
  readonly filePath: string;
  readonly header: MediaHeader;
}

/** One to be drawn before somebody asks for it; where the file lies is looked up in the thread, for a slow drive keeps only that waiting. */
export interface LookTask extends PeaksKey {
  readonly sourceId: number;
  readonly startedAtMs: number;
  readonly archiveDir: string;
  /** Relative to the source's folder, `/` between parts. */
  readonly path: string;
  readonly header: MediaHeader;
}

export interface PeaksThreadData {
  readonly storePath: string;
}

/**
 * To draw a wave or to draw one ahead; to forget those of recordings that are gone, or say of which recordings it keeps one; which of some
 * were not looked at, and what it knows of the sound of a source.
 */
export type PeaksRequest =
  | { readonly task: PeaksTask }
  | { readonly look: LookTask }
  | { readonly forget: readonly string[] }
  | { readonly listAfter: string; readonly limit: number }
  | { readonly unheardOf: readonly PeaksKey[] }
  | { readonly countFactsOf: number }
  | { readonly listFacts: SoundFactsAsked };

/** `passed-over`: it cannot be read now. `gave-way`: something else was asked for meanwhile. */
export type LookEnd = 'drawn' | 'passed-over' | 'gave-way';

export interface Unheard {
  /** Positions in the list that was asked about. */
  readonly positions: readonly number[];
  /** See `findOldestKeptMs`. */
  readonly oldestKeptMs: number | null;
}

export interface DrawnPeaks {
  readonly peaks: Uint8Array;
  /** Why a wave that was drawn now could not be kept; null where it is in the store. */
  readonly notSaved: string | null;
}

/** By kind of question. */
export interface PeaksTold {
  readonly peaks: DrawnPeaks;
  readonly looked: LookEnd;
  readonly forgotten: true;
  readonly ids: readonly string[];
  readonly unheard: Unheard;
  readonly factCounts: SoundCounts;
  readonly facts: readonly SoundFactRow[];
}

export type PeaksAnswer =
  { readonly told: Partial<PeaksTold> } | { readonly problem: MediaProblemReason; readonly message: string };
