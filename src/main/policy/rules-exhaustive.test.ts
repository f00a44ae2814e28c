import { expect, test } from 'vitest';
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import { STEP_REASONS } from '../../shared/step-reasons';
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
import { compareCalls, compareOthers } from './exhaustive.test-support';
import { oracleAllows } from './oracle.test-support';
import { decide } from './rules';

/** HEARBACK_LONG=1 asks the table of words about every decision. */
const isLong = process.env['HEARBACK_LONG'] === '1';

/** The table of words is asked about one decision in so many; with a prime, that is another combination each time. */
const table = (every: number) => ({ every: isLong ? 1 : every, allows: oracleAllows });

/** What every action needs, looked at by itself below. */
const LET_IN = { active: true, portal: true } as const;
const THERE = { sameOrganisation: true, deleted: false } as const;

/** Settings and facts that an action is not about stand at what would allow the most. */
function fixedFor(action: Action): { person: Partial<PersonState>; call: Partial<CallState> } {
  const person = { ...LET_IN, download: true, delete: true, screen: true, organisationScreen: true };
  const call = { ...THERE, hasScreen: true, hold: false, lock: false };
  const without = <T extends object>(all: T, ...names: (keyof T)[]): Partial<T> =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => !names.includes(name as keyof T)),
    ) as Partial<T>;
  switch (action) {
    case 'list':
    case 'play':
      return { person: { ...person, analysis: true }, call };
    case 'readTranscript':
      return { person, call };
    case 'download':
      return { person: { ...without(person, 'download'), analysis: true }, call };
    case 'seeScreen':
      return {
        person: { ...without(person, 'screen', 'organisationScreen'), analysis: true },
        call: without(call, 'hasScreen'),
      };
    case 'delete':
      return {
        person: { ...without(person, 'delete'), analysis: true },
        call: without(call, 'hold', 'lock'),
      };
  }
}

test.each(ACTIONS)(
  'every combination of settings and facts of a call is decided as the formulas and the table say: %s',
  (action) => {
    const { person, call } = fixedFor(action);
    const compared = compareCalls(listPersonStates(person), listCallStates(call), [action], table(13));
    expect(compared).toBeGreaterThanOrEqual(196_608);
    process.stdout.write(`rules: ${compared} decisions to ${action} agreed\n`);
  },
  3_600_000,
);

test('who may not sign in may nothing, nor anybody with what is another’s or being deleted, whatever else is set', () => {
  const everything = { download: true, delete: true, screen: true, organisationScreen: true, analysis: true };
  const people = listPersonStates({ ...everything, outbound: true, all: false, hearsAll: true });
  const calls = listCallStates({
    hasScreen: true,
    hold: false,
    lock: false,
    direction: 'inbound',
    group: false,
  });
  expect(compareCalls(people, calls, ACTIONS, table(1))).toBeGreaterThan(290_000);
});

test('every 40,009th of all states, so that what an action is not about is varied too', () => {
  const people = listPersonStates();
  const calls = listCallStates();
  let decisions = 0;
  for (let n = 0; n < people.length * calls.length; n += 40_009) {
    const person = people[Math.floor(n / calls.length)];
    const call = calls[n % calls.length];
    if (person && call) decisions += compareCalls([person], [call], ACTIONS, table(1));
  }
  expect(decisions).toBeGreaterThan(100_000);
});

test('every combination for a voicemail, a fax and a call of call history is decided as the formulas and the table say', () => {
  const people = listPersonStates({
    ...LET_IN,
    outbound: true,
    all: true,
    own: true,
    download: true,
    screen: true,
    organisationScreen: true,
  });
  expect(compareOthers(people, table(13))).toBeGreaterThan(1_000_000);
});

test('every sentence of an explanation can come up, and every step is from the list of sentences', () => {
  const seen = new Set<string>();
  const people = listPersonStates().filter((_, n) => n % 499 === 0);
  const calls = listCallStates().filter((_, n) => n % 17 === 0);
  const others = listOtherStates().filter((_, n) => n % 7 === 0);
  for (const action of ACTIONS) {
    for (const state of people) {
      const viewer = toPerson(state);
      for (const call of calls)
        for (const step of decide(viewer, action, toCall(call)).steps) seen.add(step.reason);
      for (const other of others) {
        const decision = decide(toPerson(state, toOtherShares(other)), action, toOther(other));
        for (const step of decision.steps) seen.add(step.reason);
      }
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(STEP_REASONS).sort());
});
