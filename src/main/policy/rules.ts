/**
 * The policy about one recording: pure, and able to say why. scope.ts compiles the same rules for lists; a property test holds the two
 * together. Not granted means denied; grants are joined by OR, gates by AND, and no order of settings matters.
 *
 * [Note: sharing] A share is one more path, for list, play and readTranscript alone: what is only shared is never downloaded, deleted,
 * nor its screen seen. A shared call stands behind the gates of every call: master switch, outbound, what agents hear.
 */
import type { Action, ActionDecision, Step } from '../../shared/model';
import {
  findOwnExtension,
  findPathByRight,
  isOwner,
  listCallPaths,
  listHistoryPaths,
  listOwnedPaths,
  listPathsThroughOthers,
  listSharePaths,
  toStep,
} from './paths';
import type { RecordingFacts, Viewer } from './viewer';
import { maySignIn } from './viewer';

/** Decides, and gives the whole ladder; the first step that did not pass is the one that denies. */
export function decide(viewer: Viewer, action: Action, facts: RecordingFacts): ActionDecision {
  const steps = [
    organisationStep(viewer, facts),
    signInStep(viewer),
    ...(facts.isDeleted ? [toStep('deleted', false, 'beingDeleted')] : []),
    ...kindSteps(viewer, action, facts),
  ];
  return { action, allowed: steps.every((step) => step.passed), steps };
}

function kindSteps(viewer: Viewer, action: Action, facts: RecordingFacts): Step[] {
  switch (facts.kind) {
    case 'call':
      return callSteps(viewer, action, facts);
    case 'voicemail':
    case 'fax':
      return ownedSteps(viewer, action, facts);
    case 'history':
      return historySteps(viewer, action, facts);
  }
}

function organisationStep(viewer: Viewer, facts: RecordingFacts): Step {
  const isSame = viewer.organisationId === facts.organisationId;
  return toStep('organisation', isSame, isSame ? 'sameOrganisation' : 'otherOrganisation');
}

function signInStep(viewer: Viewer): Step {
  if (!viewer.isActive) return toStep('signIn', false, 'notActive', 'isActive', 'off');
  return maySignIn(viewer)
    ? toStep('signIn', true, 'maySignIn')
    : toStep('signIn', false, 'noWayIn', 'portal', 'off');
}

function callSteps(viewer: Viewer, action: Action, facts: RecordingFacts): Step[] {
  const byRight = findPathByRight(viewer);
  const shares = listSharePaths(viewer, facts);
  const scope = [
    ...(byRight ? [byRight] : []),
    ...listCallPaths(viewer, facts),
    ...(REACHED_BY_SHARES.includes(action) ? shares : []),
  ];
  return [
    toStep('kind', true, 'kindCall'),
    ...masterSteps(viewer, action, byRight !== undefined),
    ...(scope.length > 0 ? scope : [noScopeStep(viewer, facts, shares.length > 0)]),
    outboundStep(viewer, facts, byRight !== undefined),
    ...agentSteps(viewer, facts, byRight !== undefined),
    ...conditionSteps(viewer, action, facts),
  ];
}

/** Download, delete and screen need the master switch even of an Administrator: no right implies them. */
const ACTIONS_OF_RIGHTS: readonly Action[] = ['list', 'play', 'readTranscript'];
/** See [Note: sharing]. */
const REACHED_BY_SHARES: readonly Action[] = ['list', 'play', 'readTranscript'];

function masterSteps(viewer: Viewer, action: Action, isByRight: boolean): Step[] {
  if (isByRight && ACTIONS_OF_RIGHTS.includes(action)) return [toStep('master', true, 'masterByRight')];
  const isOn = viewer.settings.replay;
  return [
    toStep('master', isOn, isOn ? 'masterOn' : 'masterOff', 'replay', isOn ? 'on' : 'off'),
    // To an agent of such an organisation the switch is closed whatever his own settings say.
    ...(viewer.profile === 'agent' && viewer.organisation.agentAccess === 'none'
      ? [toStep('master', false, 'masterAgentNone', 'organisation.agentAccess', 'none')]
      : []),
  ];
}

function noScopeStep(viewer: Viewer, facts: RecordingFacts, isShared: boolean): Step {
  if (!viewer.settings.replayOwn && listPathsThroughOthers(viewer, facts).length > 0) {
    return toStep('scope', false, 'scopeOwnOff', 'replayOwn', 'off');
  }
  return toStep('scope', false, isShared ? 'scopeOnlyShared' : 'scopeNone');
}

function outboundStep(viewer: Viewer, facts: RecordingFacts, isByRight: boolean): Step {
  if (facts.direction === 'inbound' || facts.direction === 'internal')
    return toStep('outbound', true, 'notOutbound');
  if (isByRight) return toStep('outbound', true, 'outboundByRight');
  if (viewer.settings.viewOutbound) return toStep('outbound', true, 'outboundOn', 'viewOutbound', 'on');
  const reason = facts.direction === 'outbound' ? 'outboundOff' : 'directionUnknown';
  return toStep('outbound', false, reason, 'viewOutbound', 'off');
}

