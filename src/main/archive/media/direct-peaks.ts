/**
 * Waves of sound whose samples can be looked at as they lie in the file: PCM of 16 bits, A-law and µ-law, which is most of any archive.
 * A byte of the latter two tells its loudness by its lower seven bits alone, so that nothing is decoded; the next part is read meanwhile.
 */
import { toFramesPerBucket } from '../../../shared/peaks';
import type { ByteSource } from './byte-source';
import { isBigEndian } from './decoders/decoder';
import { createAlawDecoder, createMulawDecoder } from './decoders/g711';
import type { MediaHeader } from './media-header';
import type { MeasuredSound } from './peaks';

/** Two of them are held: one is looked at while the next is read. */
const PART_BYTES = 2 ** 20;

/** The loudest sample of one channel of some frames, 0 to 32,768. */
type Look = (bytes: Uint8Array, from: number, end: number, step: number) => number;

interface DirectSound {
  readonly bytesPerSample: number;
  readonly look: Look;
}

/** Undefined where the sound has to be decoded first. */
export function findDirectSound(header: MediaHeader): DirectSound | undefined {
  const { codec, channels, blockAlign, samplesPerBlock } = header;
  const isPlain = (bytesPerSample: number): boolean =>
    samplesPerBlock === 1 && blockAlign === channels * bytesPerSample;
  if (codec === 'pcm-s16' && !isBigEndian(header) && isPlain(2))
    return { bytesPerSample: 2, look: lookAtPcm };
  if (codec === 'mulaw' && isPlain(1)) return { bytesPerSample: 1, look: toLookAtBits(MULAW, 0xff) };
  if (codec === 'alaw' && isPlain(1)) return { bytesPerSample: 1, look: toLookAtBits(ALAW, 0x55) };
  return undefined;
}

/** Reads the whole sound once. Throws a MediaProblem, and the signal's reason on abort. */
export async function measureDirectly(
  file: ByteSource,
  header: MediaHeader,
  totalFrames: number,
  { bytesPerSample, look }: DirectSound,
  signal?: AbortSignal,
): Promise<MeasuredSound> {
  const { sampleRateHz, channels: channelCount, dataOffset } = header;
  const framesPerBucket = toFramesPerBucket(sampleRateHz, totalFrames);
  const frameBytes = channelCount * bytesPerSample;
  const buckets = Math.ceil(totalFrames / framesPerBucket);
  const channels = Array.from({ length: channelCount }, () => new Uint8Array(buckets));
  const loudest = channels.map(() => 0);
  const bucketBytes = framesPerBucket * frameBytes;
  const partBytes = Math.max(1, Math.floor(PART_BYTES / bucketBytes)) * bucketBytes;
  const totalBytes = totalFrames * frameBytes;
  const read = async (part: Uint8Array, from: number): Promise<Uint8Array> => {
    const bytes = part.subarray(0, Math.min(partBytes, totalBytes - from));
    await file.readInto(bytes, dataOffset + from);
    return bytes;
  };
  let spare = new Uint8Array(partBytes);
  let other = new Uint8Array(partBytes);
  let next = read(spare, 0);
  try {
    for (let from = 0; from < totalBytes; from += partBytes) {
      const bytes = await next;
      signal?.throwIfAborted();
      [spare, other] = [other, spare];
      if (from + partBytes < totalBytes) next = read(spare, from + partBytes);
      const firstBucket = from / bucketBytes;
      for (let at = 0; at < bytes.length; at += bucketBytes) {
        const end = Math.min(bytes.length, at + bucketBytes);
        channels.forEach((peaks, channel) => {
          const most = look(bytes, at + channel * bytesPerSample, end, frameBytes);
          peaks[firstBucket + at / bucketBytes] = toPeak(most);
          loudest[channel] = Math.max(loudest[channel] ?? 0, most);
        });
      }
    }
  } finally {
    // A part that is still being read must not outlive the file.
    await Promise.allSettled([next]);
  }
  return { peaks: { sampleRateHz, framesPerBucket, totalFrames, channels }, loudest };
}

/** Loudness of each byte by its lower seven bits: louder bytes have greater ones once the code's inversion is undone. */
function toLoudness(values: Int16Array, inversion: number): Int32Array {
  return Int32Array.from({ length: 128 }, (_, bits) => Math.abs(values[bits ^ inversion] ?? 0));
}

function valuesOf(decoder: ReturnType<typeof createMulawDecoder>): Int16Array {
  const values = new Int16Array(256);
  decoder.decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    values,
  );
  return values;
}

const MULAW = toLoudness(valuesOf(createMulawDecoder(1)), 0xff);
const ALAW = toLoudness(valuesOf(createAlawDecoder(1)), 0x55);

function toLookAtBits(loudness: Int32Array, inversion: number): Look {
  return (bytes, from, end, step) => {
    let most = 0;
    for (let at = from; at < end; at += step) {
      const bits = (bytes[at]! ^ inversion) & 0x7f;
      if (bits > most) most = bits;
    }
    return loudness[most]!;
  };
}

function lookAtPcm(bytes: Uint8Array, from: number, end: number, step: number): number {
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const stride = step >> 1;
  let low = 0;
  let high = 0;
  for (let at = from >> 1; at < end >> 1; at += stride) {
    const sample = samples[at]!;
    if (sample > high) high = sample;
    else if (sample < low) low = sample;
  }
  return Math.max(high, -low);
}

/** 0 to 127, rounded to the nearest. */
function toPeak(loudest: number): number {
  return Math.min(127, (loudest + 128) >> 8);
}
