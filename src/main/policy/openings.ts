/** What could open a recording to a person: the gates that are closed to him, and the paths by which it could come into what he hears. */
import { OTHER_NUMBERS_MAX_LENGTH } from '../../shared/user-settings';
import type { Candidate, Case } from './changes';
import {
  addNumber,
  chooseGroup,
  chooseLine,
  letAgentsHear,
  letStandardHear,
  setHold,
  startShare,
  toNormalProfile,
  turnActive,
  turnAdministrator,
  turnOrganisation,
  turnSwitch,
} from './changes';
import type { Prospects } from './directory';
import type { Viewer } from './viewer';
import { isWithin, maySignIn } from './viewer';

/** What closes a door to this person alone or to the recording, each once; opened one by one where they are closed. */
export function listGateOpeners({ viewer, facts }: Case): Candidate[] {
  const { settings, organisation } = viewer;
  const closed = (
    ['replay', 'replayOwn', 'viewOutbound', 'download', 'delete', 'viewScreen'] as const
  ).filter((name) => !settings[name]);
  return [
    ...(viewer.isActive ? [] : [turnActive(true)]),
    ...(maySignIn({ ...viewer, isActive: true }) ? [] : [turnSwitch('portal', true)]),
    ...(viewer.profile === 'agent' ? [toNormalProfile] : []),
    ...closed.map((name) => turnSwitch(name, true)),
    ...(organisation.screenRecordings ? [] : [turnOrganisation('screenRecordings', true)]),
    ...(organisation.conversationAnalysis ? [] : [turnOrganisation('conversationAnalysis', true)]),
    ...(facts.isHeld ? [setHold(false)] : []),
  ];
}

/** Each way in which the recording could come into what the person hears, besides those that his settings hold already. */
export function listPathOpeners(now: Case, prospects: Prospects): Candidate[] {
  const { viewer, facts } = now;
  const agentWays = viewer.profile === 'agent' ? (['own', 'all'] as const) : [];
  const isStandard = viewer.serviceRights.has('mediaManagerStandard');
  return [
    ...(facts.kind === 'call' ? [...listNumberOpeners(now), ...listGroupOpeners(now, prospects)] : []),
    ...(facts.kind === 'call' && !viewer.settings.replayAll ? [turnSwitch('replayAll', true)] : []),
    ...agentWays.filter((each) => each !== viewer.organisation.agentAccess).map(letAgentsHear),
    ...(isStandard && viewer.organisation.standardHears !== 'all' ? [letStandardHear('all')] : []),
    ...prospects.listSharers(viewer, facts).map(startShare),
    ...(viewer.serviceRights.has('mediaManagerAdministrator') ? [] : [turnAdministrator(true)]),
  ];
}

function listNumberOpeners({ viewer, facts }: Case): Candidate[] {
  const weights = new Map<string, number>();
  const note = (numbers: readonly string[], weight: number) => {
    // A number that is two things gives the recordings of both.
    for (const number of numbers) weights.set(number, Math.max(weight, weights.get(number) ?? 0));
  };
  note(facts.accountCodes, 14);
  note(facts.extensions, 20);
  note(facts.groups, 24);
  note(facts.lines, 28);
  const others = [...weights]
    .filter(([number]) => mayBeTyped(viewer, number) && !viewer.otherNumbers.includes(number))
    .map(([number, weight]) => addNumber(number, weight));
  const lines = facts.lines.filter((line) => !viewer.lines.includes(line));
  return [...others, ...lines.map((line) => chooseLine(line, true))];
}

/** The list is text with semicolons, and too long a one is refused whole. */
function mayBeTyped(viewer: Viewer, number: string): boolean {
  const typed = viewer.settings.replayOthers === '' ? number : `${viewer.settings.replayOthers};${number}`;
  return !number.includes(';') && number.trim() === number && [...typed].length <= OTHER_NUMBERS_MAX_LENGTH;
}

function listGroupOpeners({ viewer, facts }: Case, prospects: Prospects): Candidate[] {
  return prospects.listGroups(facts).flatMap((group) => {
    const isOfCall = facts.groups.includes(group.extension) || facts.extensions.includes(group.extension);
    const isOfMember = group.memberHoldings.some(
      (held) => facts.extensions.includes(held.extension) && isWithin(held, facts.startedAtSec),
    );
    const chosen = viewer.groups.find((each) => each.groupId === group.groupId);
    return [
      ...(isOfCall && !chosen ? [chooseGroup(group, false, false, 22)] : []),
      ...(isOfMember && !chosen?.withMembers
        ? [chooseGroup(group, true, chosen !== undefined, chosen ? 26 : 32)]
        : []),
    ];
  });
}
