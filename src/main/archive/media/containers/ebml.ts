// EBML, the tree that Matroska is written in: an id, a size, a body. Source: RFC 8794.
import type { FileBytes } from '../file-bytes';

export interface Element {
  readonly id: number;
  readonly bodyOffset: number;
  /** Where the element says it ends, which may be behind the end of the file; the parent's end where it does not say. */
  readonly endOffset: number;
  readonly isSized: boolean;
}

/**
 * The elements between two offsets, in order; ends quietly where the bytes make no sense. An element with the id
 * `enterIfUnsized` that gives no size is entered: its children follow it in the same list.
 */
export function* listElements(
  file: FileBytes,
  from: number,
  to: number,
  enterIfUnsized?: number,
): Generator<Element> {
  let offset = from;
  while (offset < to) {
    const head = file.readAt(offset, 12);
    const idBytes = lengthOf(head, 0, 4);
    const sizeBytes = lengthOf(head, idBytes, 8);
    if (idBytes === 0 || sizeBytes === 0 || head.length < idBytes + sizeBytes) return;
    const id = head.readUIntBE(0, idBytes);
    let size = head.readUInt8(idBytes) & (0xff >> sizeBytes);
    let isAllOnes = size === 0xff >> sizeBytes;
    for (let at = 1; at < sizeBytes; at += 1) {
      const byte = head.readUInt8(idBytes + at);
      size = size * 256 + byte;
      isAllOnes &&= byte === 0xff;
    }
    const bodyOffset = offset + idBytes + sizeBytes;
    const endOffset = isAllOnes ? to : bodyOffset + size;
    yield { id, bodyOffset, endOffset, isSized: !isAllOnes };
    offset = isAllOnes && id === enterIfUnsized ? bodyOffset : endOffset;
  }
}

/** Leading zeros of the first byte tell the length; 0 where it is longer than allowed or not there. */
function lengthOf(bytes: Buffer, at: number, most: number): number {
  if (at >= bytes.length) return 0;
  const length = Math.clz32(bytes.readUInt8(at)) - 23;
  return length <= most ? length : 0;
}

/** 0 for an element of impossible length. */
export function readUnsigned(file: FileBytes, element: Element): number {
  const length = element.endOffset - element.bodyOffset;
  if (length < 1 || length > 8) return 0;
  const bytes = file.readAt(element.bodyOffset, length);
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** NaN for an element that is no float. */
export function readFloat(file: FileBytes, element: Element): number {
  const length = element.endOffset - element.bodyOffset;
  if (length !== 4 && length !== 8) return Number.NaN;
  const bytes = file.readAt(element.bodyOffset, length);
  if (bytes.length !== length) return Number.NaN;
  return length === 4 ? bytes.readFloatBE(0) : bytes.readDoubleBE(0);
}
