import { expect, test } from 'vitest';
import { z } from 'zod';
import type { NamedTranscript, Party, RecordingDetails } from '../../shared/model';
import type { VconParts } from './vcon-document';
import { toVcon } from './vcon-document';
import type { InlineMedia } from './vcon-stream';

/**
 * Sections 4.1 to 4.5 of draft-ietf-vcon-vcon-core-03, for what a recording needs of them: what is not named there is refused, and what
 * must be there is demanded.
 */
const index = z.number().int().min(0);
const content = {
  mediatype: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  encoding: z.enum(['base64url', 'json', 'none']),
  body: z.string(),
  filename: z.string().optional(),
};
const vconSchema = z.strictObject({
  uuid: z.uuid({ version: 'v8' }),
  created_at: z.iso.datetime(),
  parties: z.array(
    z.strictObject({ tel: z.string().optional(), sip: z.string().optional(), name: z.string().optional() }),
  ),
  dialog: z.array(
    z.strictObject({
      ...content,
      type: z.literal('recording'),
      start: z.iso.datetime(),
      duration: z.number().min(0).optional(),
      parties: z.array(z.union([index, z.array(index)])),
      originator: index.optional(),
    }),
  ),
  analysis: z
    .array(
      z.strictObject({
        ...content,
        type: z.enum(['report', 'sentiment', 'summary', 'transcript', 'translation', 'tts']),
        dialog: z.union([index, z.array(index)]),
        vendor: z.string(),
        product: z.string(),
        schema: z.string(),
      }),
    )
    .optional(),
  attachments: z.array(
    z.strictObject({
      ...content,
      purpose: z.string(),
      start: z.iso.datetime(),
      party: index,
      dialog: index,
    }),
  ),
});

const party = (
  role: Party['role'],
  number: string,
  name: string | null,
  channel: number | null = null,
): Party => ({ role, number, numberKind: 'unknown', name, channel });

function recordingOf(parties: readonly Party[], channels = 1): RecordingDetails {
  const label = { number: '', name: null };
  return {
    id: '0123456789abcdef',
    kind: 'call',
    direction: 'inbound',
    startedAtMs: Date.UTC(2026, 2, 1, 12),
    timeZone: 'Europe/Berlin',
    durationMs: 1500,
    from: label,
    to: label,
    group: null,
    line: null,
    hasTranscript: true,
    hasScreen: false,
    presence: 'present',
    parties,
    owner: null,
    accountCode: null,
    pieces: [],
    legs: [],
    technical: {
      fileName: 'a "b".wav',
      source: 'PBX',
      reader: 'freepbx',
      sizeBytes: 10,
      modifiedAtMs: 0,
      codec: 'pcm-s16',
      channels,
      sampleRateHz: 8000,
      foundBy: [],
      callReference: '1.1',
    },
    access: [],
  } as unknown as RecordingDetails;
}

function mediaOf(mediaType: string, bytes: Uint8Array, chunkBytes: number): InlineMedia {
  return {
    mediaType,
    lengthBytes: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += chunkBytes)
        yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    },
  };
}

