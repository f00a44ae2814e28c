/** The paths by which a recording is within what a person hears. Each says which setting opened it. */
import type { SharedKind, Step } from '../../shared/model';
import type { StepReason } from '../../shared/step-reasons';
import type { ExtensionHolding, RecordingFacts, Viewer } from './viewer';
import { isWithin } from './viewer';

export function toStep(
  name: Step['name'],
  passed: boolean,
  reason: StepReason,
  setting: string | null = null,
  value: string | null = null,
  details?: Step['details'],
): Step {
  return { name, passed, reason, setting, value, ...(details ? { details } : {}) };
}

/** The rights that reach every call of the organisation, of every direction, whatever the gates say. */
export function findPathByRight(viewer: Viewer): Step | undefined {
  if (viewer.serviceRights.has('mediaManagerAdministrator')) return administratorPath;
  if (viewer.serviceRights.has('mediaManagerStandard') && viewer.organisation.standardHears === 'all') {
    return toStep('scope', true, 'scopeStandardAll', 'organisation.standardHears', 'all');
  }
  return undefined;
}

const administratorPath = toStep(
  'scope',
  true,
  'scopeAdministrator',
  'serviceRights.mediaManagerAdministrator',
  'on',
);

/** The viewer's extension, held at the time, that took part in the call or owns it. */
export function findOwnExtension(viewer: Viewer, facts: RecordingFacts): string | undefined {
  return findHeld(viewer.holdings, facts);
}

/** What others share with the viewer of this kind; what was an owner's extension's when he had it. */
export function listSharePaths(viewer: Viewer, facts: RecordingFacts): Step[] {
  if (viewer.sharedWithMe.length === 0) return [];
  const kind = toSharedKind(facts);
  const index = indexOf(viewer.sharedWithMe);
  const numbers = facts.kind === 'history' ? facts.extensions : [facts.owner ?? ''];
  return numbers.flatMap((number) =>
    (index.get(`${kind} ${number}`) ?? [])
      .filter(({ held }) => isWithin(held, facts.startedAtSec))
      .map(({ ownerName }) =>
        toStep('scope', true, 'scopeShare', `sharing.${kind}`, 'on', { owner: ownerName, number, kind }),
      ),
  );
}

interface Shared {
  readonly ownerName: string;
  readonly held: ExtensionHolding;
}

const indexes = new WeakMap<Viewer['sharedWithMe'], ReadonlyMap<string, readonly Shared[]>>();

/** By kind and number: where hundreds share with everyone, each row of a list would look through thousands of shares several times. */
function indexOf(shares: Viewer['sharedWithMe']): ReadonlyMap<string, readonly Shared[]> {
  const kept = indexes.get(shares);
  if (kept) return kept;
  const index = new Map<string, Shared[]>();
  for (const { ownerName, kind, holdings } of shares) {
    for (const held of holdings) {
      const key = `${kind} ${held.extension}`;
      const list = index.get(key);
      if (list) list.push({ ownerName, held });
      else index.set(key, [{ ownerName, held }]);
    }
  }
  indexes.set(shares, index);
  return index;
}

function toSharedKind({ kind, wasUnavailable }: RecordingFacts): SharedKind {
  return kind === 'voicemail' && wasUnavailable ? 'unavailableVoicemail' : kind;
}

/** Every path of a call by the person's own settings, gates apart; none where it is outside his scope. */
export function listCallPaths(viewer: Viewer, facts: RecordingFacts): Step[] {
  const { settings } = viewer;
  const paths: Step[] = [];
  if (settings.replayAll) paths.push(toStep('scope', true, 'scopeAll', 'replayAll', 'on'));
  if (settings.replayOwn) {
    const own = findOwnExtension(viewer, facts);
    if (own !== undefined) paths.push(toStep('scope', true, 'scopeOwn', 'replayOwn', 'on', { number: own }));
    paths.push(...listPathsThroughOthers(viewer, facts));
  }
  for (const line of viewer.lines) {
    if (!facts.lines.includes(line)) continue;
    paths.push(toStep('scope', true, 'scopeLine', 'replayLines', line, { number: line }));
  }
  const agent = findAgentPath(viewer);
  if (agent) paths.push(agent);
  return paths;
}

/** Groups, their members and other numbers: what 'Replay own recordings' is the gate of. */
export function listPathsThroughOthers(viewer: Viewer, facts: RecordingFacts): Step[] {
  const paths: Step[] = [];
  for (const group of viewer.groups) {
    const number = group.extension;
    if (facts.groups.includes(number) || facts.extensions.includes(number)) {
      paths.push(toStep('scope', true, 'scopeGroup', 'replayGroups', number, { number }));
    }
    const member = group.withMembers ? findHeld(group.memberHoldings, facts) : undefined;
    if (member !== undefined) {
      paths.push(
        toStep('scope', true, 'scopeMember', 'replayGroups', number, { number: member, group: number }),
      );
    }
  }
  for (const number of viewer.otherNumbers) {
    const isOfCall = [facts.extensions, facts.groups, facts.lines, facts.accountCodes].some((list) =>
      list.includes(number),
    );
    if (isOfCall) paths.push(toStep('scope', true, 'scopeOther', 'replayOthers', number, { number }));
  }
  return paths;
}

/** What the organisation lets agents hear is a path of its own; how far it reaches is the agent step's matter. */
function findAgentPath(viewer: Viewer): Step | undefined {
  const { agentAccess } = viewer.organisation;
  if (viewer.profile !== 'agent' || agentAccess === 'none') return undefined;
  const reason = agentAccess === 'all' ? 'scopeAgentAll' : 'scopeAgentOwn';
  return toStep('scope', true, reason, 'organisation.agentAccess', agentAccess);
}

/** Paths of a voicemail or fax, shares apart: whoever had its extension then, and the administrator. */
export function listOwnedPaths(viewer: Viewer, facts: RecordingFacts): Step[] {
  const paths: Step[] = [];
  if (viewer.serviceRights.has('mediaManagerAdministrator')) paths.push(administratorPath);
  if (isOwner(viewer, facts)) {
    paths.push(toStep('scope', true, 'scopeOwner', null, null, { number: facts.owner ?? '' }));
  }
  return paths;
}

/** Paths of a call of call history, shares apart: whoever's extension took part, and the administrator. */
export function listHistoryPaths(viewer: Viewer, facts: RecordingFacts): Step[] {
  const paths: Step[] = [];
  if (viewer.serviceRights.has('mediaManagerAdministrator')) paths.push(administratorPath);
  const own = findOwnExtension(viewer, facts);
  if (own !== undefined) paths.push(toStep('scope', true, 'scopeParty', null, null, { number: own }));
  return paths;
}

export function isOwner(viewer: Viewer, facts: RecordingFacts): boolean {
  const { owner } = facts;
  return viewer.holdings.some((held) => held.extension === owner && isWithin(held, facts.startedAtSec));
}

function findHeld(holdings: readonly ExtensionHolding[], facts: RecordingFacts): string | undefined {
  return holdings.find(
    (held) => facts.extensions.includes(held.extension) && isWithin(held, facts.startedAtSec),
  )?.extension;
}
