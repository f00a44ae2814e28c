/**
 * Waves of sound whose samples can be looked at as they lie in the file: PCM of 16 bits, A-law and µ-law, which is most of any archive.
 * A byte of the latter two tells its loudness by its lower seven bits alone, so that nothing is decoded; the next parts are read meanwhile.
 */
import { toFramesPerBucket } from '../../../shared/peaks';
import type { ByteSource } from './byte-source';
import { isBigEndian } from './decoders/decoder';
import { createAlawDecoder, createMulawDecoder } from './decoders/g711';
import { LOOK_BYTES, PART_ADDRESSES, PART_BYTES, giveBackLoudestFinder, takeLoudestFinder } from './loudest';
import type { LoudestFinder } from './loudest';
import type { MediaHeader } from './media-header';
import type { MeasuredSound } from './peaks';

interface DirectSound {
  readonly bytesPerSample: number;
  readonly look: (finder: LoudestFinder, at: number, last: number) => void;
  readonly silentByte: number;
  /** Loudness of a sample, 0 to 32,768, by what a look finds. */
  readonly toLoudness: (found: number) => number;
}

const PCM: DirectSound = {
  bytesPerSample: 2,
  look: (finder, at, last) => finder.lookAtPcm(at, last),
  silentByte: 0,
  toLoudness: (found) => found,
};
const MULAW = toLaw(createMulawDecoder(1), 0xff);
const ALAW = toLaw(createAlawDecoder(1), 0x55);

/** Louder bytes have greater lower seven bits once the code's inversion is undone. */
function toLaw(decoder: ReturnType<typeof createMulawDecoder>, inversion: number): DirectSound {
  const values = new Int16Array(128);
  decoder.decode(
    Uint8Array.from(values, (_, bits) => bits ^ inversion),
    values,
  );
  return {
    bytesPerSample: 1,
    look: (finder, at, last) => finder.lookAtLaw(at, last, inversion),
    silentByte: inversion,
    toLoudness: (found) => Math.abs(values[found]!),
  };
}

/** Undefined where the sound has to be decoded first, or is of too rare a form to be looked at as it lies. */
export function findDirectSound(header: MediaHeader): DirectSound | undefined {
  const sound = findPlainSound(header);
  const { channels, sampleRateHz, totalFrames } = header;
  if (!sound || totalFrames === null) return undefined;
  const frameBytes = channels * sound.bytesPerSample;
  const bucketBytes = toFramesPerBucket(sampleRateHz, totalFrames) * frameBytes;
  const fits = LOOK_BYTES % frameBytes === 0 && bucketBytes >= LOOK_BYTES && bucketBytes <= PART_BYTES;
  return fits ? sound : undefined;
}

function findPlainSound(header: MediaHeader): DirectSound | undefined {
  const { codec, channels, blockAlign, samplesPerBlock } = header;
  const isPlain = ({ bytesPerSample }: DirectSound): boolean =>
    samplesPerBlock === 1 && blockAlign === channels * bytesPerSample;
  if (codec === 'pcm-s16' && !isBigEndian(header) && isPlain(PCM)) return PCM;
  if (codec === 'mulaw' && isPlain(MULAW)) return MULAW;
  if (codec === 'alaw' && isPlain(ALAW)) return ALAW;
  return undefined;
}

