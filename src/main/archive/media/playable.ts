// What the media protocol streams: a file as it is where Chromium 114 plays it, else the same sound as PCM WAV, computed
// while it is read. Both have a known length and any range of bytes, and neither needs a temporary file.
import type { MediaHeader } from './media-header';
import { MediaProblem } from './media-problem';
import { openPcmSource } from './pcm-source';
import type { PcmSource } from './pcm-source';
import type { ByteSource } from './byte-source';
import { openBytes } from './byte-source';
import type { ExpectedFile } from './pinned-file';
import { WAV_HEADER_BYTES, toWavHeader } from './wav-header';

export { MediaProblem } from './media-problem';

const CHUNK_BYTES = 65_536;

export interface Playable {
  readonly mediaType: string;
  readonly lengthBytes: number;
  /**
   * Bytes [start, endExclusive), in chunks of at most 64 KiB that the reader may keep. Throws a MediaProblem where the file
   * changes, vanishes or fails, the signal's reason on abort, and an AbortError after `close`.
   */
  read(
    start: number,
    endExclusive: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array, void, undefined>;
  /** Lets go of the file. Idempotent. */
  close(): Promise<void>;
}

/** What Chromium 114 plays in WAV, measured; other containers are taken whole where their codec is known. */
const PLAYED_IN_WAV: ReadonlySet<string> = new Set([
  'pcm-u8',
  'pcm-s16',
  'pcm-s24',
  'pcm-f32',
  'alaw',
  'mulaw',
  'mp3',
]);
const PLAYED: ReadonlySet<string> = new Set(['mp3', 'aac', 'flac', 'opus', 'vorbis', 'none']);

/** For `<audio>`, `<video>` and the viewer of faxes. Throws a MediaProblem. */
export async function openPlayable(
  filePath: string,
  header: MediaHeader,
  expected: ExpectedFile,
): Promise<Playable> {
  if (header.unsupportedVideo != null)
    throw new MediaProblem('unsupported', `${header.unsupportedVideo} video is not played here.`);
  if (isPlayedAsItIs(header))
    return new OriginalFile(await openBytes(filePath, header, expected), toMediaType(header));
  return new ComputedWav(await openPcmSource(filePath, header, expected));
}

/** The file itself, whatever is in it, or what lies at a place inside it: for copies. Throws a MediaProblem. */
export async function openOriginal(
  filePath: string,
  mediaType: string,
  expected: ExpectedFile,
  place: Pick<MediaHeader, 'inline'> = {},
): Promise<Playable> {
  return new OriginalFile(await openBytes(filePath, place, expected), mediaType);
}

/** Media type of the file as it lies in the archive. */
export function toMediaType(header: MediaHeader): string {
  switch (header.container) {
    case 'wav':
      return 'audio/wav';
    case 'ogg':
      return 'audio/ogg';
    case 'mp3':
      return 'audio/mpeg';
    case 'adts':
      return 'audio/aac';
    case 'flac':
      return 'audio/flac';
    case 'mp4':
      return header.hasVideo ? 'video/mp4' : 'audio/mp4';
    case 'webm':
      return header.hasVideo ? 'video/webm' : 'audio/webm';
    case 'au':
      return 'audio/basic';
    case 'aiff':
    case 'aiff-sowt':
      return 'audio/aiff';
    case 'tiff':
      return 'image/tiff';
    case 'pdf':
      return 'application/pdf';
    case 'raw':
      return 'application/octet-stream';
  }
}

function isPlayedAsItIs(header: MediaHeader): boolean {
  switch (header.container) {
    case 'raw':
    case 'au':
    case 'aiff':
    case 'aiff-sowt':
      return false;
    case 'wav':
      // A header that lies about its length makes Chromium show a wrong one; the computed WAV has a true one.
      return (
        PLAYED_IN_WAV.has(header.codec) &&
        (header.codec === 'mp3' || !(header.isCutOff || header.isOpenEnded))
      );
    default:
      return header.hasVideo || PLAYED.has(header.codec);
  }
}

class OriginalFile implements Playable {
  readonly lengthBytes: number;

  constructor(
    private readonly file: ByteSource,
    readonly mediaType: string,
  ) {
    this.lengthBytes = file.sizeBytes;
  }

  async *read(
    start: number,
    endExclusive: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const end = Math.min(endExclusive, this.lengthBytes);
    for (let offset = Math.max(0, start); offset < end; offset += CHUNK_BYTES) {
      signal?.throwIfAborted();
      const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - offset));
      await this.file.readInto(chunk, offset);
      yield chunk;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

class ComputedWav implements Playable {
  readonly mediaType = 'audio/wav';
  readonly lengthBytes: number;
  private readonly header: Uint8Array;
  private readonly frameBytes: number;

  constructor(private readonly source: PcmSource) {
    this.frameBytes = source.channels * 2;
    const dataBytes = source.totalFrames * this.frameBytes;
    this.header = toWavHeader(source.sampleRateHz, source.channels, dataBytes);
    this.lengthBytes = WAV_HEADER_BYTES + dataBytes;
  }

  async *read(
    start: number,
    endExclusive: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const from = Math.max(0, start);
    const end = Math.min(endExclusive, this.lengthBytes);
    if (from < WAV_HEADER_BYTES && from < end) yield this.header.slice(from, Math.min(end, WAV_HEADER_BYTES));
    if (end <= WAV_HEADER_BYTES) return;
    // A range may begin and end inside a sample: decode the frames around it and cut.
    const dataFrom = Math.max(0, from - WAV_HEADER_BYTES);
    const dataEnd = end - WAV_HEADER_BYTES;
    const firstFrame = Math.floor(dataFrom / this.frameBytes);
    let position = firstFrame * this.frameBytes;
    for await (const samples of this.source.read(firstFrame, Math.ceil(dataEnd / this.frameBytes), signal)) {
      // Electron runs on little-endian machines only, as WAV is.
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      const wanted = bytes.subarray(
        Math.max(0, dataFrom - position),
        Math.min(bytes.length, dataEnd - position),
      );
      position += bytes.length;
      for (let at = 0; at < wanted.length; at += CHUNK_BYTES) yield wanted.slice(at, at + CHUNK_BYTES);
    }
  }

  close(): Promise<void> {
    return this.source.close();
  }
}
