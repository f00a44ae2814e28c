import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedAction } from '../../shared/preview';
import { COUNTED_ACTIONS } from '../../shared/preview';
import { openCatalog } from '../catalog/database';
import { toRecordingId } from '../catalog/recording-id';
import { putRecordings } from '../catalog/recording-writer';
import type { WritableDb } from '../sqlite/database';
import { PreviewCounter, SAMPLES } from './preview-count';
import type { Call } from './random-organisation.test-support';
import { calls, factsOf, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import type { Viewer } from './viewer';

const RUNS = process.env['HEARBACK_LONG'] === '1' ? 2000 : 60;

const uidOf = (organisationId: number) => `uid${organisationId}`;
const idOf = (call: Call) => toRecordingId(uidOf(call.organisationId), call.draft.path);

function put(db: WritableDb, all: readonly Call[]): void {
  for (const organisationId of [1, 2]) {
    const drafts = all.filter((call) => call.organisationId === organisationId).map((call) => call.draft);
    putRecordings(db, drafts, { sourceId: organisationId, sourceUid: uidOf(organisationId), organisationId });
  }
}

/** One by one, by the rules: what the person may, and what there is of it. Holds and locks are left out of what deleting reaches. */
function reach(all: readonly Call[], who: Viewer | null, action: CountedAction): ReadonlySet<Call> {
  if (who === null) return new Set();
  return new Set(
    all.filter((call) => {
      const facts = { ...factsOf(call), isHeld: false, isRetentionLocked: false };
      const isThere = action !== 'readTranscript' || call.draft.transcript !== null;
      return isThere && decide(who, action, facts).allowed;
    }),
  );
}

const without = (one: ReadonlySet<Call>, other: ReadonlySet<Call>) =>
  [...one].filter((call) => !other.has(call));

test('recordings gained and lost are those that the rules give and take, one by one, for every action', () => {
  let changes = 0;
  const agree = fc.property(
    calls(60),
    fc.array(fc.tuple(fc.option(viewer, { nil: null, freq: 6 }), viewer), { minLength: 8, maxLength: 8 }),
    (all, pairs) => {
      const db = openCatalog(':memory:');
      try {
        put(db, all);
        // A person stays in his organisation.
        const asked = pairs.map(([before, after]) => ({
          before: before && { ...before, organisationId: after.organisationId },
          after,
        }));
        const beingDeleted = all.filter((call) => factsOf(call).isDeleted).map(idOf);
        const effects = new PreviewCounter(db).count({ changes: asked, beingDeleted });
        asked.forEach(({ before, after }, n) => {
          const effect = effects[n];
          if (!effect) throw new Error('Nobody was to be left out.');
          for (const action of COUNTED_ACTIONS) {
            changes += 1;
            const was = reach(all, before, action);
            const is = reach(all, after, action);
            expect(effect.gained[action], `gained: ${action}`).toBe(without(is, was).length);
            expect(effect.lost[action], `lost: ${action}`).toBe(without(was, is).length);
          }
          const [was, is] = [reach(all, before, 'list'), reach(all, after, 'list')];
          for (const [ids, calls] of [
            [effect.gainedSampleIds, without(is, was)],
            [effect.lostSampleIds, without(was, is)],
          ] as const) {
            expect(new Set(ids).size).toBe(Math.min(SAMPLES, calls.length));
            const secOf = new Map(calls.map((call) => [idOf(call), factsOf(call).startedAtSec]));
            const newest = [...secOf.values()].sort((a, b) => b - a).slice(0, SAMPLES);
            expect(ids.map((id) => secOf.get(id))).toEqual(newest);
          }
        });
      } finally {
        db.close();
      }
    },
  );
  fc.assert(agree, { numRuns: RUNS });
  process.stdout.write(`preview: ${changes} counts of gains and losses agreed\n`);
}, 3_600_000);

test('where time is up, whoever is left is said to be uncounted, and never counted as nothing', () => {
  const db = openCatalog(':memory:');
  const [who] = fc.sample(viewer, 1);
  const change = { before: null, after: who! };
  const [first, ...others] = new PreviewCounter(db).count(
    { changes: [change, change, change], beingDeleted: [] },
    -1,
  );
  expect(first).not.toBeNull();
  expect(others).toEqual([null, null]);
  db.close();
});
