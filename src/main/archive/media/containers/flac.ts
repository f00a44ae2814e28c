// Native FLAC: everything stands in STREAMINFO. Source: RFC 9639, 8.2.
import type { FileBytes } from '../file-bytes';
import type { HeaderReading } from '../media-header';
import { toDurationMs, toProblem, toReading } from '../media-header';

/** `start` is where 'fLaC' stands. */
export function readFlacHeader(file: FileBytes, start: number): HeaderReading {
  const info = file.readAt(start + 8, 18);
  if (info.length < 18) return toProblem('cut-off', 'The file ends inside the FLAC header.');
  // 20 bits rate, 3 bits channels less one, 5 bits sample size, 36 bits total samples.
  const bits = info.readUInt32BE(10);
  const sampleRateHz = bits >>> 12;
  const totalSamples = (bits & 0xf) * 2 ** 32 + info.readUInt32BE(14);
  return toReading({
    container: 'flac',
    codec: 'flac',
    channels: ((bits >>> 9) & 7) + 1,
    sampleRateHz,
    // 0 is what an encoder writes that could not go back.
    durationMs: totalSamples === 0 ? null : toDurationMs(totalSamples, sampleRateHz),
    dataOffset: start,
    dataBytes: file.sizeBytes - start,
    isOpenEnded: totalSamples === 0,
  });
}
