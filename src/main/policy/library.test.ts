import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import type { DraftRecording } from '../archive/draft';
import { openCatalog, openCatalogForReading } from '../catalog/database';
import { mergeCallLegs } from '../catalog/leg-merge';
import { draft, party, PLACE } from '../catalog/drafts.test-support';
import { toRecordingId } from '../catalog/recording-id';
import { markMissing, putRecordings } from '../catalog/recording-writer';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Directory, Prospects, SourceFacts } from './directory';
import { Library } from './library';
import type { LibraryWorld } from './library-world';
import { toLibraryWorld } from './library-world';
import type { Told } from './people.test-support';
import { holding, NO_HOLDS, person } from './people.test-support';

let dir: string;
let writer: WritableDb;
let reader: ReadableDb;
let source: SourceFacts;
let hidden: string[];

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-library-'));
  writer = openCatalog(path.join(dir, 'catalog.db'));
  reader = openCatalogForReading(path.join(dir, 'catalog.db'));
  source = { uid: PLACE.sourceUid, name: 'Head office', timeZone: 'Europe/Berlin', presence: 'present' };
  hidden = [];
});
afterEach(() => {
  reader.close();
  writer.close();
  rmSync(dir, { recursive: true, force: true });
});

const directory: Directory = {
  nameOfExtension: (number, atSec) => (number === '201' ? (atSec < 200 ? 'Ann' : 'Bob') : null),
  changesOfExtension: () => [],
  nameOfGroup: (number) => (number === '700' ? 'Sales' : null),
  nameOfLine: (number) => (number === '099' ? 'Main line' : null),
  numbersOfName: () => [],
};

const prospects: Prospects = { listGroups: () => [], listSharers: () => [] };

function world(told: Partial<LibraryWorld> = {}): LibraryWorld {
  return toLibraryWorld({
    db: reader,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => source },
    onMismatch: ({ recordingId }) => hidden.push(recordingId),
    ...told,
  });
}

const library = (told: Told) => new Library(world(), person(told));
const administrator: Told = { rights: ['mediaManagerAdministrator'] };
const ann: Told = { settings: { replay: true, replayOwn: true }, holdings: [holding('201')] };
const idOf = (filePath: string) => toRecordingId(PLACE.sourceUid, filePath);
const put = (...drafts: DraftRecording[]) => putRecordings(writer, drafts, PLACE);

function failureOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

test('a row has the names of the organisation at the time of the call, and the archive’s name where it has none', () => {
  const parties = [
    party('0170', 'external', 'caller', 'Customer'),
    party('201', 'extension', 'called', 'PBX name'),
  ];
  put(
    draft({ path: 'a', startedAtMs: 100_000, parties, group: '700', line: '099' }),
    draft({ path: 'b', startedAtMs: 200_000, parties }),
  );
  const { rows, nextCursor } = library(administrator).list({}, 'newest', null, 10);
  expect(nextCursor).toBeNull();
  expect(rows.map((row) => row.to)).toEqual([
    { number: '201', name: 'Bob' },
    { number: '201', name: 'Ann' },
  ]);
  expect(rows[1]).toMatchObject({
    id: idOf('a'),
    from: { number: '0170', name: 'Customer' },
    group: { number: '700', name: 'Sales' },
    line: { number: '099', name: 'Main line' },
    timeZone: 'Europe/Berlin',
    presence: 'present',
  });
});

test('what is out of scope answers in every method like what does not exist', async () => {
  put(draft({ path: 'hers', parties: [party('202')], linkedReference: 'x' }));
  const nothing = failureOf(() => library(ann).get('0'.repeat(16))).toShape();
  const methods = [
    (l: Library) => l.get(idOf('hers')),
    (l: Library) => l.transcript(idOf('hers')),
    (l: Library) => l.getMedia(idOf('hers'), 'play'),
    (l: Library) => l.getMedia(idOf('hers'), 'download'),
    (l: Library) => l.getMedia(idOf('hers'), 'seeScreen'),
    (l: Library) => l.explain(idOf('hers'), 'play', person(administrator), prospects),
    (l: Library) => l.listListeners(idOf('hers'), [{ viewer: person(administrator) }]),
  ];
  for (const method of methods) expect(failureOf(() => method(library(ann))).toShape()).toEqual(nothing);
  expect(library(ann).may(idOf('hers'), 'list')).toBe(false);
  expect(library(ann).list({}, 'newest', null, 10)).toEqual({ rows: [], nextCursor: null });
  expect(await library(ann).counts().count({})).toEqual({ count: 0, isExact: true });
});

