/** A black and white picture as a PNG with a bit a pixel: a fortieth of what the browser makes of the same page. Source: PNG, third edition. */

/** RGBA, as a canvas gives it; opaque. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** Null where a pixel is neither black nor white. */
export async function toOneBitPng({ width, height, data }: Pixels): Promise<Blob | null> {
  const rows = toRows(data, width, height);
  if (!rows) return null;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // One bit of grey; all else of the header is 0: the only ways there are to compress and filter, and no interlace.
  header[8] = 1;
  const parts = [
    Uint8Array.from(SIGNATURE),
    toChunk('IHDR', header),
    toChunk('IDAT', await compress(rows)),
    toChunk('IEND', new Uint8Array()),
  ];
  return new Blob(parts, { type: 'image/png' });
}

/** Each row begins with its filter, which is none; white is 1. */
function toRows(data: Uint8ClampedArray, width: number, height: number): Uint8Array<ArrayBuffer> | null {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const rowBytes = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(rowBytes * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    const row = y * rowBytes + 1;
    for (let x = 0; x < width; x += 1, at += 1) {
      const pixel = pixels[at];
      if (pixel === WHITE) rows[row + (x >> 3)]! |= 0x80 >> (x & 7);
      else if (pixel !== BLACK) return null;
    }
  }
  return rows;
}

/** Whichever way the computer orders bytes. */
const WHITE = 0xffffffff;
const BLACK = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0];

async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zlib = new CompressionStream('deflate');
  const compressed = new Response(zlib.readable).arrayBuffer();
  const writer = zlib.writable.getWriter();
  await Promise.all([writer.write(bytes), writer.close()]);
  return new Uint8Array(await compressed);
}

/** Length, name, content, and the check sum of name and content. */
function toChunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, toCrc(chunk.subarray(4, content.length + 8)));
  return chunk;
}

function toCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
