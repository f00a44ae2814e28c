import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProposedChange } from '../../shared/explanation';
import { ACTIONS } from '../../shared/model';
import type { Prospects } from './directory';
import { explain, findListener } from './explain';
import { oracleAllows } from './oracle.test-support';
import { calls, factsOf, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import type { RecordingFacts, Viewer, ViewerGroup } from './viewer';

const RUNS = process.env['HEARBACK_LONG'] === '1' ? 4000 : 150;

/** Carried out as an administrator would, on what the settings say: written apart from how the search tries its changes. */
function carryOut(
  before: { readonly viewer: Viewer; readonly facts: RecordingFacts },
  { change: one }: ProposedChange,
  groups: readonly ViewerGroup[],
  shares: Viewer['sharedWithMe'],
) {
  const { viewer: who, facts: recording } = before;
  const set = (settings: Partial<Viewer['settings']>) => ({
    ...who,
    settings: { ...who.settings, ...settings },
  });
  const organised = (patch: Partial<Viewer['organisation']>) => ({
    ...who,
    organisation: { ...who.organisation, ...patch },
  });
  const changed = (): Viewer => {
    switch (one.change) {
      case 'active':
        return { ...who, isActive: one.isOn };
      case 'setting':
        return set({ [one.setting]: one.isOn });
      case 'otherNumber':
        return one.isOn
          ? { ...who, otherNumbers: [...who.otherNumbers, one.number] }
          : { ...who, otherNumbers: who.otherNumbers.filter((each) => each !== one.number) };
      case 'group': {
        const rest = who.groups.filter((each) => each.groupId !== one.groupId);
        const group = groups.find((each) => each.groupId === one.groupId);
        if (!one.isOn || !group) return { ...who, groups: rest };
        const memberHoldings = one.withMembers ? group.memberHoldings : [];
        return { ...who, groups: [...rest, { ...group, withMembers: one.withMembers, memberHoldings }] };
      }
      case 'line':
        return one.isOn
          ? { ...who, lines: [...who.lines, one.number] }
          : { ...who, lines: who.lines.filter((each) => each !== one.number) };
      case 'profileNormal':
        return { ...who, profile: 'normal' };
      case 'organisation':
        return organised({ [one.setting]: one.isOn });
      case 'agentAccess':
        return organised({ agentAccess: one.access });
      case 'standardHears':
        return organised({ standardHears: one.hears });
      case 'right': {
        const kept = [...who.serviceRights].filter((each) => each !== one.right);
        return { ...who, serviceRights: new Set(one.isOn ? [...kept, one.right] : kept) };
      }
      case 'share': {
        const others = who.sharedWithMe.filter(
          (each) => each.ownerId !== one.ownerId || each.kind !== one.kind,
        );
        const given = shares.filter((each) => each.ownerId === one.ownerId && each.kind === one.kind);
        return { ...who, sharedWithMe: one.isOn ? [...others, ...given] : others };
      }
      case 'hold':
        return who;
    }
  };
  const held = one.change === 'hold' ? { isHeld: one.isOn } : {};
  return { viewer: changed(), facts: { ...recording, ...held } };
}

/** As the ledger gives them: each group once. */
const distinct = (groups: readonly ViewerGroup[]) =>
  groups.filter((each, n) => groups.findIndex((other) => other.groupId === each.groupId) === n);
const somebody = viewer.map((who): Viewer => ({ ...who, groups: distinct(who.groups) }));

test('an explanation’s verdict is the decision, and what it proposes turns the decision round and has nothing to spare', () => {
  let explanations = 0;
  let proposals = 0;
  const prove = fc.property(calls(12), fc.array(somebody, { minLength: 6, maxLength: 6 }), (all, people) => {
    const everyGroup = people.flatMap((each) => each.groups);
    const shares = people.flatMap((each) => each.sharedWithMe);
    for (const call of all) {
      const recording = factsOf(call);
      for (const who of people) {
        const groups = distinct([...who.groups, ...everyGroup]);
        const prospects: Prospects = { listGroups: () => groups, listSharers: () => shares };
        for (const action of ACTIONS) {
          const { decision, smallestChange } = explain(who, action, recording, prospects);
          explanations += 1;
          expect(decision).toEqual(decide(who, action, recording));
          expect(decision.allowed).toBe(oracleAllows(who, action, recording));
          if (smallestChange === null) continue;
          proposals += 1;
          const after = (changes: readonly ProposedChange[]) =>
            changes.reduce((now, change) => carryOut(now, change, groups, shares), {
              viewer: who,
              facts: recording,
            });
          const verdict = (changes: readonly ProposedChange[]) => {
            const now = after(changes);
            return oracleAllows(now.viewer, action, now.facts);
          };
          expect(verdict(smallestChange), JSON.stringify(smallestChange)).toBe(!decision.allowed);
          for (const spared of smallestChange) {
            if (smallestChange.length === 1) break;
            expect(verdict(smallestChange.filter((each) => each !== spared))).toBe(decision.allowed);
          }
        }
      }
    }
  });
  fc.assert(prove, { numRuns: RUNS });
  expect(proposals).toBeGreaterThan(explanations / 4);
  process.stdout.write(`explanations: ${explanations}, of which ${proposals} proposed a change that works\n`);
}, 3_600_000);

test('who is said to hear a recording is exactly who may list it, with just the actions that are allowed', () => {
  fc.assert(
    fc.property(calls(8), fc.array(somebody, { minLength: 4, maxLength: 4 }), (all, people) => {
      for (const recording of all.map(factsOf)) {
        for (const who of people) {
          const listener = findListener(who, recording);
          expect(listener !== undefined).toBe(oracleAllows(who, 'list', recording));
          if (!listener) continue;
          expect(listener.path.passed).toBe(true);
          expect(listener.actions).toEqual(ACTIONS.filter((each) => oracleAllows(who, each, recording)));
        }
      }
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
