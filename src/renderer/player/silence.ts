/** Where nobody speaks, found in the wave, so that a listener can skip it and sees that he does. */
import type { Wave } from './wave';

export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Softer than this on every channel is silence: about -36 dB of full scale, above line noise and below a soft voice. */
const SILENCE_PEAK = 2;
/** Shorter pauses belong to speech. */
const MIN_SILENCE_MS = 2000;
/** Left standing at both ends, so that no first or last sound is cut. */
const MARGIN_MS = 300;

/** Spans that may be skipped, in order, not touching each other. */
export function findSilences(wave: Wave): readonly Span[] {
  const spans: Span[] = [];
  const bucketMs = 1000 / wave.bucketsPerSecond;
  let startedAt: number | null = null;
  for (let bucket = 0; bucket <= wave.buckets; bucket++) {
    const isSilent =
      bucket < wave.buckets && wave.channels.every((peaks) => (peaks[bucket] ?? 0) <= SILENCE_PEAK);
    if (isSilent) {
      startedAt ??= bucket;
    } else if (startedAt !== null) {
      const span = { fromMs: startedAt * bucketMs + MARGIN_MS, untilMs: bucket * bucketMs - MARGIN_MS };
      if (span.untilMs - span.fromMs >= MIN_SILENCE_MS - 2 * MARGIN_MS) spans.push(span);
      startedAt = null;
    }
  }
  return spans;
}

/** The span that a position lies in, or undefined. Spans are few; a scan is enough. */
export function findSilenceAt(spans: readonly Span[], positionMs: number): Span | undefined {
  return spans.find((span) => positionMs >= span.fromMs && positionMs < span.untilMs);
}
