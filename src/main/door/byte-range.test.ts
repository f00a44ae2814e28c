import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toByteRange } from './byte-range';

describe('a range of a file of 100 bytes', () => {
  it.each([
    [null, 'whole'],
    ['bytes=0-', { start: 0, endExclusive: 100 }],
    ['bytes=0-0', { start: 0, endExclusive: 1 }],
    ['bytes=99-', { start: 99, endExclusive: 100 }],
    ['bytes=10-19', { start: 10, endExclusive: 20 }],
    ['bytes=10-999999999999999', { start: 10, endExclusive: 100 }],
    ['bytes=-1', { start: 99, endExclusive: 100 }],
    ['bytes=-1000', { start: 0, endExclusive: 100 }],
    ['Bytes=5-6', { start: 5, endExclusive: 7 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=999999999999999-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
  ])('%j is %j', (header, expected) => {
    expect(toByteRange(header, 100)).toEqual(expected);
  });

  it.each([
    'bytes=',
    'bytes=-',
    'bytes=5-4',
    'bytes=--1',
    'bytes=0-1,3-4',
    'bytes=1e3-',
    'bytes=0x10-',
    'bytes=99999999999999999999999-',
    'items=0-1',
    'bytes 0-1',
    '0-1',
    `bytes=${'0-1,'.repeat(5000)}`,
  ])('the malformed, foreign or multiple %.40j is ignored, as the standard tells', (header) => {
    expect(toByteRange(header, 100)).toBe('whole');
  });

  it('has no byte to give of an empty file', () => {
    expect(toByteRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(toByteRange('bytes=-5', 0)).toBe('unsatisfiable');
  });
});

it('never leaves the file, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
        fc.nat().map((n) => `bytes=-${n}`),
      ),
      fc.nat(),
      (header, sizeBytes) => {
        const answer = toByteRange(header, sizeBytes);
        if (typeof answer === 'string') return;
        expect(answer.start).toBeGreaterThanOrEqual(0);
        expect(answer.start).toBeLessThan(answer.endExclusive);
        expect(answer.endExclusive).toBeLessThanOrEqual(sizeBytes);
      },
    ),
    { numRuns: 2000 },
  );
});
