// Sun/NeXT .au, which Asterisk and sox write. Big-endian. Source: the header's definition in NeXT's soundstruct.h.
import { FIXED_BLOCKS, countFrames } from '../block-frames';
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';

const ENCODINGS: Readonly<Record<number, readonly [codec: Codec, bytesPerSample: number]>> = {
  1: ['mulaw', 1],
  2: ['pcm-s8', 1],
  3: ['pcm-s16', 2],
  4: ['pcm-s24', 3],
  5: ['pcm-s32', 4],
  6: ['pcm-f32', 4],
  23: ['g726-32', 1],
  25: ['g726-24', 3],
  26: ['g726-40', 5],
  27: ['alaw', 1],
};
const UNKNOWN_SIZE = 0xffff_ffff;

export function readAuHeader(file: FileBytes): HeaderReading {
  const head = file.head;
  if (head.length < 24) return toProblem('cut-off', 'The file ends inside the AU header.');
  const dataOffset = head.readUInt32BE(4);
  const promised = head.readUInt32BE(8);
  const [codec, bytesPerSample] = ENCODINGS[head.readUInt32BE(12)] ?? ['unknown', 0];
  const sampleRateHz = head.readUInt32BE(16);
  const channels = head.readUInt32BE(20);
  if (dataOffset < 24 || channels === 0 || channels > 64 || sampleRateHz === 0) {
    return toProblem('unreadable', 'The AU header is contradictory.');
  }
  if (codec.startsWith('g726') && channels !== 1)
    return toProblem('unreadable', 'G.726 of several channels is not supported.');
  const available = file.sizeBytes - dataOffset;
  if (available <= 0)
    return promised > 0 && promised !== UNKNOWN_SIZE
      ? toProblem('cut-off', 'The file ends where its sound should begin.')
      : toProblem('empty', 'The AU file holds no sound.');
  const isOpenEnded = promised === UNKNOWN_SIZE || promised === 0;
  const dataBytes = isOpenEnded ? available : Math.min(promised, available);
  const [blockAlign, samplesPerBlock] = FIXED_BLOCKS[codec] ?? [bytesPerSample * channels, 1];
  const totalFrames = countFrames(codec, channels, blockAlign, samplesPerBlock, dataBytes);
  return toReading({
    container: 'au',
    codec,
    channels,
    sampleRateHz,
    durationMs: totalFrames === null ? null : toDurationMs(totalFrames, sampleRateHz),
    totalFrames,
    dataOffset,
    dataBytes,
    blockAlign,
    samplesPerBlock,
    isCutOff: !isOpenEnded && promised > available,
    isOpenEnded,
  });
}
