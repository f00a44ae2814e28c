import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../catalog/database';
import { draft, PLACE } from '../catalog/drafts.test-support';
import { replaceFindings } from '../catalog/findings';
import { putRecordings } from '../catalog/recording-writer';
import { putLastScan, recountSource } from '../catalog/source-state';
import type { WritableDb } from '../sqlite/database';
import { person } from './people.test-support';
import { SourceOverview } from './source-overview';

let db: WritableDb;
beforeEach(() => {
  db = openCatalog(':memory:');
});
afterEach(() => db.close());

const standard = person({ rights: ['mediaManagerStandard'] });
const administrator = person({ rights: ['mediaManagerAdministrator'] });
const finding = (name: string) => ({ path: name, kind: 'empty', detail: 'The file is empty.' }) as const;

test('only those who may read the configuration see how sources stand', () => {
  expect(() => new SourceOverview(db, person({ settings: { replay: true, replayAll: true } }))).toThrow(
    /configuration/,
  );
  expect(() => new SourceOverview(db, person({ rights: ['webControlSecurity'] }))).toThrow(/configuration/);
  expect(
    () => new SourceOverview(db, person({ rights: ['mediaManagerStandard'], isActive: false })),
  ).toThrow();
  expect(new SourceOverview(db, administrator).stateOf(1)).toEqual({
    recordings: 0,
    findings: 0,
    lastScan: null,
  });
});

test('counts and the last scan are there after a scan, for one who may list every recording and nobody else', () => {
  putRecordings(db, [draft({ path: 'a' }), draft({ path: 'b' })], PLACE);
  replaceFindings(db, 1, '', [finding('c')]);
  const lastScan = {
    sourceId: 'x',
    state: 'done',
    filesSeen: 3,
    filesTotal: 3,
    recordings: 2,
    findings: 1,
    perSecond: 9,
    leftMs: null,
    startedAtMs: 1,
    endedAtMs: 2,
    failure: null,
  } as const;
  putLastScan(db, 1, lastScan);
  recountSource(db, 1);
  expect(new SourceOverview(db, administrator).stateOf(1)).toEqual({ recordings: 2, findings: 1, lastScan });
  const running = { ...lastScan, state: 'reading', filesSeen: 1, endedAtMs: null } as const;
  expect(new SourceOverview(db, administrator).stateOf(1, running).lastScan).toBe(running);
  // Not even where he hears every call: there are voicemails, and the files that are none of either.
  const hearing = { ...standard, organisation: { ...standard.organisation, standardHears: 'all' as const } };
  for (const viewer of [standard, hearing]) {
    expect(new SourceOverview(db, viewer).stateOf(1, running)).toEqual({
      recordings: null,
      findings: null,
      lastScan: null,
    });
  }
});

test('findings come page by page, of one source and one kind, and a folder read again replaces its own', () => {
  const names = Array.from({ length: 450 }, (_, n) => finding(`x/${n}`));
  replaceFindings(db, 1, 'x', names);
  replaceFindings(db, 1, 'y', [{ path: 'y/1', kind: 'not-media', detail: '' }]);
  replaceFindings(db, 2, 'x', [finding('other source')]);
  const overview = new SourceOverview(db, standard);
  const listAll = (kind?: 'empty' | 'not-media') => {
    const paths: string[] = [];
    for (let cursor: string | null = null; ;) {
      const page = overview.listFindings(1, kind, cursor);
      paths.push(...page.rows.map((row) => row.path));
      if (page.nextCursor === null) return paths;
      cursor = page.nextCursor;
    }
  };
  expect(listAll()).toEqual([...names.map((each) => each.path), 'y/1']);
  expect(listAll('not-media')).toEqual(['y/1']);
  replaceFindings(db, 1, 'x', [finding('x/new')]);
  expect(listAll('empty')).toEqual(['x/new']);
  expect(() => overview.listFindings(1, undefined, 'junk')).toThrow(/cursor/);
  expect(overview.listFindings(1, 'empty', null).rows[0]).toMatchObject({ recordingId: null });
});
