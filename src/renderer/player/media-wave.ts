/** Draws the wave of a sound that Chromium decodes itself (MP3, Opus, AAC …): main has no decoder for it, the page has. */
import type { Wave } from './wave';

/** Longer calls are played without a wave: decoded at once they would take more than 120 MB a channel. */
const MAX_DURATION_MS = 3_600_000;
const SAMPLE_RATE_HZ = 8000;
const BUCKETS_PER_SECOND = 50;
/** A minute of sound, some milliseconds: the page does what it is asked in between. */
const BUCKETS_A_TURN = 3_000;

/** Null where the call is too long, or of unknown length. Rejects where the bytes cannot be read or decoded. */
export async function drawMediaWave(url: string, durationMs: number | null): Promise<Wave | null> {
  if (durationMs === null || durationMs > MAX_DURATION_MS) return null;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The wave's bytes were answered with ${response.status}.`);
  const bytes = await response.arrayBuffer();
  // Main ends the bytes early where it cannot read on; half of a wave would be drawn as the whole.
  const announced = response.headers.get('Content-Length');
  if (announced !== null && bytes.byteLength !== Number(announced))
    throw new Error(`The wave's bytes ended after ${bytes.byteLength} of ${announced}.`);
  const context = new OfflineAudioContext(2, 1, SAMPLE_RATE_HZ);
  const audio = await context.decodeAudioData(bytes);
  const perBucket = audio.sampleRate / BUCKETS_PER_SECOND;
  const buckets = Math.ceil(audio.length / perBucket);
  const channels: Uint8Array[] = [];
  for (let channel = 0; channel < Math.min(2, audio.numberOfChannels); channel++)
    channels.push(await toPeaks(audio.getChannelData(channel), perBucket, buckets));
  return { channels, buckets, bucketsPerSecond: BUCKETS_PER_SECOND };
}

async function toPeaks(samples: Float32Array, perBucket: number, buckets: number): Promise<Uint8Array> {
  const peaks = new Uint8Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    if (bucket % BUCKETS_A_TURN === BUCKETS_A_TURN - 1) await new Promise((resolve) => setTimeout(resolve));
    const end = Math.min(samples.length, Math.round((bucket + 1) * perBucket));
    let peak = 0;
    for (let at = Math.round(bucket * perBucket); at < end; at++) {
      const loud = Math.abs(samples[at] ?? 0);
      if (loud > peak) peak = loud;
    }
    peaks[bucket] = Math.min(127, Math.round(peak * 127));
  }
  return peaks;
}
