// What every decoder here has in common. They are pure: bytes in, 16-bit samples out, no files and no time.
import type { MediaHeader } from '../media-header';
import { createAlawDecoder, createMulawDecoder } from './g711';
import { G722Decoder } from './g722';
import { G726Decoder } from './g726';
import { GsmDecoder } from './gsm';
import { ImaAdpcmDecoder } from './ima-adpcm';
import { createLinearDecoder } from './linear';
import { MsAdpcmDecoder } from './ms-adpcm';
import { VoxDecoder } from './vox';

export interface Decoder {
  /**
   * Decodes whole blocks (only the ADPCM of WAV may end with a short one) into interleaved samples from the beginning of
   * `target`, which must have room. Returns the sample frames written. Any bytes are accepted; bad ones sound bad.
   */
  decode(encoded: Uint8Array, target: Int16Array): number;
  /**
   * Everything that carries over from block to block: copy it to remember a place in the recording, write it back to go
   * on from there. Empty where every block stands alone.
   */
  readonly state: Int32Array;
  /** Puts the state to what it is at the beginning of a recording. */
  reset(): void;
  /** Puts the state far from where `reset` puts it, to see whether two histories have come to the same. */
  disturb(): void;
}

/** Undefined where the codec is not decoded here. */
export function createDecoder(header: MediaHeader): Decoder | undefined {
  const { codec, channels, blockAlign } = header;
  switch (codec) {
    case 'alaw':
      return createAlawDecoder(channels);
    case 'mulaw':
      return createMulawDecoder(channels);
    case 'gsm':
    case 'gsm-ms':
      return new GsmDecoder(codec);
    case 'g722':
      return new G722Decoder();
    case 'g726-16':
    case 'g726-24':
    case 'g726-32':
    case 'g726-40':
      // WAV packs the first sample into the high bits, everything else into the low ones.
      return new G726Decoder(codec, header.container === 'wav' ? 'high-first' : 'low-first');
    case 'ima-adpcm':
      return new ImaAdpcmDecoder(channels, blockAlign);
    case 'ms-adpcm':
      return new MsAdpcmDecoder(channels, blockAlign);
    case 'vox':
      return new VoxDecoder();
    case 'pcm-s8':
    case 'pcm-u8':
    case 'pcm-s16':
    case 'pcm-s24':
    case 'pcm-s32':
    case 'pcm-f32':
      return createLinearDecoder(codec, channels, isBigEndian(header) ? 'big' : 'little');
    default:
      return undefined;
  }
}

export function isBigEndian({ container }: MediaHeader): boolean {
  return container === 'au' || container === 'aiff';
}
