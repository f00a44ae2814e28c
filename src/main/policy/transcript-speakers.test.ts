import { expect, test } from 'vitest';
import type { Party, TranscriptSegment } from '../../shared/model';
import { nameSpeakers } from './transcript-speakers';

const ann: Party = { role: 'called', number: '201', numberKind: 'extension', name: 'Ann', channel: 1 };
const caller: Party = { role: 'caller', number: '15550100', numberKind: 'external', name: 'Bob', channel: 0 };
const group: Party = { role: 'called', number: '700', numberKind: 'group', name: 'Sales', channel: null };

function speakerOf(parties: readonly Party[], told: Partial<TranscriptSegment>): string | undefined {
  const segment = { startMs: 0, endMs: 1, speaker: null, channel: null, text: 'Hello', ...told };
  const named = nameSpeakers({ format: 'srt', categories: [], segments: [segment] }, parties);
  return named.segments[0]?.party?.name ?? undefined;
}

test('whoever speaks on a channel of the sound speaks in what the transcript has from that channel', () => {
  expect(speakerOf([ann, caller], { channel: 1, speaker: 'CUSTOMER' })).toBe('Ann');
  expect(speakerOf([ann, caller], { channel: 2 })).toBeUndefined();
});

test('the agent is the one of the house, the customer the other', () => {
  expect(speakerOf([caller, ann, group], { speaker: 'AGENT' })).toBe('Ann');
  expect(speakerOf([caller, ann, group], { speaker: 'Customer ' })).toBe('Bob');
});

test('a speaker called by a name or number of a party is that party', () => {
  expect(speakerOf([ann, caller], { speaker: 'ann' })).toBe('Ann');
  expect(speakerOf([ann, caller], { speaker: '15550100' })).toBe('Bob');
  expect(speakerOf([ann, caller], { speaker: 'SPEAKER_00' })).toBeUndefined();
});

test('where two of the house speak, neither is named for the agent', () => {
  const tom: Party = { ...ann, number: '202', name: 'Tom' };
  expect(speakerOf([ann, tom, caller], { speaker: 'agent' })).toBeUndefined();
  expect(speakerOf([ann, tom, caller], { speaker: 'Tom' })).toBe('Tom');
});
