import { expect, it } from 'vitest';
import { parseNames } from './names-csv';

it('names are read with commas, semicolons or tabs, with and without a heading', () => {
  const names = [
    { number: '01711234567', name: 'Plumber, at night' },
    { number: '+49 89 200300', name: 'Town "old" hall' },
  ];
  for (const text of [
    '\uFEFFNumber,Name\r\n01711234567,"Plumber, at night"\r\n+49 89 200300,"Town ""old"" hall"\r\n',
    '01711234567;Plumber, at night\n"+49 89 200300";"Town ""old"" hall";and more\n\n',
    'Number\tName\n01711234567\tPlumber, at night\n+49 89 200300\tTown "old" hall',
  ])
    expect(parseNames(text)).toEqual({ names, wrong: [] });
});

it('a number that is there twice gets the later name', () => {
  expect(parseNames('201,Ann\n201,Bob').names).toEqual([{ number: '201', name: 'Bob' }]);
});

it('what is no number with a name is told by its line', () => {
  expect(parseNames(`Number,Name\nAnn,201\n202,\n203,Bob\n204,${'x'.repeat(201)}`)).toEqual({
    names: [{ number: '203', name: 'Bob' }],
    wrong: [
      { line: 2, text: 'Ann,201' },
      { line: 3, text: '202,' },
      { line: 5, text: `204,${'x'.repeat(76)}` },
    ],
  });
});

it('a first line that is a number without a name is no heading', () => {
  expect(parseNames('201').wrong).toEqual([{ line: 1, text: '201' }]);
});
