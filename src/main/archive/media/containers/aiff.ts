// AIFF and AIFF-C, which macOS and sox write. Big-endian, but for the sound of 'sowt'.
// Source: Apple, "Audio Interchange File Format AIFF-C", 1991.
import { countFrames } from '../block-frames';
import type { FileBytes } from '../file-bytes';
import type { Codec, Container, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';

interface Common {
  readonly channels: number;
  readonly frames: number;
  readonly bits: number;
  readonly sampleRateHz: number;
  readonly compression: string;
}

const PCM_BY_BYTES: readonly Codec[] = ['unknown', 'pcm-s8', 'pcm-s16', 'pcm-s24', 'pcm-s32'];
/** Codec and bytes of one sample by the compression's name; 0 bytes: as many as the bits need. */
const COMPRESSIONS: Readonly<Record<string, readonly [codec: Codec | 'pcm', bytesPerSample: number]>> = {
  NONE: ['pcm', 0],
  twos: ['pcm', 0],
  sowt: ['pcm', 0],
  in24: ['pcm-s24', 3],
  in32: ['pcm-s32', 4],
  'raw ': ['pcm-u8', 1],
  fl32: ['pcm-f32', 4],
  FL32: ['pcm-f32', 4],
  ulaw: ['mulaw', 1],
  ULAW: ['mulaw', 1],
  alaw: ['alaw', 1],
  ALAW: ['alaw', 1],
};
/** A file has a handful of chunks; more are made to keep a reader busy. */
const MAX_CHUNKS = 100;
const COMMON_BYTES = 18;

export function readAiffHeader(file: FileBytes): HeaderReading {
  const form = file.head.toString('latin1', 8, 12);
  if (file.head.length < 12) return toProblem('cut-off', 'The file ends inside the AIFF header.');
  if (form !== 'AIFF' && form !== 'AIFC') return toProblem('not-media', 'An IFF file that holds no sound.');
  let common: Common | undefined;
  let at = 12;
  for (let chunks = 0; chunks < MAX_CHUNKS && at + 8 <= file.sizeBytes; chunks += 1) {
    const head = file.readAt(at, 8 + COMMON_BYTES + 4);
    const id = head.toString('latin1', 0, 4);
    const size = head.readUInt32BE(4);
    if (id === 'COMM') common = readCommon(head, form);
    if (id === 'SSND') {
      if (!common) return toProblem('unreadable', 'The AIFF file tells its sound before what the sound is.');
      if (head.length < 16) return toProblem('cut-off', 'The file ends where its sound should begin.');
      return readSound(file, common, at + 16 + head.readUInt32BE(8), at + 8 + size);
    }
    at += 8 + size + (size % 2);
  }
  return at > file.sizeBytes
    ? toProblem('cut-off', 'The file ends before its sound.')
    : toProblem('empty', 'The AIFF file holds no sound.');
}

/** Undefined for a chunk that is too short; `head` begins with the chunk's name and size. */
function readCommon(head: Buffer, form: string): Common | undefined {
  if (head.length < 8 + COMMON_BYTES) return undefined;
  const isNamed = form === 'AIFC' && head.length >= 8 + COMMON_BYTES + 4;
  return {
    channels: head.readUInt16BE(8),
    frames: head.readUInt32BE(10),
    bits: head.readUInt16BE(14),
    sampleRateHz: Math.round(readExtended(head, 16)),
    compression: isNamed ? head.toString('latin1', 26, 30) : 'NONE',
  };
}

/** An 80-bit float of the 68881: sign and exponent, then 64 bits of which the first is before the point. */
function readExtended(head: Buffer, at: number): number {
  const exponent = (head.readUInt16BE(at) & 0x7fff) - 16_383;
  const mantissa = head.readUInt32BE(at + 2) + head.readUInt32BE(at + 6) / 2 ** 32;
  return mantissa * 2 ** (exponent - 31);
}

function readSound(file: FileBytes, common: Common, dataOffset: number, promisedEnd: number): HeaderReading {
  const { channels, frames, bits, sampleRateHz, compression } = common;
  if (channels === 0 || channels > 64 || !(sampleRateHz >= 1 && sampleRateHz <= 768_000)) {
    return toProblem('unreadable', 'The AIFF header is contradictory.');
  }
  const [kind, bytes] = COMPRESSIONS[compression] ?? (['unknown', 0] as const);
  const bytesPerSample = kind === 'pcm' ? Math.ceil(bits / 8) : bytes;
  const codec = kind === 'pcm' ? (PCM_BY_BYTES[bytesPerSample] ?? 'unknown') : kind;
  if (codec === 'unknown') return toProblem('unreadable', 'This compression of AIFF is not supported.');
  const blockAlign = bytesPerSample * channels;
  const promised = frames * blockAlign;
  const available = Math.min(file.sizeBytes, promisedEnd) - dataOffset;
  if (available <= 0)
    return promised > 0
      ? toProblem('cut-off', 'The file ends where its sound should begin.')
      : toProblem('empty', 'The AIFF file holds no sound.');
  const dataBytes = Math.min(promised, available);
  if (dataBytes === 0) return toProblem('empty', 'The AIFF file holds no sound.');
  const totalFrames = countFrames(codec, channels, blockAlign, 1, dataBytes);
  const container: Container = compression === 'sowt' ? 'aiff-sowt' : 'aiff';
  return toReading({
    container,
    codec,
    channels,
    sampleRateHz,
    durationMs: totalFrames === null ? null : toDurationMs(totalFrames, sampleRateHz),
    totalFrames,
    dataOffset,
    dataBytes,
    blockAlign,
    samplesPerBlock: 1,
    isCutOff: promised > available,
    isOpenEnded: false,
  });
}
