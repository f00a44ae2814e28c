import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellType } from './cell-text';
import { fromCell, fromText, toCell, toText } from './cell-text';

describe('a cell', () => {
  it.each(['+49 30 201', '=1+1', '-5', '@home', '\tx', '\rx', '＝1', '＋49', "'=1", "''+1"])(
    'never begins as a formula, and comes back as it was: %j',
    (text) => {
      expect(toCell(text)).toMatch(/^'/);
      expect(fromCell(toCell(text))).toBe(text);
    },
  );

  it('that is no formula stays as it is, an apostrophe of a name too', () => {
    for (const text of ["'t Hart", 'Ann', '', '201', "O'Brien", 'a=b']) {
      expect(toCell(text)).toBe(text);
      expect(fromCell(text)).toBe(text);
    }
  });

  it('that somebody typed without an apostrophe is taken as it is', () => {
    expect(fromCell('+4930201')).toBe('+4930201');
  });

  it('comes back whatever its text was', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', 'a', '＝') }));
    fc.assert(fc.property(text, (typed) => fromCell(toCell(typed)) === typed));
    fc.assert(fc.property(text, (typed) => !/^[=+\-@\t\r\n＝＋－＠]/.test(toCell(typed))));
  });
});

const name = fc
  .string({ unit: fc.constantFrom(';', '|', '\\', ' ', '2', 'a', "'") })
  .map((text) => `x${text}x`);
const time = fc.constantFrom(null, '2026-01-01T00:00:00Z');

describe('a list in one cell', () => {
  const types: readonly [CellType, fc.Arbitrary<never>][] = [
    [{ is: 'list' }, fc.array(name) as fc.Arbitrary<never>],
    [
      { is: 'periods', of: 'extension' },
      fc.array(fc.record({ extension: name, from: time, until: time })) as fc.Arbitrary<never>,
    ],
    [
      { is: 'groups' },
      fc.array(fc.record({ group: name, withMembers: fc.boolean() })) as fc.Arbitrary<never>,
    ],
  ];
  it.each(types)('comes back with every character of its names: %j', (type, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(fromText(type, toText(type, value))).toEqual(value);
      }),
    );
  });

  it('drops empty entries, and reads yes and no as spreadsheets write them', () => {
    expect(fromText({ is: 'list' }, ';;201; ;')).toEqual(['201']);
    expect(['TRUE', 'wahr', '1', 'Nein'].map((text) => fromText({ is: 'flag' }, text))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(fromText({ is: 'flag' }, 'perhaps')).toBe('perhaps');
  });
});
