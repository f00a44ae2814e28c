import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import { openCatalog } from '../catalog/database';
import { toRecordingId } from '../catalog/recording-id';
import { putRecordings, removeRecordings } from '../catalog/recording-writer';
import { findRecordingById, findRecordingByKey } from '../catalog/recordings';
import { listVisibleKeys } from '../catalog/visible-keys';
import type { WritableDb } from '../sqlite/database';
import { toFacts } from './library-rows';
import { oracleAllows } from './oracle.test-support';
import type { Call } from './random-organisation.test-support';
import { calls, factsOf, holdsOf, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import { ScopePlans } from './scope-plan';
import { findWrongGrant } from './special-grants.test-support';
import type { Viewer } from './viewer';

/** The long run decides some ten million times. */
const RUNS = process.env['HEARBACK_LONG'] === '1' ? 8000 : 150;

const uidOf = (organisationId: number) => `uid${organisationId}`;
const idOf = (call: Call) => toRecordingId(uidOf(call.organisationId), call.draft.path);

function put(db: WritableDb, all: readonly Call[]): void {
  for (const organisationId of [1, 2]) {
    const drafts = all.filter((call) => call.organisationId === organisationId).map((call) => call.draft);
    putRecordings(db, drafts, { sourceId: organisationId, sourceUid: uidOf(organisationId), organisationId });
  }
}

/** Ids of what the compiled scope gives, with what it says must be looked at besides. */
function idsInScope(db: WritableDb, all: readonly Call[], who: Viewer, action: Action): string[] {
  const plan = new ScopePlans(db, holdsOf(all, idOf)).planOf(who, action);
  const byId = new Map(all.map((call) => [idOf(call), call]));
  return listVisibleKeys(db, plan.ranges, 'newest', 100_000).flatMap((key) => {
    const recording = findRecordingByKey(db, key);
    const call = recording && byId.get(recording.id);
    if (!recording || !call) throw new Error('The scope gave a key without a recording.');
    if (plan.needsScreen && recording.screenPath === null) return [];
    // The lock of a line or group is about calls.
    if (plan.needsNoHold && (call.isHeld || (call.isLocked && recording.kind === 'call'))) return [];
    return [recording.id];
  });
}

test('rules, scopes and the table of words give the same answer for every recording and action', () => {
  let decisions = 0;
  const agree = fc.property(
    calls(60),
    calls(10),
    fc.array(viewer, { minLength: 8, maxLength: 8 }),
    (before, after, people) => {
      const db = openCatalog(':memory:');
      try {
        put(db, before);
        // Some are scanned again and are other calls now, and one has gone.
        const all = [...after, ...before.slice(after.length)].map((call, n) => ({
          ...call,
          organisationId: before[n]?.organisationId ?? call.organisationId,
        }));
        put(db, all);
        const gone = all.pop();
        if (gone) removeRecordings(db, gone.organisationId, [gone.draft.path]);
        const holds = holdsOf(all, idOf);
        const known = all.map((call) => {
          const recording = findRecordingById(db, idOf(call));
          if (!recording) throw new Error('A recording was lost.');
          return { id: recording.id, facts: toFacts(recording, holds), told: factsOf(call) };
        });
        for (const who of people) {
          for (const action of ACTIONS) {
            const decided = known
              .filter(({ facts }) => decide(who, action, facts).allowed)
              .map(({ id }) => id);
            const expected = known.filter(({ told }) => oracleAllows(who, action, told)).map(({ id }) => id);
            decisions += known.length;
            expect(decided, `${action}: rules against the table`).toEqual(expected);
            expect(idsInScope(db, all, who, action).sort(), `${action}: scopes against rules`).toEqual(
              decided.sort(),
            );
          }
        }
      } finally {
        db.close();
      }
    },
  );
  fc.assert(agree, { numRuns: RUNS });
  expect(decisions).toBeGreaterThan(RUNS * 1000);
  process.stdout.write(`policy: ${decisions} decisions agreed\n`);
}, 3_600_000);

test('what is shared with a person and which calls of history are his, the scopes say as the table of words does', () => {
  const agree = fc.property(calls(40), fc.array(viewer, { minLength: 4, maxLength: 4 }), (all, people) => {
    for (const who of people) for (const call of all) expect(findWrongGrant(who, factsOf(call))).toBeNull();
  });
  fc.assert(agree, { numRuns: RUNS });
}, 3_600_000);
