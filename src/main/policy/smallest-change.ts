/**
 * The smallest change of settings that turns a decision round. Grants only give and restrictions only take, so it is enough to open
 * one path with every gate and then to leave out, dearest first, what was not needed: what is left cannot be made smaller. Nothing is
 * proposed that was not decided by the rules themselves.
 */
import type { ProposedChange } from '../../shared/explanation';
import type { Action } from '../../shared/model';
import type { Candidate, Case } from './changes';
import {
  chooseLine,
  dropGroup,
  dropNumber,
  endShare,
  letAgentsHear,
  letStandardHear,
  makerOf,
  setHold,
  toNormalProfile,
  turnActive,
  turnAdministrator,
  turnOrganisation,
  turnSwitch,
} from './changes';
import type { Prospects } from './directory';
import { listGateOpeners, listPathOpeners } from './openings';
import { decide } from './rules';

/** In the order in which to make them; null where no setting can. */
export function findSmallestChange(
  now: Case,
  action: Action,
  prospects: Prospects,
): readonly ProposedChange[] | null {
  const isAllowed = isAllowedIn(action, now);
  const turns = (candidates: readonly Candidate[]) =>
    isAllowedIn(action, applied(now, candidates)) !== isAllowed;
  const sets = isAllowed ? listClosings(now) : listOpenings(now, prospects);
  const turning = sets.filter(turns).map((candidates) => withoutNeedless(candidates, turns));
  const [first, ...others] = turning;
  if (!first) return null;
  const smallest = others.reduce((best, each) => (weightOf(each) < weightOf(best) ? each : best), first);
  return smallest.map(({ change }) => ({ change, madeBy: makerOf(change) }));
}

function isAllowedIn(action: Action, { viewer, facts }: Case): boolean {
  return decide(viewer, action, facts).allowed;
}

function applied(now: Case, candidates: readonly Candidate[]): Case {
  return candidates.reduce((before, candidate) => candidate.apply(before), now);
}

/** Every gate with each path, and without one: the person may have his path already. */
function listOpenings(now: Case, prospects: Prospects): Candidate[][] {
  const gates = listGateOpeners(now);
  const paths = [[], ...listPathOpeners(now, prospects).map((path) => [path])];
  const opened = paths.map((path) => [...gates, ...path]);
  if (now.viewer.profile !== 'agent') return opened;
  // What agents hear is a path that ends with the profile: the one change that also takes something away.
  const asAgent = gates.filter((gate) => gate !== toNormalProfile);
  return [...opened, ...paths.map((path) => [...asAgent, ...path])];
}

/** Each thing that can be closed by itself, and all paths together, for there may be several. */
function listClosings(now: Case): Candidate[][] {
  const paths = listPathClosers(now);
  return [...listGateClosers(now).map((gate) => [gate]), ...paths.map((path) => [path]), paths];
}

function listGateClosers({ viewer, facts }: Case): Candidate[] {
  const { settings, organisation } = viewer;
  const open = (['replay', 'viewOutbound', 'download', 'delete', 'viewScreen', 'portal'] as const).filter(
    (name) => settings[name],
  );
  return [
    ...open.map((name) => turnSwitch(name, false)),
    ...(organisation.screenRecordings ? [turnOrganisation('screenRecordings', false)] : []),
    ...(organisation.conversationAnalysis ? [turnOrganisation('conversationAnalysis', false)] : []),
    ...(facts.isHeld ? [] : [setHold(true)]),
    turnActive(false),
  ];
}

function listPathClosers({ viewer }: Case): Candidate[] {
  const { settings, organisation, serviceRights } = viewer;
  const opened = (['replayAll', 'replayOwn'] as const).filter((name) => settings[name]);
  return [
    ...viewer.otherNumbers.map(dropNumber),
    ...viewer.groups.flatMap((group) => [
      ...(group.withMembers ? [dropGroup(group, true)] : []),
      dropGroup(group, false),
    ]),
    ...viewer.lines.map((line) => chooseLine(line, false)),
    ...viewer.sharedWithMe.map(endShare),
    ...opened.map((name) => turnSwitch(name, false)),
    ...(viewer.profile === 'agent' && organisation.agentAccess === 'all' ? [letAgentsHear('own')] : []),
    ...(viewer.profile === 'agent' && organisation.agentAccess !== 'none' ? [letAgentsHear('none')] : []),
    ...(serviceRights.has('mediaManagerStandard') && organisation.standardHears === 'all'
      ? [letStandardHear('ownSettings')]
      : []),
    ...(serviceRights.has('mediaManagerAdministrator') ? [turnAdministrator(false)] : []),
  ];
}

/** Leaves out what makes no difference, beginning with what gives or takes most. */
function withoutNeedless(
  candidates: readonly Candidate[],
  turns: (candidates: readonly Candidate[]) => boolean,
): Candidate[] {
  let kept = [...candidates];
  for (const candidate of [...candidates].sort((a, b) => b.weight - a.weight)) {
    const rest = kept.filter((each) => each !== candidate);
    if (rest.length > 0 && turns(rest)) kept = rest;
  }
  return kept;
}

function weightOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { weight }) => sum + weight, 0);
}
