// The wave of a recording, computed from its samples. Meant for a worker thread: an hour takes a fraction of a second for
// PCM and G.711, and as long as decoding takes for the rest.
import { toFramesPerBucket } from '../../../shared/peaks';
import type { Peaks } from '../../../shared/peaks';
import { isDecodable } from './block-frames';
import { openBytes } from './byte-source';
import { findDirectSound, measureDirectly } from './direct-peaks';
import type { MediaHeader } from './media-header';
import { openPcmSource } from './pcm-source';
import type { PcmSource } from './pcm-source';
import type { ExpectedFile } from './pinned-file';

/** Larger than for playing: fewer turns of the event loop, which nobody else in that thread waits for. */
const WINDOW_FRAMES = 524_288;

/** Whether the wave can be computed here; of other codecs (MP3, Opus, AAC …) the window computes it with Web Audio. */
export function hasComputablePeaks(header: MediaHeader): boolean {
  return isDecodable(header.codec) && header.totalFrames !== null;
}

export interface MeasuredSound {
  readonly peaks: Peaks;
  /** Per channel: the loudest sample of the whole sound, 0 to 32,768. The wave is too coarse to tell silence from a soft voice. */
  readonly loudest: readonly number[];
}

/**
 * Opens, computes and closes. Throws a MediaProblem: `unsupported` where `hasComputablePeaks` is false, and the others
 * where the file is not as expected; throws the signal's reason on abort, within one window of half a million frames.
 */
export async function measureSoundOfFile(
  filePath: string,
  header: MediaHeader,
  expected: ExpectedFile,
  signal?: AbortSignal,
): Promise<MeasuredSound> {
  const direct = findDirectSound(header);
  if (direct && header.totalFrames !== null) {
    const file = await openBytes(filePath, header, expected);
    try {
      return await measureDirectly(file, header, header.totalFrames, direct, signal);
    } finally {
      await file.close();
    }
  }
  const source = await openPcmSource(filePath, header, expected, { windowFrames: WINDOW_FRAMES });
  try {
    return await measureSound(source, signal);
  } finally {
    await source.close();
  }
}

/** Reads the whole source once. The event loop turns between its pieces. */
export async function measureSound(source: PcmSource, signal?: AbortSignal): Promise<MeasuredSound> {
  const { sampleRateHz, totalFrames } = source;
  const framesPerBucket = toFramesPerBucket(sampleRateHz, totalFrames);
  const buckets = Math.ceil(totalFrames / framesPerBucket);
  const channels = Array.from({ length: source.channels }, () => new Uint8Array(buckets));
  const loudest = channels.map(() => 0);
  let frame = 0;
  for await (const samples of source.read(0, totalFrames, signal)) {
    channels.forEach((peaks, channel) => {
      const peak = addPeaks(peaks, framesPerBucket, frame, samples, channel, source.channels);
      loudest[channel] = Math.max(loudest[channel] ?? 0, peak);
    });
    frame += samples.length / source.channels;
  }
  return { peaks: { sampleRateHz, framesPerBucket, totalFrames, channels }, loudest };
}

/** Takes one channel of interleaved samples, the first of which is `firstFrame`, into its buckets. Returns the loudest of them. */
function addPeaks(
  peaks: Uint8Array,
  framesPerBucket: number,
  firstFrame: number,
  samples: Int16Array,
  channel: number,
  channels: number,
): number {
  const frames = samples.length / channels;
  let loudest = 0;
  for (let frame = 0; frame < frames;) {
    const bucket = Math.floor((firstFrame + frame) / framesPerBucket);
    const end = Math.min(frames, (bucket + 1) * framesPerBucket - firstFrame);
    const peak = findPeak(samples, frame * channels + channel, end * channels, channels);
    loudest = Math.max(loudest, peak);
    peaks[bucket] = Math.max(peaks[bucket] ?? 0, Math.min(127, (peak + 128) >> 8));
    frame = end;
  }
  return loudest;
}

/** 0 to 32,768. */
function findPeak(samples: Int16Array, from: number, end: number, step: number): number {
  let low = 0;
  let high = 0;
  for (let at = from; at < end; at += step) {
    const sample = samples[at]!;
    if (sample > high) high = sample;
    else if (sample < low) low = sample;
  }
  return Math.max(high, -low);
}
