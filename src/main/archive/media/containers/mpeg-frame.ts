// The four bytes that begin every frame of MPEG audio. Source: ISO/IEC 11172-3, 2.4.1.3 and 13818-3; MPEG-2.5 as Fraunhofer
// extended it.

export interface MpegFrame {
  readonly layer: 1 | 2 | 3;
  readonly sampleRateHz: number;
  readonly bitsPerSecond: number;
  readonly channels: number;
  /** Length of the frame, header included. */
  readonly bytes: number;
  readonly samples: number;
  /** Bytes between the header and the main data of layer 3, after which a Xing header stands. */
  readonly sideInfoBytes: number;
}

/** Kilobits a second by index 1 to 14; index 0 is 'free', which no telephone system writes. */
const KILOBITS_V1: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
};
const KILOBITS_V2_LAYER1: readonly number[] = [
  0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256,
];
const KILOBITS_V2: readonly number[] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES_V1_HZ: readonly number[] = [44_100, 48_000, 32_000];

/** Undefined where no frame begins at `at`. */
export function parseMpegFrame(bytes: Buffer, at: number): MpegFrame | undefined {
  if (at + 4 > bytes.length) return undefined;
  const word = bytes.readUInt32BE(at);
  if (word >>> 21 !== 0x7ff) return undefined;
  const version = (word >>> 19) & 3;
  const layerBits = (word >>> 17) & 3;
  const rate = RATES_V1_HZ[(word >>> 10) & 3];
  if (version === 1 || layerBits === 0 || rate === undefined) return undefined;
  const layer = (4 - layerBits) as 1 | 2 | 3;
  const isVersion1 = version === 3;
  const table = isVersion1 ? KILOBITS_V1[layer] : layer === 1 ? KILOBITS_V2_LAYER1 : KILOBITS_V2;
  const bitsPerSecond = (table[(word >>> 12) & 15] ?? 0) * 1000;
  if (bitsPerSecond === 0) return undefined;
  // Version 3 is MPEG-1, 2 is MPEG-2 at half the rates, 0 is MPEG-2.5 at a quarter.
  const sampleRateHz = isVersion1 ? rate : version === 2 ? rate / 2 : rate / 4;
  const padding = (word >>> 9) & 1;
  const isMono = ((word >>> 6) & 3) === 3;
  const samples = layer === 1 ? 384 : layer === 3 && !isVersion1 ? 576 : 1152;
  const length =
    layer === 1
      ? (Math.floor((12 * bitsPerSecond) / sampleRateHz) + padding) * 4
      : Math.floor(((samples / 8) * bitsPerSecond) / sampleRateHz) + padding;
  const sideInfoBytes = isVersion1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return {
    layer,
    sampleRateHz,
    bitsPerSecond,
    channels: isMono ? 1 : 2,
    bytes: length,
    samples,
    sideInfoBytes,
  };
}