/** Reads the whole sound once. Throws a MediaProblem, and the signal's reason on abort. */
export async function measureDirectly(
  file: ByteSource,
  header: MediaHeader,
  totalFrames: number,
  sound: DirectSound,
  signal?: AbortSignal,
): Promise<MeasuredSound> {
  const { sampleRateHz, channels: channelCount, dataOffset } = header;
  const framesPerBucket = toFramesPerBucket(sampleRateHz, totalFrames);
  const frameBytes = channelCount * sound.bytesPerSample;
  const bucketBytes = framesPerBucket * frameBytes;
  const partBytes = Math.floor(PART_BYTES / bucketBytes) * bucketBytes;
  const totalBytes = totalFrames * frameBytes;
  const buckets = Math.ceil(totalFrames / framesPerBucket);
  const channels = Array.from({ length: channelCount }, () => new Uint8Array(buckets));
  const loudest = channels.map(() => 0);
  const finder = takeLoudestFinder();
  const parts = new Parts(file, finder, dataOffset, totalBytes, partBytes);
  try {
    let firstBucket = 0;
    for await (const bytes of parts.read()) {
      signal?.throwIfAborted();
      lookThrough(finder, sound, bytes, bucketBytes, channelCount, (bucket, channel, most) => {
        channels[channel]![firstBucket + bucket] = toPeak(most);
        loudest[channel] = Math.max(loudest[channel]!, most);
      });
      firstBucket += partBytes / bucketBytes;
    }
  } finally {
    // A drive that did not answer in time may still write into the memory.
    if (!parts.hasFailed) giveBackLoudestFinder(finder);
  }
  return { peaks: { sampleRateHz, framesPerBucket, totalFrames, channels }, loudest };
}

/** Reads at once. More would be faster, and a drive that hangs would hold all the threads by which the program reads files. */
const READS = PART_ADDRESSES.length - 1;

/** A stretch of a file in parts; while one is looked through, the next ones are being read. */
class Parts {
  /** Whether a read has failed; what it was to fill may be written to even later. */
  hasFailed = false;

  constructor(
    private readonly file: ByteSource,
    private readonly finder: LoudestFinder,
    private readonly offset: number,
    private readonly totalBytes: number,
    private readonly partBytes: number,
  ) {}

  /** In order; each is overwritten once the next is asked for. Throws a MediaProblem. */
  async *read(): AsyncGenerator<Uint8Array, void, undefined> {
    const reads: Promise<PromiseSettledResult<Uint8Array>[]>[] = [];
    const parts = Math.ceil(this.totalBytes / this.partBytes);
    // Settled, as nobody waits yet for the one that fails.
    const ask = (part: number): void => {
      if (part < parts) reads.push(Promise.allSettled([this.#readPart(part)]));
    };
    try {
      for (let part = 0; part < READS; part += 1) ask(part);
      for (let part = 0; part < parts; part += 1) {
        const [read] = (await reads.shift()) ?? [];
        if (read?.status !== 'fulfilled') throw read?.reason;
        ask(part + READS);
        yield read.value;
      }
    } finally {
      // A part that is still being read must outlive neither the file nor the memory it is read into.
      await Promise.all(reads);
    }
  }

  async #readPart(part: number): Promise<Uint8Array> {
    const from = part * this.partBytes;
    const length = Math.min(this.partBytes, this.totalBytes - from);
    const address = PART_ADDRESSES[part % PART_ADDRESSES.length];
    const bytes = new Uint8Array(this.finder.memory.buffer, address, length);
    try {
      await this.file.readInto(bytes, this.offset + from);
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
    return bytes;
  }
}

/** Tells the loudest sample, 0 to 32,768, of every channel in every bucket of a part. */
function lookThrough(
  finder: LoudestFinder,
  sound: DirectSound,
  bytes: Uint8Array,
  bucketBytes: number,
  channels: number,
  tell: (bucket: number, channel: number, most: number) => void,
): void {
  const { buffer } = finder.memory;
  const lanes = sound.bytesPerSample === 2 ? new Uint16Array(buffer, 0, 8) : new Uint8Array(buffer, 0, 16);
  const end = bytes.byteOffset + bytes.length;
  new Uint8Array(buffer, end, LOOK_BYTES).fill(sound.silentByte);
  for (let at = bytes.byteOffset, bucket = 0; at < end; at += bucketBytes, bucket += 1) {
    sound.look(finder, at, Math.max(at, Math.min(at + bucketBytes, end) - LOOK_BYTES));
    for (let channel = 0; channel < channels; channel += 1) {
      let most = 0;
      for (let lane = channel; lane < lanes.length; lane += channels) most = Math.max(most, lanes[lane]!);
      tell(bucket, channel, sound.toLoudness(most));
    }
  }
}

/** 0 to 127, rounded to the nearest. */
function toPeak(loudest: number): number {
  return Math.min(127, (loudest + 128) >> 8);
}
