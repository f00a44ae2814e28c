/** Throws where the policy does not decide as its symbols, its table of words or its own compiled scopes say, or explains untruly. Quick, and the same at every run. */
import fc from 'fast-check';
import { openCatalog } from '../src/main/catalog/database';
import { toRecordingId } from '../src/main/catalog/recording-id';
import { putRecordings } from '../src/main/catalog/recording-writer';
import { findRecordingByKey } from '../src/main/catalog/recordings';
import { listVisibleKeys } from '../src/main/catalog/visible-keys';
import { oracleAllows } from '../src/main/policy/oracle.test-support';
import { person } from '../src/main/policy/people.test-support';
import type { Call } from '../src/main/policy/random-organisation.test-support';
import { calls, factsOf, holdsOf, viewer } from '../src/main/policy/random-organisation.test-support';
import { decide } from '../src/main/policy/rules';
import { ScopePlans } from '../src/main/policy/scope-plan';
import { findWrongGrant } from '../src/main/policy/special-grants.test-support';
import { STATE_KINDS, statesOf } from '../src/main/policy/symbols.test-support';
import { findUntruth } from '../src/main/policy/true-sentences.test-support';
import { maySeeReports } from '../src/main/policy/viewer';
import type { RecordingFacts, Viewer } from '../src/main/policy/viewer';
import type { Action } from '../src/shared/model';
import { ACTIONS } from '../src/shared/model';

const SEED = 20_261_122;
const EVERY = 1999;
const RUNS = 100;

export function notice(): void {
  noticeBySymbols();
  noticeReports();
  fc.assert(
    fc.property(calls(40), fc.array(viewer, { minLength: 6, maxLength: 6 }), noticeByWordsAndScopes),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
}

function noticeBySymbols(): void {
  for (const kind of STATE_KINDS) {
    for (const action of ACTIONS) {
      for (const state of statesOf(kind, action, EVERY)) {
        const decision = decide(state.viewer, action, state.recording);
        if (decision.allowed !== state.allowed) throw new Error(`symbols: ${kind} ${action}`);
        if (decision.steps.every((step) => step.passed) !== decision.allowed) throw new Error('ladder');
        noticeUntruth(state.viewer, action, state.recording);
      }
    }
  }
}

/** Reports are of everybody's calls: each of the four conditions must be able to close them. */
function noticeReports(): void {
  for (let state = 0; state < 16; state += 1) {
    const [isActive, portal, isGiven, isThere] = [1, 2, 4, 8].map((bit) => (state & bit) !== 0);
    const who = person({
      isActive: isActive === true,
      settings: { portal: portal === true, callReporting: isGiven === true },
      organisation: { callReporting: isThere === true },
    });
    if (maySeeReports(who) !== (state === 15)) throw new Error('reports');
  }
}

function noticeUntruth(viewer: Viewer, action: Action, recording: RecordingFacts): void {
  const untruth = findUntruth(viewer, action, recording, decide(viewer, action, recording));
  if (untruth !== null) throw new Error(untruth);
}

const uidOf = (organisationId: number) => `uid${String(organisationId)}`;
const idOf = (call: Call) => toRecordingId(uidOf(call.organisationId), call.draft.path);

function noticeByWordsAndScopes(all: readonly Call[], people: readonly Viewer[]): void {
  const db = openCatalog(':memory:');
  try {
    for (const organisationId of [1, 2]) {
      const drafts = all.filter((call) => call.organisationId === organisationId).map((call) => call.draft);
      putRecordings(db, drafts, {
        sourceId: organisationId,
        sourceUid: uidOf(organisationId),
        organisationId,
      });
    }
    const holds = holdsOf(all, idOf);
    const plans = new ScopePlans(db, holds);
    const byId = new Map(all.map((call) => [idOf(call), call]));
    for (const who of people) {
      for (const call of all) {
        const wrong = findWrongGrant(who, factsOf(call));
        if (wrong !== null) throw new Error(wrong);
      }
      for (const action of ACTIONS) {
        const decided = new Set<string>();
        for (const [id, call] of byId) {
          const facts = factsOf(call);
          const isAllowed = decide(who, action, facts).allowed;
          if (isAllowed !== oracleAllows(who, action, facts)) throw new Error(`words: ${action}`);
          if (isAllowed) decided.add(id);
          noticeUntruth(who, action, facts);
        }
        noticeScope(idsOf(db, plans, who, action, byId), decided);
      }
    }
  } finally {
    db.close();
  }
}

function* idsOf(
  db: ReturnType<typeof openCatalog>,
  plans: ScopePlans,
  who: Viewer,
  action: Action,
  byId: ReadonlyMap<string, Call>,
): Generator<string> {
  const plan = plans.planOf(who, action);
  for (const key of listVisibleKeys(db, plan.ranges, 'newest', 10_000)) {
    const recording = findRecordingByKey(db, key);
    const call = recording && byId.get(recording.id);
    if (!call) throw new Error('A scope gave a key without a recording.');
    if (plan.needsScreen && recording.screenPath === null) continue;
    if (plan.needsNoHold && (call.isHeld || (call.isLocked && recording.kind === 'call'))) continue;
    yield recording.id;
  }
}

function noticeScope(given: Iterable<string>, decided: ReadonlySet<string>): void {
  let count = 0;
  for (const id of given) {
    if (!decided.has(id)) throw new Error('A scope gave what the rules deny.');
    count += 1;
  }
  if (count !== decided.size) throw new Error('A scope did not give what the rules allow.');
}
