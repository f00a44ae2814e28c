import { expect, test } from 'vitest';
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import { STEP_REASONS } from '../../shared/step-reasons';
import type { ServiceRight } from '../../shared/user-settings';
import { oracleAllows } from './oracle.test-support';
import { facts, holding, person } from './people.test-support';
import { decide } from './rules';
import type { RecordingFacts, Viewer } from './viewer';

/** HEARBACK_LONG=1 varies every fact for every action: some 10⁸ decisions instead of some millions. */
const isLong = process.env['HEARBACK_LONG'] === '1';

const both = [false, true] as const;
const no = [false] as const;
const yes = [true] as const;

interface Varied {
  readonly analysis: readonly boolean[];
  readonly download: readonly boolean[];
  readonly remove: readonly boolean[];
  readonly screen: readonly boolean[];
  readonly kept: readonly boolean[];
}

/** For each action only the facts that are about it, besides those about everything. */
function variedFor(action: Action): Varied {
  const fixed: Varied = { analysis: no, download: yes, remove: yes, screen: yes, kept: no };
  if (isLong) return { analysis: both, download: both, remove: both, screen: both, kept: both };
  switch (action) {
    case 'list':
      return fixed;
    case 'play':
      return { ...fixed, download: no, remove: no, screen: no };
    case 'readTranscript':
      return { ...fixed, analysis: both };
    case 'download':
      return { ...fixed, download: both };
    case 'seeScreen':
      return { ...fixed, screen: both };
    case 'delete':
      return { ...fixed, remove: both, kept: both };
  }
}

function* viewers(varied: Varied, doors: readonly boolean[]): Generator<Viewer> {
  for (const profile of ['normal', 'agent'] as const)
    for (const agentAccess of ['none', 'own', 'all'] as const)
      for (const right of [[], ['mediaManagerAdministrator'], ['mediaManagerStandard']] as ServiceRight[][])
        for (const standardHears of ['ownSettings', 'all'] as const)
          for (const replay of both)
            for (const replayAll of both)
              for (const replayOwn of both)
                for (const viewOutbound of both)
                  for (const conversationAnalysis of varied.analysis)
                    for (const download of varied.download)
                      for (const remove of varied.remove)
                        for (const viewScreen of varied.screen)
                          for (const screenRecordings of varied.screen)
                            for (const isActive of doors)
                              for (const portal of doors)
                                yield person({
                                  profile,
                                  isActive,
                                  rights: right,
                                  organisation: {
                                    agentAccess,
                                    standardHears,
                                    conversationAnalysis,
                                    screenRecordings,
                                  },
                                  settings: {
                                    portal,
                                    replay,
                                    replayAll,
                                    replayOwn,
                                    viewOutbound,
                                    download,
                                    viewScreen,
                                    delete: remove,
                                  },
                                  holdings: [holding('201', 900, 1100)],
                                  groups: [
                                    {
                                      groupId: 'g',
                                      extension: '700',
                                      withMembers: true,
                                      memberHoldings: [holding('301', 900, 1100)],
                                    },
                                  ],
                                  otherNumbers: ['555'],
                                  lines: ['099'],
                                });
}

function* calls(
  varied: Varied,
  screens: readonly boolean[],
  organisations: readonly number[],
): Generator<RecordingFacts> {
  for (const organisationId of organisations)
    for (const direction of ['inbound', 'outbound', 'internal', 'unknown'] as const)
      for (const own of both)
        for (const group of both)
          for (const member of both)
            for (const number of both)
              for (const line of both)
                for (const hasScreen of screens)
                  for (const isHeld of varied.kept)
                    for (const isRetentionLocked of varied.kept)
                      yield facts({
                        organisationId,
                        direction,
                        extensions: [...(own ? ['201'] : []), ...(member ? ['301'] : []), '999'],
                        groups: group ? ['700'] : [],
                        accountCodes: number ? ['555'] : [],
                        lines: line ? ['099'] : [],
                        hasScreen,
                        isHeld,
                        isRetentionLocked,
                      });
}

function* messages(): Generator<RecordingFacts> {
  for (const kind of ['voicemail', 'fax'] as const)
    for (const organisationId of [1, 2])
      for (const owner of ['201', '999', null])
        for (const startedAtSec of [899, 900, 1099, 1100])
          for (const isHeld of both)
            for (const isRetentionLocked of both)
              for (const hasScreen of isLong ? both : yes)
                yield facts({
                  kind,
                  organisationId,
                  owner,
                  extensions: owner === null ? [] : [owner],
                  startedAtSec,
                  isHeld,
                  isRetentionLocked,
                  hasScreen,
                });
}

/** Compares one decision with the oracle's, and looks whether the ladder says what the verdict says. */
function findDifference(viewer: Viewer, action: Action, recording: RecordingFacts): string | undefined {
  const decision = decide(viewer, action, recording);
  const expected = oracleAllows(viewer, action, recording);
  const isAgreed = decision.allowed === expected && decision.steps.every((step) => step.passed) === expected;
  return isAgreed ? undefined : JSON.stringify({ viewer, action, recording, decision, expected }, null, 1);
}

function expectAgreement(
  action: Action,
  people: readonly Viewer[],
  recordings: readonly RecordingFacts[],
): number {
  for (const viewer of people) {
    for (const recording of recordings) {
      const difference = findDifference(viewer, action, recording);
      if (difference !== undefined) expect.fail(difference);
    }
  }
  return people.length * recordings.length;
}

test.each(ACTIONS)(
  'every combination of settings and facts of a call is decided as the table says: %s',
  (action) => {
    const varied = variedFor(action);
    // Who may not sign in and what is another's is varied once, with everything else that is about every action.
    const isAboutAll = action === 'list' && !isLong;
    const doors = isAboutAll ? both : yes;
    const screens = isLong || action === 'seeScreen' ? both : no;
    const people = [...viewers(varied, doors)];
    const compared = expectAgreement(action, people, [...calls(varied, screens, isAboutAll ? [1, 2] : [1])]);
    expect(compared).toBeGreaterThan(70_000);
  },
  3_600_000,
);

test.each(ACTIONS)(
  'every combination for a voicemail or a fax is decided as the table says: %s',
  (action) => {
    expectAgreement(action, [...viewers(variedFor(action), action === 'list' ? both : yes)], [...messages()]);
  },
);

test('every sentence of an explanation can come up, and every step is from the list of sentences', () => {
  const seen = new Set<string>();
  for (const action of ACTIONS) {
    const varied = { analysis: both, download: both, remove: both, screen: both, kept: both };
    const people = [...viewers(varied, both)].filter((_, n) => n % 499 === 0);
    const recordings = [...calls(varied, both, [1, 2]), ...messages()].filter((_, n) => n % 17 === 0);
    for (const viewer of people) {
      for (const recording of recordings) {
        for (const step of decide(viewer, action, recording).steps) seen.add(step.reason);
      }
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(STEP_REASONS).sort());
});
