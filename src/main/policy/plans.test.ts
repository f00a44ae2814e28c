import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordingFilter } from '../../shared/contract';
import { openCatalog, openCatalogForReading } from '../catalog/database';
import { PLACE } from '../catalog/drafts.test-support';
import { toMatchSql } from '../catalog/match-sql';
import { putRecordings } from '../catalog/recording-writer';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import { Library } from './library';
import { toLibraryWorld } from './library-world';
import { NO_HOLDS } from './people.test-support';
import { ALLOWED_PLAN, callNumber, VIEWERS } from './performance-viewers.test-support';
import { directory } from './random-organisation.test-support';

const TOTAL = 6000;

let dir: string;
let db: WritableDb;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-plans-'));
  db = openCatalog(path.join(dir, 'catalog.db'));
  putRecordings(
    db,
    Array.from({ length: TOTAL }, (_, n) => callNumber(n, TOTAL)),
    PLACE,
  );
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

/** All that the viewers' lists have asked, with the last parameters. */
const everythingAsked = new Map<string, readonly SqlValue[]>();

/** The catalog, keeping the text of all that is asked of it. */
function listened(asked: Map<string, readonly SqlValue[]>): ReadableDb {
  const keep = (sql: string, params: readonly SqlValue[] = []) => asked.set(sql, params);
  return {
    filePath: db.filePath,
    all: (sql, params) => (keep(sql, params), db.all(sql, params)),
    column: (sql, params) => (keep(sql, params), db.column(sql, params)),
    get: (sql, params) => (keep(sql, params), db.get(sql, params)),
    iterate: (sql, params) => (keep(sql, params), db.iterate(sql, params)),
    snapshot: (work) => db.snapshot(work),
    plan: (sql, params) => db.plan(sql, params),
    dataVersion: () => db.dataVersion(),
    close: () => undefined,
  };
}

const FILTERS: readonly RecordingFilter[] = [
  {},
  { kinds: ['call'] },
  { fromMs: 1_600_000_000_000, untilMs: 1_600_100_000_500 },
  { directions: ['outbound'] },
  { text: 'invoice' },
  { text: 'ann refund' },
  { text: '170100' },
  { text: '0 17' },
  { text: '555' },
  { party: '201' },
  { group: '700', line: '090' },
  { minDurationMs: 60_000, maxDurationMs: 61_000 },
  { hasTranscript: true },
  { hasScreen: false },
];

test.each(Object.keys(VIEWERS) as (keyof typeof VIEWERS)[])(
  'no list, count or search of viewer %s sorts or scans',
  async (name) => {
    const asked = new Map<string, readonly SqlValue[]>();
    const world = toLibraryWorld({
      db: listened(asked),
      directory,
      holds: NO_HOLDS,
      sources: { findSource: () => undefined },
      onMismatch: () => expect.fail('The rules and the lists differ.'),
      checkEvery: 1,
    });
    const library = new Library(world, VIEWERS[name]);
    for (const filter of FILTERS) {
      await library.counts().count(filter);
      await library.counts().facets(filter);
      for (const order of ['newest', 'oldest'] as const) {
        const { rows, nextCursor } = library.list(filter, order, null, 5);
        if (nextCursor !== null) library.list(filter, order, nextCursor, 5);
        if (rows[0]) library.get(rows[0].id);
      }
    }
    expect(asked.size).toBeGreaterThan(10);
    for (const [sql, params] of asked) {
      expect(strangeIn(db.plan(sql, params)), sql).toEqual([]);
      everythingAsked.set(sql, params);
    }
  },
);

function strangeIn(plan: readonly string[]): string[] {
  return plan.filter((line) => !ALLOWED_PLAN.some((allowed) => allowed.test(line)));
}

test.each([
  ['of this catalog', 'UPDATE sqlite_stat1 SET stat = stat'],
  ['of an empty catalog', "UPDATE sqlite_stat1 SET stat = '0 0 0 0 0'"],
  ['of a catalog in which all are alike', "UPDATE sqlite_stat1 SET stat = '90000000 90000000 90000000 1 1'"],
  ['that make every index look unique', "UPDATE sqlite_stat1 SET stat = '90000000 1 1 1 1'"],
  ['that cannot be read', "UPDATE sqlite_stat1 SET stat = 'many some few'"],
  ['that are gone', 'DELETE FROM sqlite_stat1'],
])('statistics %s change no plan', (_, change) => {
  db.exec(`ANALYZE; ${change};`);
  openCatalog(db.filePath).close();
  const reader = openCatalogForReading(db.filePath);
  try {
    expect(everythingAsked.size).toBeGreaterThan(20);
    for (const [sql, params] of everythingAsked) {
      expect(strangeIn(reader.plan(sql, params)), sql).toEqual([]);
    }
  } finally {
    reader.close();
  }
});

test('the search table itself takes the bounds of time and the order', () => {
  for (const order of ['newest', 'oldest'] as const) {
    const plan = db.plan(toMatchSql(order), ['acl : x', 0, 1, 1]);
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch(
      /^SCAN search VIRTUAL TABLE INDEX \d+:[^ ]*<[^ ]*>|SCAN search VIRTUAL TABLE INDEX \d+:[^ ]*>[^ ]*</,
    );
  }
});

test('every viewer of the plans hears something, and none but the first hears all', async () => {
  const world = toLibraryWorld({
    db,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => undefined },
    onMismatch: () => undefined,
  });
  const counted = Object.values(VIEWERS).map((viewer) => new Library(world, viewer).counts().count({}));
  const counts = (await Promise.all(counted)).map(({ count }) => count);
  expect(counts[0]).toBe(TOTAL);
  for (const count of counts.slice(1)) {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(TOTAL / 2);
  }
  process.stdout.write(`plans: viewers hear ${counts.join(', ')} of ${TOTAL}\n`);
});
