// Decoders without memory: each encoded sample means one value.
import type { Decoder } from './decoder';

const NO_STATE = new Int32Array(0);

/** A decoder made of one function over whole runs of samples. */
export function createStatelessDecoder(
  channels: number,
  bytesPerSample: number,
  decodeSamples: (encoded: Uint8Array, samples: number, target: Int16Array) => void,
): Decoder {
  return {
    state: NO_STATE,
    reset: () => undefined,
    disturb: () => undefined,
    decode: (encoded, target) => {
      const frames = Math.floor(encoded.length / (bytesPerSample * channels));
      decodeSamples(encoded, frames * channels, target);
      return frames;
    },
  };
}

/** One byte a sample, looked up. */
export function createTableDecoder(channels: number, table: Int16Array): Decoder {
  return createStatelessDecoder(channels, 1, (encoded, samples, target) => {
    for (let index = 0; index < samples; index += 1) target[index] = table[encoded[index]!]!;
  });
}
