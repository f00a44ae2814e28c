// Raw AAC (ADTS), known by its frames alone. Source: ISO/IEC 13818-7, 6.2.
import type { FileBytes } from '../file-bytes';
import type { HeaderReading } from '../media-header';
import { toDurationMs, toReading } from '../media-header';

const RATES_HZ = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
] as const;
const SAMPLES_PER_FRAME = 1024;
/** Frames that must follow each other before so common a bit pattern is believed. */
const FRAMES_TO_BELIEVE = 3;
/** A longer file is measured by its first part, so that no file takes longer than another. */
const MAX_WALK_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 65_536;

/** Undefined where no run of frames begins at `start`. */
export function readAdtsHeader(file: FileBytes, start: number): HeaderReading | undefined {
  const first = file.readAt(start, 7);
  if (measureFrame(first, 0) === undefined) return undefined;
  const sampleRateHz = RATES_HZ[(first.readUInt8(2) >> 2) & 15] ?? 0;
  const channels = ((first.readUInt8(2) & 1) << 2) | (first.readUInt8(3) >> 6);
  const walk = walkFrames(file, start);
  if (walk.frames < FRAMES_TO_BELIEVE && start + walk.bytes < file.sizeBytes) return undefined;
  const dataBytes = file.sizeBytes - start;
  const frames = walk.isWhole ? walk.frames : Math.round((walk.frames * dataBytes) / walk.bytes);
  return toReading({
    container: 'adts',
    codec: 'aac',
    channels,
    sampleRateHz,
    durationMs: toDurationMs(frames * SAMPLES_PER_FRAME, sampleRateHz),
    dataOffset: start,
    dataBytes,
  });
}

function walkFrames(file: FileBytes, start: number): { frames: number; bytes: number; isWhole: boolean } {
  const end = Math.min(file.sizeBytes, start + MAX_WALK_BYTES);
  let frames = 0;
  let offset = start;
  while (offset < end) {
    const chunk = file.readAt(offset, CHUNK_BYTES);
    let at = 0;
    while (at + 7 <= chunk.length) {
      const length = measureFrame(chunk, at);
      if (length === undefined) return { frames, bytes: offset + at - start, isWhole: true };
      frames += 1;
      at += length;
    }
    if (at === 0) break;
    offset += at;
  }
  return { frames, bytes: Math.max(1, offset - start), isWhole: end === file.sizeBytes };
}

/** Bytes of the frame at `at`; undefined where there is none. */
function measureFrame(bytes: Buffer, at: number): number | undefined {
  if (at + 7 > bytes.length) return undefined;
  // Twelve bits of sync, the layer always 0; a sampling rate that exists; a frame longer than its own header.
  if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined;
  if (((bytes.readUInt8(at + 2) >> 2) & 15) >= RATES_HZ.length) return undefined;
  const length = (bytes.readUInt32BE(at + 2) >>> 5) & 0x1fff;
  return length > 7 ? length : undefined;
}
