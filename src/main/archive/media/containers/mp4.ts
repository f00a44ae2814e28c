// MP4 and QuickTime: boxes inside boxes; what is needed stands in 'moov', wherever in the file that is.
// Source: ISO/IEC 14496-12; for AAC's channels 14496-1 and -3.
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';
import { findBox, listBoxes } from './mp4-boxes';
import type { Box } from './mp4-boxes';
import { readFragmentEndMs } from './mp4-fragments';
import { findUnsupportedVideo } from './video-codec';

const MAX_TRACKS = 64;

interface Track {
  readonly id: number;
  readonly handler: string;
  /** Four letters of how it is encoded; empty where that cannot be read. */
  readonly format: string;
  readonly codec: Codec;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly timing: Timing;
}

interface Timing {
  readonly scale: number;
  /** Null where the header leaves it open. */
  readonly durationMs: number | null;
}

interface Movie {
  readonly durationMs: number | null;
  readonly tracks: readonly Track[];
}

export function readMp4Header(file: FileBytes): HeaderReading {
  let movie: Movie | undefined;
  let lastFragment: Box | undefined;
  let isCutOff = false;
  for (const box of listBoxes(file, 0, file.sizeBytes)) {
    if (box.endOffset > file.sizeBytes) isCutOff = true;
    if (box.type === 'moov') movie = readMovie(file, box);
    if (box.type === 'moof' && box.endOffset <= file.sizeBytes) lastFragment = box;
  }
  if (movie === undefined) {
    return isCutOff
      ? toProblem('cut-off', 'The MP4 file ends before its index.')
      : toProblem('unreadable', 'The MP4 file has no index; it was not finished.');
  }
  const { tracks } = movie;
  const sound = tracks.find((track) => track.handler === 'soun');
  const scaleOf = (id: number): number => tracks.find((track) => track.id === id)?.timing.scale ?? 0;
  const fragmentsMs = lastFragment === undefined ? 0 : readFragmentEndMs(file, lastFragment, scaleOf);
  const durationMs = movie.durationMs ?? (fragmentsMs > 0 ? fragmentsMs : null);
  return toReading({
    container: 'mp4',
    codec: sound?.codec ?? 'none',
    channels: sound?.channels ?? 0,
    sampleRateHz: sound?.sampleRateHz ?? 0,
    durationMs: durationMs === null ? null : Math.round(durationMs),
    dataBytes: file.sizeBytes,
    isCutOff,
    isOpenEnded: durationMs === null,
    hasVideo: tracks.some((track) => track.handler === 'vide'),
    unsupportedVideo: findUnsupportedVideo(tracks.find((track) => track.handler === 'vide')?.format ?? ''),
  });
}

function readMovie(file: FileBytes, moov: Box): Movie {
  const tracks: Track[] = [];
  let durationMs: number | null = null;
  for (const box of listBoxes(file, moov.bodyOffset, moov.endOffset)) {
    // The movie's own length knows what edit lists leave out, which the tracks' do not.
    if (box.type === 'mvhd') durationMs = readTiming(file, box).durationMs;
    else if (box.type === 'trak' && tracks.length < MAX_TRACKS) tracks.push(readTrack(file, box));
  }
  const longest = tracks.reduce((most, track) => Math.max(most, track.timing.durationMs ?? 0), 0);
  return { durationMs: durationMs ?? (longest > 0 ? longest : null), tracks };
}

/** mvhd and mdhd begin alike: two times, time scale, duration, each of the times and the duration 4 or 8 bytes. */
function readTiming(file: FileBytes, box: Box | undefined): Timing {
  const body = box === undefined ? Buffer.alloc(0) : file.readAt(box.bodyOffset, 32);
  if (body.length < 32) return { scale: 0, durationMs: null };
  const isLong = body.readUInt8(0) === 1;
  const scale = body.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  const isOpen = duration === 0 || duration >= (isLong ? 2 ** 53 : 0xffff_ffff);
  return { scale, durationMs: isOpen ? null : toDurationMs(duration, scale) };
}

function readTrack(file: FileBytes, trak: Box): Track {
  const tkhd = findBox(file, trak, 'tkhd');
  const hdlr = findBox(file, trak, 'mdia', 'hdlr');
  const stsd = findBox(file, trak, 'mdia', 'minf', 'stbl', 'stsd');
  const handler = hdlr === undefined ? '' : file.readAt(hdlr.bodyOffset + 8, 4).toString('latin1');
  const timing = readTiming(file, findBox(file, trak, 'mdia', 'mdhd'));
  const header = tkhd === undefined ? Buffer.alloc(0) : file.readAt(tkhd.bodyOffset, 24);
  const id = header.length < 24 ? 0 : header.readUInt32BE(header.readUInt8(0) === 1 ? 20 : 12);
  // Version and flags, number of entries, then the first entry: size, format, 8 bytes, and for sound 20 more.
  const entry = stsd === undefined ? Buffer.alloc(0) : file.readAt(stsd.bodyOffset + 8, 256);
  const isSound = handler === 'soun' && entry.length >= 36;
  return {
    id,
    handler,
    format: entry.toString('latin1', 4, 8),
    codec: isSound ? toSoundCodec(entry.toString('latin1', 4, 8)) : 'unknown',
    channels: isSound ? (findAacChannels(entry) ?? entry.readUInt16BE(24)) : 0,
    sampleRateHz: isSound ? entry.readUInt16BE(32) : 0,
    timing,
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

/**
 * The entry itself says 2 for every AAC; the truth is in its 'esds', in descriptors inside each other: ES (tag 3), decoder
 * configuration (4), decoder specific information (5), which is 5 bits of object type, 4 of rate, 4 of channels.
 */
function findAacChannels(entry: Buffer): number | undefined {
  let at = entry.indexOf('esds', 0, 'latin1') + 8;
  if (at < 8) return undefined;
  for (const [tag, fieldBytes] of [
    [3, 3],
    [4, 13],
    [5, 0],
  ] as const) {
    if (entry[at] !== tag) return undefined;
    at += 1;
    // Lengths of up to four bytes, all but the last with the high bit.
    for (let more = 0; more < 4 && ((entry[at] ?? 0) & 0x80) !== 0; more += 1) at += 1;
    at += 1 + fieldBytes;
  }
  const channels = at + 2 <= entry.length ? (entry.readUInt16BE(at) >> 3) & 15 : 0;
  return channels === 0 ? undefined : channels;
}
