import { expect, it } from 'vitest';
import { toSoundFact } from './sound-fact';

const sound = (loudest: readonly number[], seconds = 10) => ({
  peaks: { sampleRateHz: 8000, framesPerBucket: 160, totalFrames: seconds * 8000, channels: [] },
  loudest,
});

it('calls a recording silent where no sample of any channel is louder than -55 dBFS', () => {
  expect(toSoundFact(sound([58]))?.kind).toBe('silent');
  expect(toSoundFact(sound([58, 0]))?.kind).toBe('silent');
  expect(toSoundFact(sound([59]))).toBeNull();
});

it('calls it one-sided where one of two channels is silent, and says which', () => {
  expect(toSoundFact(sound([20_000, 3]))).toEqual({
    kind: 'one-sided',
    detail: 'Channel 2 of 2 holds no sample louder than -55 dBFS; the other does.',
  });
  expect(toSoundFact(sound([3, 20_000]))?.detail).toContain('Channel 1 of 2');
  expect(toSoundFact(sound([500, 20_000]))).toBeNull();
});

it('says nothing of what lasts two seconds or less', () => {
  expect(toSoundFact(sound([0, 0], 2))).toBeNull();
  expect(toSoundFact(sound([0, 0], 2.01))?.kind).toBe('silent');
});
