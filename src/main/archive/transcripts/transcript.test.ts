import { expect, test } from 'vitest';
import { parseTranscript } from './transcript';

const said = (extension: string, text: string) =>
  parseTranscript(extension, text)?.segments.map(({ speaker, channel, startMs, text: words }) => [
    startMs,
    channel ?? speaker,
    words,
  ]);

test('SRT is read with its times, its speakers, and without its marks', () => {
  const text =
    '\uFEFF1\r\n00:00:01,500 --> 00:00:04,000\r\nAnna Lee: <i>Good</i> morning,\r\nhow are you?\r\n\r\n2\r\n01:00:00.250 --> 01:00:01.000\r\n[Tom] Fine.\r\n';
  expect(parseTranscript('srt', text)).toEqual({
    format: 'srt',
    categories: [],
    segments: [
      { startMs: 1500, endMs: 4000, speaker: 'Anna Lee', channel: null, text: 'Good morning, how are you?' },
      { startMs: 3_600_250, endMs: 3_601_000, speaker: 'Tom', channel: null, text: 'Fine.' },
    ],
  });
});

test('a sentence that begins like a name is no speaker where the others have none', () => {
  const text = ['Yes: I do.', 'Well then', 'Good bye']
    .map((words, n) => `${String(n)}\n00:00:0${String(n)},000 --> 00:00:0${String(n)},900\n${words}\n`)
    .join('\n');
  expect(said('srt', text)?.map(([, speaker]) => speaker)).toEqual([null, null, null]);
});

test('WebVTT is read with its voices; notes, styles, identifiers and settings are no words', () => {
  const text = `WEBVTT - from the studio

NOTE
not said

STYLE
::cue { color: red }

first
00:01.000 --> 00:02.500 align:start position:0%
<v.loud Anna Lee>Fish &amp; chips, <b>please</b> &lt;3

00:00:03.000 --> 00:00:04.000
<v Tom>No.</v>
`;
  expect(parseTranscript('vtt', text)?.format).toBe('webvtt');
  expect(said('vtt', text)).toEqual([
    [1000, 'Anna Lee', 'Fish & chips, please <3'],
    [3000, 'Tom', 'No.'],
  ]);
  expect(parseTranscript('vtt', text.replace('WEBVTT', 'WEBVTTX'))).toBeNull();
});

test('the JSON of Whisper and WhisperX is read', () => {
  const segments = [
    { start: 3, end: 4, text: 'Bye', speaker: 'SPEAKER_01' },
    {
      start: 0.5,
      end: 2.25,
      text: ' Hello.',
      words: [{ word: 'Hello', start: 0.5, end: 1, probability: 0.9 }],
    },
  ];
  const text = JSON.stringify({ text: '', segments, language: 'en' });
  expect(parseTranscript('json', text)?.format).toBe('whisper-json');
  expect(said('json', text)).toEqual([
    [500, null, 'Hello.'],
    [3000, 'SPEAKER_01', 'Bye'],
  ]);
});

test('the JSON of Deepgram is read: words become speeches by speaker, pause and sentence, each channel by itself', () => {
  const word = (start: number, punctuated: string, speaker?: number) => ({
    word: punctuated.toLowerCase(),
    punctuated_word: punctuated,
    start,
    end: start + 0.3,
    confidence: 0.9,
    ...(speaker === undefined ? {} : { speaker }),
  });
  const mono = {
    metadata: { sha256: 'ab', channels: 1 },
    results: {
      channels: [
        {
          alternatives: [
            { words: [word(0, 'Good', 0), word(0.4, 'day.', 0), word(0.8, 'Yes?', 1), word(5, 'Hello?', 1)] },
            { words: [word(0, 'Wrong', 0)] },
          ],
        },
      ],
    },
  };
  expect(said('json', JSON.stringify(mono))).toEqual([
    [0, 'Speaker 0', 'Good day.'],
    [800, 'Speaker 1', 'Yes?'],
    [5000, 'Speaker 1', 'Hello?'],
  ]);
  const stereo = {
    results: {
      channels: [
        { alternatives: [{ words: [word(1, 'Second.')] }] },
        { alternatives: [{ words: [word(0, 'First.')] }] },
      ],
    },
  };
  expect(said('json', JSON.stringify(stereo))).toEqual([
    [0, 1, 'First.'],
    [1000, 0, 'Second.'],
  ]);
  const uttered = {
    results: { ...stereo.results, utterances: [{ start: 2, end: 3, transcript: 'All of it.', channel: 1 }] },
  };
  expect(said('json', JSON.stringify(uttered))).toEqual([[2000, 1, 'All of it.']]);
});