/** Nothing widens what the organisation lets its agents hear, except a service right. */
function agentSteps(viewer: Viewer, facts: RecordingFacts, isByRight: boolean): Step[] {
  const { agentAccess } = viewer.organisation;
  if (viewer.profile !== 'agent') return [];
  if (isByRight) return [toStep('agent', true, 'agentByRight')];
  // The master switch has said it.
  if (agentAccess === 'none') return [];
  const of = (passed: boolean, reason: 'agentAll' | 'agentOwn' | 'agentNotOwn') => [
    toStep('agent', passed, reason, 'organisation.agentAccess', agentAccess),
  ];
  if (agentAccess === 'all') return of(true, 'agentAll');
  return findOwnExtension(viewer, facts) !== undefined ? of(true, 'agentOwn') : of(false, 'agentNotOwn');
}

function conditionSteps(viewer: Viewer, action: Action, facts: RecordingFacts): Step[] {
  switch (action) {
    case 'list':
    case 'play':
      return [];
    case 'readTranscript':
      return [analysisStep(viewer)];
    case 'download':
      return [settingStep(viewer, 'download', 'downloadOn', 'downloadOff')];
    case 'seeScreen':
      return screenSteps(viewer, facts);
    case 'delete':
      return [
        settingStep(viewer, 'delete', 'deleteOn', 'deleteOff'),
        holdStep(facts),
        facts.isRetentionLocked
          ? toStep('hold', false, 'retentionLocked')
          : toStep('hold', true, 'retentionPassed'),
      ];
  }
}

function settingStep<Reason extends Step['reason']>(
  viewer: Viewer,
  setting: 'download' | 'delete' | 'viewScreen',
  on: Reason,
  off: Reason,
): Step {
  const isOn = viewer.settings[setting];
  return toStep('action', isOn, isOn ? on : off, setting, isOn ? 'on' : 'off');
}

function analysisStep(viewer: Viewer): Step {
  const isOn = viewer.organisation.conversationAnalysis;
  const reason = isOn ? 'analysisOn' : 'analysisOff';
  return toStep('action', isOn, reason, 'organisation.conversationAnalysis', isOn ? 'on' : 'off');
}

function screenSteps(viewer: Viewer, facts: RecordingFacts): Step[] {
  const hasOrganisation = viewer.organisation.screenRecordings;
  const reason = hasOrganisation ? 'screenOrganisationOn' : 'screenOrganisationOff';
  return [
    toStep(
      'action',
      hasOrganisation,
      reason,
      'organisation.screenRecordings',
      hasOrganisation ? 'on' : 'off',
    ),
    settingStep(viewer, 'viewScreen', 'screenOn', 'screenOff'),
    facts.hasScreen ? toStep('action', true, 'screenThere') : toStep('action', false, 'screenNone'),
  ];
}

function holdStep(facts: RecordingFacts): Step {
  return facts.isHeld ? toStep('hold', false, 'held') : toStep('hold', true, 'notHeld');
}

/** Voicemail and fax: the owner of the extension; to hear also the Administrator and whom they are shared with. */
function ownedSteps(viewer: Viewer, action: Action, facts: RecordingFacts): Step[] {
  const kind = ownedKindStep(facts);
  const shares = listSharePaths(viewer, facts);
  const notOwner = toStep('scope', false, shares.length > 0 ? 'scopeOnlyShared' : 'scopeNotOwner');
  const paths = [...listOwnedPaths(viewer, facts), ...(REACHED_BY_SHARES.includes(action) ? shares : [])];
  const scope = paths.length > 0 ? paths : [notOwner];
  switch (action) {
    case 'list':
    case 'play':
      return [kind, toStep('master', true, 'masterNotAsked'), ...scope];
    case 'readTranscript':
      return [kind, toStep('master', true, 'masterNotAsked'), ...scope, analysisStep(viewer)];
    case 'delete': {
      // The delete setting has no effect without its gate, of whatever kind the recording is.
      const own = isOwner(viewer, facts) ? scope.filter((path) => path.reason === 'scopeOwner') : [notOwner];
      return [
        kind,
        ...masterSteps(viewer, action, false),
        ...own,
        settingStep(viewer, 'delete', 'deleteOn', 'deleteOff'),
        holdStep(facts),
      ];
    }
    case 'download':
    case 'seeScreen':
      return [toStep('kind', false, 'kindNever')];
  }
}

function ownedKindStep({ kind, wasUnavailable }: RecordingFacts): Step {
  if (kind === 'fax') return toStep('kind', true, 'kindFax');
  return toStep('kind', true, wasUnavailable ? 'kindUnavailableVoicemail' : 'kindVoicemail');
}

/** A call of call history can be listed and nothing else; the recording of it, if there is one, is decided by itself. */
function historySteps(viewer: Viewer, action: Action, facts: RecordingFacts): Step[] {
  if (action !== 'list') return [toStep('kind', false, 'kindNever')];
  const paths = [...listHistoryPaths(viewer, facts), ...listSharePaths(viewer, facts)];
  return [
    toStep('kind', true, 'kindHistory'),
    toStep('master', true, 'masterNotAsked'),
    ...(paths.length > 0 ? paths : [toStep('scope', false, 'scopeNotParty')]),
  ];
}
