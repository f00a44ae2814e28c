// Files without a header: the extension is all there is. Extensions and rates as in Asterisk's format modules.
import { FIXED_BLOCKS, countFrames } from '../block-frames';
import type { FileBytes } from '../file-bytes';
import type { Codec, HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';
import { isTwoChannelRaw } from './two-channel-raw';

interface Raw {
  readonly codec: Codec;
  readonly sampleRateHz: number;
}

const EXTENSIONS: ReadonlyMap<string, Raw> = new Map([
  ...['ulaw', 'ul', 'mu', 'ulw', 'pcm'].map((extension): [string, Raw] => [
    extension,
    { codec: 'mulaw', sampleRateHz: 8000 },
  ]),
  ...['alaw', 'al', 'alw'].map((extension): [string, Raw] => [
    extension,
    { codec: 'alaw', sampleRateHz: 8000 },
  ]),
  ...['sln', 'slin', 'raw'].map((extension): [string, Raw] => [
    extension,
    { codec: 'pcm-s16', sampleRateHz: 8000 },
  ]),
  ...[12, 16, 24, 32, 44, 48, 96, 192].map((kiloHertz): [string, Raw] => [
    `sln${kiloHertz}`,
    { codec: 'pcm-s16', sampleRateHz: kiloHertz === 44 ? 44_100 : kiloHertz * 1000 },
  ]),
  ['gsm', { codec: 'gsm', sampleRateHz: 8000 }],
  ['g722', { codec: 'g722', sampleRateHz: 16_000 }],
  ['g726-16', { codec: 'g726-16', sampleRateHz: 8000 }],
  ['g726-24', { codec: 'g726-24', sampleRateHz: 8000 }],
  ['g726-32', { codec: 'g726-32', sampleRateHz: 8000 }],
  ['g726-40', { codec: 'g726-40', sampleRateHz: 8000 }],
  ['g729', { codec: 'g729', sampleRateHz: 8000 }],
  ['vox', { codec: 'vox', sampleRateHz: 8000 }],
]);

/** G.729 is 10 bytes for 10 ms. Comfort-noise frames are shorter, so this is an upper bound. */
const G729_BYTES_PER_SECOND = 1000;

/** Undefined where the extension is not one of a headerless format. */
export function readHeaderlessHeader(file: FileBytes): HeaderReading | undefined {
  const raw = EXTENSIONS.get(file.fileName.slice(file.fileName.lastIndexOf('.') + 1).toLowerCase());
  if (raw === undefined) return undefined;
  const { codec, sampleRateHz } = raw;
  const dataBytes = file.sizeBytes;
  if (codec === 'g729') {
    const durationMs = Math.round((dataBytes * 1000) / G729_BYTES_PER_SECOND);
    return toReading({
      container: 'raw',
      codec,
      channels: 1,
      sampleRateHz,
      durationMs,
      dataBytes,
      blockAlign: 10,
      samplesPerBlock: 80,
    });
  }
  // Every GSM frame begins with 1101; without it this is something else under a false name.
  if (codec === 'gsm' && file.head.readUInt8(0) >> 4 !== 0xd) {
    return toProblem('not-media', 'The file is named as GSM sound but does not begin with a GSM frame.');
  }
  const channels = codec === 'pcm-s16' && isTwoChannelRaw(file) ? 2 : 1;
  const [blockAlign, samplesPerBlock] = FIXED_BLOCKS[codec] ?? [codec === 'pcm-s16' ? channels * 2 : 1, 1];
  const totalFrames = countFrames(codec, channels, blockAlign, samplesPerBlock, dataBytes) ?? 0;
  if (totalFrames === 0) return toProblem('cut-off', 'The file ends inside the first block of its sound.');
  const durationMs = toDurationMs(totalFrames, sampleRateHz);
  return toReading({
    container: 'raw',
    codec,
    channels,
    sampleRateHz,
    durationMs,
    totalFrames,
    dataBytes,
    blockAlign,
    samplesPerBlock,
  });
}