test('an action that is not allowed on what may be listed says which setting denies it', () => {
  put(draft({ path: 'mine', parties: [party('201')], screenPath: 's.webm' }));
  const failure = failureOf(() => library(ann).getMedia(idOf('mine'), 'download'));
  expect(failure.code).toBe('forbidden');
  expect(failure.details).toEqual({ action: 'download', step: 'downloadOff', setting: 'download' });
  expect(failureOf(() => library(ann).getMedia(idOf('mine'), 'seeScreen')).code).toBe('forbidden');
  expect(library(ann).getMedia(idOf('mine'), 'play')).toMatchObject({
    path: 'mine',
    screenPath: null,
    sizeBytes: 1000,
  });
});

test('the screen part is there only for one who may see it', async () => {
  put(draft({ path: 'mine', parties: [party('201')], screenPath: 's.webm' }));
  const seeing = {
    ...ann,
    settings: { ...ann.settings, viewScreen: true },
    organisation: { screenRecordings: true },
  };
  expect(library(ann).list({}, 'newest', null, 10).rows[0]?.hasScreen).toBe(false);
  expect(library(seeing).list({}, 'newest', null, 10).rows[0]?.hasScreen).toBe(true);
  expect(library(seeing).getMedia(idOf('mine'), 'seeScreen').path).toBe('s.webm');
  expect((await library(ann).counts().count({ hasScreen: true })).count).toBe(0);
  expect((await library(seeing).counts().count({ hasScreen: true })).count).toBe(1);
});

test('words of a transcript are found by, and shown to, only those who may read it', async () => {
  const segments = [
    { startMs: 0, endMs: 900, speaker: null, channel: null, text: 'Where is my Größenangabe?' },
  ];
  put(
    draft({ path: 'mine', parties: [party('201')], transcript: { format: 'srt', categories: [], segments } }),
  );
  const reading = { ...ann, organisation: { conversationAnalysis: true } };
  for (const typed of ['größen', 'GROSSEN', 'grossenangabe']) {
    expect((await library(ann).counts().count({ text: typed })).count).toBe(0);
  }
  expect((await library(reading).counts().count({ text: 'GRÖß' })).count).toBe(1);
  expect(library(reading).transcript(idOf('mine'))).toEqual({
    format: 'srt',
    categories: [],
    segments: segments.map((segment) => ({ ...segment, party: null })),
  });
  expect(failureOf(() => library(ann).transcript(idOf('mine'))).details).toMatchObject({
    step: 'analysisOff',
  });
  expect(library(ann).list({}, 'newest', null, 10).rows[0]?.hasTranscript).toBe(false);
});

test('nothing that is typed is a query: quotes, operators, columns and tokens are words or nothing', async () => {
  put(
    draft({ path: 'hers', parties: [party('202', 'extension', 'called', 'Erika')] }),
    draft({ path: 'mine', parties: [party('201')] }),
  );
  const mine = library(ann);
  const typed = [
    '"',
    '*',
    'acl:*',
    'acl : \uE0001',
    '\uE0001',
    '{acl} : 1',
    'a" OR acl:"',
    'NOT x',
    '^201 NEAR(a b)',
    '-',
    '(((',
    "'; DROP",
    '201 OR erika',
    'x"OR"erika',
    'x")OR(words:"erika',
    '\0',
  ];
  for (const text of typed) {
    const ids = mine.list({ text }, 'newest', null, 10).rows.map((row) => row.id);
    expect(
      ids.every((id) => id === idOf('mine')),
      text,
    ).toBe(true);
    expect((await mine.counts().count({ text })).count).toBe(ids.length);
  }
});

test('a number is found by any three of its digits, with or without what stands between them', () => {
  put(
    draft({ path: 'a', parties: [party('+49 (30) 1234-567', 'external', 'caller')] }),
    draft({ path: 'b', parties: [party('0301', 'external')] }),
  );
  const found = (text: string) =>
    library(administrator)
      .list({ text }, 'newest', null, 10)
      .rows.map((row) => row.id);
  for (const text of [
    '4930',
    '345',
    '+49 30',
    '30 12 34',
    '(30) 1234-567',
    '4930 1234 567',
    '1234567',
    '234',
  ]) {
    expect(found(text), text).toEqual([idOf('a')]);
  }
  expect(found('0301')).toEqual([idOf('b')]);
  expect(found('999')).toEqual([]);
});

