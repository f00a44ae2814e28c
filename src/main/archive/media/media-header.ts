// What is known about a file of sound, picture or paper without decoding it. Kept apart from header.ts so that
// each container's parser can name these types without importing its caller.

/** 'aiff-sowt' is AIFF-C whose sound is little-endian. */
export type Container =
  | 'wav'
  | 'raw'
  | 'ogg'
  | 'mp3'
  | 'adts'
  | 'flac'
  | 'mp4'
  | 'webm'
  | 'au'
  | 'aiff'
  | 'aiff-sowt'
  | 'tiff'
  | 'pdf';

/** 'none' is a file without sound (a fax, a silent screen recording); 'unknown' has sound that nobody here can name. */
export type Codec =
  | 'pcm-s8'
  | 'pcm-u8'
  | 'pcm-s16'
  | 'pcm-s24'
  | 'pcm-s32'
  | 'pcm-f32'
  | 'alaw'
  | 'mulaw'
  | 'gsm'
  | 'gsm-ms'
  | 'ima-adpcm'
  | 'ms-adpcm'
  | 'g726-16'
  | 'g726-24'
  | 'g726-32'
  | 'g726-40'
  | 'g722'
  | 'g723'
  | 'g729'
  | 'vox'
  | 'mp3'
  | 'aac'
  | 'opus'
  | 'vorbis'
  | 'flac'
  | 'speex'
  | 'none'
  | 'unknown';

export interface MediaHeader {
  readonly container: Container;
  /** Codec of the sound. PCM wider than a byte is big-endian in 'au' and 'aiff' and little-endian everywhere else. */
  readonly codec: Codec;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Null where the file does not tell without being decoded, and for paper. */
  readonly durationMs: number | null;
  /** Sample frames (one sample of every channel), exact, where the codec is one that is decoded here; else null. */
  readonly totalFrames: number | null;
  /** The encoded sound: first byte and number of bytes that are really in the file. */
  readonly dataOffset: number;
  readonly dataBytes: number;
  /** Smallest number of bytes that decodes by itself, all channels, and the sample frames in it; 0 where it varies. */
  readonly blockAlign: number;
  readonly samplesPerBlock: number;
  /** The header promises more than the file holds. */
  readonly isCutOff: boolean;
  /** The header gives no length: the recording is still being written, or its writer was never able to go back. */
  readonly isOpenEnded: boolean;
  readonly hasVideo: boolean;
  /** Name of the pictures' encoding where Chromium does not decode it. */
  readonly unsupportedVideo?: string | null;
  /** Pages of a TIFF; null for everything else. */
  readonly pageCount: number | null;
  /** Where the sound is text inside the file, from the outside in; all other places then count in what is decoded. See [Note: inline sound]. */
  readonly inline?: readonly InlinePlace[];
  /** Of the file's first bytes: with size and time it tells a file that was moved from another. Empty where none was made. */
  readonly fingerprint: string;
}

/** A stretch of base64url: its first byte and its length, padding not counted. */
export interface InlinePlace {
  readonly offset: number;
  readonly characters: number;
}

/**
 * empty: a recording that was never made (no bytes, or a bare header) · not-media: content that is no known format ·
 * cut-off: it begins like a known format and ends inside the header · unreadable: the file system or an unsupported
 * or contradictory header. `detail` is one plain sentence for archive health, without the path.
 */
export type HeaderProblem = 'empty' | 'not-media' | 'cut-off' | 'unreadable';

export type HeaderReading =
  | { readonly ok: true; readonly header: MediaHeader }
  | { readonly ok: false; readonly problem: HeaderProblem; readonly detail: string };

export function toProblem(problem: HeaderProblem, detail: string): HeaderReading {
  return { ok: false, problem, detail };
}

/** A header in which everything that is not given is unknown, so that a parser states only what it found. */
export function toReading(
  found: Partial<MediaHeader> & Pick<MediaHeader, 'container' | 'codec'>,
): HeaderReading {
  // Field by field, as it is done for each file of an archive.
  const header: MediaHeader = {
    container: found.container,
    codec: found.codec,
    channels: found.channels ?? 0,
    sampleRateHz: found.sampleRateHz ?? 0,
    durationMs: found.durationMs ?? null,
    totalFrames: found.totalFrames ?? null,
    dataOffset: found.dataOffset ?? 0,
    dataBytes: found.dataBytes ?? 0,
    blockAlign: found.blockAlign ?? 0,
    samplesPerBlock: found.samplesPerBlock ?? 0,
    isCutOff: found.isCutOff ?? false,
    isOpenEnded: found.isOpenEnded ?? false,
    hasVideo: found.hasVideo ?? false,
    pageCount: found.pageCount ?? null,
    fingerprint: '',
  };
  const { unsupportedVideo } = found;
  return { ok: true, header: unsupportedVideo === undefined ? header : { ...header, unsupportedVideo } };
}

/** Length of so many sample frames in whole milliseconds; null where the rate is not a rate. */
export function toDurationMs(frames: number, sampleRateHz: number): number | null {
  return sampleRateHz > 0 ? Math.round((frames * 1000) / sampleRateHz) : null;
}
