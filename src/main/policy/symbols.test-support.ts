/**
 * The policy in symbols: a formula for each action over facts that are true or false, and every combination of these facts as a person
 * and a recording. It knows nothing of settings, numbers and periods; a state says only what they come to.
 */
import type { Action } from '../../shared/model';

import type { ServiceRight } from '../../shared/user-settings';
import { facts, holding, person } from './people.test-support';
import type { RecordingFacts, Viewer } from './viewer';

interface PersonBits {
  readonly active: boolean;
  readonly portal: boolean;
  readonly administrator: boolean;
  readonly standard: boolean;
  readonly hearsAll: boolean;
  readonly webControlSecurity: boolean;
  readonly master: boolean;
  readonly outbound: boolean;
  readonly isAgent: boolean;
  readonly access: 'none' | 'own' | 'all';
  readonly all: boolean;
  readonly own: boolean;
  readonly download: boolean;
  readonly delete: boolean;
  readonly screen: boolean;
  readonly organisationScreen: boolean;
  readonly analysis: boolean;
}

interface RecordingBits {
  readonly sameOrganisation: boolean;
  readonly deleted: boolean;
  readonly direction: RecordingFacts['direction'];
  /** One of the person's extensions, a chosen group, a member of it, another number, a chosen line is in the call. */
  readonly party: boolean;
  readonly group: boolean;
  readonly member: boolean;
  readonly number: boolean;
  readonly line: boolean;
  /** Its owner shares this kind with the person. */
  readonly share: boolean;
  /** The person had the extension to which a message belongs. */
  readonly owner: boolean;
  readonly hasScreen: boolean;
  readonly hold: boolean;
  readonly lock: boolean;
}

export interface State {
  readonly viewer: Viewer;
  readonly recording: RecordingFacts;
  readonly allowed: boolean;
}

export type StateKind = 'call' | 'message' | 'history';

const both = [false, true] as const;
const no = [false] as const;
const DIRECTIONS = ['inbound', 'outbound', 'internal', 'unknown'] as const;

/** The formulas. Where the words of a setting and its symbol differ, it is the one that denies that stands here. */
export function allows(kind: StateKind, action: Action, p: PersonBits, r: RecordingBits): boolean {
  const signIn = p.portal || p.administrator || p.standard || p.webControlSecurity;
  const B = p.active && signIn && r.sameOrganisation && !r.deleted;
  const M = p.master && !(p.isAgent && p.access === 'none');
  const transcript = p.analysis;
  if (kind === 'history') return action === 'list' && B && (r.party || p.administrator || r.share);
  if (kind === 'message') {
    const heard = B && (r.owner || p.administrator || r.share);
    if (action === 'list' || action === 'play') return heard;
    if (action === 'readTranscript') return heard && transcript;
    return action === 'delete' && B && r.owner && M && p.delete && !r.hold;
  }
  const G =
    M &&
    ((r.direction !== 'outbound' && r.direction !== 'unknown') || p.outbound) &&
    (!p.isAgent || p.access === 'all' || (p.access === 'own' && r.party));
  const P =
    p.all ||
    (p.own && (r.party || r.group || r.member || r.number)) ||
    r.line ||
    (p.isAgent && p.access !== 'none');
  const N = p.administrator || (p.standard && p.hearsAll) || (G && P);
  const heard = B && (N || (G && r.share));
  switch (action) {
    case 'list':
    case 'play':
      return heard;
    case 'readTranscript':
      return heard && transcript;
    case 'download':
      return B && N && M && p.download;
    case 'delete':
      return B && N && M && p.delete && !r.hold && !r.lock;
    case 'seeScreen':
      return B && N && M && p.screen && p.organisationScreen && r.hasScreen;
  }
}

/** Only what an action asks about is varied for it; all else is varied for every action. */
function* peopleOf(action: Action): Generator<PersonBits> {
  const download = action === 'download' ? both : no;
  const remove = action === 'delete' ? both : no;
  const screens = action === 'seeScreen' ? both : no;
  const analyses = action === 'readTranscript' ? both : no;
  for (const active of both)
    for (const portal of both)
      for (const administrator of both)
        for (const standard of both)
          for (const hearsAll of both)
            for (const webControlSecurity of both)
              for (const master of both)
                for (const outbound of both)
                  for (const isAgent of both)
                    for (const access of ['none', 'own', 'all'] as const)
                      for (const all of both)
                        for (const own of both)
                          for (const mayDownload of download)
                            for (const mayDelete of remove)
                              for (const screen of screens)
                                for (const organisationScreen of screens)
                                  for (const analysis of analyses)
                                    yield {
                                      ...{ active, portal, administrator, standard, hearsAll },
                                      ...{ webControlSecurity, master, outbound, isAgent, access, all, own },
                                      ...{ download: mayDownload, delete: mayDelete, screen },
                                      ...{ organisationScreen, analysis },
                                    };
}

