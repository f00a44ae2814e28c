// An administrator explains a name and fields: what he is told beforehand is what the scan then makes of the files.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NamePattern, PatternKind, PatternPart, SourceReading } from '../../shared/source-reading';
import { Archive } from './scan.test-support';
import { tryReading } from './try-reading';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

const text = (value: string): PatternPart => ({ kind: 'text', text: value, chars: 'any', min: 0, max: 255 });
const part = (kind: PatternKind, width?: number): PatternPart => ({
  ...{ kind, text: '', chars: 'word' as const },
  min: width ?? 0,
  max: width ?? 255,
});
const PATTERN: NamePattern = {
  parts: [
    ...[text('K'), part('date', 8), text('-'), part('time', 6), text('_'), part('direction'), text('_')],
    ...[part('extension'), text('_'), part('other')],
  ],
  dateOrder: 'day-first',
  folder: 'group',
};
const attempt = (reading: SourceReading) =>
  tryReading({ archiveDir: archive.dir, timeZone: 'Europe/Berlin', reading });

test('a pattern says beforehand how many names it fits, and the scan reads them so', () => {
  for (let n = 0; n < 40; n += 1)
    archive.write(`600/K05032024-14301${n % 10}_out_20${n % 5}_0301234${n}.wav`);
  archive.write('600/else.wav');
  const before = attempt({ pattern: null, mapping: [] });
  expect(before).toMatchObject({ filesLooked: 41, matched: 0, notUnderstood: 41, isWhole: true });
  expect(before.examples.map((example) => example.isMatched)).toEqual([false, false]);
  const reading = { pattern: PATTERN, mapping: [] };
  const tried = attempt(reading);
  expect(tried).toMatchObject({ filesLooked: 41, matched: 40, notUnderstood: 1 });
  expect(tried.examples.find((example) => example.isMatched)).toMatchObject({
    direction: 'outbound',
    group: '600',
    folder: '600',
  });
  archive.scan({}, { reading });
  expect(archive.row('600/K05032024-143012_out_202_03012342.wav')).toMatchObject({
    reader: 'pattern',
    startedAtMs: Date.parse('2024-03-05T13:30:12Z'),
    direction: 1,
    owner: '202',
    group: '600',
    foundBy: ['name pattern', 'folder name'],
    parties: [
      { role: 'caller', number: '202', numberKind: 'extension' },
      { role: 'called', number: '03012342', numberKind: 'external' },
    ],
  });
  expect(archive.rows().filter((row) => row.reader === 'pattern')).toHaveLength(40);
});

test('what nobody understands comes first, the commonest form before the others, then what a phone system wrote, then what the pattern fits', () => {
  archive.write('600/K05032024-143010_out_201_0301234567.wav');
  archive.write('600/out-0301234567-201-20240305-143010-1709645410.1.wav');
  archive.write('600/call of 201.wav');
  for (const n of [1, 2, 3]) archive.write(`600/tape${n}.wav`);
  const { examples, notUnderstood } = attempt({ pattern: PATTERN, mapping: [] });
  expect(notUnderstood).toBe(4);
  expect(examples.map(({ fileName, reader }) => [fileName.slice(0, 4), reader])).toEqual([
    ['tape', null],
    ['call', null],
    ['out-', 'freepbx'],
    ['K050', 'pattern'],
  ]);
});

test('of plain names of one form, one that is not understood is shown beside one that is', () => {
  archive.write('a/call 201 0301234567.wav');
  archive.write('a/call 7 0301234567.wav');
  const { examples, notUnderstood } = attempt({ pattern: null, mapping: [] });
  expect(notUnderstood).toBe(1);
  expect(examples.map(({ reader }) => reader)).toEqual([null, 'generic']);
});

test('a name whose parts are no date is another name', () => {
  archive.write('600/K99992024-143010_out_201_0301234567.wav');
  expect(attempt({ pattern: PATTERN, mapping: [] }).matched).toBe(0);
});

test('fields are listed with an example and what they are taken for, and a mapping changes that', () => {
  for (const n of [1, 2, 3]) {
    archive.write(`a/${n}.wav`);
    archive.write(
      `a/${n}.xml`,
      `<r><begin>2024-03-05 14:30:1${n}</begin><zz>20${n}</zz><peer>0301234567</peer></r>`,
    );
  }
  const fields = (reading: SourceReading) =>
    attempt(reading).fields.map(({ path, files, field }) => [path, files, field]);
  expect(fields({ pattern: null, mapping: [] })).toEqual([
    ['r/begin', 3, 'startedAt'],
    ['r/zz', 3, null],
    ['r/peer', 3, null],
  ]);
  const mapping = [
    { path: 'r/zz', field: 'callerNumber' as const },
    { path: 'r/peer', field: 'calledNumber' as const },
  ];
  expect(fields({ pattern: null, mapping }).at(-1)).toEqual(['r/peer', 3, 'calledNumber']);
  archive.scan({}, { reading: { pattern: null, mapping } });
  expect(archive.row('a/2.wav')).toMatchObject({ direction: 1, owner: '202', foundBy: ['details file'] });
});
