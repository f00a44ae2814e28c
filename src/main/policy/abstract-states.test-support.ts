/**
 * Every abstract state of a decision: all that it can depend on, as yes or no. A state of a person and a state of a recording stand for a
 * `Viewer` and `RecordingFacts` in which just that is true, so that every combination can be decided and compared with the policy written
 * as formulas (symbols.test-support.ts).
 */
import type { ServiceRight } from '../../shared/user-settings';
import { facts, holding, person } from './people.test-support';
import type { RecordingFacts, SharedWithMe, Viewer } from './viewer';

const PERSON_FLAGS = [
  'active',
  'portal',
  'isAgent',
  'administrator',
  'standard',
  'hearsAll',
  'master',
  'outbound',
  'all',
  'own',
  'download',
  'delete',
  'screen',
  'organisationScreen',
  'analysis',
] as const;
const ACCESSES = ['none', 'own', 'all'] as const;
const CALL_FLAGS = [
  'sameOrganisation',
  'deleted',
  'party',
  'group',
  'member',
  'number',
  'line',
  'share',
  'hasScreen',
  'hold',
  'lock',
] as const;
const DIRECTIONS = ['inbound', 'internal', 'outbound', 'unknown'] as const;

export type PersonState = Readonly<Record<(typeof PERSON_FLAGS)[number], boolean>> & {
  /** A right that lets in and gives nothing here; the formulas know it. */
  readonly webControlSecurity: false;
  readonly access: (typeof ACCESSES)[number];
};

export type CallState = Readonly<Record<(typeof CALL_FLAGS)[number], boolean>> & {
  readonly direction: (typeof DIRECTIONS)[number];
};

/** What a person's holdings, groups and shares begin and end with; a recording lies within or without. */
const FROM_SEC = 900;
const UNTIL_SEC = 1100;
const OWN = '201';
const MEMBERS = '301';
const SHARED = '401';
/** Shared too, but as another kind than the recording is. */
const SHARED_ELSE = '402';
const GROUP = '700';
const LISTED = '555';
const LINE = '099';

/** Every combination of the flags, but for those that are given. */
function* combinations<Flag extends string>(
  flags: readonly Flag[],
  fixed: Partial<Readonly<Record<Flag, boolean>>>,
): Generator<Record<Flag, boolean>> {
  const free = flags.filter((flag) => fixed[flag] === undefined);
  for (let bits = 0; bits < 2 ** free.length; bits += 1) {
    const entries = flags.map((flag): [Flag, boolean] => {
      const place = free.indexOf(flag);
      return [flag, fixed[flag] ?? ((bits >> place) & 1) === 1];
    });
    yield Object.fromEntries(entries) as Record<Flag, boolean>;
  }
}

/** 98,304 with nothing fixed. */
export function listPersonStates(fixed: Partial<PersonState> = {}): PersonState[] {
  const states: PersonState[] = [];
  for (const access of fixed.access === undefined ? ACCESSES : [fixed.access]) {
    for (const flags of combinations(PERSON_FLAGS, fixed))
      states.push({ ...flags, access, webControlSecurity: false });
  }
  return states;
}

/** 8,192 with nothing fixed: with the states of a person 805,306,368. */
export function listCallStates(fixed: Partial<CallState> = {}): CallState[] {
  const states: CallState[] = [];
  for (const direction of fixed.direction === undefined ? DIRECTIONS : [fixed.direction]) {
    for (const flags of combinations(CALL_FLAGS, fixed)) states.push({ ...flags, direction });
  }
  return states;
}

function shareOf(kind: SharedWithMe['kind'], ...extensions: readonly string[]): SharedWithMe {
  const holdings = extensions.map((extension) => holding(extension, FROM_SEC, UNTIL_SEC));
  return { ownerId: 'u2', ownerName: 'Ann', kind, holdings };
}

