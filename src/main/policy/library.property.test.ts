import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordingFilter } from '../../shared/contract';
import type { RecordingFacets, RecordingRow } from '../../shared/model';
import { openCatalog } from '../catalog/database';
import { toRecordingId } from '../catalog/recording-id';
import { putRecordings } from '../catalog/recording-writer';
import type { DraftRecording } from '../archive/draft';
import { Library } from './library';
import { toLibraryWorld } from './library-world';
import { oracleAllows } from './oracle.test-support';
import type { Call } from './random-organisation.test-support';
import {
  calls,
  directory,
  factsOf,
  filter,
  folded,
  hearing,
  holdsOf,
  NAMED,
  NUMBERS,
  viewer,
} from './random-organisation.test-support';
import type { Viewer } from './viewer';

const RUNS = process.env['HEARBACK_LONG'] === '1' ? 2000 : 100;

const uidOf = (organisationId: number) => `uid${organisationId}`;
const idOf = (call: Call) => toRecordingId(uidOf(call.organisationId), call.draft.path);
const sources = {
  findSource: (sourceId: number) => ({
    uid: uidOf(sourceId),
    name: 'PBX',
    timeZone: 'UTC',
    presence: 'present' as const,
  }),
};

function partyNumbersOf(told: DraftRecording): string[] {
  return told.parties.map((party) => party.number).filter((number) => number !== '');
}

function numbersOf(told: DraftRecording): string[] {
  const others = [told.owner, told.group, told.line, told.accountCode].filter((number) => number !== null);
  return [...partyNumbersOf(told), ...others].filter((number) => number !== '');
}

const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** One typed word against one call, by the plain meaning of the search: beginnings of words, parts of numbers, names of people then. */
function isFound(typed: string, { draft: told }: Call, who: Viewer): boolean {
  const spoken = who.organisation.conversationAnalysis
    ? (told.transcript?.segments ?? []).map((each) => each.text)
    : [];
  const numbers = numbersOf(told);
  const digits = numbers.map((number) => number.replace(/[^0-9]/g, ''));
  const names = told.parties.flatMap((party) => party.name ?? []);
  const words = wordsIn([...names, ...numbers, ...digits, ...spoken]);
  const word = folded(typed);
  if (words.some((each) => (word.length === 1 ? each === word : each.startsWith(word)))) return true;
  if (/^[0-9]+$/.test(typed)) return typed.length >= 3 && digits.some((each) => each.includes(typed));
  const atSec = Math.floor(told.startedAtMs / 1000);
  return NAMED.some(
    (named) =>
      named.name.startsWith(word) &&
      numbers.includes(named.number) &&
      atSec >= (named.fromSec ?? 0) &&
      atSec < (named.untilSec ?? Infinity),
  );
}

function isTextFound(text: string, call: Call, who: Viewer): boolean {
  const words = text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  const runs: string[][] = [];
  words.forEach((word, n) => {
    const isNumber = /^[0-9]+$/.test(word);
    if (isNumber && n > 0 && /^[0-9]+$/.test(words[n - 1] ?? '')) runs.at(-1)?.push(word);
    else runs.push([word]);
  });
  return runs.every(
    (run) => isFound(run.join(''), call, who) || run.every((word) => isFound(word, call, who)),
  );
}

function passes(asked: RecordingFilter, call: Call, who: Viewer): boolean {
  const told = call.draft;
  const hasScreen = oracleAllows(who, 'seeScreen', factsOf(call));
  const hasTranscript = told.transcript !== null && oracleAllows(who, 'readTranscript', factsOf(call));
  const length = told.durationMs;
  return (
    (!asked.text || isTextFound(asked.text, call, who)) &&
    (!asked.kinds?.length || asked.kinds.includes(told.kind)) &&
    (!asked.directions?.length || asked.directions.includes(told.direction)) &&
    (asked.fromMs === undefined || told.startedAtMs >= asked.fromMs) &&
    (asked.untilMs === undefined || told.startedAtMs < asked.untilMs) &&
    (asked.minDurationMs === undefined || (length !== null && length >= asked.minDurationMs)) &&
    (asked.maxDurationMs === undefined || (length !== null && length <= asked.maxDurationMs)) &&
    (asked.party === undefined || partyNumbersOf(told).includes(asked.party)) &&
    (asked.group === undefined || factsOf(call).groups.includes(asked.group)) &&
    (asked.line === undefined || told.line === asked.line) &&
    (asked.hasScreen === undefined || asked.hasScreen === hasScreen) &&
    (asked.hasTranscript === undefined || asked.hasTranscript === hasTranscript)
  );
}