test('a part that very many numbers have is found all the same, page by page', async () => {
  const many = Array.from({ length: 2100 }, (_, n) =>
    draft({
      path: `${n}.wav`,
      startedAtMs: n * 1000,
      parties: [party(`0555${String(n).padStart(4, '0')}`, 'external')],
    }),
  );
  put(...many, draft({ path: 'other', parties: [party('0170', 'external')] }));
  const all = library(administrator);
  expect(await all.counts().count({ text: '555' })).toEqual({ count: 2100, isExact: true });
  const first = all.list({ text: '555' }, 'newest', null, 100);
  const second = all.list({ text: '555' }, 'newest', first.nextCursor, 100);
  expect(first.rows[0]?.id).toBe(idOf('2099.wav'));
  expect(second.rows[0]?.id).toBe(idOf('1999.wav'));
});

test('pieces of the same call are those that the person may list, and its legs are told', () => {
  put(
    draft({
      path: '1',
      startedAtMs: 1000,
      parties: [party('201')],
      linkedReference: 'L',
      callReference: 'L',
    }),
    draft({
      path: '2',
      startedAtMs: 2000,
      parties: [party('202')],
      linkedReference: 'L',
      callReference: 'M',
    }),
    draft({
      path: '3',
      startedAtMs: 3000,
      parties: [party('201')],
      linkedReference: 'L',
      callReference: 'N',
    }),
  );
  const leg = {
    uniqueReference: 'L',
    linkedReference: 'L',
    startedAtMs: 1000,
    answeredAtMs: null,
    endedAtMs: 9000,
    fromNumber: '201',
    fromName: 'x',
    toNumber: '202',
    answeredBy: null,
    group: null,
    line: null,
    accountCode: null,
    absentMailboxes: null,
    application: 'Dial',
    disposition: 'ANSWERED',
    fingerprint: 'f',
  };
  mergeCallLegs(writer, [leg, leg], PLACE);
  const details = library(ann).get(idOf('1'));
  expect(details.pieces.map(({ id, isThis }) => [id, isThis])).toEqual([
    [idOf('1'), true],
    [idOf('3'), false],
  ]);
  expect(details.legs).toEqual([
    {
      startedAtMs: 1000,
      answeredAtMs: null,
      endedAtMs: 9000,
      from: { number: '201', name: 'Ann' },
      to: '202',
      disposition: 'ANSWERED',
      application: 'Dial',
    },
  ]);
  expect(details.access.map(({ action, allowed }) => [action, allowed])).toEqual([
    ['list', true],
    ['play', true],
    ['seeScreen', false],
    ['readTranscript', false],
    ['download', false],
    ['delete', false],
  ]);
});

test('a missing file stays in the list and says so, and a volume that is away says that instead', () => {
  put(draft({ path: 'a' }));
  markMissing(writer, 1, ['a']);
  expect(library(administrator).list({}, 'newest', null, 10).rows[0]?.presence).toBe('missing');
  source = { ...source, presence: 'away' };
  expect(library(administrator).list({}, 'newest', null, 10).rows[0]?.presence).toBe('away');
});

test('pages go on where they ended, also when newer recordings have come in between', () => {
  put(...Array.from({ length: 25 }, (_, n) => draft({ path: `${n}`, startedAtMs: n * 1000 })));
  const all = library(administrator);
  const first = all.list({}, 'newest', null, 10);
  put(draft({ path: 'new', startedAtMs: 99_000 }));
  const second = all.list({}, 'newest', first.nextCursor, 10);
  const third = all.list({}, 'newest', second.nextCursor, 10);
  const ids = [...first.rows, ...second.rows, ...third.rows].map((row) => row.id);
  expect(ids).toEqual(Array.from({ length: 25 }, (_, n) => idOf(`${24 - n}`)));
  expect(third.nextCursor).toBeNull();
});

test('a cursor that is junk or of the other order is refused', () => {
  put(draft({ path: 'a', startedAtMs: 1000 }), draft({ path: 'b', startedAtMs: 2000 }));
  const cursor = library(administrator).list({}, 'oldest', null, 1).nextCursor;
  for (const bad of [
    '',
    'x',
    '!!',
    cursor,
    Buffer.from('n99999999999999999').toString('base64url'),
    Buffer.from('n-1').toString('base64url'),
  ]) {
    expect(failureOf(() => library(administrator).list({}, 'newest', bad, 10)).code, String(bad)).toBe(
      'invalid-input',
    );
  }
});

test('a count is exact at any size', async () => {
  put(...Array.from({ length: 10_001 }, (_, n) => draft({ path: `${n}`, startedAtMs: n * 1000 })));
  const counts = library(administrator).counts();
  expect(await counts.count({})).toEqual({ count: 10_001, isExact: true });
  expect(await counts.count({ untilMs: 10_000_000 })).toEqual({ count: 10_000, isExact: true });
  expect(await counts.count({ directions: ['inbound'] })).toEqual({ count: 10_001, isExact: true });
});

