/**
 * A recording as a vCon: who spoke, when, the sound itself, transcript and call data, in one JSON document that other systems read.
 * Source: draft-ietf-vcon-vcon-core, unsigned form.
 */
import { createHash } from 'node:crypto';
import type { NamedTranscript, Party, RecordingDetails } from '../../shared/model';

export interface VconMedia {
  readonly mediaType: string;
  readonly lengthBytes: number;
  read(start: number, endExclusive: number): AsyncIterable<Uint8Array>;
}

/** What `copyMedia` writes; the length is known before the first byte of the sound is read. */
export interface VconFile {
  readonly lengthBytes: number;
  read(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** `transcript` is null where there is none, or its reader may not have it. */
export function toVcon(
  recording: RecordingDetails,
  transcript: NamedTranscript | null,
  media: VconMedia,
  createdAtMs: number,
): VconFile {
  const { parties, indexes } = inOrderOfVcon(recording.parties);
  const start = new Date(recording.startedAtMs).toISOString();
  const vcon = {
    uuid: toUuid(recording.id),
    created_at: new Date(createdAtMs).toISOString(),
    parties: parties.map(toVconParty),
    dialog: [
      {
        type: 'recording',
        start,
        ...(recording.durationMs === null ? {} : { duration: recording.durationMs / 1000 }),
        parties: indexes,
        mediatype: media.mediaType,
        filename: recording.technical.fileName,
        encoding: 'base64url',
        body: BODY_MARK,
      },
    ],
    ...(transcript === null ? {} : { analysis: toAnalysis(transcript) }),
    attachments: [
      {
        purpose: 'call details',
        start,
        party: 0,
        dialog: 0,
        mediatype: 'application/json',
        encoding: 'json',
        body: JSON.stringify(toCallDetails(recording)),
      },
    ],
  };
  const [head = '', tail = ''] = JSON.stringify(vcon).split(BODY_MARK);
  return new StreamedVcon(Buffer.from(head), Buffer.from(tail), media);
}

/** Where the sound goes; drawn once, so that no name in an archive can be taken for it. */
const BODY_MARK = `sound-${createHash('sha256').update(String(process.hrtime.bigint())).digest('hex')}`;

/** Attachments must name a party. */
const NOBODY_KNOWN: Party = {
  role: 'other',
  number: '',
  numberKind: 'unknown',
  name: null,
  channel: null,
};

/** The caller first: without an originator, the first of a dialog's parties is taken for him. */
function inOrderOfVcon(told: readonly Party[]): { parties: readonly Party[]; indexes: readonly number[] } {
  const known = told.length > 0 ? told : [NOBODY_KNOWN];
  const parties = [...known].sort((a, b) => Number(b.role === 'caller') - Number(a.role === 'caller'));
  return { parties, indexes: parties.map((_, index) => index) };
}

function toVconParty({ number, name }: Party): Readonly<Record<string, string>> {
  return { ...toAddress(number), ...(name === null ? {} : { name }) };
}

function toAddress(number: string): Readonly<Record<string, string>> {
  if (number === '') return {};
  return /^\+?[0-9]+$/.test(number) ? { tel: number } : { sip: number };
}

/** Who made the analysis, as far as the form tells; the draft asks for a name. */
const VENDORS: Readonly<Record<NamedTranscript['format'], string>> = {
  srt: 'unknown',
  webvtt: 'unknown',
  text: 'unknown',
  'whisper-json': 'Whisper',
  'deepgram-json': 'Deepgram',
  'aws-json': 'Amazon',
};

function toAnalysis({ format, segments, categories }: NamedTranscript): readonly object[] {
  const of = (type: string, schema: string, body: unknown): object => ({
    type,
    dialog: 0,
    vendor: VENDORS[format],
    product: format,
    schema,
    mediatype: 'application/json',
    encoding: 'json',
    body: JSON.stringify(body),
  });
  const said = segments.map(({ startMs, endMs, speaker, party, channel, text }) => ({
    start: startMs / 1000,
    end: endMs / 1000,
    speaker: party?.name ?? party?.number ?? speaker,
    ...(channel === null ? {} : { channel }),
    text,
  }));
  return [
    of('transcript', 'segments', said),
    ...(categories.length === 0 ? [] : [of('categories', 'names', categories)]),
  ];
}

function toCallDetails(recording: RecordingDetails): object {
  const { kind, direction, timeZone, group, line, owner, accountCode, technical, pieces } = recording;
  const { callReference, codec, channels, sampleRateHz } = technical;
  return {
    recordingId: recording.id,
    kind,
    direction,
    timeZone,
    group,
    line,
    owner,
    accountCode,
    callReference,
    codec,
    channels,
    sampleRateHz,
    pieces: pieces.length,
    roles: inOrderOfVcon(recording.parties).parties.map(({ role }) => role),
  };
}

/** Version 8 (RFC 9562, 5.8): the same recording is the same conversation in every copy. */
function toUuid(recordingId: string): string {
  const bytes = createHash('sha256').update(`hearback recording ${recordingId}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

class StreamedVcon implements VconFile {
  readonly lengthBytes: number;

  constructor(
    private readonly head: Uint8Array,
    private readonly tail: Uint8Array,
    private readonly media: VconMedia,
  ) {
    // Without padding, as base64url is written in JSON (RFC 7515, 2).
    this.lengthBytes = head.length + Math.ceil((media.lengthBytes * 4) / 3) + tail.length;
  }

  async *read(): AsyncGenerator<Uint8Array, void, undefined> {
    yield this.head;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of this.media.read(0, this.media.lengthBytes)) {
      const bytes = Buffer.concat([rest, chunk]);
      // Three bytes are four characters; what is left over waits for the next chunk.
      const whole = bytes.length - (bytes.length % 3);
      yield Buffer.from(bytes.toString('base64url', 0, whole), 'latin1');
      rest = bytes.subarray(whole);
    }
    if (rest.length > 0) yield Buffer.from(rest.toString('base64url'), 'latin1');
    yield this.tail;
  }
}
