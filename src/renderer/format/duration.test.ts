import { describe, expect, it } from 'vitest';
import { toShortDuration, toSpokenDuration } from './duration';

describe('a length', () => {
  it('shows hours only where there are some', () => {
    expect(toShortDuration(0)).toBe('0:00');
    expect(toShortDuration(252_900)).toBe('4:12');
    expect(toShortDuration(3_723_000)).toBe('1:02:03');
  });

  it('is spoken in the words of the language', () => {
    expect(toSpokenDuration(3_723_000, 'en-GB')).toBe('1 hour, 2 minutes, 3 seconds');
    expect(toSpokenDuration(61_000, 'de')).toBe('1 Minute, 1 Sekunde');
    expect(toSpokenDuration(0, 'en')).toBe('0 seconds');
  });
});
