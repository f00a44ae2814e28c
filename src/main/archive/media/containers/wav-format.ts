// The format chunk of a WAV file: which codec, and how its blocks are laid out.
// Sources: mmreg.h for the tags, RFC 2361, ITU-T G.726 and G.722, ETSI GSM 06.10 for the block sizes.
import type { Codec } from '../media-header';

export interface WavFormat {
  readonly codec: Codec;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** As the file says, which may be wrong. */
  readonly bytesPerSecond: number;
  readonly blockAlign: number;
  readonly samplesPerBlock: number;
}

/** The chunk's body (the first 64 bytes are enough); undefined where it contradicts itself. */
export function readWavFormat(chunk: Buffer): WavFormat | undefined {
  if (chunk.length < 14) return undefined;
  let tag = chunk.readUInt16LE(0);
  const channels = chunk.readUInt16LE(2);
  const sampleRateHz = chunk.readUInt32LE(4);
  const bytesPerSecond = chunk.readUInt32LE(8);
  const blockAlign = chunk.readUInt16LE(12);
  const bits = chunk.length >= 16 ? chunk.readUInt16LE(14) : 8;
  // WAVE_FORMAT_EXTENSIBLE: the tag is the first two bytes of the subformat's GUID.
  if (tag === 0xfffe && chunk.length >= 26) tag = chunk.readUInt16LE(24);
  if (channels === 0 || channels > 64 || sampleRateHz === 0 || sampleRateHz > 768_000) return undefined;
  const extra = chunk.length >= 20 ? chunk.readUInt16LE(18) : 0;
  const codec = toCodec(tag, bits, blockAlign / channels, bytesPerSecond, sampleRateHz, channels);
  return { codec, channels, sampleRateHz, bytesPerSecond, ...toBlock(codec, channels, blockAlign, extra) };
}

function toCodec(
  tag: number,
  bits: number,
  bytesPerSample: number,
  bytesPerSecond: number,
  rate: number,
  channels: number,
): Codec {
  switch (tag) {
    case 0x0001:
      // The block size tells how samples are stored; the bits may be fewer (20 in 24).
      return toPcmCodec(
        Number.isInteger(bytesPerSample) && bytesPerSample > 0 ? bytesPerSample : Math.ceil(bits / 8),
      );
    case 0x0003:
      return bits === 32 ? 'pcm-f32' : 'unknown';
    case 0x0002:
      return 'ms-adpcm';
    case 0x0006:
      return 'alaw';
    case 0x0007:
      return 'mulaw';
    case 0x0011:
      return bits === 4 ? 'ima-adpcm' : 'unknown';
    case 0x0031:
      return channels === 1 ? 'gsm-ms' : 'unknown';
    case 0x0040:
    case 0x0045:
    case 0x0064:
      return channels === 1 ? toG726Codec(bits, bytesPerSecond, rate) : 'unknown';
    case 0x0042:
      return 'g723';
    case 0x0055:
      return 'mp3';
    case 0x0083:
    case 0x0133:
      return 'g729';
    case 0x028f:
      return channels === 1 ? 'g722' : 'unknown';
    default:
      return 'unknown';
  }
}

function toPcmCodec(bytesPerSample: number): Codec {
  switch (bytesPerSample) {
    case 1:
      return 'pcm-u8';
    case 2:
      return 'pcm-s16';
    case 3:
      return 'pcm-s24';
    case 4:
      return 'pcm-s32';
    default:
      return 'unknown';
  }
}

/** Some writers leave the bits at 0 or 16; then the data rate tells them. */
function toG726Codec(bits: number, bytesPerSecond: number, rate: number): Codec {
  switch (bits >= 2 && bits <= 5 ? bits : Math.round((bytesPerSecond * 8) / rate)) {
    case 2:
      return 'g726-16';
    case 3:
      return 'g726-24';
    case 4:
      return 'g726-32';
    case 5:
      return 'g726-40';
    default:
      return 'unknown';
  }
}

/** Blocks follow from the codec wherever it fixes them: the header's own figures are often wrong. */
function toBlock(
  codec: Codec,
  channels: number,
  blockAlign: number,
  extra: number,
): Pick<WavFormat, 'blockAlign' | 'samplesPerBlock'> {
  switch (codec) {
    case 'pcm-u8':
    case 'alaw':
    case 'mulaw':
      return { blockAlign: channels, samplesPerBlock: 1 };
    case 'pcm-s16':
      return { blockAlign: channels * 2, samplesPerBlock: 1 };
    case 'pcm-s24':
      return { blockAlign: channels * 3, samplesPerBlock: 1 };
    case 'pcm-s32':
    case 'pcm-f32':
      return { blockAlign: channels * 4, samplesPerBlock: 1 };
    case 'gsm-ms':
      return { blockAlign: 65, samplesPerBlock: 320 };
    case 'g726-16':
      return { blockAlign: 1, samplesPerBlock: 4 };
    case 'g726-24':
      return { blockAlign: 3, samplesPerBlock: 8 };
    case 'g726-32':
      return { blockAlign: 1, samplesPerBlock: 2 };
    case 'g726-40':
      return { blockAlign: 5, samplesPerBlock: 8 };
    case 'g722':
      return { blockAlign: 1, samplesPerBlock: 2 };
    case 'ima-adpcm': {
      // A block begins with 4 bytes a channel that hold the first sample; then 8 samples in 4 bytes a channel, in turn.
      const groups = Math.max(0, Math.floor((blockAlign - 4 * channels) / (4 * channels)));
      return { blockAlign, samplesPerBlock: blockAlign < 4 * channels ? 0 : 1 + groups * 8 };
    }
    case 'ms-adpcm': {
      // A block begins with 7 bytes a channel that hold the first two samples; then a nibble a sample.
      const frames = Math.floor(((blockAlign - 7 * channels) * 2) / channels);
      return { blockAlign, samplesPerBlock: blockAlign < 7 * channels ? 0 : 2 + frames };
    }
    default:
      return { blockAlign, samplesPerBlock: extra };
  }
}
