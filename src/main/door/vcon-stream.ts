/** A JSON document in which media stand as base64url: of known length, and written while they are read. */
import { createHash } from 'node:crypto';

export interface InlineMedia {
  readonly mediaType: string;
  readonly lengthBytes: number;
  read(start: number, endExclusive: number): AsyncIterable<Uint8Array>;
}

/** What `copyMedia` writes; the length is known before the first byte of the media is read. */
export interface StreamedFile {
  readonly lengthBytes: number;
  read(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** Where media go; drawn once, so that no name in an archive can be taken for it. */
const MARK = `media-${createHash('sha256').update(String(process.hrtime.bigint())).digest('hex')}-`;

/** What stands in the document in the place of the media of this number. */
export function toPlace(at: number): string {
  return `${MARK}${at}`;
}

/** `document` holds the place of each of `media` once, in their order. */
export function streamJson(document: object, media: readonly InlineMedia[]): StreamedFile {
  let rest = JSON.stringify(document);
  const before = media.map((_, at) => {
    const [head = '', ...tail] = rest.split(toPlace(at));
    rest = tail.join('');
    return Buffer.from(head);
  });
  return new StreamedJson(before, media, Buffer.from(rest));
}

class StreamedJson implements StreamedFile {
  readonly lengthBytes: number;

  /** `before[n]` stands before `media[n]`. */
  constructor(
    private readonly before: readonly Uint8Array[],
    private readonly media: readonly InlineMedia[],
    private readonly end: Uint8Array,
  ) {
    const texts = [...before, end].reduce((sum, text) => sum + text.length, 0);
    // Without padding, as base64url is written in JSON (RFC 7515, 2).
    this.lengthBytes = media.reduce((sum, one) => sum + Math.ceil((one.lengthBytes * 4) / 3), texts);
  }

  async *read(): AsyncGenerator<Uint8Array, void, undefined> {
    for (const [at, media] of this.media.entries()) {
      yield this.before[at] ?? Buffer.alloc(0);
      yield* encode(media);
    }
    yield this.end;
  }
}

async function* encode(media: InlineMedia): AsyncGenerator<Uint8Array, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of media.read(0, media.lengthBytes)) {
    const bytes = Buffer.concat([rest, chunk]);
    // Three bytes are four characters; what is left over waits for the next chunk.
    const whole = bytes.length - (bytes.length % 3);
    yield Buffer.from(bytes.toString('base64url', 0, whole), 'latin1');
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield Buffer.from(rest.toString('base64url'), 'latin1');
}
