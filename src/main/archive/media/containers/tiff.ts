// TIFF, as a fax arrives: pages are a chain of directories. Source: TIFF 6.0, section 2.
import type { FileBytes } from '../file-bytes';
import type { HeaderReading } from '../media-header';
import { toProblem, toReading } from '../media-header';

/** More than any fax has; also the end of a chain that runs in a circle. */
const MAX_PAGES = 5000;
const ENTRY_BYTES = 12;

export function readTiffHeader(file: FileBytes): HeaderReading {
  if (file.head.length < 8) return toProblem('cut-off', 'The file ends inside the TIFF header.');
  const isLittleEndian = file.head.readUInt8(0) === 0x49;
  const at4 = (bytes: Buffer, offset: number): number =>
    isLittleEndian ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset);
  const at2 = (bytes: Buffer, offset: number): number =>
    isLittleEndian ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset);
  const seen = new Set<number>();
  let directory = at4(file.head, 4);
  let isCutOff = false;
  while (directory !== 0 && !seen.has(directory) && seen.size < MAX_PAGES) {
    const count = file.readAt(directory, 2);
    const next = count.length === 2 ? file.readAt(directory + 2 + at2(count, 0) * ENTRY_BYTES, 4) : count;
    if (next.length < 4) {
      isCutOff = true;
      break;
    }
    seen.add(directory);
    directory = at4(next, 0);
  }
  if (seen.size === 0) return toProblem('cut-off', 'The file ends before the first page of the TIFF.');
  return toReading({
    container: 'tiff',
    codec: 'none',
    dataBytes: file.sizeBytes,
    pageCount: seen.size,
    isCutOff,
  });
}
