// The pages of a TIFF as faxes use it: black and white, in strips. Sources: TIFF 6.0, RFC 2301 (file format for internet fax).
import { FAX_LIMITS, FaxProblem } from './fax-problem';

export interface TiffPage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels an inch; a fax of standard resolution has half as many down the page as across. */
  readonly xDpi: number;
  readonly yDpi: number;
  /** True where a zero bit is white. */
  readonly isZeroWhite: boolean;
  readonly coding: TiffCoding;
  /** From the top of the page down. */
  readonly strips: readonly TiffStrip[];
}

export interface TiffStrip {
  readonly heightPx: number;
  /** Coded, the first pixel in the highest bit. */
  readonly bytes: Uint8Array;
}

export type TiffCoding = 'none' | 'modified-huffman' | 'group-3-1d' | 'group-3-2d' | 'group-4';

const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  t4Options: 292,
  resolutionUnit: 296,
} as const;

const ENTRY_BYTES = 12;
/** BYTE, SHORT, LONG, RATIONAL; a reader of fax needs no other. */
const TYPE_BYTES: Readonly<Partial<Record<number, number>>> = { 1: 1, 3: 2, 4: 4, 5: 8 };
/** A page of 10 000 rows, each a strip of its own, is still read. */
const MAX_VALUES = 20_000;
/** Of all pages: each becomes a picture of its own. */
const MAX_STRIPS = 200_000;
const CM_PER_INCH = 2.54;
/** Of a file that does not say: Group 3 fine. */
const DEFAULT_DPI = 204;

interface Tiff {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly isLittleEndian: boolean;
}

type Tags = ReadonlyMap<number, readonly number[]>;

/** Reads all pages; nothing is decoded. Throws FaxProblem: damaged, tooLarge, tooManyPages or unsupported. */
export function readTiffPages(bytes: Uint8Array): readonly TiffPage[] {
  const tiff = openTiff(bytes);
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let codedBytes = 0;
  let stripCount = 0;
  let directory = readUint(tiff, 4, 4);
  while (directory !== 0) {
    if (seen.has(directory)) throw damaged('The pages run in a circle.');
    if (seen.size === FAX_LIMITS.pages) throw new FaxProblem('tooManyPages', 'The file has too many pages.');
    seen.add(directory);
    const { tags, next } = readDirectory(tiff, directory);
    const page = toPage(tiff, tags);
    // Strips of an honest file do not overlap; those of a hostile one could make terabytes out of little.
    codedBytes += page.strips.reduce((sum, strip) => sum + strip.bytes.length, 0);
    if (codedBytes > bytes.length) throw damaged('The strips of the pages overlap.');
    stripCount += page.strips.length;
    if (stripCount > MAX_STRIPS) throw new FaxProblem('tooLarge', 'The pages have too many strips.');
    pages.push(page);
    directory = next;
  }
  if (pages.length === 0) throw damaged('There is no page.');
  return pages;
}

function openTiff(bytes: Uint8Array): Tiff {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tiff = { bytes, view, isLittleEndian: bytes[0] === 0x49 };
  const isOrderKnown = bytes[0] === bytes[1] && (bytes[0] === 0x49 || bytes[0] === 0x4d);
  if (!isOrderKnown || readUint(tiff, 2, 2) !== 42) throw damaged('This is no TIFF.');
  return tiff;
}

function readUint({ view, isLittleEndian }: Tiff, offset: number, sizeBytes: number): number {
  if (offset + sizeBytes > view.byteLength) throw damaged('The file ends too early.');
  if (sizeBytes === 1) return view.getUint8(offset);
  return sizeBytes === 2 ? view.getUint16(offset, isLittleEndian) : view.getUint32(offset, isLittleEndian);
}

function readDirectory(tiff: Tiff, offset: number): { readonly tags: Tags; readonly next: number } {
  const count = readUint(tiff, offset, 2);
  const wanted = new Set<number>(Object.values(TAG));
  const tags = new Map<number, readonly number[]>();
  for (let index = 0; index < count; index += 1) {
    const entry = offset + 2 + index * ENTRY_BYTES;
    const tag = readUint(tiff, entry, 2);
    if (wanted.has(tag)) tags.set(tag, readValues(tiff, entry));
  }
  return { tags, next: readUint(tiff, offset + 2 + count * ENTRY_BYTES, 4) };
}

