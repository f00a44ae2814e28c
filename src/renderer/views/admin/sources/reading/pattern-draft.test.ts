import { describe, expect, it } from 'vitest';
import { findParts, guessPattern, toBase, toPattern, withJoined, withKind, withSplit } from './pattern-draft';

const brief = (name: string) => {
  const pattern = guessPattern(name);
  return (findParts(pattern, name) ?? [])
    .map(({ text, kind }) => (kind === 'text' ? text : `${text}:${kind}`))
    .join(' ');
};

describe('a first guess', () => {
  it.each([
    [
      'REC_20240305_143015_in_201_+4930123456',
      'REC _ 20240305:date _ 143015:time _ in:direction _ 201:any _ +4930123456:any',
    ],
    ['20240305T143015-ab12cd34ef', '20240305:date T:any 143015:any - ab12cd34ef:any'],
    ['1709645415 call201', '1709645415:epochSec   call:any 201:any'],
    ['20240305143015', '20240305143015:dateTime'],
  ])('cuts %s', (name, expected) => {
    expect(brief(name)).toBe(expected);
  });

  it('tells the order of a date from a day that is no month', () => {
    expect(guessPattern('25122024_1430').dateOrder).toBe('day-first');
    expect(guessPattern('12252024_1430').dateOrder).toBe('month-first');
  });
});

describe('a part', () => {
  it('takes every name of the form once it is explained', () => {
    const name = 'REC_20240305_143015_in_201_0301234567';
    const parts = findParts(guessPattern(name), name) ?? [];
    const pattern = toPattern(withKind(withKind(parts, 8, 'extension'), 10, 'other'), guessPattern(name));
    const other = findParts(pattern, 'REC_20250101_080000_out_1234_');
    expect(other?.filter((part) => part.kind !== 'text').map((part) => part.text)).toEqual([
      '20250101',
      '080000',
      'out',
      '1234',
      '',
    ]);
    expect(findParts(pattern, 'XYZ_20250101_080000_out_1234_')).toBeUndefined();
  });

  it('is joined with the next and split in two', () => {
    const parts = [
      { text: '20', kind: 'any' as const },
      { text: '-', kind: 'text' as const },
      { text: '24', kind: 'any' as const },
    ];
    expect(withJoined(parts, 0)).toEqual([{ text: '20-', kind: 'any' }, parts[2]]);
    expect(withJoined(parts, 1)).toEqual([parts[0], { text: '-24', kind: 'any' }]);
    expect(
      withSplit([{ text: '20120240305', kind: 'any' }], 0, 3).map(({ text, kind }) => [text, kind]),
    ).toEqual([
      ['201', 'any'],
      ['20240305', 'date'],
    ]);
  });

  it('has no ending of a file', () => {
    expect([toBase('a.b.wav'), toBase('a'), toBase('.wav')]).toEqual(['a.b', 'a', '.wav']);
  });
});
