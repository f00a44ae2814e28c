/** Everybody of an organisation as the policy sees him, read in slices, so that nothing else has to wait for hundreds of people. */
import type { Viewer } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';
import { policyEpoch } from './epoch';
import { toViewer } from './viewers';

export interface BookedViewer {
  readonly userId: string;
  readonly name: string;
  readonly viewer: Viewer;
}

/** Longer than this nothing holds up a window. */
const SLICE_MS = 8;
/** Rights that change all the while: what is read then may be of two moments, as two questions would be. */
const TRIES = 3;

/** By name, also the deactivated; of one moment, unless rights change again and again while they are read. */
export async function readViewers(db: ReadableDb, organisationId: number): Promise<readonly BookedViewer[]> {
  for (let tried = 1; ; tried += 1) {
    const epoch = policyEpoch(db);
    const viewers = await readOnce(db, organisationId);
    if (tried === TRIES || policyEpoch(db) === epoch) return viewers;
  }
}

async function readOnce(db: ReadableDb, organisationId: number): Promise<BookedViewer[]> {
  const people = db.all<{ userId: string; name: string }>(
    'SELECT id AS userId, name FROM user WHERE organisation_id = ? ORDER BY name, id',
    [organisationId],
  );
  const viewers: BookedViewer[] = [];
  let sliceBegan = performance.now();
  for (const one of people) {
    viewers.push({ ...one, viewer: toViewer(db, one.userId) });
    if (performance.now() - sliceBegan < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    sliceBegan = performance.now();
  }
  return viewers;
}
