// The 44 bytes in front of PCM sound.

export const WAV_HEADER_BYTES = 44;
const BIGGEST_UINT32 = 0xffff_ffff;

/** 16-bit PCM. Sound of more than 4 GiB gets the largest length that the format can tell. */
export function toWavHeader(sampleRateHz: number, channels: number, dataBytes: number): Uint8Array {
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(Math.min(BIGGEST_UINT32, dataBytes + 36), 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(Math.min(BIGGEST_UINT32, sampleRateHz * channels * 2), 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(Math.min(BIGGEST_UINT32, dataBytes), 40);
  return header;
}
