/** What the samples of a whole recording say about it: that nobody, or only one side, is to be heard. */
import type { SoundFindingKind } from '../../shared/source-model';
import type { MeasuredSound } from '../archive/media/peaks';

export interface SoundFact {
  readonly kind: SoundFindingKind;
  /** A sentence in English, as findings have them. */
  readonly detail: string;
}

/** −55 dBFS: 32,768 × 10^(−55/20). The comfort noise and hum of a line lie below it, the softest voice above. */
const SILENCE_AT_MOST = 58;
/** A call that was hung up at once is short, and not a fault of its recording. */
const LONGER_THAN_SEC = 2;

/** Null where there is nothing to say. */
export function toSoundFact({ peaks, loudest }: MeasuredSound): SoundFact | null {
  if (peaks.totalFrames <= LONGER_THAN_SEC * peaks.sampleRateHz) return null;
  const silent = loudest.flatMap((sample, index) => (sample <= SILENCE_AT_MOST ? [index + 1] : []));
  if (silent.length === loudest.length) {
    return { kind: 'silent', detail: 'No sample of the whole recording is louder than -55 dBFS.' };
  }
  const [only] = silent;
  if (loudest.length !== 2 || only === undefined) return null;
  return {
    kind: 'one-sided',
    detail: `Channel ${String(only)} of 2 holds no sample louder than -55 dBFS; the other does.`,
  };
}
