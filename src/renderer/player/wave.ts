/** The shape of a sound, as it is drawn: one peak a channel and bucket. */

export interface Wave {
  /** Per channel: the loudest sample of each bucket, 0…127. */
  readonly channels: readonly Uint8Array[];
  readonly buckets: number;
  readonly bucketsPerSecond: number;
}

/** The loudest bucket between two moments, 0…127: what one column of the picture shows. */
export function findPeak(peaks: Uint8Array, wave: Wave, fromMs: number, untilMs: number): number {
  const first = Math.max(0, Math.floor((fromMs / 1000) * wave.bucketsPerSecond));
  const last = Math.min(
    wave.buckets,
    Math.max(first + 1, Math.ceil((untilMs / 1000) * wave.bucketsPerSecond)),
  );
  let peak = 0;
  for (let bucket = first; bucket < last; bucket++) peak = Math.max(peak, peaks[bucket] ?? 0);
  return peak;
}
