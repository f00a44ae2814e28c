/**
 * Single changes of settings as they would change a decision: what a person would be after one, how much it gives or takes besides, and
 * who can make it. Weights are an order, not a measure: a number added to a list gives less than all recordings, a line more than an
 * extension, a service right most of all.
 */
import type { Change, ChangeMaker, Switch } from '../../shared/explanation';
import type { RecordingFacts, Viewer, ViewerGroup } from './viewer';

export interface Case {
  readonly viewer: Viewer;
  readonly facts: RecordingFacts;
}

export interface Candidate {
  readonly change: Change;
  /** What else it gives or takes: the smaller, the sooner it is proposed. */
  readonly weight: number;
  readonly apply: (before: Case) => Case;
}

const SWITCH_WEIGHTS: Readonly<Record<Switch, number>> = {
  portal: 10,
  replay: 12,
  replayOwn: 12,
  viewOutbound: 10,
  viewScreen: 10,
  download: 10,
  delete: 10,
  replayAll: 100,
};
/** To take a switch away that much else stands behind is worse than to take one number out of a list. */
const SWITCH_OFF_WEIGHTS: Readonly<Record<Switch, number>> = {
  portal: 500,
  replay: 200,
  replayOwn: 120,
  viewOutbound: 150,
  viewScreen: 50,
  download: 50,
  delete: 50,
  replayAll: 100,
};

export function makerOf(change: Change): ChangeMaker {
  switch (change.change) {
    case 'right':
      return 'webControlSecurity';
    case 'active':
      return 'administratorWithSecurity';
    case 'setting':
      return change.setting === 'portal' ? 'administratorWithSecurity' : 'mediaManagerAdministrator';
    case 'share':
      return 'sharer';
    default:
      return 'mediaManagerAdministrator';
  }
}

export function turnSwitch(setting: Switch, isOn: boolean): Candidate {
  const weights = isOn ? SWITCH_WEIGHTS : SWITCH_OFF_WEIGHTS;
  return {
    change: { change: 'setting', setting, isOn },
    weight: weights[setting],
    apply: withViewer((viewer) => ({ ...viewer, settings: { ...viewer.settings, [setting]: isOn } })),
  };
}

export function turnActive(isOn: boolean): Candidate {
  return {
    change: { change: 'active', isOn },
    weight: isOn ? 30 : 2000,
    apply: withViewer((viewer) => ({ ...viewer, isActive: isOn })),
  };
}

export function turnOrganisation(
  setting: 'screenRecordings' | 'conversationAnalysis',
  isOn: boolean,
): Candidate {
  return {
    change: { change: 'organisation', setting, isOn },
    weight: isOn ? 40 : 400,
    apply: withOrganisation({ [setting]: isOn }),
  };
}

export function letAgentsHear(access: 'none' | 'own' | 'all'): Candidate {
  return {
    change: { change: 'agentAccess', access },
    weight: { none: 300, own: 150, all: 300 }[access],
    apply: withOrganisation({ agentAccess: access }),
  };
}

export function letStandardHear(hears: 'ownSettings' | 'all'): Candidate {
  return {
    change: { change: 'standardHears', hears },
    weight: 400,
    apply: withOrganisation({ standardHears: hears }),
  };
}

export const toNormalProfile: Candidate = {
  change: { change: 'profileNormal' },
  weight: 60,
  apply: withViewer((viewer) => ({ ...viewer, profile: 'normal' })),
};

export function turnAdministrator(isOn: boolean): Candidate {
  const right = 'mediaManagerAdministrator';
  return {
    change: { change: 'right', right, isOn },
    weight: 1000,
    apply: withViewer((viewer) => {
      const serviceRights = new Set(viewer.serviceRights);
      if (isOn) serviceRights.add(right);
      else serviceRights.delete(right);
      return { ...viewer, serviceRights };
    }),
  };
}

export function setHold(isOn: boolean): Candidate {
  return {
    change: { change: 'hold', isOn },
    weight: isOn ? 5 : 80,
    apply: ({ viewer, facts }) => ({ viewer, facts: { ...facts, isHeld: isOn } }),
  };
}

export function addNumber(number: string, weight: number): Candidate {
  return {
    change: { change: 'otherNumber', number, isOn: true },
    weight,
    apply: withViewer((viewer) => ({ ...viewer, otherNumbers: [...viewer.otherNumbers, number] })),
  };
}

export function dropNumber(number: string): Candidate {
  return {
    change: { change: 'otherNumber', number, isOn: false },
    weight: 20,
    apply: withViewer((viewer) => ({
      ...viewer,
      otherNumbers: viewer.otherNumbers.filter((each) => each !== number),
    })),
  };
}

export function chooseLine(number: string, isOn: boolean): Candidate {
  return {
    change: { change: 'line', number, isOn },
    weight: isOn ? 35 : 25,
    apply: withViewer((viewer) => ({
      ...viewer,
      lines: isOn ? [...viewer.lines, number] : viewer.lines.filter((each) => each !== number),
    })),
  };
}

export function chooseGroup(
  group: ViewerGroup,
  withMembers: boolean,
  wasChosen: boolean,
  weight: number,
): Candidate {
  const { groupId, extension } = group;
  return {
    change: { change: 'group', groupId, number: extension, isOn: true, withMembers, wasChosen },
    weight,
    apply: withViewer((viewer) => ({
      ...viewer,
      groups: [...viewer.groups.filter((each) => each.groupId !== groupId), { ...group, withMembers }],
    })),
  };
}

/** Out of the list altogether, or only the calls of its members. */
export function dropGroup(group: ViewerGroup, membersOnly: boolean): Candidate {
  const { groupId, extension } = group;
  return {
    change: {
      change: 'group',
      groupId,
      number: extension,
      isOn: membersOnly,
      withMembers: false,
      wasChosen: true,
    },
    weight: membersOnly ? 22 : 27,
    apply: withViewer((viewer) => ({
      ...viewer,
      groups: viewer.groups.flatMap((each) => {
        if (each.groupId !== groupId) return [each];
        return membersOnly ? [{ ...each, withMembers: false, memberHoldings: [] }] : [];
      }),
    })),
  };
}

type Share = Viewer['sharedWithMe'][number];

export function startShare(share: Share): Candidate {
  return {
    change: toShareChange(share, true),
    weight: 30,
    apply: withViewer((viewer) => ({ ...viewer, sharedWithMe: [...viewer.sharedWithMe, share] })),
  };
}

export function endShare(share: Share): Candidate {
  return {
    change: toShareChange(share, false),
    weight: 20,
    apply: withViewer((viewer) => ({
      ...viewer,
      sharedWithMe: viewer.sharedWithMe.filter(
        (each) => each.ownerId !== share.ownerId || each.kind !== share.kind,
      ),
    })),
  };
}

function toShareChange({ ownerId, ownerName, kind }: Share, isOn: boolean): Change {
  return { change: 'share', ownerId, ownerName, kind, isOn };
}

function withViewer(change: (viewer: Viewer) => Viewer): Candidate['apply'] {
  return ({ viewer, facts }) => ({ viewer: change(viewer), facts });
}

function withOrganisation(patch: Partial<Viewer['organisation']>): Candidate['apply'] {
  return withViewer((viewer) => ({ ...viewer, organisation: { ...viewer.organisation, ...patch } }));
}
