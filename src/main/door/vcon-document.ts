/**
 * A recording as a vCon: who spoke, when, the sound itself, transcript and call data, in one JSON document that other systems read.
 * Source: draft-ietf-vcon-vcon-core-03, unsigned form.
 */
import { createHash } from 'node:crypto';
import type { NamedTranscript, Party, RecordingDetails } from '../../shared/model';
import type { InlineMedia, StreamedFile } from './vcon-stream';
import { streamJson, toPlace } from './vcon-stream';

export interface VconParts {
  /** The sound: of messages and faxes no copy leaves the house. */
  readonly media: InlineMedia;
  /** Null where there is none, or its viewer may not see it. */
  readonly screen: (InlineMedia & { readonly fileName: string }) | null;
  /** Null where there is none, or its reader may not have it. */
  readonly transcript: NamedTranscript | null;
}

export function toVcon(recording: RecordingDetails, parts: VconParts, createdAtMs: number): StreamedFile {
  const { media, screen, transcript } = parts;
  const told = toVconParties(recording);
  const start = new Date(recording.startedAtMs).toISOString();
  const ofCall = {
    start,
    ...(recording.durationMs === null ? {} : { duration: recording.durationMs / 1000 }),
  };
  const content = (at: number, { mediaType }: InlineMedia, filename: string) => ({
    ...{ mediatype: mediaType, filename, encoding: 'base64url', body: toPlace(at) },
  });
  const type = 'recording';
  const ofMedia = { ...told.ofMedia, ...content(0, media, recording.technical.fileName) };
  const ofScreen = screen && { ...told.ofScreen, ...content(1, screen, screen.fileName) };
  const vcon = {
    uuid: toUuid(recording.id),
    created_at: new Date(createdAtMs).toISOString(),
    parties: told.parties,
    dialog: [{ type, ...ofCall, ...ofMedia }, ...(ofScreen ? [{ type, start, ...ofScreen }] : [])],
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
  return streamJson(vcon, screen ? [media, screen] : [media]);
}

/** The caller first: without an originator, the first of a dialog's parties is taken for him. */
function inOrderOfVcon(parties: readonly Party[]): readonly Party[] {
  return [...parties].sort((a, b) => Number(b.role === 'caller') - Number(a.role === 'caller'));
}

type Address = Readonly<Record<string, string>>;
type Heard = number | readonly number[];
interface DialogParties {
  readonly parties: readonly Heard[];
  readonly originator?: number;
}

/** Of sound with several channels there must be parties for each (4.3.4): where nobody is known to be heard on one, a party without a name. */
function toVconParties({ parties: told, technical: { channels } }: RecordingDetails): {
  readonly parties: readonly Address[];
  readonly ofMedia: DialogParties;
  readonly ofScreen: DialogParties;
} {
  const parties = inOrderOfVcon(told);
  const all = parties.map((_, index) => index);
  const channelOf = ({ channel }: Party) => (channel !== null && channel < channels ? channel : null);
  const heardOn = (channel: number): readonly number[] =>
    all.filter((index) => [channel, null].includes(channelOf(parties[index] ?? NOBODY_KNOWN)));
  const byChannel = Array.from({ length: channels > 1 ? channels : 0 }, (_, channel) => heardOn(channel));
  const needsNobody = parties.length === 0 || byChannel.some((heard) => heard.length === 0);
  const nobody = parties.length;
  const listed = byChannel.map((heard) => (heard.length > 1 ? heard : (heard[0] ?? nobody)));
  const ofScreen = { parties: all.length > 0 ? all : [nobody] };
  const ofMedia = { parties: listed.length > 0 ? listed : ofScreen.parties };
  const isCallerFirst = [ofMedia.parties[0]].flat()[0] === 0;
  return {
    parties: [...parties, ...(needsNobody ? [NOBODY_KNOWN] : [])].map(toVconParty),
    ofMedia: isCallerFirst || parties[0]?.role !== 'caller' ? ofMedia : { ...ofMedia, originator: 0 },
    ofScreen,
  };
}

const NOBODY_KNOWN: Party = {
  role: 'other',
  number: '',
  numberKind: 'unknown',
  name: null,
  channel: null,
};

function toVconParty({ number, name }: Party): Address {
  return { ...toAddress(number), ...(name === null ? {} : { name }) };
}

function toAddress(number: string): Address {
  if (number === '') return {};
  return /^\+?[0-9*#]+$/.test(number) ? { tel: number } : { sip: number };
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

/** In the types that 4.5.1 names: what a conversation was filed under is a report. */
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
    of('transcript', 'segments', { segments: said }),
    ...(categories.length === 0 ? [] : [of('report', 'categories', { categories })]),
  ];
}

/** `roles` and `numberKinds` are those of the first parties of the vCon, in their order. */
function toCallDetails(recording: RecordingDetails): object {
  const { kind, direction, timeZone, group, line, owner, accountCode, technical, pieces } = recording;
  const { callReference, codec, channels, sampleRateHz } = technical;
  const parties = inOrderOfVcon(recording.parties);
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
    hasScreen: recording.hasScreen,
    roles: parties.map(({ role }) => role),
    numberKinds: parties.map(({ numberKind }) => numberKind),
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
