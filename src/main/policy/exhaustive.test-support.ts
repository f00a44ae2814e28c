/** Compares decisions with formulas, state by state; a long run takes slices of all people, a shorter one fixes some flags. */
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import type { CallState, PersonState } from './abstract-states.test-support';
import {
  listCallStates,
  listOtherStates,
  listPersonStates,
  toCall,
  toOther,
  toOtherShares,
  toPerson,
} from './abstract-states.test-support';
import { formulaForCall, formulaForOther } from './formulas.test-support';
import { decide } from './rules';
import type { RecordingFacts, Viewer } from './viewer';

/** Another judge besides the formulas, slower than they: asked about one decision in so many. */
export interface SecondOpinion {
  readonly every: number;
  readonly allows: (viewer: Viewer, action: Action, recording: RecordingFacts) => boolean;
}

/** States of a call with those of a person in which all that every action needs is true, or all but one of it. */
export const ALL_STATES = 5 * 2 ** 24 * 3;
const LET_IN = { active: true, portal: true } as const;
const THERE = { sameOrganisation: true, deleted: false } as const;
const BLOCKS = [
  { person: LET_IN, call: THERE },
  { person: { ...LET_IN, active: false }, call: THERE },
  { person: { ...LET_IN, portal: false }, call: THERE },
  { person: LET_IN, call: { ...THERE, sameOrganisation: false } },
  { person: LET_IN, call: { ...THERE, deleted: true } },
] as const;

/**
 * Every action in `ALL_STATES`, for half an hour of one core; `part` of `parts`, from 0, so that several can share it. Throws as
 * `compareCalls`; returns the number of decisions.
 */
export function compareAllCalls(part: number, parts: number): number {
  let decisions = 0;
  for (const { person, call } of BLOCKS) {
    const people = listPersonStates(person).filter((_, n) => n % parts === part);
    decisions += compareCalls(people, listCallStates(call));
  }
  return decisions;
}

/** How many decisions agreed. Throws with the whole case at the first that did not. */
export function compareCalls(
  people: readonly PersonState[],
  calls: readonly CallState[],
  actions: readonly Action[] = ACTIONS,
  second?: SecondOpinion,
): number {
  let decisions = 0;
  const recordings = calls.map((state) => ({ state, facts: toCall(state) }));
  for (const person of people) {
    const viewer = toPerson(person);
    for (const { state, facts } of recordings) {
      for (const action of actions) {
        const expected = formulaForCall(person, action, state);
        const isAsked = second !== undefined && decisions % second.every === 0;
        decisions += 1;
        if (!isAgreed(viewer, action, facts, expected, isAsked ? second : undefined)) {
          throw toDifference({ person, state, action, expected, decision: decide(viewer, action, facts) });
        }
      }
    }
  }
  return decisions;
}

/** As `compareCalls`, for every state of a voicemail, a fax and a call of call history. */
export function compareOthers(people: readonly PersonState[], second?: SecondOpinion): number {
  let decisions = 0;
  const others = listOtherStates();
  for (const state of others) {
    const facts = toOther(state);
    const shares = toOtherShares(state);
    for (const person of people) {
      const viewer = toPerson(person, shares);
      for (const action of ACTIONS) {
        const expected = formulaForOther(person, action, state);
        const isAsked = second !== undefined && decisions % second.every === 0;
        decisions += 1;
        if (!isAgreed(viewer, action, facts, expected, isAsked ? second : undefined)) {
          throw toDifference({ person, state, action, expected, decision: decide(viewer, action, facts) });
        }
      }
    }
  }
  return decisions;
}

/** The ladder too must say what the verdict says. */
function isAgreed(
  viewer: Viewer,
  action: Action,
  recording: RecordingFacts,
  expected: boolean,
  second: SecondOpinion | undefined,
): boolean {
  const { allowed, steps } = decide(viewer, action, recording);
  return (
    allowed === expected &&
    steps.every((step) => step.passed) === expected &&
    (second === undefined || second.allows(viewer, action, recording) === expected)
  );
}

function toDifference(found: object): Error {
  return new Error(`A decision differs from the formulas: ${JSON.stringify(found, null, 1)}`);
}
