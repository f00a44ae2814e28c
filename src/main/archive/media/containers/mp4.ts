// MP4 and QuickTime: boxes inside boxes; everything needed stands in 'moov', wherever in the file that is.
// Source: ISO/IEC 14496-12.
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';

/** Top-level boxes and boxes of one level that are looked at; a file of fragments has two for every few seconds. */
const MAX_BOXES = 20_000;
const MAX_TRACKS = 64;

interface Box {
  readonly type: string;
  readonly bodyOffset: number;
  readonly endOffset: number;
}

interface Track {
  readonly handler: string;
  readonly codec: Codec;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly durationMs: number | null;
}

interface Movie {
  readonly durationMs: number | null;
  readonly tracks: readonly Track[];
}

export function readMp4Header(file: FileBytes): HeaderReading {
  let movie: Movie | undefined;
  let fragmentsMs: number | null = null;
  let isCutOff = false;
  for (const box of listBoxes(file, 0, file.sizeBytes)) {
    if (box.type === 'moov') movie = readMovie(file, box);
    else if (box.type === 'sidx') fragmentsMs = (fragmentsMs ?? 0) + readSegmentIndexMs(file, box);
    if (box.endOffset > file.sizeBytes) isCutOff = true;
    if (movie !== undefined && (movie.durationMs !== null || isCutOff)) break;
  }
  if (movie === undefined) {
    return isCutOff
      ? toProblem('cut-off', 'The MP4 file ends before its index.')
      : toProblem('unreadable', 'The MP4 file has no index; it was not finished.');
  }
  const sound = movie.tracks.find((track) => track.handler === 'soun');
  const hasVideo = movie.tracks.some((track) => track.handler === 'vide');
  return toReading({
    container: 'mp4',
    codec: sound?.codec ?? 'none',
    channels: sound?.channels ?? 0,
    sampleRateHz: sound?.sampleRateHz ?? 0,
    durationMs: movie.durationMs ?? (fragmentsMs === null ? null : Math.round(fragmentsMs)),
    dataBytes: file.sizeBytes,
    isCutOff,
    isOpenEnded: movie.durationMs === null && fragmentsMs === null,
    hasVideo,
  });
}

function* listBoxes(file: FileBytes, from: number, to: number): Generator<Box> {
  let offset = from;
  for (let seen = 0; offset + 8 <= to && seen < MAX_BOXES; seen += 1) {
    const head = file.readAt(offset, 16);
    if (head.length < 8) return;
    let size = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    let headBytes = 8;
    if (size === 1 && head.length === 16) {
      size = Number(head.readBigUInt64BE(8));
      headBytes = 16;
    } else if (size === 0) {
      size = to - offset; // To the end of what contains it.
    }
    if (size < headBytes) return;
    yield { type, bodyOffset: offset + headBytes, endOffset: offset + size };
    offset += size;
  }
}

function findBox(file: FileBytes, within: Box, type: string): Box | undefined {
  for (const box of listBoxes(file, within.bodyOffset, within.endOffset)) if (box.type === type) return box;
  return undefined;
}

function readMovie(file: FileBytes, moov: Box): Movie {
  const tracks: Track[] = [];
  let durationMs: number | null = null;
  for (const box of listBoxes(file, moov.bodyOffset, moov.endOffset)) {
    if (box.type === 'mvhd') durationMs = readTimedMs(file, box, 0);
    else if (box.type === 'trak' && tracks.length < MAX_TRACKS) tracks.push(readTrack(file, box));
    else if (box.type === 'mvex' && durationMs === null) durationMs = readExtendsMs(file, box, moov);
  }
  const longest = tracks.reduce((most, track) => Math.max(most, track.durationMs ?? 0), 0);
  return { durationMs: longest > 0 ? longest : durationMs, tracks };
}

/** mvhd and mdhd begin alike: two times, time scale, duration, each of the times and the duration 4 or 8 bytes. */
function readTimedMs(file: FileBytes, box: Box, missing: number): number | null {
  const body = file.readAt(box.bodyOffset, 32);
  if (body.length < 32) return null;
  const isLong = body.readUInt8(0) === 1;
  const scale = body.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  return duration === missing || duration >= (isLong ? 2 ** 53 : 0xffff_ffff)
    ? null
    : toDurationMs(duration, scale);
}

/** mehd gives a fragmented file's length in the movie's time scale. */
function readExtendsMs(file: FileBytes, mvex: Box, moov: Box): number | null {
  const mehd = findBox(file, mvex, 'mehd');
  const mvhd = findBox(file, moov, 'mvhd');
  if (mehd === undefined || mvhd === undefined) return null;
  const head = Buffer.from(file.readAt(mvhd.bodyOffset, 32));
  const body = file.readAt(mehd.bodyOffset, 12);
  if (head.length < 32 || body.length < 8) return null;
  const duration =
    body.readUInt8(0) === 1 && body.length === 12 ? Number(body.readBigUInt64BE(4)) : body.readUInt32BE(4);
  return duration === 0 ? null : toDurationMs(duration, head.readUInt32BE(head.readUInt8(0) === 1 ? 20 : 12));
}

function readTrack(file: FileBytes, trak: Box): Track {
  const mdia = findBox(file, trak, 'mdia');
  const hdlr = mdia && findBox(file, mdia, 'hdlr');
  const mdhd = mdia && findBox(file, mdia, 'mdhd');
  const minf = mdia && findBox(file, mdia, 'minf');
  const stbl = minf && findBox(file, minf, 'stbl');
  const stsd = stbl && findBox(file, stbl, 'stsd');
  const handler = hdlr === undefined ? '' : file.readAt(hdlr.bodyOffset + 8, 4).toString('latin1');
  const durationMs = mdhd === undefined ? null : readTimedMs(file, mdhd, 0);
  // Version and flags, number of entries, then the first entry: size, format, 8 bytes, and for sound 8 more.
  const entry = stsd === undefined ? Buffer.alloc(0) : file.readAt(stsd.bodyOffset + 8, 36);
  const isSound = handler === 'soun' && entry.length === 36;
  return {
    handler,
    codec: isSound ? toSoundCodec(entry.toString('latin1', 4, 8)) : 'unknown',
    channels: isSound ? entry.readUInt16BE(24) : 0,
    sampleRateHz: isSound ? entry.readUInt16BE(32) : 0,
    durationMs,
  };
}

function toSoundCodec(format: string): Codec {
  switch (format) {
    case 'mp4a':
      return 'aac';
    case '.mp3':
      return 'mp3';
    case 'Opus':
      return 'opus';
    case 'fLaC':
      return 'flac';
    default:
      return 'unknown';
  }
}

/** Sum of the subsegments' durations in a segment index, for fragmented files without a length of their own. */
function readSegmentIndexMs(file: FileBytes, sidx: Box): number {
  const body = file.readAt(sidx.bodyOffset, Math.min(65_536, sidx.endOffset - sidx.bodyOffset));
  if (body.length < 24) return 0;
  const countAt = body.readUInt8(0) === 0 ? 22 : 30;
  const scale = body.readUInt32BE(8);
  if (scale === 0 || countAt + 2 > body.length) return 0;
  const count = body.readUInt16BE(countAt);
  let total = 0;
  for (let index = 0, at = countAt + 6; index < count && at + 4 <= body.length; index += 1, at += 12)
    total += body.readUInt32BE(at);
  return (total * 1000) / scale;
}
