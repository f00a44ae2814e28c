/** Compares decisions with the formulas of symbols.test-support.ts, state by state, and with another judge's. */
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import type { CallState, PersonState } from './abstract-states.test-support';
import { listOtherStates, toCall, toOther, toOtherShares, toPerson } from './abstract-states.test-support';
import { decide } from './rules';
import type { StateKind } from './symbols.test-support';
import { allows } from './symbols.test-support';
import type { RecordingFacts, Viewer } from './viewer';

/** Another judge besides the formulas, slower than they: asked about one decision in so many. */
export interface SecondOpinion {
  readonly every: number;
  readonly allows: (viewer: Viewer, action: Action, recording: RecordingFacts) => boolean;
}

type RecordingBits = Parameters<typeof allows>[3];

interface Case {
  readonly person: PersonState;
  readonly viewer: Viewer;
  readonly kind: StateKind;
  readonly bits: RecordingBits;
  readonly recording: RecordingFacts;
}

/** How many decisions agreed. Throws with the whole case at the first that did not. */
export function compareCalls(
  people: readonly PersonState[],
  calls: readonly CallState[],
  actions: readonly Action[],
  second: SecondOpinion,
): number {
  const recordings = calls.map((state) => ({
    kind: 'call' as const,
    bits: { ...state, owner: false },
    recording: toCall(state),
  }));
  let decisions = 0;
  for (const person of people) {
    const viewer = toPerson(person);
    for (const recording of recordings) {
      for (const action of actions) {
        compare(
          { person, viewer, ...recording },
          action,
          decisions % second.every === 0 ? second : undefined,
        );
        decisions += 1;
      }
    }
  }
  return decisions;
}

/** As `compareCalls`, for every state of a voicemail, a fax and a call of call history, and every action. */
export function compareOthers(people: readonly PersonState[], second: SecondOpinion): number {
  let decisions = 0;
  for (const state of listOtherStates()) {
    const isHistory = state.kind === 'history';
    const recording = {
      kind: isHistory ? ('history' as const) : ('message' as const),
      // Of these kinds nothing else is looked at.
      bits: { ...NO_CALL, ...state, party: isHistory && state.owner },
      recording: toOther(state),
    };
    const shares = toOtherShares(state);
    for (const person of people) {
      const viewer = toPerson(person, shares);
      for (const action of ACTIONS) {
        compare(
          { person, viewer, ...recording },
          action,
          decisions % second.every === 0 ? second : undefined,
        );
        decisions += 1;
      }
    }
  }
  return decisions;
}

const NO_CALL = { direction: 'inbound', group: false, member: false, number: false, line: false } as const;

/** The ladder too must say what the verdict says. */
function compare(
  { person, viewer, kind, bits, recording }: Case,
  action: Action,
  second?: SecondOpinion,
): void {
  const expected = allows(kind, action, person, bits);
  const decision = decide(viewer, action, recording);
  const isAgreed =
    decision.allowed === expected &&
    decision.steps.every((step) => step.passed) === expected &&
    (second === undefined || second.allows(viewer, action, recording) === expected);
  if (isAgreed) return;
  throw new Error(
    `A decision differs: ${JSON.stringify({ person, bits, action, expected, decision }, null, 1)}`,
  );
}
