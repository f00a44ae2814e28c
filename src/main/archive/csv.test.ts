import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsvRecord } from './csv';

function readAll(text: string): (readonly string[] | null)[] {
  const records: (readonly string[] | null)[] = [];
  for (let at = 0; at < text.length;) {
    const record = readCsvRecord(text, at, true);
    if (record === null) throw new Error('the last record has no end');
    expect(record.end).toBeGreaterThan(at);
    records.push(record.fields);
    at = record.end;
  }
  return records;
}

test('quotes are doubled inside quotes, and a backslash is a backslash', () => {
  expect(readAll('"""Fa. \\""Krause & Söhne\\"", Einkauf"" <+49>",5,\n"a","",\'b\'\r\n')).toEqual([
    ['"Fa. \\"Krause & Söhne\\", Einkauf" <+49>', '5', ''],
    ['a', '', "'b'"],
  ]);
});

test('whatever is written comes back', () => {
  const field = fc.string({
    maxLength: 20,
    unit: fc.constantFrom('"', ',', '\n', '\r', '\\', 'a', 'ü', ' ', '😀'),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const isTooManyLines = rows.flat().some((text) => text.split('\n').length > 6);
        fc.pre(!isTooManyLines);
        const text = rows
          .map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\n`)
          .join('');
        expect(readAll(text)).toEqual(rows);
      },
    ),
  );
});

test('any text at all is read to its end, without hanging', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400, unit: fc.constantFrom('"', ',', '\n', 'a', '\r') }),
      (text) => void readAll(text),
    ),
  );
  expect(readAll(`"${'x'.repeat(200_000)}`)).toEqual([null]);
  const lost = `"lost,1\n${'a,b\n'.repeat(30)}`;
  expect(readAll(lost).filter((record) => record !== null)).toHaveLength(30);
});

test('a record that is not whole yet waits for the rest', () => {
  expect(readCsvRecord('"a","b', 0, false)).toBeNull();
  expect(readCsvRecord('a,b', 0, false)).toBeNull();
  expect(readCsvRecord('"a\nb",c\n', 0, false)).toEqual({ fields: ['a\nb', 'c'], end: 8 });
});
