import { expect, test } from 'vitest';
import { countDays } from './chunk-days';
import { decodeDayRuns, encodeDayRuns, NO_SECOND } from './day-runs';
import { LocalDays } from './local-days';
import { CHUNK, countBits, countBitsBetween, setBit, WORDS_PER_CHUNK } from './postings';
import type { ChunkSet } from './postings-union';

const days = new LocalDays();

/** The second of a moment of the computer's own calendar. */
function secOf(day: number, hour: number): number {
  return new Date(2024, 2, day, hour).getTime() / 1000;
}

function setOf(members: readonly number[], seconds: Uint32Array): ChunkSet {
  const bits = new Uint32Array(WORDS_PER_CHUNK);
  for (const member of members) setBit(bits, member);
  const known = seconds.filter((sec) => sec !== NO_SECOND);
  const chunk = { number: 0, version: 1, minSec: Math.min(...known), maxSec: Math.max(...known) };
  return { chunk, bits, count: countBits(bits) };
}

/** What follows each other: a folder of a day in no order, one of the next, one ordinal that is nobody's, and the first day again. */
const SECONDS = Uint32Array.from([
  ...[secOf(4, 9), secOf(4, 0), secOf(4, 23)],
  ...[secOf(5, 12), NO_SECOND, secOf(5, 1)],
  ...[secOf(4, 5)],
]);
/** Of ordinals that somebody has. */
const MEMBERS = [0, 1, 2, 3, 5, 6];
const EXPECTED = { '2024-03-04': 4, '2024-03-05': 2 };

function countedBy(contents: Parameters<typeof countDays>[1]): Record<string, number> {
  const counts = countDays(setOf(MEMBERS, SECONDS), contents, days);
  return Object.fromEntries([...counts].map(([day, count]) => [days.nameOf(day), count]));
}

test('what follows each other on a day is one run, with the bounds of its seconds', () => {
  expect(decodeDayRuns(encodeDayRuns(SECONDS))).toEqual([
    { start: 0, minSec: secOf(4, 0), maxSec: secOf(4, 23) },
    { start: 3, minSec: secOf(5, 1), maxSec: secOf(5, 12) },
    { start: 6, minSec: secOf(4, 5), maxSec: secOf(4, 5) },
  ]);
});

test('runs tell the days without a look at the seconds', () => {
  const dayRunsOf = () => decodeDayRuns(encodeDayRuns(SECONDS));
  expect(countedBy({ dayRunsOf, secondsOf: () => expect.fail('The seconds were read.') })).toEqual(EXPECTED);
});

test('runs of another calendar, and days in disorder, leave it to the seconds', () => {
  const other = () => [{ start: 0, minSec: secOf(4, 0), maxSec: secOf(5, 12) }];
  const seconds = new Uint32Array(CHUNK);
  seconds.set(SECONDS);
  expect(countedBy({ dayRunsOf: other, secondsOf: () => seconds })).toEqual(EXPECTED);
  expect(countedBy({ dayRunsOf: () => undefined, secondsOf: () => seconds })).toEqual(EXPECTED);
  const disorder = Uint32Array.from({ length: 200 }, (_, n) => secOf(1 + (n % 2), 3));
  expect(decodeDayRuns(encodeDayRuns(disorder))).toBeUndefined();
});

test('bits are counted between any two members', () => {
  const members = [0, 31, 32, 63, 64, 1000, CHUNK - 1];
  const { bits } = setOf(members, SECONDS);
  const ends = [0, 1, 31, 32, 33, 64, 65, 999, 1001, CHUNK - 1, CHUNK];
  for (const from of ends) {
    for (const until of ends.filter((end) => end >= from)) {
      const expected = members.filter((member) => member >= from && member < until).length;
      expect(countBitsBetween(bits, from, until), `${from} to ${until}`).toBe(expected);
    }
  }
});