function* recordingsOf(kind: StateKind, action: Action): Generator<RecordingBits> {
  const isCall = kind === 'call';
  const paths = isCall ? both : no;
  const keeps = action === 'delete' ? both : no;
  for (const sameOrganisation of both)
    for (const deleted of both)
      for (const direction of isCall ? DIRECTIONS : (['inbound'] as const))
        for (const party of kind === 'message' ? no : both)
          for (const group of paths)
            for (const member of paths)
              for (const number of paths)
                for (const line of paths)
                  for (const share of both)
                    for (const owner of kind === 'message' ? both : no)
                      for (const hasScreen of isCall && action === 'seeScreen' ? both : no)
                        for (const hold of keeps)
                          for (const lock of keeps)
                            yield {
                              ...{ sameOrganisation, deleted, direction, party, group, member, number, line },
                              ...{ share, owner, hasScreen, hold, lock },
                            };
}

const AT_SEC = 1000;

function toViewer(bits: PersonBits): Viewer {
  const rights: ServiceRight[] = [
    ...(bits.administrator ? (['mediaManagerAdministrator'] as const) : []),
    ...(bits.standard ? (['mediaManagerStandard'] as const) : []),
    ...(bits.webControlSecurity ? (['webControlSecurity'] as const) : []),
  ];
  return person({
    profile: bits.isAgent ? 'agent' : 'normal',
    isActive: bits.active,
    rights,
    settings: {
      ...{ portal: bits.portal, replay: bits.master, replayAll: bits.all, replayOwn: bits.own },
      ...{
        viewOutbound: bits.outbound,
        download: bits.download,
        delete: bits.delete,
        viewScreen: bits.screen,
      },
    },
    organisation: {
      agentAccess: bits.access,
      standardHears: bits.hearsAll ? 'all' : 'ownSettings',
      screenRecordings: bits.organisationScreen,
      conversationAnalysis: bits.analysis,
    },
    holdings: [holding('201', AT_SEC, AT_SEC + 1)],
    groups: [
      {
        groupId: 'g',
        extension: '700',
        withMembers: true,
        memberHoldings: [holding('301', AT_SEC, AT_SEC + 1)],
      },
    ],
    otherNumbers: ['555'],
    lines: ['099'],
    sharedWithMe: (['call', 'voicemail', 'history'] as const).map((kind) => ({
      ownerId: 'u2',
      ownerName: 'Bob',
      kind,
      holdings: [holding('888', AT_SEC, AT_SEC + 1)],
    })),
  });
}

function toRecording(kind: StateKind, bits: RecordingBits): RecordingFacts {
  const owner = bits.owner ? '201' : bits.share ? '888' : null;
  return facts({
    kind: kind === 'message' ? 'voicemail' : kind,
    organisationId: bits.sameOrganisation ? 1 : 2,
    startedAtSec: AT_SEC,
    direction: bits.direction,
    extensions: [
      ...(bits.party ? ['201'] : []),
      ...(bits.member ? ['301'] : []),
      ...(bits.share ? ['888'] : []),
      '999',
    ],
    owner,
    groups: bits.group ? ['700'] : [],
    accountCodes: bits.number ? ['555'] : [],
    lines: bits.line ? ['099'] : [],
    hasScreen: bits.hasScreen,
    isHeld: bits.hold,
    isRetentionLocked: bits.lock,
    isDeleted: bits.deleted,
  });
}

/** Every state of a kind for an action, or each `every`th of them, from the first. */
export function* statesOf(kind: StateKind, action: Action, every = 1): Generator<State> {
  const people = [...peopleOf(action)].map((bits) => ({ bits, viewer: toViewer(bits) }));
  const recordings = [...recordingsOf(kind, action)].map((bits) => ({
    bits,
    recording: toRecording(kind, bits),
  }));
  for (let at = 0; at < people.length * recordings.length; at += every) {
    const who = people[Math.floor(at / recordings.length)];
    const what = recordings[at % recordings.length];
    if (!who || !what) return;
    yield { ...who, ...what, allowed: allows(kind, action, who.bits, what.bits) };
  }
}

export const STATE_KINDS: readonly StateKind[] = ['call', 'message', 'history'];