async function vconOf(
  recording: RecordingDetails,
  transcript: NamedTranscript | null,
  sound: Uint8Array,
  chunkBytes: number,
  screen: VconParts['screen'] = null,
): Promise<{ vcon: z.infer<typeof vconSchema>; lengthBytes: number; writtenBytes: number }> {
  const file = toVcon(
    recording,
    { media: mediaOf('audio/wav', sound, chunkBytes), screen, transcript },
    Date.UTC(2026, 10, 22),
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const vcon = vconSchema.parse(JSON.parse(bytes.toString('utf8')));
  return { vcon, lengthBytes: file.lengthBytes, writtenBytes: bytes.length };
}

test('the sound is in it byte for byte, whatever its length and the size of what is read, and its length is known before', async () => {
  const parties = [party('called', '201', 'Ann'), party('caller', '+4930123456', 'Ö "x" 𝒷')];
  for (const [bytes, chunkBytes] of [
    [0, 5],
    [1, 5],
    [10, 4],
    [11, 3],
    [12, 12],
    [1000, 64],
  ] as const) {
    const sound = Uint8Array.from({ length: bytes }, (_, at) => (at * 37) % 256);
    const { vcon, lengthBytes, writtenBytes } = await vconOf(recordingOf(parties), null, sound, chunkBytes);
    expect(Buffer.from(vcon.dialog[0]?.body ?? '', 'base64url')).toEqual(Buffer.from(sound));
    expect(writtenBytes).toBe(lengthBytes);
  }
});

test('the caller is the first party, names stay as they are, and a withheld number is no number', async () => {
  const parties = [party('called', '201', 'Ann'), party('caller', '', null), party('agent', 'ann@pbx', 'A')];
  const { vcon } = await vconOf(recordingOf(parties), null, new Uint8Array(1), 1);
  expect(vcon.parties).toEqual([{}, { tel: '201', name: 'Ann' }, { sip: 'ann@pbx', name: 'A' }]);
  expect(vcon.dialog[0]).toMatchObject({
    parties: [0, 1, 2],
    start: '2026-03-01T12:00:00.000Z',
    duration: 1.5,
    filename: 'a "b".wav',
  });
});

test('transcript and categories are told as analyses, and not told where there is no transcript to be read', async () => {
  const transcript: NamedTranscript = {
    format: 'aws-json',
    categories: ['complaint'],
    segments: [
      {
        startMs: 500,
        endMs: 900,
        speaker: 'AGENT',
        channel: null,
        text: 'Hi',
        party: { number: '201', name: 'Ann' },
      },
    ],
  };
  const { vcon } = await vconOf(recordingOf([]), transcript, new Uint8Array(1), 1);
  expect(vcon.analysis?.map(({ type, body }) => [type, JSON.parse(body) as unknown])).toEqual([
    ['transcript', { segments: [{ start: 0.5, end: 0.9, speaker: 'Ann', text: 'Hi' }] }],
    ['report', { categories: ['complaint'] }],
  ]);
  expect((await vconOf(recordingOf([]), null, new Uint8Array(1), 1)).vcon.analysis).toBeUndefined();
});

test('the same recording is the same conversation in every copy, and another one another', async () => {
  const once = await vconOf(recordingOf([]), null, new Uint8Array(1), 1);
  const twice = await vconOf(recordingOf([]), null, new Uint8Array(2), 1);
  const other = await vconOf({ ...recordingOf([]), id: 'fedcba9876543210' }, null, new Uint8Array(1), 1);
  expect(twice.vcon.uuid).toBe(once.vcon.uuid);
  expect(other.vcon.uuid).not.toBe(once.vcon.uuid);
});

test('of sound with two channels each has its parties, and who began is said where he is not heard on the first', async () => {
  const dialogOf = async (parties: readonly Party[]) => {
    const { vcon } = await vconOf(recordingOf(parties, 2), null, new Uint8Array(1), 1);
    return { parties: vcon.parties.length, heard: vcon.dialog[0]?.parties, by: vcon.dialog[0]?.originator };
  };
  const caller = (channel: number | null) => party('caller', '201', 'Ann', channel);
  const called = (channel: number | null) => party('called', '0301234567', null, channel);
  expect(await dialogOf([caller(0), called(1)])).toEqual({ parties: 2, heard: [0, 1], by: undefined });
  expect(await dialogOf([caller(1), called(0)])).toEqual({ parties: 2, heard: [1, 0], by: 0 });
  // Who is heard where is not known: each on both.
  const both = [0, 1];
  expect(await dialogOf([caller(null), called(null)])).toEqual({
    parties: 2,
    heard: [both, both],
    by: undefined,
  });
  const agent = party('agent', '202', 'Ben', 1);
  expect(await dialogOf([caller(0), called(1), agent])).toEqual({
    parties: 3,
    heard: [0, [1, 2]],
    by: undefined,
  });
  // Nobody known on the second: a party without a name.
  expect(await dialogOf([caller(0)])).toEqual({ parties: 2, heard: [0, 1], by: undefined });
  expect(await dialogOf([])).toEqual({ parties: 1, heard: [0, 0], by: undefined });
});

test('a screen recording is a dialog of its own, byte for byte', async () => {
  const [sound, picture] = [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(9, 8, 7, 6, 5)];
  const screen = { ...mediaOf('video/mp4', picture, 2), fileName: 'call.mp4' };
  const parties = [party('caller', '201', 'Ann', 1), party('called', '*97', null, 0)];
  const { vcon, lengthBytes, writtenBytes } = await vconOf(recordingOf(parties, 2), null, sound, 3, screen);
  expect(vcon.dialog.map(({ type, mediatype, filename }) => [type, mediatype, filename])).toEqual([
    ['recording', 'audio/wav', 'a "b".wav'],
    ['recording', 'video/mp4', 'call.mp4'],
  ]);
  expect(vcon.dialog[1]?.parties).toEqual([0, 1]);
  expect(vcon.dialog.map(({ body }) => [...Buffer.from(body, 'base64url')])).toEqual([
    [...sound],
    [...picture],
  ]);
  expect(writtenBytes).toBe(lengthBytes);
  expect(vcon.parties).toEqual([{ tel: '201', name: 'Ann' }, { tel: '*97' }]);
});
