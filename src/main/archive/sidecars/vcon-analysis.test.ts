// Transcripts that vCons bring, as others write them and as we do.
import { expect, test } from 'vitest';
import { readVconTranscript } from './vcon-analysis';

const segments = [{ start: 0.5, end: 1.25, text: 'Hello', speaker: 'Ann', channel: 1 }];
const analysis = (body: unknown, more: object = {}) => ({
  analysis: [{ type: 'transcript', dialog: 0, encoding: 'json', body, ...more }],
});
const textsOf = (vcon: object, dialog = 0) =>
  readVconTranscript(vcon as Readonly<Record<string, unknown>>, dialog)?.segments.map(({ text }) => text);

test('a body is taken as text, as an object and as a bare list of segments', () => {
  for (const body of [JSON.stringify({ segments }), { segments }, JSON.stringify(segments), segments])
    expect(textsOf(analysis(body))).toEqual(['Hello']);
  const [first] = readVconTranscript(analysis({ segments }), 0)?.segments ?? [];
  expect(first).toEqual({ startMs: 500, endMs: 1250, speaker: 'Ann', channel: 1, text: 'Hello' });
});

test('it is that of its own dialog, and of a form that is known', () => {
  expect(textsOf(analysis({ segments }), 1)).toBeUndefined();
  expect(textsOf(analysis({ segments }, { dialog: [1, 2] }), 2)).toEqual(['Hello']);
  for (const body of ['no JSON', null, 5, { segments: 'x' }, []])
    expect(textsOf(analysis(body))).toBeUndefined();
  expect(textsOf({ analysis: 'x' })).toBeUndefined();
  expect(textsOf({})).toBeUndefined();
});

test('the form of the transcript and what the call was filed under come back', () => {
  const report = {
    type: 'report',
    schema: 'categories',
    dialog: 0,
    encoding: 'json',
    body: '{"categories":["complaint",5]}',
  };
  const [transcript] = analysis({ segments }, { product: 'aws-json' }).analysis;
  expect(readVconTranscript({ analysis: [transcript, report] }, 0)).toMatchObject({
    format: 'aws-json',
    categories: ['complaint'],
  });
});