test('the JSON of a call analytics is put in order, with its roles and its categories', () => {
  const turn = (role: string, begin: number, content: string) => ({
    ParticipantRole: role,
    BeginOffsetMillis: begin,
    EndOffsetMillis: begin + 500,
    Content: content,
    Sentiment: 'NEUTRAL',
  });
  const text = JSON.stringify({
    Transcript: [turn('CUSTOMER', 2000, 'I want my money.'), turn('AGENT', 100, 'Good day.')],
    Categories: { MatchedCategories: ['complaint', 'complaint', ' refund ', 3] },
  });
  expect(parseTranscript('json', text)).toMatchObject({
    format: 'aws-json',
    categories: ['complaint', 'refund'],
  });
  expect(said('json', text)).toEqual([
    [100, 'AGENT', 'Good day.'],
    [2000, 'CUSTOMER', 'I want my money.'],
  ]);
});

test('plain text is read line by line; settings, tables and markup are no words', () => {
  expect(parseTranscript('txt', 'Anna: Guten Tag.\r\n\r\nTom: Wer ist da?\n')).toMatchObject({
    format: 'text',
    segments: [
      { speaker: 'Anna', text: 'Guten Tag.' },
      { speaker: 'Tom', text: 'Wer ist da?' },
    ],
  });
  expect(said('txt', 'שלום, מדבר דוד')).toEqual([[0, null, 'שלום, מדבר דוד']]);
  for (const text of [
    '[message]\norigmailbox=101\n',
    'duration=3\nflag=\n',
    '<call id="1"/>',
    '{"a": "some words"}',
    '1709649015\n',
    'a;b;c;1;2;3;;;;;\n',
    'words\u0000words',
    '   \n',
  ]) {
    expect(parseTranscript('txt', text), text).toBeNull();
  }
});

test('what is no transcript is none, however deep or strange', () => {
  const strange = [
    '',
    '{',
    '[]',
    '{}',
    'null',
    '{"segments":{}}',
    '{"segments":[null,1,{"start":"0"}]}',
    '{"segments":[{"start":-1,"end":1,"text":"x"}]}',
    '{"results":{"channels":[{"alternatives":{}},null,{"alternatives":[{"words":[{"start":"x"}]}]}]}}',
    '{"results":[]}',
    '{"Transcript":[{"Content":1}],"Categories":[]}',
  ];
  for (const text of [
    ...strange,
    '['.repeat(200_000),
    `{"segments":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  ]) {
    expect(parseTranscript('json', text), text.slice(0, 40)).toBeNull();
  }
  for (const text of [
    '',
    'x',
    '00:00:01,000 -> 00:00:02,000\nx',
    '00:00:01,000 --> 00:00:02,000\n\n',
    '99999:00:00,0 --> 0',
  ]) {
    expect(parseTranscript('srt', text), text).toBeNull();
  }
  expect(
    said('json', '{"segments":[{"start":0,"end":1,"text":"x","__proto__":{"speaker":"evil"}}]}'),
  ).toEqual([[0, null, 'x']]);
});

test('a transcript without end is cut', () => {
  const block = '1\n00:00:01,000 --> 00:00:02,000\nx\n\n';
  expect(parseTranscript('srt', block.repeat(60_000))?.segments.length).toBeLessThanOrEqual(50_001);
  const words = Array.from({ length: 200_000 }, (_, n) => ({ word: 'x', start: n, end: n }));
  const endless = JSON.stringify({ results: { channels: [{ alternatives: [{ words }] }] } });
  expect(parseTranscript('json', endless)?.segments.length).toBeLessThanOrEqual(50_000);
});
