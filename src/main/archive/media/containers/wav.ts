// RIFF/WAVE, RF64 and BW64 as phone systems write them, lies included: a RIFF size that was never filled in, chunks of
// odd length, LIST before data, a data size of 0 or of all ones while the call is still being recorded.
// Sources: Multimedia Programming Interface and Data Specifications 1.0, EBU Tech 3306, Asterisk format_wav(_gsm).c.
import { countFrames } from '../block-frames';
import type { FileBytes } from '../file-bytes';
import type { HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';
import { readMp3Header } from './mp3';
import { readWavFormat } from './wav-format';
import type { WavFormat } from './wav-format';

const MAX_CHUNKS = 256;
const BIGGEST_UINT32 = 0xffff_ffff;
/** What sox and ffmpeg write for the length when they cannot go back to correct it. */
const OPEN_SIZES: ReadonlySet<number> = new Set([0, BIGGEST_UINT32, 0x7fff_f000, 0x7fff_ffff, 0x8000_0000]);
/** Chunks that may follow a data chunk that is really empty. */
const KNOWN_CHUNK = /^(LIST|fact|bext|cue |smpl|inst|id3 |ID3 |JUNK|PAD |iXML|_PMX|fmt |cart)$/;

interface Chunks {
  format: WavFormat | undefined;
  /** Sample frames as the fact chunk or ds64 gives them, 0 where they do not. */
  factFrames: number;
  /** Size of the data from RF64's ds64. */
  longDataBytes: number;
}

export function readWavHeader(file: FileBytes): HeaderReading {
  const chunks: Chunks = { format: undefined, factFrames: 0, longDataBytes: 0 };
  let offset = 12;
  for (let seen = 0; seen < MAX_CHUNKS; seen += 1) {
    const head = file.readAt(offset, 8);
    if (head.length < 8) return toProblem('cut-off', 'The file ends before its sound begins.');
    const id = head.toString('latin1', 0, 4);
    const size = head.readUInt32LE(4);
    if (id === 'data') return toWavReading(file, offset + 8, size, chunks);
    if (id === 'fmt ') {
      const body = file.readAt(offset + 8, Math.min(size, 64));
      if (body.length < Math.min(size, 16))
        return toProblem('cut-off', 'The file ends inside the WAV header.');
      chunks.format = readWavFormat(body);
      if (chunks.format === undefined) {
        return toProblem('unreadable', 'The format chunk of the WAV file is contradictory.');
      }
    } else if (id === 'fact' && size >= 4) {
      const fact = file.readAt(offset + 8, 4);
      if (fact.length === 4) chunks.factFrames = fact.readUInt32LE(0);
    } else if (id === 'ds64' && size >= 24) {
      const long = file.readAt(offset + 8, 24);
      if (long.length === 24) chunks.longDataBytes = Number(long.readBigUInt64LE(8));
    }
    offset = nextChunk(file, offset + 8 + size, size);
  }
  return toProblem('unreadable', `The WAV file has more than ${MAX_CHUNKS} chunks before its sound.`);
}

/** Chunks are padded to even length, but not every writer does so: follow the one that leads to a name. */
function nextChunk(file: FileBytes, end: number, size: number): number {
  if (size % 2 === 0) return end;
  return isChunkName(file.readAt(end + 1, 4)) || !isChunkName(file.readAt(end, 4)) ? end + 1 : end;
}

function isChunkName(bytes: Buffer): boolean {
  return bytes.length === 4 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

function toWavReading(file: FileBytes, dataOffset: number, size: number, chunks: Chunks): HeaderReading {
  const format = chunks.format;
  if (format === undefined)
    return toProblem('unreadable', 'The WAV file does not say how its sound is stored.');
  const available = Math.max(0, file.sizeBytes - dataOffset);
  const promised = size === BIGGEST_UINT32 && chunks.longDataBytes > 0 ? chunks.longDataBytes : size;
  const isOpenEnded = promised === size && promised !== available && OPEN_SIZES.has(size);
  const isReallyEmpty = size === 0 && KNOWN_CHUNK.test(file.readAt(dataOffset, 4).toString('latin1'));
  if (available === 0 && promised > 0 && !isOpenEnded)
    return toProblem('cut-off', 'The file ends where its sound should begin.');
  if (available === 0 || isReallyEmpty) return toProblem('empty', 'The WAV file holds no sound.');
  const dataBytes = isOpenEnded ? available : Math.min(promised, available);
  const { codec, channels, sampleRateHz, blockAlign, samplesPerBlock } = format;
  const capacity = countFrames(codec, channels, blockAlign, samplesPerBlock, dataBytes);
  const totalFrames = capacity === null ? null : trimToFact(capacity, chunks.factFrames, samplesPerBlock);
  if (totalFrames === 0) return toProblem('cut-off', 'The file ends inside the first block of its sound.');
  const durationMs =
    totalFrames === null
      ? measureDurationMs(file, dataOffset, dataBytes, format, chunks.factFrames)
      : toDurationMs(totalFrames, sampleRateHz);
  return toReading({
    container: 'wav',
    codec,
    channels,
    sampleRateHz,
    durationMs,
    totalFrames,
    dataOffset,
    dataBytes,
    blockAlign,
    samplesPerBlock,
    isCutOff: !isOpenEnded && promised > available,
    isOpenEnded,
  });
}

/** The fact chunk tells how much of the last block is padding; any other disagreement is a stale or false fact. */
function trimToFact(capacity: number, factFrames: number, samplesPerBlock: number): number {
  return samplesPerBlock > 1 && factFrames <= capacity && factFrames > capacity - samplesPerBlock
    ? factFrames
    : capacity;
}

/** For codecs whose blocks vary: MP3 by its own frames, others by the fact where it fits the data rate, else by that. */
function measureDurationMs(
  file: FileBytes,
  dataOffset: number,
  dataBytes: number,
  format: WavFormat,
  factFrames: number,
): number | null {
  const inner = format.codec === 'mp3' ? readMp3Header(file, dataOffset) : undefined;
  if (inner?.ok === true) return inner.header.durationMs;
  if (format.bytesPerSecond === 0) return toDurationMs(factFrames, format.sampleRateHz);
  const byRateMs = (dataBytes * 1000) / format.bytesPerSecond;
  const byFactMs = (factFrames * 1000) / format.sampleRateHz;
  return Math.round(Math.abs(byFactMs - byRateMs) <= 200 + byRateMs * 0.1 ? byFactMs : byRateMs);
}
