// The boxes that MP4 and QuickTime are made of. Source: ISO/IEC 14496-12, section 4.2.
import type { FileBytes } from '../file-bytes';

/** Boxes of one level that are looked at; a file of fragments has two for every few seconds. */
const MAX_BOXES = 20_000;

export interface Box {
  readonly type: string;
  readonly bodyOffset: number;
  /** Where the box says it ends, which may be behind the end of the file. */
  readonly endOffset: number;
}

/** The boxes between two offsets, in order; ends quietly where the bytes make no sense. */
export function* listBoxes(file: FileBytes, from: number, to: number): Generator<Box> {
  let offset = from;
  for (let seen = 0; offset + 8 <= to && seen < MAX_BOXES; seen += 1) {
    const head = file.readAt(offset, 16);
    if (head.length < 8) return;
    let size = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    let headBytes = 8;
    if (size === 1 && head.length === 16) {
      size = Number(head.readBigUInt64BE(8));
      headBytes = 16;
    } else if (size === 0) {
      size = to - offset; // To the end of what contains it.
    }
    if (size < headBytes) return;
    yield { type, bodyOffset: offset + headBytes, endOffset: offset + size };
    offset += size;
  }
}

/** The first box of a type, going down one level for every type but the last. */
export function findBox(file: FileBytes, within: Box, ...path: readonly string[]): Box | undefined {
  let box: Box | undefined = within;
  for (const type of path) {
    const parent: Box = box;
    box = undefined;
    for (const child of listBoxes(file, parent.bodyOffset, parent.endOffset)) {
      if (child.type !== type) continue;
      box = child;
      break;
    }
    if (box === undefined) return undefined;
  }
  return box;
}
