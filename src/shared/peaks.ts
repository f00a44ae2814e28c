/**
 * The shape of a sound as main computes it, stores it and hands it to the page: for each channel the loudest sample of
 * each short stretch. Fifty stretches a second, which is a picture column at the closest zoom and short enough to find
 * pauses by; fewer from 22 minutes on, so that no wave is larger than 64 Ki stretches.
 */

export const MAX_BUCKETS = 65_536;
const BUCKETS_PER_SECOND = 50;
const VERSION = 1;
const HEADER_BYTES = 20;
const MAX_CHANNELS = 64;

export interface Peaks {
  readonly sampleRateHz: number;
  /** Sample frames in one bucket; the last bucket may hold fewer. */
  readonly framesPerBucket: number;
  readonly totalFrames: number;
  /** Per channel: the loudest sample of each bucket, 0 (silence) to 127 (full scale). */
  readonly channels: readonly Uint8Array[];
}

/** Buckets of a sound of this length and rate. */
export function toFramesPerBucket(sampleRateHz: number, totalFrames: number): number {
  return Math.max(1, Math.round(sampleRateHz / BUCKETS_PER_SECOND), Math.ceil(totalFrames / MAX_BUCKETS));
}

/**
 * Little-endian: version (1 byte), channels (1), zero (2), sample rate (4), frames per bucket (4), total frames (8, as
 * a double), then the buckets of each channel in turn, a byte each.
 */
export function encodePeaks(peaks: Peaks): Uint8Array {
  const buckets = Math.ceil(peaks.totalFrames / peaks.framesPerBucket);
  const bytes = new Uint8Array(HEADER_BYTES + buckets * peaks.channels.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, peaks.channels.length);
  view.setUint32(4, peaks.sampleRateHz, true);
  view.setUint32(8, peaks.framesPerBucket, true);
  view.setFloat64(12, peaks.totalFrames, true);
  peaks.channels.forEach((channel, index) =>
    bytes.set(channel.subarray(0, buckets), HEADER_BYTES + index * buckets),
  );
  return bytes;
}

/** Throws a RangeError for bytes of another version or form. The channels are views of `bytes`. */
export function decodePeaks(bytes: Uint8Array): Peaks {
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION)
    throw new RangeError('Not a wave of this version.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channelCount = view.getUint8(1);
  const sampleRateHz = view.getUint32(4, true);
  const framesPerBucket = view.getUint32(8, true);
  const totalFrames = view.getFloat64(12, true);
  const buckets = Math.ceil(totalFrames / framesPerBucket);
  const isPlausible =
    sampleRateHz > 0 && framesPerBucket > 0 && channelCount > 0 && channelCount <= MAX_CHANNELS;
  if (!isPlausible || bytes.length !== HEADER_BYTES + buckets * channelCount)
    throw new RangeError('A damaged wave.');
  const channels = Array.from({ length: channelCount }, (_, index) =>
    bytes.subarray(HEADER_BYTES + index * buckets, HEADER_BYTES + (index + 1) * buckets),
  );
  return { sampleRateHz, framesPerBucket, totalFrames, channels };
}