export function toPerson(state: PersonState, shares: readonly SharedWithMe[] = CALL_SHARES): Viewer {
  const { access, portal } = state;
  const rights: ServiceRight[] = [
    ...(state.administrator ? ['mediaManagerAdministrator' as const] : []),
    ...(state.standard ? ['mediaManagerStandard' as const] : []),
  ];
  return person({
    profile: state.isAgent ? 'agent' : 'normal',
    rights,
    isActive: state.active,
    organisation: {
      agentAccess: access,
      standardHears: state.hearsAll ? 'all' : 'ownSettings',
      conversationAnalysis: state.analysis,
      screenRecordings: state.organisationScreen,
    },
    settings: {
      portal,
      replay: state.master,
      replayAll: state.all,
      replayOwn: state.own,
      viewOutbound: state.outbound,
      download: state.download,
      viewScreen: state.screen,
      delete: state.delete,
    },
    holdings: [holding(OWN, FROM_SEC, UNTIL_SEC)],
    groups: [
      {
        groupId: 'g',
        extension: GROUP,
        withMembers: true,
        memberHoldings: [holding(MEMBERS, FROM_SEC, UNTIL_SEC)],
      },
    ],
    otherNumbers: [LISTED],
    lines: [LINE],
    sharedWithMe: shares,
  });
}

const CALL_SHARES: readonly SharedWithMe[] = [
  shareOf('call', SHARED),
  ...(['voicemail', 'unavailableVoicemail', 'fax', 'history'] as const).map((kind) =>
    shareOf(kind, SHARED_ELSE),
  ),
];

export function toCall(state: CallState): RecordingFacts {
  // Who shares took part in any case: what counts is whose recording it is.
  const owner = state.share ? SHARED : SHARED_ELSE;
  return facts({
    organisationId: state.sameOrganisation ? 1 : 2,
    direction: state.direction,
    extensions: [...(state.party ? [OWN] : []), ...(state.member ? [MEMBERS] : []), SHARED, owner],
    owner,
    groups: state.group ? [GROUP] : [],
    accountCodes: state.number ? [LISTED] : [],
    lines: state.line ? [LINE] : [],
    hasScreen: state.hasScreen,
    isHeld: state.hold,
    isRetentionLocked: state.lock,
    isDeleted: state.deleted,
  });
}

const OTHER_KINDS = ['voicemail', 'unavailableVoicemail', 'fax', 'history'] as const;
const OTHER_FLAGS = [
  'sameOrganisation',
  'deleted',
  'owner',
  'share',
  'sharedElse',
  'hasScreen',
  'hold',
  'lock',
] as const;

/** A voicemail, a fax or a call of call history; `owner`: his extension's box, or he took part in the call. */
export type OtherState = Readonly<Record<(typeof OTHER_FLAGS)[number], boolean>> & {
  readonly kind: (typeof OTHER_KINDS)[number];
};

/** 1,024. */
export function listOtherStates(): OtherState[] {
  return OTHER_KINDS.flatMap((kind) =>
    [...combinations(OTHER_FLAGS, {})].map((flags) => ({ ...flags, kind })),
  );
}

/** What others share with the person: the recording's own kind, every kind but that, both or nothing. */
export function toOtherShares({ kind, share, sharedElse }: OtherState): readonly SharedWithMe[] {
  return (['call', ...OTHER_KINDS] as const)
    .filter((each) => (each === kind ? share : sharedElse))
    .map((each) => shareOf(each, SHARED, OWN));
}

export function toOther(state: OtherState): RecordingFacts {
  const { kind } = state;
  const number = state.owner ? OWN : SHARED;
  return facts({
    kind: kind === 'unavailableVoicemail' ? 'voicemail' : kind,
    wasUnavailable: kind === 'unavailableVoicemail',
    organisationId: state.sameOrganisation ? 1 : 2,
    owner: kind === 'history' ? null : number,
    extensions: [number],
    hasScreen: state.hasScreen,
    isHeld: state.hold,
    isRetentionLocked: state.lock,
    isDeleted: state.deleted,
  });
}