test('a row that the lists give and the rules deny is hidden and reported', () => {
  put(draft({ path: 'hers', parties: [party('202')] }), draft({ path: 'mine', parties: [party('201')] }));
  const scope = writer.get<{ id: number }>(
    "SELECT id FROM scope WHERE subject = 'extension' AND number = '201'",
  );
  const hers = writer.get<{ key: number }>("SELECT key FROM recording WHERE path = 'hers'");
  writer.run('INSERT INTO visibility (scope, key) VALUES (?, ?)', [scope?.id ?? 0, hers?.key ?? 0]);
  const checked = new Library(world({ checkEvery: 1 }), person(ann));
  expect(checked.list({}, 'newest', null, 10).rows.map((row) => row.id)).toEqual([idOf('mine')]);
  expect(hidden).toEqual([idOf('hers')]);
});

test('what the scanner writes while a person looks is there at his next look, new scopes too', async () => {
  const shared = world();
  const who = person(ann);
  expect((await new Library(shared, who).counts().count({})).count).toBe(0);
  put(draft({ path: 'mine', parties: [party('201')] }));
  expect((await new Library(shared, who).counts().count({})).count).toBe(1);
});

test('another person’s rights are explained only about what the asker may list himself', () => {
  put(draft({ path: 'out', direction: 'outbound', parties: [party('201')] }));
  const { decision, smallestChange } = library(administrator).explain(
    idOf('out'),
    'play',
    person(ann),
    prospects,
  );
  expect(decision.allowed).toBe(false);
  expect(decision.steps.find((step) => !step.passed)?.reason).toBe('outboundOff');
  expect(smallestChange).toMatchObject([{ change: { setting: 'viewOutbound', isOn: true } }]);
});

test('where a piece of the call is kept from the person, only the legs of the recording itself are told', () => {
  put(
    draft({ path: '1', parties: [party('201')], linkedReference: 'L', callReference: 'M' }),
    draft({ path: '2', parties: [party('202')], linkedReference: 'L', callReference: 'L' }),
  );
  const leg = (uniqueReference: string, toNumber: string) => ({
    uniqueReference,
    linkedReference: 'L',
    startedAtMs: 1000,
    answeredAtMs: null,
    endedAtMs: 9000,
    fromNumber: '0170',
    fromName: null,
    toNumber,
    answeredBy: null,
    group: null,
    line: null,
    accountCode: null,
    absentMailboxes: null,
    application: 'Dial',
    disposition: 'ANSWERED',
    fingerprint: uniqueReference,
  });
  mergeCallLegs(writer, [leg('L', '202'), leg('M', '201')], PLACE);
  expect(
    library(ann)
      .get(idOf('1'))
      .legs.map(({ to }) => to),
  ).toEqual(['201']);
  expect(
    library(administrator)
      .get(idOf('1'))
      .legs.map(({ to }) => to),
  ).toEqual(['202', '201']);
});

test('only what others share is listed and counted apart, and marked where nothing else leads to it', async () => {
  const shared = { ownerId: 'o', ownerName: 'Olga' };
  const told: Told = {
    ...ann,
    sharedWithMe: [
      { ...shared, kind: 'call', holdings: [holding('202')] },
      { ...shared, kind: 'voicemail', holdings: [holding('202')] },
    ],
  };
  put(
    draft({ path: 'own', owner: '201', parties: [party('201')] }),
    draft({ path: 'both', owner: '202', parties: [party('201'), party('202')] }),
    draft({ path: 'shared', owner: '202', parties: [party('202')] }),
    draft({ path: 'message', owner: '202', kind: 'voicemail' }),
    draft({ path: 'fax', owner: '202', kind: 'fax' }),
    draft({ path: 'away', owner: '203', parties: [party('202'), party('203')] }),
  );
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id).sort();
  const { rows } = library(told).list({ isShared: true }, 'newest', null, 10);
  expect(idsOf(rows)).toEqual(['both', 'shared', 'message'].map(idOf).sort());
  expect(idsOf(rows.filter((row) => row.isShared))).toEqual(['shared', 'message'].map(idOf).sort());
  expect(await library(told).counts().count({ isShared: true })).toEqual({ count: 3, isExact: true });
  expect(
    await library(told)
      .counts()
      .count({ isShared: true, kinds: ['voicemail'] }),
  ).toMatchObject({ count: 1 });
  expect(library(told).list({ isShared: true, party: '201' }, 'newest', null, 10).rows).toHaveLength(1);
  expect(library(ann).list({ isShared: true }, 'newest', null, 10).rows).toEqual([]);
});
