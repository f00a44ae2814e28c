import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallFilter, CallRow } from '../../shared/calls';
import { DISPOSITIONS } from '../../shared/calls';
import { DIRECTIONS } from '../../shared/model';
import type { TimedCall } from '../catalog/calls-writer';
import { putCalls, toCallId } from '../catalog/calls-writer';
import { openCatalog } from '../catalog/database';
import { draft, party, PLACE } from '../catalog/drafts.test-support';
import { putRecordings } from '../catalog/recording-writer';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import type { Directory } from './directory';
import { Library } from './library';
import { toLibraryWorld } from './library-world';
import { holding, NO_HOLDS, person } from './people.test-support';
import type { ExtensionHolding, Viewer } from './viewer';
import { isWithin } from './viewer';

const CALLS = 120;
const EXTENSIONS = ['201', '202', '203'];

let dir: string;
let db: WritableDb;
const calls: TimedCall[] = [];
/** What was recorded of each call, by its reference: the owner of the recording. */
const recordedOf = new Map<string, string>();

const directory: Directory = {
  nameOfExtension: (number, atSec) => (number === '201' ? (atSec < 1060 ? 'Ann' : 'Bob') : null),
  changesOfExtension: (number) => (number === '201' ? [1060] : []),
  nameOfGroup: () => null,
  nameOfLine: () => null,
  numbersOfName: (prefix) =>
    'bob'.startsWith(prefix.toLowerCase()) ? [{ number: '201', fromSec: 1060, untilSec: null }] : [],
};

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-calls-'));
  db = openCatalog(path.join(dir, 'catalog.db'));
  const of = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;
  for (let n = 0; n < CALLS; n += 1) {
    const from = n % 3 === 0 ? `030${1000 + (n % 7)}` : of(EXTENSIONS, n);
    const to = n % 5 === 0 ? '700' : of(EXTENSIONS, n + (n % 4));
    const disposition = of(DISPOSITIONS, n >> 1);
    const startedAtMs = 1_000_000 + n * 1000;
    const answeredAtMs = disposition === 'answered' ? startedAtMs + 500 : null;
    const reference = `${n}.1`;
    calls.push({
      linkedReference: reference,
      startedAtMs,
      answeredAtMs,
      endedAtMs: startedAtMs + 2500,
      direction: of(DIRECTIONS, n >> 2),
      disposition,
      parties: [
        party(from, from.startsWith('0') ? 'external' : 'extension', 'caller', n % 6 === 0 ? 'Dora' : null),
        party(to, to === '700' ? 'group' : 'extension', 'called'),
      ],
      group: to === '700' ? '700' : null,
      line: n % 4 === 0 ? '4930' : null,
      accountCode: null,
      legs: 1,
      wallHour: Math.floor(startedAtMs / 3_600_000),
    });
    if (n % 2 === 0) recordedOf.set(reference, of(EXTENSIONS, n + 1));
  }
  putCalls(db, new Set(calls.map((call) => call.linkedReference)), calls, PLACE);
  const drafts = [...recordedOf].map(([reference, owner]) =>
    draft({
      path: reference,
      startedAtMs: 1_000_000,
      linkedReference: reference,
      owner,
      parties: [party(owner)],
      direction: 'inbound',
    }),
  );
  putRecordings(db, drafts, PLACE);
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const period = fc
  .tuple(
    fc.option(fc.integer({ min: 990, max: 1130 }), { nil: null }),
    fc.option(fc.integer({ min: 990, max: 1130 }), { nil: null }),
  )
  .map(([fromSec, untilSec]) => ({ fromSec, untilSec }));
const holdings = fc.array(
  fc
    .tuple(fc.constantFrom(...EXTENSIONS, '209'), period)
    .map(([number, { fromSec, untilSec }]) => holding(number, fromSec, untilSec)),
  { maxLength: 3 },
);
const viewers = fc
  .record({
    own: holdings,
    shared: holdings,
    isAdministrator: fc.nat(4).map((n) => n === 0),
    replay: fc.boolean(),
    isActive: fc.nat(9).map((n) => n > 0),
    isHere: fc.nat(9).map((n) => n > 0),
  })
  .map(({ own, shared, isAdministrator, replay, isActive, isHere }) =>
    person({
      holdings: own,
      isActive,
      organisationId: isHere ? 1 : 2,
      settings: { replay, replayOwn: true, viewOutbound: true },
      rights: isAdministrator ? ['mediaManagerAdministrator'] : [],
      sharedWithMe: [{ ownerId: 'o', ownerName: 'O', kind: 'history', holdings: shared }],
    }),
  );
