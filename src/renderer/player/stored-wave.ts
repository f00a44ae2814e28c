/** The wave that main computed and keeps, as the page draws it. */
import { decodePeaks } from '../../shared/peaks';
import type { Wave } from './wave';

/** From base64. Throws for what is no wave. A call has two sides; what a studio file has beyond them is not drawn. */
export function toWave(base64: string): Wave {
  const peaks = decodePeaks(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  return {
    channels: peaks.channels.slice(0, 2),
    buckets: peaks.channels[0]?.length ?? 0,
    bucketsPerSecond: peaks.sampleRateHz / peaks.framesPerBucket,
  };
}
