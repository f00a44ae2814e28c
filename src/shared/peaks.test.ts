import { describe, expect, it } from 'vitest';
import { MAX_BUCKETS, decodePeaks, encodePeaks, toFramesPerBucket } from './peaks';

const peaks = {
  sampleRateHz: 8000,
  framesPerBucket: 160,
  totalFrames: 500,
  channels: [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(0, 127, 0, 9)],
};

describe('a stored wave', () => {
  it('comes back as it was, from the middle of other bytes too', () => {
    expect(decodePeaks(encodePeaks(peaks))).toEqual(peaks);
    const inside = new Uint8Array([9, 9, 9, ...encodePeaks(peaks)]).subarray(3);
    expect(decodePeaks(inside)).toEqual(peaks);
  });

  it('is refused where it is cut, longer, of another version or nothing', () => {
    const bytes = encodePeaks(peaks);
    for (const damaged of [
      new Uint8Array(0),
      bytes.subarray(0, 10),
      bytes.subarray(0, bytes.length - 1),
      new Uint8Array([...bytes, 0]),
      Uint8Array.from(bytes, (byte, index) => (index === 0 ? 2 : byte)),
      Uint8Array.from(bytes, (byte, index) => (index >= 8 && index < 12 ? 0 : byte)),
      Uint8Array.from(bytes, (byte, index) => (index >= 12 && index < 20 ? 0xff : byte)),
    ]) {
      expect(() => decodePeaks(damaged)).toThrow(RangeError);
    }
  });

  it('has fifty buckets a second, and from 22 minutes on as many as it may have', () => {
    expect(toFramesPerBucket(8000, 8000 * 60)).toBe(160);
    expect(toFramesPerBucket(16_000, 16_000 * 60)).toBe(320);
    const hour = 8000 * 3600;
    expect(Math.ceil(hour / toFramesPerBucket(8000, hour))).toBeLessThanOrEqual(MAX_BUCKETS);
    expect(toFramesPerBucket(10, 5)).toBe(1);
  });
});
