import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Action } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import { calls, factsOf, hearing, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import type { ExtensionHolding, RecordingFacts, Viewer } from './viewer';
import { isWithin } from './viewer';

/** Another engine with another language and other authors; it takes about a millisecond a decision. */
const RUNS = process.env['HEARBACK_LONG'] === '1' ? 1500 : 20;
const POLICIES = 'access';

beforeAll(() => {
  const text = readFileSync(new URL('./access.cedar', import.meta.url), 'utf8');
  expect(cedar.preparsePolicySet(POLICIES, { staticPolicies: text })).toEqual({ type: 'success' });
});

const numbersAt = (holdings: readonly ExtensionHolding[], sec: number) =>
  holdings.filter((held) => isWithin(held, sec)).map((held) => held.extension);

function toPrincipal(who: Viewer): cedar.EntityJson {
  const { settings, organisation } = who;
  const { portal, replay, replayAll, replayOwn, viewOutbound, viewScreen, download } = settings;
  const { agentAccess, standardHears, screenRecordings, conversationAnalysis } = organisation;
  return {
    uid: { type: 'User', id: who.userId },
    attrs: {
      ...{
        portal,
        replay,
        replayAll,
        replayOwn,
        viewOutbound,
        viewScreen,
        download,
        delete: settings.delete,
      },
      ...{ agentAccess, standardHears, screenRecordings, conversationAnalysis },
      isActive: who.isActive,
      organisation: String(who.organisationId),
      profile: who.profile,
      rights: [...who.serviceRights],
      groups: who.groups.map((group) => group.extension),
      otherNumbers: [...who.otherNumbers],
      lines: [...who.lines],
    },
    parents: [],
  };
}

const TYPES = { call: 'Call', voicemail: 'Message', fax: 'Message', history: 'HistoryCall' } as const;

function toResource(told: RecordingFacts): cedar.EntityJson {
  const { extensions, groups, lines, accountCodes, direction, hasScreen, isHeld, isDeleted } = told;
  return {
    uid: { type: TYPES[told.kind], id: 'r' },
    attrs: {
      ...{ direction, hasScreen, isHeld, isDeleted },
      extensions: [...extensions],
      groups: [...groups],
      lines: [...lines],
      accountCodes: [...accountCodes],
      organisation: String(told.organisationId),
      owner: told.owner === null ? [] : [told.owner],
      // The lock of a line or group is about calls.
      isLocked: told.isRetentionLocked && told.kind === 'call',
    },
    parents: [],
  };
}

function toContext(who: Viewer, { startedAtSec: sec, kind, wasUnavailable }: RecordingFacts): cedar.Context {
  const shared = kind === 'voicemail' && wasUnavailable ? 'unavailableVoicemail' : kind;
  const groups = who.groups.filter((group) => group.withMembers);
  return {
    hisThen: numbersAt(who.holdings, sec),
    membersThen: groups.flatMap((group) => numbersAt(group.memberHoldings, sec)),
    sharedThen: who.sharedWithMe
      .filter((share) => share.kind === shared)
      .flatMap((share) => numbersAt(share.holdings, sec)),
  };
}

function cedarAllows(who: Viewer, action: Action, told: RecordingFacts): boolean {
  const principal = toPrincipal(who);
  const resource = toResource(told);
  const answer = cedar.statefulIsAuthorized({
    principal: principal.uid,
    action: { type: 'Action', id: action },
    resource: resource.uid,
    context: toContext(who, told),
    preparsedPolicySetId: POLICIES,
    entities: [principal, resource],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  // A policy that stumbles over a missing attribute is passed over, and would agree by denying.
  expect(answer.response.diagnostics.errors).toEqual([]);
  return answer.response.decision === 'allow';
}

test('another engine, given the same policy, decides the same', () => {
  let decisions = 0;
  let allowed = 0;
  const agree = fc.property(calls(12), fc.tuple(viewer, viewer, hearing), (all, people) => {
    for (const told of all.map(factsOf)) {
      for (const facts of [told, { ...told, kind: 'history', hasScreen: false } as const]) {
        for (const who of people) {
          for (const action of ACTIONS) {
            const isAllowed = decide(who, action, facts).allowed;
            decisions += 1;
            if (isAllowed) allowed += 1;
            if (cedarAllows(who, action, facts) !== isAllowed) {
              expect.fail(JSON.stringify({ action, isAllowed, facts, who }, null, 1));
            }
          }
        }
      }
    }
  });
  fc.assert(agree, { numRuns: RUNS });
  expect(allowed).toBeGreaterThan(decisions / 50);
  process.stdout.write(`cedar: ${String(decisions)} decisions agreed, ${String(allowed)} of them yes\n`);
}, 7_200_000);
