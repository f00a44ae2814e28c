// A-law and µ-law. Source: ITU-T G.711.
import type { Decoder } from './decoder';
import { createTableDecoder } from './sample-table';

/** Value of every byte, in 16 bits. */
const MULAW_TABLE = Int16Array.from({ length: 256 }, (_, byte) => toMulawValue(byte));
const ALAW_TABLE = Int16Array.from({ length: 256 }, (_, byte) => toAlawValue(byte));

export function createMulawDecoder(channels: number): Decoder {
  return createTableDecoder(channels, MULAW_TABLE);
}

export function createAlawDecoder(channels: number): Decoder {
  return createTableDecoder(channels, ALAW_TABLE);
}

/** Sign, three bits of segment, four of step, all inverted; segments are biased by 33 steps of 4. */
function toMulawValue(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0xf) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
}

/** Sign, three bits of segment, four of step, every other bit inverted. */
function toAlawValue(byte: number): number {
  const bits = byte ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 0xf) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
}
