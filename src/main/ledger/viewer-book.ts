/**
 * Everybody of an organisation as the policy sees him, now or after a change that is only rehearsed; read in slices, so that nothing else
 * has to wait for hundreds of people.
 */
import type { Viewer } from '../policy/viewer';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { policyEpoch } from './epoch';
import { rehearse } from './rehearsal';
import { toViewer } from './viewers';

export interface BookedViewer {
  readonly userId: string;
  readonly name: string;
  readonly viewer: Viewer;
}

/** One whose rights the change touches; `before` is null for a person whom the change makes, and whose id is not drawn yet. */
export interface TouchedViewer {
  readonly userId: string | null;
  readonly name: string;
  readonly before: Viewer | null;
  readonly after: Viewer;
}

/** Longer than this nothing holds up a window. */
const SLICE_MS = 8;
/** Rights that change all the while: what is read then may be of two moments, as two questions would be. */
const TRIES = 3;

/** By name, also the deactivated; of one moment, unless rights change again and again while they are read. */
export function readViewers(db: ReadableDb, organisationId: number): Promise<readonly BookedViewer[]> {
  return steadily(db, () => readNow(db, organisationId, toNowSec()));
}

/** By name. Throws what the change throws. */
export function readTouchedViewers(
  db: WritableDb,
  organisationId: number,
  change: () => void,
): Promise<readonly TouchedViewer[]> {
  return steadily(db, async () => {
    // What is shared depends on the second: it is the same one before and after.
    const nowSec = toNowSec();
    const before = await readNow(db, organisationId, nowSec);
    const known = new Set(before.map((one) => one.userId));
    const touched: TouchedViewer[] = rehearse(db, change, () =>
      listPeople(db, organisationId)
        .filter((one) => !known.has(one.userId))
        .map(({ userId, name }) => ({
          userId: null,
          name,
          before: null,
          after: toViewer(db, userId, nowSec),
        })),
    );
    for (let at = 0; at < before.length;) {
      const slice = rehearse(db, change, () => readSlice(before, at, (one) => toTouched(db, one, nowSec)));
      touched.push(...slice.read.flatMap((one) => one ?? []));
      at = slice.until;
      await pause();
    }
    return touched.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  });
}

function toTouched(db: ReadableDb, one: BookedViewer, nowSec: number): TouchedViewer | undefined {
  const after = toViewer(db, one.userId, nowSec);
  if (toComparable(after) === toComparable(one.viewer)) return undefined;
  return { userId: one.userId, name: one.name, before: one.viewer, after };
}

function toComparable(viewer: Viewer): string {
  return JSON.stringify({ ...viewer, serviceRights: [...viewer.serviceRights].sort() });
}

async function steadily<T>(db: ReadableDb, read: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const epoch = policyEpoch(db);
    const result = await read();
    if (tried === TRIES || policyEpoch(db) === epoch) return result;
  }
}

async function readNow(db: ReadableDb, organisationId: number, nowSec: number): Promise<BookedViewer[]> {
  const people = listPeople(db, organisationId);
  const viewers: BookedViewer[] = [];
  for (let at = 0; at < people.length;) {
    const slice = readSlice(people, at, (one) => ({ ...one, viewer: toViewer(db, one.userId, nowSec) }));
    viewers.push(...slice.read);
    at = slice.until;
    await pause();
  }
  return viewers;
}

/** At least one of the list, and as many as fit into a slice of time. */
function readSlice<One, Read>(
  list: readonly One[],
  from: number,
  toRead: (one: One) => Read,
): { readonly read: readonly Read[]; readonly until: number } {
  const began = performance.now();
  const read: Read[] = [];
  let at = from;
  for (; at < list.length && (at === from || performance.now() - began < SLICE_MS); at += 1) {
    read.push(toRead(list[at] as One));
  }
  return { read, until: at };
}

function listPeople(db: ReadableDb, organisationId: number): { userId: string; name: string }[] {
  return db.all('SELECT id AS userId, name FROM user WHERE organisation_id = ? ORDER BY name, id', [
    organisationId,
  ]);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function toNowSec(): number {
  return Math.floor(Date.now() / 1000);
}
