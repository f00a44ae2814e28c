// How many sample frames so many encoded bytes hold: headers tell lengths by it, and the decoders keep to it.
import type { Codec } from './media-header';

/** Encoded bytes and sample frames of one block of a headerless codec of one channel. */
export const FIXED_BLOCKS: Readonly<
  Partial<Record<Codec, readonly [blockAlign: number, samplesPerBlock: number]>>
> = {
  gsm: [33, 160],
  'gsm-ms': [65, 320],
  'g726-16': [1, 4],
  'g726-24': [3, 8],
  'g726-32': [1, 2],
  'g726-40': [5, 8],
  g722: [1, 2],
  vox: [1, 2],
};

/**
 * Null for codecs that are not decoded here. Only the ADPCM of WAV may end in a short block; other codecs lose what is
 * left of a block that was not written whole.
 */
export function countFrames(
  codec: Codec,
  channels: number,
  blockAlign: number,
  samplesPerBlock: number,
  bytes: number,
): number | null {
  if (!isDecodable(codec)) return null;
  if (channels <= 0 || blockAlign <= 0 || samplesPerBlock <= 0) return 0;
  const rest = bytes % blockAlign;
  return ((bytes - rest) / blockAlign) * samplesPerBlock + countShortBlock(codec, channels, rest);
}

function countShortBlock(codec: Codec, channels: number, bytes: number): number {
  if (codec === 'ima-adpcm' && bytes >= 4 * channels) {
    return 1 + Math.floor((bytes - 4 * channels) / (4 * channels)) * 8;
  }
  if (codec === 'ms-adpcm' && bytes >= 7 * channels)
    return 2 + Math.floor(((bytes - 7 * channels) * 2) / channels);
  return 0;
}

/** Whether the sound can be turned into PCM here, whatever Chromium does with it. */
export function isDecodable(codec: Codec): boolean {
  return (
    codec.startsWith('pcm-') ||
    codec === 'alaw' ||
    codec === 'mulaw' ||
    codec.endsWith('-adpcm') ||
    codec in FIXED_BLOCKS
  );
}
