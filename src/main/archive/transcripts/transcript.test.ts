import { expect, test } from 'vitest';
import { parseTranscript } from './transcript';

test('SRT is read with its times, its speakers, and without its marks', () => {
  const text =
    '\uFEFF1\r\n00:00:01,500 --> 00:00:04,000\r\nAnna Lee: <i>Good</i> morning,\r\nhow are you?\r\n\r\n2\r\n01:00:00.250 --> 01:00:01.000\r\n[Tom] Fine.\r\n';
  expect(parseTranscript('srt', text)).toEqual({
    format: 'srt',
    segments: [
      { startMs: 1500, endMs: 4000, speaker: 'Anna Lee', text: 'Good morning, how are you?' },
      { startMs: 3_600_250, endMs: 3_601_000, speaker: 'Tom', text: 'Fine.' },
    ],
  });
});

test('a sentence that begins like a name is no speaker where the others have none', () => {
  const text = ['Yes: I do.', 'Well then', 'Good bye']
    .map((said, n) => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${said}\n`)
    .join('\n');
  expect(parseTranscript('srt', text)?.segments.map((segment) => segment.speaker)).toEqual([
    null,
    null,
    null,
  ]);
});

test('the JSON of Whisper and WhisperX is read', () => {
  const segments = [
    {
      start: 0.5,
      end: 2.25,
      text: ' Hello.',
      words: [{ word: 'Hello', start: 0.5, end: 1, probability: 0.9 }],
    },
    { start: 3, end: 4, text: 'Bye', speaker: 'SPEAKER_01' },
  ];
  expect(parseTranscript('json', JSON.stringify({ text: '', segments, language: 'en' }))).toEqual({
    format: 'whisper-json',
    segments: [
      { startMs: 500, endMs: 2250, speaker: null, text: 'Hello.' },
      { startMs: 3000, endMs: 4000, speaker: 'SPEAKER_01', text: 'Bye' },
    ],
  });
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
    parseTranscript('json', '{"segments":[{"start":0,"end":1,"text":"x","__proto__":{"speaker":"evil"}}]}')
      ?.segments,
  ).toEqual([{ startMs: 0, endMs: 1000, speaker: null, text: 'x' }]);
});

test('a transcript without end is cut', () => {
  const block = '1\n00:00:01,000 --> 00:00:02,000\nx\n\n';
  expect(parseTranscript('srt', block.repeat(60_000))?.segments.length).toBeLessThanOrEqual(50_001);
});
