/**
 * When each sentence of an explanation is true, told apart from rules.ts: an explanation that says something untrue, or keeps a path by
 * which somebody hears a recording to itself, is as wrong as a wrong verdict.
 */
import type { Action, ActionDecision, StepName } from '../../shared/model';
import type { StepReason } from '../../shared/step-reasons';
import { wordsOf } from './oracle.test-support';
import { findUntrueDetail } from './true-details.test-support';
import type { RecordingFacts, Viewer } from './viewer';

const ORDER: readonly StepName[] = [
  'organisation',
  'signIn',
  'deleted',
  'kind',
  'master',
  'scope',
  'outbound',
  'agent',
  'action',
  'hold',
];
const BY_RIGHT_OR_SHARE: readonly Action[] = ['list', 'play', 'readTranscript'];

/** Null where all is true and in order, else what is not. */
export function findUntruth(
  viewer: Viewer,
  action: Action,
  facts: RecordingFacts,
  { steps }: ActionDecision,
): string | null {
  const isTrue = truthsOf(viewer, action, facts);
  const untrue = steps.find((step) => !isTrue[step.reason]);
  if (untrue) return `${untrue.reason} is not true`;
  for (const step of steps) {
    const untrueDetail = findUntrueDetail(viewer, facts, step);
    if (untrueDetail !== null) return untrueDetail;
  }
  const wrongValue = steps.find(({ setting, value }) => !isValueOf(viewer, setting, value));
  if (wrongValue) return `${wrongValue.reason} gives a setting a value that it has not`;
  const places = steps.map((step) => ORDER.indexOf(step.name));
  if (places.some((place, n) => place < (places[n - 1] ?? 0))) return 'the steps are out of order';
  const names = new Set(steps.map((step) => step.name));
  const missing = (['organisation', 'signIn', 'kind'] as const).find((name) => !names.has(name));
  if (missing) return `${missing} is missing`;
  const isNever = steps.some((step) => step.reason === 'kindNever');
  if (!isNever && !names.has('master')) return 'master is missing';
  if (!isNever && facts.isDeleted !== names.has('deleted')) return 'deleted is missing';
  const told = new Set(steps.map((step) => step.reason));
  const untold = [...KINDS_TOLD, ...pathsFor(action, facts), ...conditionsFor(action, facts)].find(
    (reason) => told.has(reason) !== isTrue[reason],
  );
  return untold === undefined ? null : `${untold} is not told`;
}

/** Of settings that are on or off; the others say what was chosen, which the sentences are about. */
function isValueOf(viewer: Viewer, setting: string | null, value: string | null): boolean {
  const { settings, organisation, isActive } = viewer;
  const [, ofOrganisation] = setting?.split('organisation.') ?? [];
  const values: Readonly<Record<string, unknown>> =
    ofOrganisation === undefined ? { ...settings, isActive } : { ...organisation };
  const isOn = values[ofOrganisation ?? setting ?? ''];
  return typeof isOn !== 'boolean' || value === (isOn ? 'on' : 'off');
}

const KINDS_TOLD: readonly StepReason[] = [
  'sameOrganisation',
  'maySignIn',
  'kindNever',
  'beingDeleted',
  'masterNotAsked',
];

/** What an action asks for besides, and so must be told about, whether it is fulfilled or not. */
function conditionsFor(action: Action, { kind }: RecordingFacts): readonly StepReason[] {
  const isMessage = kind === 'voicemail' || kind === 'fax';
  const outbound: readonly StepReason[] =
    kind === 'call'
      ? [
          'kindCall',
          'notOutbound',
          'outboundByRight',
          'outboundOn',
          'outboundOff',
          'directionUnknown',
          'masterByRight',
        ]
      : [];
  switch (action) {
    case 'list':
    case 'play':
      return outbound;
    case 'readTranscript':
      return kind === 'history' ? [] : [...outbound, 'analysisOn', 'analysisOff'];
    case 'download':
      return kind === 'call' ? [...outbound, 'masterOn', 'masterOff', 'downloadOn', 'downloadOff'] : [];
    case 'seeScreen':
      return kind === 'call'
        ? [
            ...outbound,
            'masterOn',
            'screenOrganisationOn',
            'screenOn',
            'screenOff',
            'screenThere',
            'screenNone',
          ]
        : [];
    case 'delete': {
      const kept: readonly StepReason[] = [
        'masterOn',
        'masterOff',
        'deleteOn',
        'deleteOff',
        'notHeld',
        'held',
      ];
      if (isMessage) return kept;
      return kind === 'call' ? [...outbound, ...kept, 'retentionPassed', 'retentionLocked'] : [];
    }
  }
}

/** The paths that an explanation of this action must name, every one that there is. */
function pathsFor(action: Action, { kind }: RecordingFacts): readonly StepReason[] {
  const shared: readonly StepReason[] = BY_RIGHT_OR_SHARE.includes(action) ? ['scopeShare'] : [];
  switch (kind) {
    case 'call':
      return [
        ...shared,
        'scopeAdministrator',
        'scopeStandardAll',
        'scopeAll',
        'scopeOwn',
        'scopeGroup',
        'scopeMember',
        'scopeOther',
        'scopeLine',
        'scopeAgentAll',
        'scopeAgentOwn',
        'agentByRight',
        'agentAll',
        'agentOwn',
        'agentNotOwn',
        'masterAgentNone',
      ];
    case 'voicemail':
    case 'fax':
      if (action === 'download' || action === 'seeScreen') return [];
      return action === 'delete' ? ['scopeOwner'] : [...shared, 'scopeOwner', 'scopeAdministrator'];
    case 'history':
      return action === 'list' ? ['scopeShare', 'scopeParty', 'scopeAdministrator'] : [];
  }
}

