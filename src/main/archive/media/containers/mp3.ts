// MPEG audio, layers 1 to 3. A Xing, Info or VBRI header tells the number of frames; without it the length follows from
// the bit rate where that is constant, and from counting every frame where it is not.
// Sources: ISO/IEC 11172-3 and 13818-3; the Xing and VBRI headers as their encoders document them.
import type { FileBytes } from '../file-bytes';
import type { HeaderReading } from '../media-header';
import { toDurationMs, toReading } from '../media-header';
import { parseMpegFrame } from './mpeg-frame';
import type { MpegFrame } from './mpeg-frame';

/** Where a file begins with rubbish, a frame is looked for this far. */
const SEARCH_BYTES = 4096;
/** Frames that must follow each other before so common a bit pattern is believed. */
const FRAMES_TO_BELIEVE = 3;
/** A longer file of varying bit rate is measured by its first part. */
const MAX_WALK_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 65_536;
const ID3V1_BYTES = 128;

interface Start {
  readonly offset: number;
  readonly frame: MpegFrame;
}

/** Undefined where no run of frames begins in the 4 KiB from `from`. */
export function readMp3Header(file: FileBytes, from: number): HeaderReading | undefined {
  const start = findStart(file, from);
  if (start === undefined) return undefined;
  const { frame } = start;
  const end = endOfFrames(file);
  const dataBytes = Math.max(0, end - start.offset);
  const tagged = readFrameCount(file, start);
  const frames = tagged ?? countByBitRate(file, start, end) ?? countByWalking(file, start, end);
  // Compared loosely: encoders count the tag's own bytes or not.
  const isCutOff = tagged !== undefined && tagged > 4 && dataBytes < readTaggedBytes(file, start) * 0.98;
  return toReading({
    container: 'mp3',
    codec: frame.layer === 3 ? 'mp3' : 'unknown',
    channels: frame.channels,
    sampleRateHz: frame.sampleRateHz,
    durationMs: isCutOff
      ? toDurationMs(countByWalking(file, start, end) * frame.samples, frame.sampleRateHz)
      : toDurationMs(frames * frame.samples, frame.sampleRateHz),
    dataOffset: start.offset,
    dataBytes,
    isCutOff,
  });
}

function findStart(file: FileBytes, from: number): Start | undefined {
  const window = Buffer.from(file.readAt(from, SEARCH_BYTES));
  for (let at = 0; at + 4 <= window.length; at += 1) {
    if (window.readUInt8(at) !== 0xff) continue;
    const frame = parseMpegFrame(window, at);
    if (frame !== undefined && isRunOfFrames(file, from + at, frame)) return { offset: from + at, frame };
  }
  return undefined;
}

function isRunOfFrames(file: FileBytes, offset: number, first: MpegFrame): boolean {
  let next = offset + first.bytes;
  for (let seen = 1; seen < FRAMES_TO_BELIEVE; seen += 1) {
    // A file of fewer frames must end exactly with one, so that three stray bytes are not taken for sound.
    if (next === file.sizeBytes) return true;
    const frame = parseMpegFrame(file.readAt(next, 4), 0);
    if (frame?.sampleRateHz !== first.sampleRateHz || frame.layer !== first.layer) return false;
    next += frame.bytes;
  }
  return true;
}

function endOfFrames(file: FileBytes): number {
  const tag = file.readAt(file.sizeBytes - ID3V1_BYTES, 3);
  return tag.toString('latin1') === 'TAG' ? file.sizeBytes - ID3V1_BYTES : file.sizeBytes;
}

function xingOffset(start: Start): number {
  return start.offset + 4 + start.frame.sideInfoBytes;
}

function hasXing(tag: Buffer): boolean {
  const name = tag.toString('latin1', 0, 4);
  return tag.length >= 12 && (name === 'Xing' || name === 'Info');
}

/** Frames as the encoder counted them; undefined where there is no such header. */
function readFrameCount(file: FileBytes, start: Start): number | undefined {
  const xing = file.readAt(xingOffset(start), 12);
  if (hasXing(xing) && (xing.readUInt32BE(4) & 1) !== 0) return believable(xing.readUInt32BE(8), file);
  const vbri = file.readAt(start.offset + 36, 18);
  if (vbri.length === 18 && vbri.toString('latin1', 0, 4) === 'VBRI')
    return believable(vbri.readUInt32BE(14), file);
  return undefined;
}

/** No frame is shorter than 24 bytes, so a larger count is a lie. */
function believable(frames: number, file: FileBytes): number | undefined {
  return frames > 0 && frames * 24 <= file.sizeBytes * 50 ? frames : undefined;
}

/** Bytes of sound as the encoder counted them, 0 where it did not. */
function readTaggedBytes(file: FileBytes, start: Start): number {
  const tag = file.readAt(xingOffset(start), 16);
  return tag.length === 16 && hasXing(tag) && (tag.readUInt32BE(4) & 3) === 3 ? tag.readUInt32BE(12) : 0;
}

/** Constant bit rate is believed where every frame near the beginning, the middle and the end has the same. */
function countByBitRate(file: FileBytes, start: Start, end: number): number | undefined {
  const { frame } = start;
  if (!isConstant(file, start.offset, frame)) return undefined;
  for (const share of [0.5, 0.9]) {
    const near = findStart(file, start.offset + Math.floor((end - start.offset) * share));
    if (near !== undefined && !isConstant(file, near.offset, frame)) return undefined;
  }
  // The padding byte makes frames of one rate a byte longer now and then: the mean is the exact figure.
  return ((end - start.offset) * 8 * frame.sampleRateHz) / (frame.bitsPerSecond * frame.samples);
}

function isConstant(file: FileBytes, offset: number, like: MpegFrame): boolean {
  const chunk = file.readAt(offset, SEARCH_BYTES);
  for (let at = 0; at + 4 <= chunk.length;) {
    const frame = parseMpegFrame(chunk, at);
    if (frame === undefined) return false;
    if (frame.bitsPerSecond !== like.bitsPerSecond) return false;
    at += frame.bytes;
  }
  return true;
}

/** Follows the frames through the file, over rubbish too; a long file is extrapolated from its first part. */
function countByWalking(file: FileBytes, start: Start, end: number): number {
  const stop = Math.min(end, start.offset + MAX_WALK_BYTES);
  let frames = 0;
  let offset = start.offset;
  while (offset < stop) {
    const chunk = file.readAt(offset, CHUNK_BYTES);
    if (chunk.length < 4) break;
    let at = 0;
    while (at + 4 <= chunk.length && offset + at < stop) {
      const frame = parseMpegFrame(chunk, at);
      if (frame?.sampleRateHz === start.frame.sampleRateHz) frames += 1;
      at += frame?.bytes ?? 1;
    }
    offset += Math.max(1, at);
  }
  return stop === end ? frames : Math.round((frames * (end - start.offset)) / (stop - start.offset));
}