/** Values of up to four bytes stand in the entry itself. A count that the file cannot hold is refused before anything is made. */
function readValues(tiff: Tiff, entry: number): readonly number[] {
  const type = readUint(tiff, entry + 2, 2);
  const count = readUint(tiff, entry + 4, 4);
  const sizeBytes = TYPE_BYTES[type];
  if (sizeBytes === undefined) throw damaged(`A tag has the type ${String(type)}.`);
  if (count > MAX_VALUES) throw new FaxProblem('tooLarge', `A tag has ${String(count)} values.`);
  const at = count * sizeBytes <= 4 ? entry + 8 : readUint(tiff, entry + 8, 4);
  if (at + count * sizeBytes > tiff.bytes.length) throw damaged('The values of a tag are outside the file.');
  return Array.from({ length: count }, (_, index) => {
    const offset = at + index * sizeBytes;
    return type === 5
      ? readUint(tiff, offset, 4) / readUint(tiff, offset + 4, 4)
      : readUint(tiff, offset, sizeBytes);
  });
}

function toPage(tiff: Tiff, tags: Tags): TiffPage {
  const one = (tag: number, fallback: number) => tags.get(tag)?.[0] ?? fallback;
  const widthPx = one(TAG.width, 0);
  const heightPx = one(TAG.height, 0);
  if (widthPx === 0 || heightPx === 0) throw damaged('A page has no size.');
  if (widthPx * heightPx > FAX_LIMITS.pagePixels) {
    throw new FaxProblem('tooLarge', `A page has ${String(widthPx)} × ${String(heightPx)} pixels.`);
  }
  const photometric = one(TAG.photometric, 0);
  const isBilevel = one(TAG.bitsPerSample, 1) === 1 && one(TAG.samplesPerPixel, 1) === 1;
  if (!isBilevel || photometric > 1) throw new FaxProblem('unsupported', 'A page is not black and white.');
  const perInch = one(TAG.resolutionUnit, 2) === 3 ? CM_PER_INCH : 1;
  return {
    widthPx,
    heightPx,
    xDpi: toDpi(one(TAG.xResolution, DEFAULT_DPI) * perInch),
    yDpi: toDpi(one(TAG.yResolution, DEFAULT_DPI) * perInch),
    isZeroWhite: photometric === 0,
    coding: toCoding(one(TAG.compression, 1), one(TAG.t4Options, 0)),
    strips: readStrips(tiff, tags, heightPx, one(TAG.fillOrder, 1) === 2),
  };
}

/** What no scanner has (0, NaN, a millimetre for the whole page) would make a page without a shape. */
function toDpi(dpi: number): number {
  return dpi >= 30 && dpi <= 2400 ? dpi : DEFAULT_DPI;
}

function toCoding(compression: number, t4Options: number): TiffCoding {
  switch (compression) {
    case 1:
      return 'none';
    case 2:
      return 'modified-huffman';
    case 3:
      return (t4Options & 1) === 1 ? 'group-3-2d' : 'group-3-1d';
    case 4:
      return 'group-4';
    default:
      throw new FaxProblem('unsupported', `A page has the compression ${String(compression)}.`);
  }
}

function readStrips(tiff: Tiff, tags: Tags, heightPx: number, isReversed: boolean): readonly TiffStrip[] {
  const offsets = tags.get(TAG.stripOffsets) ?? [];
  const byteCounts = tags.get(TAG.stripByteCounts) ?? [];
  const rowsPerStrip = Math.min(tags.get(TAG.rowsPerStrip)?.[0] ?? heightPx, heightPx);
  const count = rowsPerStrip === 0 ? 0 : Math.ceil(heightPx / rowsPerStrip);
  if (count === 0 || offsets.length !== count || byteCounts.length !== count) {
    throw damaged('The strips of a page do not add up.');
  }
  return offsets.map((start, index) => {
    const end = start + (byteCounts[index] ?? 0);
    if (end > tiff.bytes.length) throw damaged('A strip is outside the file.');
    const bytes = tiff.bytes.subarray(start, end);
    return {
      heightPx: Math.min(rowsPerStrip, heightPx - index * rowsPerStrip),
      bytes: isReversed ? bytes.map(toReversedBits) : bytes,
    };
  });
}

function toReversedBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}

function damaged(detail: string): FaxProblem {
  return new FaxProblem('damaged', detail);
}