function truthsOf(viewer: Viewer, action: Action, facts: RecordingFacts): Record<StepReason, boolean> {
  const words = wordsOf(viewer, facts);
  const is = (word: Parameters<typeof words.has>[0]) => words.has(word);
  const { kind, direction, wasUnavailable } = facts;
  const { agentAccess } = viewer.organisation;
  const isAgent = viewer.profile === 'agent';
  const isMessage = kind === 'voicemail' || kind === 'fax';
  const isByRight = is('administrator') || is('standard, who hears all');
  const isOutbound = !is('not outbound');
  const throughOthers =
    is('a chosen group’s') || is('a member’s of a chosen group') || is('one of the other numbers’');
  const byOwnSettings =
    is('replay all') ||
    is('on a chosen line') ||
    (is('replay own') && (is('took part or owns it') || throughOthers)) ||
    (isAgent && agentAccess !== 'none');
  const isReached = BY_RIGHT_OR_SHARE.includes(action);
  const isPathless = !isByRight && !byOwnSettings && !(isReached && is('shared with him'));
  const isOwnOff = kind === 'call' && !is('replay own') && throughOthers;
  const isAgentHere = kind === 'call' && isAgent;
  const on = viewer.settings;
  return {
    sameOrganisation: is('same organisation'),
    otherOrganisation: !is('same organisation'),
    maySignIn: is('active') && is('let in'),
    notActive: !is('active'),
    noWayIn: is('active') && !is('let in'),
    beingDeleted: !is('not being deleted'),
    kindCall: is('call'),
    kindVoicemail: is('voicemail') && !wasUnavailable,
    kindUnavailableVoicemail: is('voicemail') && wasUnavailable,
    kindFax: is('fax'),
    kindHistory: is('call history'),
    kindNever:
      (is('call history') && action !== 'list') ||
      (isMessage && (action === 'download' || action === 'seeScreen')),
    masterOn: on.replay,
    masterOff: !on.replay,
    masterAgentNone:
      isAgent && agentAccess === 'none' && (kind === 'call' || isMessage) && !(isByRight && isReached),
    masterByRight: isByRight && isReached && kind === 'call',
    masterNotAsked:
      (isMessage && ['list', 'play', 'readTranscript'].includes(action)) ||
      (kind === 'history' && action === 'list'),
    scopeAdministrator: is('administrator'),
    scopeStandardAll: is('standard, who hears all') && !is('administrator'),
    scopeAll: is('replay all'),
    scopeOwn: is('replay own') && is('took part or owns it'),
    scopeGroup: is('replay own') && is('a chosen group’s'),
    scopeMember: is('replay own') && is('a member’s of a chosen group'),
    scopeOther: is('replay own') && is('one of the other numbers’'),
    scopeLine: is('on a chosen line'),
    scopeAgentAll: isAgent && agentAccess === 'all',
    scopeAgentOwn: isAgent && agentAccess === 'own',
    scopeOwner: is('owns it'),
    scopeParty: is('took part or owns it'),
    scopeShare: is('shared with him'),
    scopeNone: isPathless && !isOwnOff && !is('shared with him'),
    scopeOwnOff: isPathless && isOwnOff,
    scopeOnlyShared:
      is('shared with him') && !isReached && !isOwnOff && (isMessage ? !is('owns it') : isPathless),
    scopeNotOwner:
      isMessage && !is('owns it') && !is('shared with him') && (action === 'delete' || !is('administrator')),
    scopeNotParty: !is('took part or owns it') && !is('shared with him') && !is('administrator'),
    notOutbound: !isOutbound,
    outboundByRight: isOutbound && isByRight,
    outboundOn: isOutbound && !isByRight && on.viewOutbound,
    outboundOff: direction === 'outbound' && !isByRight && !on.viewOutbound,
    directionUnknown: direction === 'unknown' && !isByRight && !on.viewOutbound,
    agentByRight: isAgentHere && isByRight,
    agentAll: isAgentHere && !isByRight && agentAccess === 'all',
    agentOwn: isAgentHere && !isByRight && agentAccess === 'own' && is('took part or owns it'),
    agentNotOwn: isAgentHere && !isByRight && agentAccess === 'own' && !is('took part or owns it'),
    downloadOn: on.download,
    downloadOff: !on.download,
    deleteOn: on.delete,
    deleteOff: !on.delete,
    screenOrganisationOn: is('organisation with screens'),
    screenOrganisationOff: !is('organisation with screens'),
    screenOn: on.viewScreen,
    screenOff: !on.viewScreen,
    screenThere: facts.hasScreen,
    screenNone: !facts.hasScreen,
    analysisOn: is('organisation with analysis'),
    analysisOff: !is('organisation with analysis'),
    notHeld: !facts.isHeld,
    held: facts.isHeld,
    retentionPassed: !facts.isRetentionLocked,
    retentionLocked: facts.isRetentionLocked,
  };
}
