// WebM and Matroska, as browsers and screen recorders write them; those that stream leave the length out and it is
// counted from the blocks. Sources: RFC 8794 (EBML), RFC 9559 (Matroska).
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toProblem, toReading } from '../media-header';
import { listElements, readFloat, readUnsigned } from './ebml';
import type { Element } from './ebml';
import { findUnsupportedVideo } from './video-codec';

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;
const CODEC_ID = 0x86;
const DEFAULT_DURATION = 0x23e383;
const AUDIO = 0xe1;
const SAMPLING_FREQUENCY = 0xb5;
const CHANNELS = 0x9f;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;

interface Found {
  scaleNs: number;
  duration: number | null;
  codec: Codec | 'none';
  channels: number;
  sampleRateHz: number;
  hasVideo: boolean;
  unsupportedVideo: string | null;
  frameNs: number;
  tracks: number;
  /** Time of the last block seen, in units of the scale. */
  lastBlock: number;
  clusterTime: number;
  isCutOff: boolean;
}

export function readWebmHeader(file: FileBytes): HeaderReading {
  const found: Found = {
    scaleNs: 1_000_000,
    duration: null,
    codec: 'none',
    channels: 0,
    sampleRateHz: 0,
    hasVideo: false,
    unsupportedVideo: null,
    frameNs: 0,
    tracks: 0,
    lastBlock: -1,
    clusterTime: 0,
    isCutOff: false,
  };
  for (const element of listElements(file, 0, file.sizeBytes)) {
    if (element.id === SEGMENT) readSegment(file, element, found);
  }
  if (found.tracks === 0) return toProblem('cut-off', 'The file ends inside the WebM header.');
  const counted =
    found.lastBlock < 0 || file.isExhausted
      ? null
      : Math.round((found.lastBlock * found.scaleNs + found.frameNs) / 1e6);
  return toReading({
    container: 'webm',
    codec: found.codec,
    channels: found.channels,
    sampleRateHz: found.sampleRateHz,
    durationMs: found.duration === null ? counted : Math.round((found.duration * found.scaleNs) / 1e6),
    dataBytes: file.sizeBytes,
    isCutOff: found.isCutOff,
    isOpenEnded: found.duration === null,
    hasVideo: found.hasVideo,
    unsupportedVideo: found.unsupportedVideo,
  });
}

function readSegment(file: FileBytes, segment: Element, found: Found): void {
  if (segment.isSized && segment.endOffset > file.sizeBytes) found.isCutOff = true;
  // Clusters of unknown size are entered, so that their blocks appear in this same list.
  for (const element of listElements(file, segment.bodyOffset, segment.endOffset, CLUSTER)) {
    switch (element.id) {
      case INFO:
        readInfo(file, element, found);
        break;
      case TRACKS:
        for (const track of listElements(file, element.bodyOffset, element.endOffset)) {
          if (track.id === TRACK_ENTRY) readTrack(file, track, found);
        }
        break;
      case CLUSTER:
        // With a length given in front, nothing behind the first cluster is needed.
        if (found.duration !== null) return;
        if (element.isSized) {
          for (const inner of listElements(file, element.bodyOffset, element.endOffset))
            readBlock(file, inner, found);
        }
        break;
      default:
        readBlock(file, element, found);
    }
  }
}

function readInfo(file: FileBytes, info: Element, found: Found): void {
  for (const element of listElements(file, info.bodyOffset, info.endOffset)) {
    if (element.id === TIMESTAMP_SCALE) found.scaleNs = readUnsigned(file, element);
    if (element.id === DURATION) {
      const duration = readFloat(file, element);
      found.duration = Number.isFinite(duration) && duration > 0 ? duration : null;
    }
  }
}

function readTrack(file: FileBytes, entry: Element, found: Found): void {
  let type = 0;
  let codecId = '';
  let channels = 1;
  let sampleRateHz = 8000;
  for (const element of listElements(file, entry.bodyOffset, entry.endOffset)) {
    if (element.id === TRACK_TYPE) type = readUnsigned(file, element);
    if (element.id === CODEC_ID)
      codecId = file
        .readAt(element.bodyOffset, Math.min(32, element.endOffset - element.bodyOffset))
        .toString('latin1');
    if (element.id === DEFAULT_DURATION) found.frameNs = Math.max(found.frameNs, readUnsigned(file, element));
    if (element.id !== AUDIO) continue;
    for (const detail of listElements(file, element.bodyOffset, element.endOffset)) {
      if (detail.id === SAMPLING_FREQUENCY) sampleRateHz = readFloat(file, detail);
      if (detail.id === CHANNELS) channels = readUnsigned(file, detail);
    }
  }
  found.tracks += 1;
  if (type === 1) {
    found.hasVideo = true;
    found.unsupportedVideo ??= findUnsupportedVideo(codecId);
  }
  if (type !== 2 || found.codec !== 'none') return;
  found.codec = toSoundCodec(codecId);
  found.channels = channels <= 64 ? channels : 0;
  found.sampleRateHz = Number.isFinite(sampleRateHz) && sampleRateHz > 0 ? Math.round(sampleRateHz) : 0;
}

function toSoundCodec(codecId: string): Codec {
  if (codecId.startsWith('A_OPUS')) return 'opus';
  if (codecId.startsWith('A_VORBIS')) return 'vorbis';
  if (codecId.startsWith('A_AAC')) return 'aac';
  if (codecId.startsWith('A_MPEG/L3')) return 'mp3';
  if (codecId.startsWith('A_FLAC')) return 'flac';
  return 'unknown';
}

function readBlock(file: FileBytes, element: Element, found: Found): void {
  if (element.id === TIMESTAMP) found.clusterTime = readUnsigned(file, element);
  if (element.id === BLOCK_GROUP) {
    for (const inner of listElements(file, element.bodyOffset, element.endOffset)) {
      if (inner.id === 0xa1) noteBlock(file, inner, found);
    }
  }
  if (element.id === SIMPLE_BLOCK) noteBlock(file, element, found);
}

/** A block begins with the track's number (one byte up to track 127), then its time relative to the cluster. */
function noteBlock(file: FileBytes, block: Element, found: Found): void {
  const head = file.readAt(block.bodyOffset, 3);
  if (head.length === 3) found.lastBlock = Math.max(found.lastBlock, found.clusterTime + head.readInt16BE(1));
}
