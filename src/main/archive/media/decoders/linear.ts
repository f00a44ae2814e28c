// PCM of every width, brought to 16 bits.
import type { Decoder } from './decoder';
import { createStatelessDecoder } from './sample-table';

export type LinearCodec = 'pcm-s8' | 'pcm-u8' | 'pcm-s16' | 'pcm-s24' | 'pcm-s32' | 'pcm-f32';

const WIDTHS: Readonly<Record<LinearCodec, number>> = {
  'pcm-s8': 1,
  'pcm-u8': 1,
  'pcm-s16': 2,
  'pcm-s24': 3,
  'pcm-s32': 4,
  'pcm-f32': 4,
};

export function createLinearDecoder(codec: LinearCodec, channels: number, endian: 'little' | 'big'): Decoder {
  const width = WIDTHS[codec];
  if (codec === 'pcm-f32')
    return createStatelessDecoder(channels, width, endian === 'big' ? decodeFloatsBe : decodeFloatsLe);
  if (codec === 'pcm-s16' && endian === 'little') return createStatelessDecoder(channels, width, copySamples);
  // A byte alone is the high byte of its sample; unsigned ones are centred on 128.
  const flip = codec === 'pcm-u8' ? 0x80 : 0;
  const high = endian === 'big' ? 0 : width - 1;
  const low = endian === 'big' ? 1 : width - 2;
  return createStatelessDecoder(channels, width, (encoded, samples, target) => {
    for (let index = 0, at = 0; index < samples; index += 1, at += width) {
      const highByte = encoded[at + high]! ^ flip;
      target[index] = width === 1 ? highByte << 8 : (highByte << 8) | encoded[at + low]!;
    }
  });
}

/** What is stored as samples are kept in memory needs only to be copied; Electron runs on little-endian machines only. */
function copySamples(encoded: Uint8Array, samples: number, target: Int16Array): void {
  new Uint8Array(target.buffer, target.byteOffset, samples * 2).set(encoded.subarray(0, samples * 2));
}

function decodeFloatsLe(encoded: Uint8Array, samples: number, target: Int16Array): void {
  decodeFloats(encoded, samples, target, true);
}

function decodeFloatsBe(encoded: Uint8Array, samples: number, target: Int16Array): void {
  decodeFloats(encoded, samples, target, false);
}

function decodeFloats(
  encoded: Uint8Array,
  samples: number,
  target: Int16Array,
  isLittleEndian: boolean,
): void {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  for (let index = 0; index < samples; index += 1) {
    // What is not a number becomes silence by the conversion to an integer.
    const value = Math.round(view.getFloat32(index * 4, isLittleEndian) * 32_768);
    target[index] = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value;
  }
}
