import { expect, test } from 'vitest';
import { z } from 'zod';
import type { NamedTranscript, Party, RecordingDetails } from '../../shared/model';
import { toVcon } from './vcon-document';

/** Sections 4.1 to 4.6 of draft-ietf-vcon-vcon-core, for what a recording needs of them; what is not named there is refused. */
const content = { mediatype: z.string(), encoding: z.enum(['base64url', 'json', 'none']), body: z.string() };
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
      parties: z.array(z.number().int().min(0)),
      filename: z.string(),
    }),
  ),
  analysis: z
    .array(
      z.strictObject({
        ...content,
        type: z.string(),
        dialog: z.number().int(),
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
      party: z.number().int(),
      dialog: z.number().int(),
    }),
  ),
});

const party = (role: Party['role'], number: string, name: string | null): Party => ({
  role,
  number,
  numberKind: 'unknown',
  name,
  channel: null,
});

function recordingOf(parties: readonly Party[]): RecordingDetails {
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
      channels: 1,
      sampleRateHz: 8000,
      foundBy: [],
      callReference: '1.1',
    },
    access: [],
  } as unknown as RecordingDetails;
}

async function vconOf(
  recording: RecordingDetails,
  transcript: NamedTranscript | null,
  sound: Uint8Array,
  chunkBytes: number,
): Promise<{ vcon: z.infer<typeof vconSchema>; lengthBytes: number; writtenBytes: number }> {
  const media = {
    mediaType: 'audio/wav',
    lengthBytes: sound.length,
    async *read() {
      for (let at = 0; at < sound.length; at += chunkBytes)
        yield await Promise.resolve(sound.subarray(at, at + chunkBytes));
    },
  };
  const file = toVcon(recording, transcript, media, Date.UTC(2026, 10, 22));
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
    ['transcript', [{ start: 0.5, end: 0.9, speaker: 'Ann', text: 'Hi' }]],
    ['categories', ['complaint']],
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
