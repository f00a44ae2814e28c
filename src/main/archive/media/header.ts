// Says what a file is from its first bytes, for the scanner and the player. The content decides; the name is asked only
// where a format has no header. Formats as in the phone systems' own sources; lengths agree with ffprobe to 20 ms.
import { readAdtsHeader } from './containers/adts';
import { readAiffHeader } from './containers/aiff';
import { readAuHeader } from './containers/au';
import { readFlacHeader } from './containers/flac';
import { readHeaderlessHeader } from './containers/headerless';
import { readMp3Header } from './containers/mp3';
import { readMp4Header } from './containers/mp4';
import { readOggHeader } from './containers/ogg';
import { readTiffHeader } from './containers/tiff';
import { readWavHeader } from './containers/wav';
import { readWebmHeader } from './containers/webm';
import { FileBytes } from './file-bytes';
import { toFingerprint } from './fingerprint';
import { toProblem, toReading } from './media-header';
import type { HeaderReading } from './media-header';

export type { Codec, Container, HeaderProblem, HeaderReading, MediaHeader } from './media-header';

/**
 * Reads the header of one file, synchronously: an open, one read of 4 KiB, more only where the format needs it.
 * `sizeBytes` is what the directory says. Bad content and failures of the file system become a problem, never an
 * exception.
 */
export function readMediaHeader(filePath: string, sizeBytes: number): HeaderReading {
  if (sizeBytes === 0) return toProblem('empty', 'The file is empty.');
  try {
    return FileBytes.with(filePath, fileNameOf(filePath), sizeBytes, readOpenFile);
  } catch (error) {
    return toProblem('unreadable', describeFailure(error));
  }
}

/** As `readMediaHeader`, for the bytes of a file that lies inside another. `fileName` is asked where the content has no header. */
export function readInlineHeader(bytes: Buffer, fileName: string): HeaderReading {
  return FileBytes.of(bytes, fileName, readOpenFile);
}

function readOpenFile(file: FileBytes): HeaderReading {
  if (file.sizeBytes === 0) return toProblem('empty', 'The file is empty.');
  // Before the parsers: their further reads leave the head as it is, but a file may be shorter than was told.
  const fingerprint = toFingerprint(file.head);
  const reading = readByMagic(file) ?? readHeaderlessHeader(file) ?? readBySync(file);
  return reading.ok ? { ok: true, header: { ...reading.header, fingerprint } } : reading;
}

/** Formats whose first bytes are unmistakable; undefined where they are none of these. */
function readByMagic(file: FileBytes): HeaderReading | undefined {
  const head = file.head;
  if (head.length < 4) return undefined;
  switch (head.readUInt32BE(0)) {
    case 0x52494646: // RIFF
    case 0x52463634: // RF64
    case 0x42573634: // BW64
      return readRiff(file);
    case 0x4f676753: // OggS
      return readOggHeader(file);
    case 0x664c6143: // fLaC
      return readFlacHeader(file, 0);
    case 0x1a45dfa3:
      return readWebmHeader(file);
    case 0x2e736e64: // .snd
      return readAuHeader(file);
    case 0x49492a00: // II*, little-endian TIFF
    case 0x4d4d002a: // MM*, big-endian TIFF
      return readTiffHeader(file);
    case 0x25504446: // %PDF
      return toReading({ container: 'pdf', codec: 'none', dataBytes: file.sizeBytes });
    case 0x464f524d: // FORM
      return readAiffHeader(file);
    case 0x63616666: // caff
      return toProblem('unreadable', 'Apple CAF is not supported.');
    case 0x2321414d: // #!AMR
      return toProblem('unreadable', 'AMR is not supported.');
    case 0x3026b275:
      return toProblem('unreadable', 'Windows Media is not supported.');
    case 0x52494658: // RIFX
      return toProblem('unreadable', 'Big-endian RIFF is not supported.');
  }
  if (head.length >= 8 && head.toString('latin1', 4, 8) === 'ftyp') return readMp4Header(file);
  if (head.toString('latin1', 0, 3) === 'ID3') return readAfterId3(file);
  return undefined;
}

function readRiff(file: FileBytes): HeaderReading {
  const head = file.head;
  if (head.length < 12) return toProblem('cut-off', 'The file ends inside the RIFF header.');
  const form = head.toString('latin1', 8, 12);
  if (form === 'WAVE') return readWavHeader(file);
  if (form === 'AVI ') return toProblem('unreadable', 'AVI is not supported.');
  return toProblem('not-media', 'A RIFF file that holds no sound.');
}

/** ID3 tags stand before MP3, and sometimes before AAC and FLAC. */
function readAfterId3(file: FileBytes): HeaderReading {
  const head = file.head;
  if (head.length < 10) return toProblem('cut-off', 'The file ends inside its ID3 tag.');
  const hasFooter = (head.readUInt8(5) & 0x10) !== 0;
  let start = hasFooter ? 20 : 10;
  for (let at = 6, shift = 21; at < 10; at += 1, shift -= 7) start += (head.readUInt8(at) & 0x7f) << shift;
  if (start >= file.sizeBytes) return toProblem('cut-off', 'The file ends inside its ID3 tag.');
  const after = file.readAt(start, 4);
  if (after.toString('latin1') === 'fLaC') return readFlacHeader(file, start);
  return (
    readAdtsHeader(file, start) ??
    readMp3Header(file, start) ??
    toProblem('not-media', 'No sound after the ID3 tag.')
  );
}

/** Formats that are known only by a pattern that repeats: asked last, because raw sound may look like them for a while. */
function readBySync(file: FileBytes): HeaderReading {
  return (
    readAdtsHeader(file, 0) ??
    readMp3Header(file, 0) ??
    toProblem('not-media', 'The content is no sound, video or fax that is known here.')
  );
}

function fileNameOf(filePath: string): string {
  return filePath.slice(Math.max(filePath.lastIndexOf('/'), filePath.lastIndexOf('\\')) + 1);
}

/** The file system's own code, without the path: findings are shown to people who may not see every path. */
function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOENT') return 'The file is no longer there.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read (no permission).';
  if (code !== '') return `The file could not be read (${code}).`;
  return `The header could not be understood (${error instanceof Error ? error.message : 'unknown reason'}).`;
}