const filters: fc.Arbitrary<CallFilter> = fc.record(
  {
    text: fc.constantFrom('dora', '0301', '201', 'bob', '03010 700', 'nobody'),
    directions: fc.subarray([...DIRECTIONS]),
    dispositions: fc.subarray([...DISPOSITIONS]),
    fromMs: fc.integer({ min: 990_000, max: 1_130_000 }),
    untilMs: fc.integer({ min: 990_000, max: 1_130_000 }),
    party: fc.constantFrom('201', '0301001', '700', '4930'),
    group: fc.constantFrom('700', '701'),
    line: fc.constant('4930'),
    isRecorded: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The tables of the policy in plain words: whoever had an extension that took part, whom that person shares with, the Administrator. */
function mayList(viewer: Viewer, call: TimedCall): boolean {
  if (!viewer.isActive || viewer.organisationId !== 1) return false;
  if (viewer.serviceRights.has('mediaManagerAdministrator')) return true;
  const has = (list: readonly ExtensionHolding[]) =>
    list.some(
      (held) =>
        isWithin(held, Math.floor(call.startedAtMs / 1000)) &&
        call.parties.some(
          ({ number, numberKind }) => numberKind === 'extension' && number === held.extension,
        ),
    );
  return has(viewer.holdings) || viewer.sharedWithMe.some((share) => has(share.holdings));
}

function mayHear(viewer: Viewer, call: TimedCall): boolean {
  const owner = recordedOf.get(call.linkedReference);
  if (owner === undefined) return false;
  if (viewer.serviceRights.has('mediaManagerAdministrator')) return true;
  // All recordings of this test began in the same second.
  return (
    viewer.settings.replay && viewer.holdings.some((held) => held.extension === owner && isWithin(held, 1000))
  );
}

function isAskedFor(viewer: Viewer, call: TimedCall, filter: CallFilter): boolean {
  const numbers = [...call.parties.map((one) => one.number), call.line ?? ''].filter((one) => one !== '');
  const names = call.parties.map((one) => one.name ?? '');
  const isBobs = numbers.includes('201') && call.startedAtMs >= 1_060_000;
  const hasText = (word: string) =>
    numbers.some((number) => number.includes(word)) ||
    names.some((name) => name.toLowerCase().startsWith(word)) ||
    (word === 'bob' && isBobs);
  return (
    (filter.text?.split(' ').every(hasText) ?? true) &&
    (!filter.directions?.length || filter.directions.includes(call.direction)) &&
    (!filter.dispositions?.length || filter.dispositions.includes(call.disposition)) &&
    call.startedAtMs >= (filter.fromMs ?? 0) &&
    call.startedAtMs < (filter.untilMs ?? Infinity) &&
    (filter.party === undefined || call.parties.some((one) => one.number === filter.party)) &&
    (filter.group === undefined || call.group === filter.group) &&
    (filter.line === undefined || call.line === filter.line) &&
    (filter.isRecorded === undefined || mayHear(viewer, call) === filter.isRecorded)
  );
}

const idOf = (call: TimedCall) => toCallId(PLACE.sourceUid, call.linkedReference);

function openLibrary(viewer: Viewer, readable: ReadableDb = db): Library {
  const world = toLibraryWorld({
    ...{ db: readable, directory, holds: NO_HOLDS, checkEvery: 1 },
    sources: { findSource: () => undefined },
    onMismatch: ({ recordingId }) => {
      throw new Error(`${recordingId} was listed and is denied.`);
    },
  });
  return new Library(world, viewer);
}

function listAll(library: Library, filter: CallFilter, order: 'newest' | 'oldest', limit: number): CallRow[] {
  const rows: CallRow[] = [];
  let cursor: string | null = null;
  do {
    const page = library.calls.list(filter, order, cursor, limit);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

test('a person lists, counts and opens exactly the calls that are his, and hears of no recording that he may not list', () => {
  fc.assert(
    fc.property(
      viewers,
      filters,
      fc.constantFrom('newest', 'oldest'),
      fc.integer({ min: 1, max: 50 }),
      (viewer, filter, order, limit) => {
        const library = openLibrary(viewer);
        const wanted = calls.filter((call) => mayList(viewer, call) && isAskedFor(viewer, call, filter));
        if (order === 'newest') wanted.reverse();
        const rows = listAll(library, filter, order, limit);
        expect(rows.map((row) => row.id)).toEqual(wanted.map(idOf));
        expect(rows.map((row) => row.isRecorded)).toEqual(wanted.map((call) => mayHear(viewer, call)));
        expect(library.calls.count(filter)).toEqual({ count: wanted.length, isExact: true });
        for (const call of calls.slice(0, 12)) {
          if (!mayList(viewer, call)) {
            expect(() => library.calls.get(idOf(call))).toThrow(
              expect.objectContaining({ reason: 'not-found' }),
            );
            continue;
          }
          const { recordings, isRecorded } = library.calls.get(idOf(call));
          expect(recordings).toHaveLength(isRecorded ? 1 : 0);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('no list, count, look or report sorts or scans', () => {
  const asked = new Map<string, readonly SqlValue[]>();
  const listened: ReadableDb = Object.assign(Object.create(db) as ReadableDb, {
    snapshot: <T>(work: () => T): T => db.snapshot(work),
    all: <Row>(sql: string, params: readonly SqlValue[] = []): Row[] => {
      asked.set(sql, params);
      return db.all<Row>(sql, params);
    },
    column: <Value extends SqlValue>(sql: string, params: readonly SqlValue[] = []): Value[] => {
      asked.set(sql, params);
      return db.column<Value>(sql, params);
    },
    get: <Row>(sql: string, params: readonly SqlValue[] = []): Row | undefined => {
      asked.set(sql, params);
      return db.get<Row>(sql, params);
    },
  });
  for (const rights of [[], ['mediaManagerAdministrator']] as const) {
    const reporting = { callReporting: true };
    const viewer = person({
      rights,
      holdings: EXTENSIONS.map((extension) => holding(extension, 1010, 1090)),
      settings: { replay: true, replayOwn: true, ...reporting },
      organisation: reporting,
    });
    const library = openLibrary(viewer, listened);
    for (const filter of [{}, { text: 'dora 030' }, { party: '201', line: '4930' }, { isRecorded: true }]) {
      library.calls.count(filter);
      for (const order of ['newest', 'oldest'] as const) {
        const { rows, nextCursor } = library.calls.list(filter, order, null, 5);
        library.calls.list(filter, order, nextCursor, 5);
        for (const row of rows) library.calls.get(row.id);
      }
    }
    // Sums of numbers alone are put together in memory: a row for each number.
    for (const by of ['day', 'hour', 'weekday', 'disposition', 'direction'] as const)
      library.report({ fromDay: '1970-01-01', untilDay: '1970-01-02', by });
  }
  expect(asked.size).toBeGreaterThan(12);
  for (const [sql, params] of asked) {
    const isGrouped = sql.includes('FROM call_tally');
    for (const line of db.plan(sql, params)) {
      expect(line, sql).not.toMatch(/^SCAN (?!\w+ VIRTUAL|\(?subquery|CONSTANT)/);
      if (!isGrouped) expect(line, sql).not.toContain('TEMP B-TREE');
    }
  }
});

test('what reaches a person by a share alone is marked so', () => {
  const viewer = person({
    holdings: [holding('202')],
    sharedWithMe: [{ ownerId: 'o', ownerName: 'O', kind: 'history', holdings: [holding('201')] }],
  });
  const byId = new Map(calls.map((call) => [idOf(call), call]));
  for (const row of listAll(openLibrary(viewer), {}, 'newest', 100)) {
    const isOwn = byId.get(row.id)?.parties.some((one) => one.number === '202') ?? false;
    expect(row.isShared).toBe(!isOwn);
  }
});
