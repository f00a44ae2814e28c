import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DraftCallLeg } from '../archive/draft';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import { openCatalog } from './database';
import { listDraftsOfCalls, listDraftsToFind } from './drafts-of-calls';
import { PLACE } from './drafts.test-support';
import { listLegsStartedWithin, mapLegsByReference, mapLegsOfCalls } from './leg-lookup';
import { mergeCallLegs } from './leg-merge';
import { putRecordings } from './recording-writer';
import { draft } from './drafts.test-support';

let dir: string;
let db: WritableDb;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-legs-'));
  db = openCatalog(path.join(dir, 'catalog.db'));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

function leg(told: Partial<DraftCallLeg>): DraftCallLeg {
  return {
    ...{
      uniqueReference: '1.1',
      linkedReference: '1.1',
      startedAtMs: 1000,
      answeredAtMs: null,
      endedAtMs: null,
    },
    ...{
      fromNumber: '201',
      fromName: null,
      toNumber: '202',
      answeredBy: null,
      group: null,
      line: null,
      accountCode: null,
      absentMailboxes: null,
    },
    ...{ application: 'Dial', disposition: 'ANSWERED', fingerprint: 'a', ...told },
  };
}

test('a leg that is told twice keeps what either knows, in either order, and is news only when it says more', () => {
  const poor = leg({});
  const rich = leg({ linkedReference: '1.0', fromName: 'Ann', line: '4930' });
  expect(mergeCallLegs(db, [poor], PLACE).news).toEqual([poor]);
  expect(mergeCallLegs(db, [poor, poor], PLACE).news).toEqual([]);
  const told = mergeCallLegs(db, [rich], PLACE);
  expect(told.news).toEqual([rich]);
  expect([...told.linkedReferences].sort()).toEqual(['1.0', '1.1']);
  expect(mergeCallLegs(db, [poor], PLACE).news).toEqual([]);
  expect(
    mergeCallLegs(
      db,
      [
        { ...rich, fingerprint: 'b' },
        { ...poor, fingerprint: 'b' },
      ],
      PLACE,
    ).news,
  ).toEqual([{ ...rich, fingerprint: 'b' }]);
  expect(mapLegsByReference(db, 1, 'linked_reference', ['1.0']).get('1.0')).toHaveLength(2);
  expect(mapLegsByReference(db, 2, 'linked_reference', ['1.0']).size).toBe(0);
});

test('of a reference that a damaged history gives to all its lines, the first legs are taken, and of the others all', () => {
  const many = Array.from({ length: 600 }, (_, n) =>
    leg({ linkedReference: '9.9', startedAtMs: 100_000 - n, fingerprint: `many ${n}` }),
  );
  mergeCallLegs(db, [...many, leg({ fingerprint: 'one' })], PLACE);
  const calls = mapLegsOfCalls(db, 1, ['9.9', '1.1', 'unknown']);
  expect([...calls.keys()].sort()).toEqual(['1.1', '9.9']);
  expect(calls.get('1.1')).toEqual([leg({ fingerprint: 'one' })]);
  const starts = calls.get('9.9')?.map((one) => one.startedAtMs);
  expect(starts).toEqual(Array.from({ length: 500 }, (_, n) => 99_401 + n));
});

test('no look-up of the scanner reads a whole source', () => {
  mergeCallLegs(db, [leg({})], PLACE);
  putRecordings(db, [draft({ path: 'a.wav', callReference: '1.1' })], PLACE);
  const plans: string[] = [];
  const watched = watch(db, plans);
  mapLegsByReference(watched, 1, 'unique_reference', ['1.1', '1.2']);
  mapLegsByReference(watched, 1, 'linked_reference', ['1.1', '1.2']);
  mapLegsOfCalls(watched, 1, ['1.1', '1.2']);
  listLegsStartedWithin(watched, 1, 0, 10);
  listDraftsOfCalls(watched, 1, new Set(['1.1', '1.2']));
  listDraftsToFind(watched, 1, 0, 10, ['800']);
  expect(plans).toHaveLength(7);
  for (const plan of plans) {
    // What is looked for may be gone through, what is kept may not.
    expect(plan).not.toMatch(/SCAN (?!wanted|\d+ CONSTANT)|recording_by_path|\(source_id=\?\)/);
    expect(plan).toMatch(/reference=\?|started_at_ms>\?|rowid>\?/);
  }
});

/** A database that also keeps the plan of each query. */
function watch(watched: WritableDb, plans: string[]): ReadableDb {
  return Object.assign(Object.create(watched) as ReadableDb, {
    all: <Row>(sql: string, params?: readonly SqlValue[]): Row[] => {
      plans.push(watched.plan(sql, params).join('\n'));
      return watched.all<Row>(sql, params);
    },
  });
}
