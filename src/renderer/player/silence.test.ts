import { describe, expect, it } from 'vitest';
import { findSilenceAt, findSilences } from './silence';
import type { Wave } from './wave';

/** Ten buckets a second; each character is one bucket of one channel: `.` silent, `x` speech. */
function toWave(...channels: readonly string[]): Wave {
  const peaks = channels.map((text) => Uint8Array.from([...text].map((one) => (one === 'x' ? 60 : 1))));
  return { channels: peaks, buckets: peaks[0]!.length, bucketsPerSecond: 10 };
}

describe('silence', () => {
  it('is where no channel speaks for two seconds, less a margin at both ends', () => {
    const wave = toWave('xxxxx' + '.'.repeat(30) + 'xxxxx');
    expect(findSilences(wave)).toEqual([{ fromMs: 800, untilMs: 3200 }]);
  });

  it('is not where the other side speaks, nor in a breath', () => {
    expect(findSilences(toWave('x' + '.'.repeat(30), '.'.repeat(15) + 'x' + '.'.repeat(15)))).toEqual([]);
    expect(findSilences(toWave('x' + '.'.repeat(19) + 'x'))).toEqual([]);
  });

  it('is found by a position within it only', () => {
    const spans = findSilences(toWave('x' + '.'.repeat(40) + 'x'));
    expect(findSilenceAt(spans, 200)).toBeUndefined();
    expect(findSilenceAt(spans, 1000)).toEqual({ fromMs: 400, untilMs: 3800 });
    expect(findSilenceAt(spans, 3800)).toBeUndefined();
  });
});
