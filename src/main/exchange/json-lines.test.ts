import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findEntryLines } from './json-lines';

it('finds the line of each entry, however the text is laid out', () => {
  const text = `{"a":
 [ {"x":[1,
 {"a":2}]} ,
 "[{\\"a\\":", 3
 ], "b":{"c":1},
 "d": [],"e":
 "x"}`;
  expect(Object.fromEntries(findEntryLines(text))).toEqual({ a: [2, 4, 4], b: [5], d: [], e: [7] });
});

it('finds as many entries as there are, in any JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat({ max: 4 }), (whole, indent) => {
      const lines = findEntryLines(JSON.stringify(whole, null, indent));
      for (const [key, value] of Object.entries(whole))
        expect(lines.get(key)).toHaveLength(Array.isArray(value) ? value.length : 1);
    }),
  );
});
