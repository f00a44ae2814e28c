/**
 * The bytes of a sound, wherever they lie: a file of its own, or text inside a JSON (a vCon). [Note: inline sound] A body in base64url
 * is decoded range by range while it is played: four characters are three bytes, so that any place is found by counting. A body inside a
 * signed vCon is encoded twice; the places then lie one inside the other.
 */
import type { InlinePlace, MediaHeader } from './media-header';
import { MediaProblem } from './media-problem';
import { PinnedFile } from './pinned-file';
import type { ExpectedFile } from './pinned-file';
import { TimelyBytes } from './timely-bytes';

export interface ByteSource {
  readonly sizeBytes: number;
  /** Fills `target` from `offset`, all of it. Throws a MediaProblem. */
  readInto(target: Uint8Array, offset: number): Promise<void>;
  /** Idempotent. */
  close(): Promise<void>;
}

/** Throws a MediaProblem where the file is missing, unreadable or not the expected one, or its drive does not answer. */
export async function openBytes(
  filePath: string,
  header: Pick<MediaHeader, 'inline'>,
  expected: ExpectedFile,
): Promise<ByteSource> {
  let bytes: ByteSource = await TimelyBytes.open(PinnedFile.open(filePath, expected));
  for (const place of header.inline ?? []) bytes = new Base64Bytes(bytes, place);
  return bytes;
}

/** Bytes that so many characters of base64url without padding hold. */
export function toDecodedBytes(characters: number): number {
  return Math.floor((characters * 3) / 4);
}

class Base64Bytes implements ByteSource {
  readonly sizeBytes: number;

  constructor(
    private readonly outer: ByteSource,
    private readonly place: InlinePlace,
  ) {
    this.sizeBytes = toDecodedBytes(place.characters);
  }

  async readInto(target: Uint8Array, offset: number): Promise<void> {
    if (target.length === 0) return;
    const { offset: from, characters } = this.place;
    const first = Math.floor(offset / 3);
    const end = Math.min(characters, Math.ceil((offset + target.length) / 3) * 4);
    const text = Buffer.alloc(Math.max(0, end - first * 4));
    await this.outer.readInto(text, from + first * 4);
    const decoded = Buffer.from(text.toString('latin1'), 'base64url');
    const wanted = decoded.subarray(offset - first * 3, offset - first * 3 + target.length);
    // Characters that are none of the alphabet are left out by the decoder, and every place after them would be wrong.
    if (wanted.length < target.length)
      throw new MediaProblem('unreadable', 'The sound inside the file is not encoded as it should be.');
    target.set(wanted);
  }

  close(): Promise<void> {
    return this.outer.close();
  }
}