/** By the computer's calendar. */
function daysOf(found: readonly Call[]): { day: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { draft: told } of found) {
    const at = new Date(told.startedAtMs);
    const two = (number: number) => String(number).padStart(2, '0');
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, count }));
}

/** Each value counts what the filter with that value would leave. */
function expectFacets(
  facets: RecordingFacets,
  fitting: (part: Partial<RecordingFilter>) => number,
  asked: string,
): void {
  type Counted = readonly [Partial<RecordingFilter>, number | null];
  const counted: readonly Counted[] = [
    ...facets.kinds.map(({ value, count }): Counted => [{ kinds: [value] }, count]),
    ...facets.directions.map(({ value, count }): Counted => [{ directions: [value] }, count]),
    [{ hasTranscript: true }, facets.withTranscript],
    [{ hasScreen: true }, facets.withScreen],
  ];
  for (const [part, count] of counted) {
    if (count !== null) expect(count, `${asked} with ${JSON.stringify(part)}`).toBe(fitting(part));
  }
  for (const subject of ['group', 'line'] as const) {
    const told = facets[`${subject}s`];
    if (told === null) continue;
    const expected = NUMBERS.map((number) => ({ number, count: fitting({ [subject]: number }) }));
    expect(new Map(told.map(({ number, count }) => [number, count])), asked).toEqual(
      new Map(expected.filter(({ count }) => count > 0).map(({ number, count }) => [number, count])),
    );
  }
}

function listAll(
  library: Library,
  asked: RecordingFilter,
  order: 'newest' | 'oldest',
  limit: number,
): RecordingRow[] {
  const rows: RecordingRow[] = [];
  for (let cursor: string | null = null; ;) {
    const page = library.list(asked, order, cursor, limit);
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

test('lists, counts and searches give just what a person may list and has asked for, in order of time', async () => {
  let questions = 0;
  const agree = fc.asyncProperty(
    calls(40),
    fc.tuple(viewer, hearing, hearing, hearing),
    fc.array(filter, { minLength: 12, maxLength: 12 }),
    async (all, people, filters) => {
      const db = openCatalog(':memory:');
      try {
        for (const organisationId of [1, 2]) {
          const drafts = all
            .filter((call) => call.organisationId === organisationId)
            .map((call) => call.draft);
          putRecordings(db, drafts, {
            sourceId: organisationId,
            sourceUid: uidOf(organisationId),
            organisationId,
          });
        }
        const mismatches: string[] = [];
        const world = toLibraryWorld({
          db,
          directory,
          holds: holdsOf(all, idOf),
          sources,
          onMismatch: ({ recordingId }) => mismatches.push(recordingId),
          checkEvery: 1,
        });
        for (const who of people) {
          const library = new Library(world, who);
          const listed = all.filter((call) => oracleAllows(who, 'list', factsOf(call)));
          for (const asked of [{}, ...filters]) {
            questions += 1;
            const expected = listed.filter((call) => passes(asked, call, who));
            const rows = listAll(library, asked, 'newest', 7);
            expect(rows.map((row) => row.id).sort(), JSON.stringify(asked)).toEqual(
              expected.map(idOf).sort(),
            );
            expect(await library.counts().count(asked), JSON.stringify(asked)).toEqual({
              count: expected.length,
              isExact: true,
            });
            const seconds = rows.map((row) => Math.floor(row.startedAtMs / 1000));
            expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
            expect(listAll(library, asked, 'oldest', 5).reverse()).toEqual(rows);
            expect(library.list(asked, 'newest', null, 1000).rows).toEqual(rows);
            for (const row of rows) {
              const call = expected.find((each) => idOf(each) === row.id);
              expect(row.hasScreen).toBe(call !== undefined && oracleAllows(who, 'seeScreen', factsOf(call)));
            }
            if (questions % 3 > 0) continue;
            const counted = await library.counts().histogram(asked);
            expect(counted, JSON.stringify(asked)).toEqual({ days: daysOf(expected), isExact: true });
            const fitting = (part: Partial<RecordingFilter>) =>
              listed.filter((call) => passes({ ...asked, ...part }, call, who)).length;
            expectFacets(await library.counts().facets(asked), fitting, JSON.stringify(asked));
          }
        }
        expect(mismatches).toEqual([]);
      } finally {
        db.close();
      }
    },
  );
  await fc.assert(agree, { numRuns: RUNS });
  process.stdout.write(`library: ${questions} questions agreed\n`);
}, 3_600_000);
