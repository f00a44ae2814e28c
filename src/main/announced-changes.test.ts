/** Who may list a part of the archive hears of changes in that part, and nothing from which he could tell that there is another. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCatalog } from './catalog/database';
import { draft, party, PLACE } from './catalog/drafts.test-support';
import { markMissing, putRecordings, removeRecordings } from './catalog/recording-writer';
import { Announcer } from './door/announcer';
import type { Client } from './door/client';
import { Library } from './policy/library';
import { toLibraryWorld } from './policy/library-world';
import { lookOf } from './policy/look';
import type { Told } from './policy/people.test-support';
import { holding, NO_HOLDS, person } from './policy/people.test-support';
import { directory } from './policy/random-organisation.test-support';
import type { Session } from './session/session';
import type { WritableDb } from './sqlite/database';

const ann: Told = { settings: { replay: true, replayOwn: true }, holdings: [holding('201')] };
const reader: Told = { ...ann, rights: ['mediaManagerStandard'] };
const administrator: Told = { rights: ['mediaManagerAdministrator'] };

let catalog: WritableDb;
let announcer: Announcer;
let who: Told;
let looks: number;
const heard: string[] = [];
const client = {
  id: 'w',
  kind: 'window',
  emit: (name: string) => void heard.push(name),
} as unknown as Client;

beforeEach(() => {
  vi.useFakeTimers();
  catalog = openCatalog(':memory:');
  put('own', '201');
  const world = toLibraryWorld({
    db: catalog,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => ({ uid: 'x', name: 'PBX', timeZone: 'UTC', presence: 'present' }) },
    onMismatch: () => expect.fail('The rules and the lists differ.'),
  });
  looks = 0;
  announcer = new Announcer({
    findSession: () => ({ sessionId: 's', viewer: person(who), actor: { organisationId: 1 } }) as Session,
    lookOf: async ({ viewer }) => {
      const look = await lookOf(viewer, new Library(world, viewer));
      looks += 1;
      return look;
    },
    onFailure: (error) => expect.fail(String(error)),
  });
  announcer.connect(client);
});
afterEach(() => {
  announcer.close();
  catalog.close();
  vi.useRealTimers();
});

function put(path: string, extension: string, atSec = 1_700_000_000): void {
  putRecordings(catalog, [draft({ path, startedAtMs: atSec * 1000, parties: [party(extension)] })], PLACE);
}

async function signIn(as: Told): Promise<void> {
  who = as;
  looks = 0;
  announcer.signedIn(client);
  await vi.waitUntil(() => looks === 1);
  heard.length = 0;
}

/** What the window is told once the program has noticed a change. */
async function toldOf(change: () => void, notice = () => announcer.libraryChanged()): Promise<string[]> {
  heard.length = 0;
  const before = looks;
  change();
  notice();
  await vi.advanceTimersByTimeAsync(1000);
  if (who !== administrator && heard.length === 0) await vi.waitUntil(() => looks > before);
  return [...heard];
}

test('a person hears of what comes, goes and changes among what he may list, also far back', async () => {
  await signIn(ann);
  expect(await toldOf(() => put('new', '201'))).toEqual(['library.changed']);
  expect(await toldOf(() => put('old', '201', 1_000_000_000))).toEqual(['library.changed']);
  expect(await toldOf(() => markMissing(catalog, 1, ['new']))).toEqual(['library.changed']);
  expect(await toldOf(() => removeRecordings(catalog, 1, ['old']))).toEqual(['library.changed']);
});

test('a person hears nothing of what others may list', async () => {
  await signIn(ann);
  expect(await toldOf(() => put('other', '202'))).toEqual([]);
  expect(await toldOf(() => markMissing(catalog, 1, ['other']))).toEqual([]);
  expect(await toldOf(() => removeRecordings(catalog, 1, ['other']))).toEqual([]);
});

test('a person hears that his own rights changed, and not that somebody else’s did', async () => {
  await signIn(ann);
  const notice = () => announcer.rightsChanged();
  expect(await toldOf(() => undefined, notice)).toEqual([]);
  const more = () => (who = { ...ann, settings: { ...ann.settings, download: true } });
  expect(await toldOf(more, notice)).toEqual(['library.changed']);
});

test('who reads the configuration hears of every change of it, and of recordings no more than others', async () => {
  await signIn(reader);
  expect(await toldOf(() => put('other', '202'))).toEqual([]);
  expect(
    await toldOf(
      () => undefined,
      () => announcer.rightsChanged(),
    ),
  ).toEqual(['library.changed']);
  expect(await toldOf(() => put('another', '202'))).toEqual([]);
});

test('who may list every recording hears of each change, without a look', async () => {
  who = administrator;
  expect(await toldOf(() => put('other', '202'))).toEqual(['library.changed']);
  expect(looks).toBe(0);
});

test('who listed everything for a while hears that he lists again what he listed before', async () => {
  await signIn(ann);
  const notice = () => announcer.rightsChanged();
  expect(await toldOf(() => (who = administrator), notice)).toEqual(['library.changed']);
  expect(await toldOf(() => (who = ann), notice)).toEqual(['library.changed']);
});

test('scans are told to who may list all that they find, and to nobody else', () => {
  const progress = { sourceId: 'x' } as Parameters<Announcer['scanProgressed']>[1];
  for (const [told, expected] of [
    [ann, []],
    [reader, []],
    [administrator, ['scan.progressed']],
  ] as const) {
    who = told;
    heard.length = 0;
    announcer.scanProgressed(1, progress);
    announcer.scanProgressed(2, progress);
    expect(heard).toEqual(expected);
  }
});
