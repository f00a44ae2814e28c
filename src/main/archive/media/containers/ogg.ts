// Ogg with Opus, Vorbis, Speex or FLAC. The length is the granule position of the stream's last page, so the end of the
// file is read too. Sources: RFC 3533 (Ogg), RFC 7845 (Opus), Vorbis I, the Speex manual, RFC 9639 (FLAC).
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';

/** A page is at most 27 + 255 + 255 × 255 bytes, so this much of the end always holds the beginning of the last page. */
const TAIL_BYTES = 65_536;
const PAGE_HEADER_BYTES = 27;
/** Opus counts in 48 kHz whatever the rate of its source was. */
const OPUS_RATE_HZ = 48_000;
const NO_GRANULE = 0xffff_ffff_ffff_ffffn;
const CAPTURE = Buffer.from('OggS', 'latin1');

interface Stream {
  readonly codec: Codec;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Samples to leave out at the beginning, counted in the length by the granule. */
  readonly preSkip: number;
}

interface Ending {
  readonly granule: bigint | undefined;
  readonly isCutOff: boolean;
}

export function readOggHeader(file: FileBytes): HeaderReading {
  const head = file.head;
  if (head.length < PAGE_HEADER_BYTES + 1)
    return toProblem('cut-off', 'The file ends inside its first Ogg page.');
  const packetAt = PAGE_HEADER_BYTES + head.readUInt8(26);
  const stream = readIdentification(head.subarray(packetAt));
  if (stream === 'cut-off') return toProblem('cut-off', 'The file ends inside the Ogg header.');
  const { codec, channels, sampleRateHz } = stream;
  const ending = findEnding(file, head.readUInt32LE(14));
  const frames = ending.granule === undefined ? null : Number(ending.granule) - stream.preSkip;
  return toReading({
    container: 'ogg',
    codec,
    channels,
    sampleRateHz,
    durationMs:
      frames === null || frames < 0
        ? null
        : toDurationMs(frames, codec === 'opus' ? OPUS_RATE_HZ : sampleRateHz),
    dataBytes: file.sizeBytes,
    isCutOff: ending.isCutOff,
  });
}

function readIdentification(packet: Buffer): Stream | 'cut-off' {
  const name = packet.toString('latin1', 0, 8);
  if (name === 'OpusHead') {
    if (packet.length < 19) return 'cut-off';
    return {
      codec: 'opus',
      channels: packet.readUInt8(9),
      sampleRateHz: OPUS_RATE_HZ,
      preSkip: packet.readUInt16LE(10),
    };
  }
  if (name.startsWith('\x01vorbis')) {
    if (packet.length < 16) return 'cut-off';
    return {
      codec: 'vorbis',
      channels: packet.readUInt8(11),
      sampleRateHz: packet.readUInt32LE(12),
      preSkip: 0,
    };
  }
  if (name === 'Speex   ') {
    if (packet.length < 52) return 'cut-off';
    return {
      codec: 'speex',
      channels: packet.readUInt32LE(48) % 256,
      sampleRateHz: packet.readUInt32LE(36),
      preSkip: 0,
    };
  }
  if (name.startsWith('\x7fFLAC')) {
    // Nine bytes of mapping and 'fLaC', four of block header, ten of sizes; then 20 bits of rate and 3 of channels.
    if (packet.length < 31) return 'cut-off';
    const bits = packet.readUInt32BE(27);
    return { codec: 'flac', channels: ((bits >>> 9) & 7) + 1, sampleRateHz: bits >>> 12, preSkip: 0 };
  }
  return { codec: 'unknown', channels: 0, sampleRateHz: 0, preSkip: 0 };
}

/** The last page of this stream that carries a granule position. A page that the file does not hold whole cuts it off. */
function findEnding(file: FileBytes, serial: number): Ending {
  const tail = file.readAt(Math.max(0, file.sizeBytes - TAIL_BYTES), TAIL_BYTES);
  let isCutOff = false;
  for (let at = tail.lastIndexOf(CAPTURE); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(CAPTURE, at - 1)) {
    const pageBytes = measurePage(tail, at);
    if (pageBytes === undefined || at + pageBytes > tail.length) {
      isCutOff = true;
      continue;
    }
    if (tail.readUInt32LE(at + 14) !== serial) continue;
    const granule = tail.readBigUInt64LE(at + 6);
    if (granule !== NO_GRANULE && granule < 1n << 52n) return { granule, isCutOff };
  }
  return { granule: undefined, isCutOff };
}

/** Bytes of the page at `at`; undefined where its header runs over the end. */
function measurePage(bytes: Buffer, at: number): number | undefined {
  if (at + PAGE_HEADER_BYTES > bytes.length) return undefined;
  const segments = bytes.readUInt8(at + 26);
  if (at + PAGE_HEADER_BYTES + segments > bytes.length) return undefined;
  let total = PAGE_HEADER_BYTES + segments;
  for (let index = 0; index < segments; index += 1) total += bytes.readUInt8(at + PAGE_HEADER_BYTES + index);
  return total;
}
