/**
 * The policy about all recordings at once: which scopes a person reads, and when. It gives the same answers as rules.ts, which it does
 * not call; a property test holds the two together.
 */
import type { Action } from '../../shared/model';
import type { ScopeClass } from '../catalog/codes';
import { SCOPE_CLASSES } from '../catalog/codes';
import type { Subject } from '../catalog/dictionary';
import type { ExtensionHolding, Period, Viewer } from './viewer';
import { maySignIn } from './viewer';

/** One subject in one class, from inclusive, until exclusive. */
export interface Grant extends Period {
  readonly subject: Subject;
  readonly number: string;
  readonly class: ScopeClass;
}

export interface Grants {
  readonly grants: readonly Grant[];
  /** What else must be true of each recording, besides being in one of the scopes. */
  readonly needsScreen: boolean;
  readonly needsNoHold: boolean;
}

const NOTHING: Grants = { grants: [], needsScreen: false, needsNoHold: false };
const ALWAYS: Period = { fromSec: null, untilSec: null };
const CALL_CLASSES = [SCOPE_CLASSES.callNotOutbound, SCOPE_CLASSES.callOutbound];
const CLASS_OF_OWNED = {
  voicemail: SCOPE_CLASSES.voicemail,
  unavailableVoicemail: SCOPE_CLASSES.unavailableVoicemail,
  fax: SCOPE_CLASSES.fax,
} as const;
const OWNED_CLASSES = Object.values(CLASS_OF_OWNED);

/** Every recording in the viewer's own organisation on which he may do this. No grant means no recording. */
export function toGrants(viewer: Viewer, action: Action): Grants {
  if (!maySignIn(viewer)) return NOTHING;
  const { settings, organisation } = viewer;
  switch (action) {
    case 'list':
    case 'play':
      return {
        ...NOTHING,
        grants: [...heardCalls(viewer), ...sharedCalls(viewer), ...heardMessages(viewer)],
      };
    case 'readTranscript':
      return organisation.conversationAnalysis ? toGrants(viewer, 'play') : NOTHING;
    case 'download':
      return isMasterOpen(viewer) && settings.download ? { ...NOTHING, grants: heardCalls(viewer) } : NOTHING;
    case 'seeScreen':
      return isMasterOpen(viewer) && settings.viewScreen && organisation.screenRecordings
        ? { ...NOTHING, grants: heardCalls(viewer), needsScreen: true }
        : NOTHING;
    case 'delete':
      return isMasterOpen(viewer) && settings.delete
        ? { ...NOTHING, grants: [...heardCalls(viewer), ...ownMessages(viewer)], needsNoHold: true }
        : NOTHING;
  }
}

/** The recordings that others share with him, also where he may list them anyway. */
export function toSharedGrants(viewer: Viewer): readonly Grant[] {
  return maySignIn(viewer) ? [...sharedCalls(viewer), ...sharedMessages(viewer)] : [];
}

/** Calls of call history that he may list: their keys are of another table than those of recordings, and never join them in one list. */
export function toHistoryGrants(viewer: Viewer): readonly Grant[] {
  if (!maySignIn(viewer)) return [];
  const { callHistory } = SCOPE_CLASSES;
  if (viewer.serviceRights.has('mediaManagerAdministrator')) return [grant('all', '', callHistory)];
  const shared = viewer.sharedWithMe.filter((share) => share.kind === 'history');
  return [viewer, ...shared].flatMap(({ holdings }) => held(holdings, callHistory));
}

function isMasterOpen(viewer: Viewer): boolean {
  return (
    viewer.settings.replay && !(viewer.profile === 'agent' && viewer.organisation.agentAccess === 'none')
  );
}

function heardCalls(viewer: Viewer): Grant[] {
  const { settings, organisation, serviceRights } = viewer;
  const everything = CALL_CLASSES.map((each) => grant('all', '', each));
  if (serviceRights.has('mediaManagerAdministrator')) return everything;
  if (serviceRights.has('mediaManagerStandard') && organisation.standardHears === 'all') return everything;
  if (!isMasterOpen(viewer)) return [];
  const classes = settings.viewOutbound ? CALL_CLASSES : [SCOPE_CLASSES.callNotOutbound];
  if (viewer.profile === 'agent') {
    return organisation.agentAccess === 'all'
      ? classes.map((each) => grant('all', '', each))
      : classes.flatMap((each) => held(viewer.holdings, each));
  }
  return classes.flatMap((each) => callsBySettings(viewer, each));
}

function callsBySettings(viewer: Viewer, scopeClass: ScopeClass): Grant[] {
  const { settings } = viewer;
  const lines = viewer.lines.map((line) => grant('line', line, scopeClass));
  if (settings.replayAll) return [grant('all', '', scopeClass)];
  if (!settings.replayOwn) return lines;
  return [
    ...held(viewer.holdings, scopeClass),
    ...viewer.groups.flatMap((group) => [
      grant('group', group.extension, scopeClass),
      // A scanner may not know that a number is a group's.
      grant('extension', group.extension, scopeClass),
      ...(group.withMembers ? held(group.memberHoldings, scopeClass) : []),
    ]),
    ...viewer.otherNumbers.flatMap((number) =>
      (['extension', 'group', 'line', 'account'] as const).map((subject) =>
        grant(subject, number, scopeClass),
      ),
    ),
    ...lines,
  ];
}

/** To an agent a share adds nothing: what he may hear of it is within what agents hear. */
function sharedCalls(viewer: Viewer): Grant[] {
  if (!isMasterOpen(viewer) || viewer.profile === 'agent') return [];
  const classes = viewer.settings.viewOutbound ? CALL_CLASSES : [SCOPE_CLASSES.callNotOutbound];
  const shared = viewer.sharedWithMe.filter((share) => share.kind === 'call');
  return classes.flatMap((each) => shared.flatMap(({ holdings }) => owned(holdings, each)));
}

function heardMessages(viewer: Viewer): Grant[] {
  return viewer.serviceRights.has('mediaManagerAdministrator')
    ? OWNED_CLASSES.map((each) => grant('all', '', each))
    : [...ownMessages(viewer), ...sharedMessages(viewer)];
}

function ownMessages(viewer: Viewer): Grant[] {
  return OWNED_CLASSES.flatMap((each) => owned(viewer.holdings, each));
}

function sharedMessages(viewer: Viewer): Grant[] {
  return viewer.sharedWithMe.flatMap(({ kind, holdings }) =>
    kind === 'call' || kind === 'history' ? [] : owned(holdings, CLASS_OF_OWNED[kind]),
  );
}

function owned(holdings: readonly ExtensionHolding[], scopeClass: ScopeClass): Grant[] {
  return holdings.map((holding) => grant('owner', holding.extension, scopeClass, holding));
}

function held(holdings: readonly ExtensionHolding[], scopeClass: ScopeClass): Grant[] {
  return holdings.map((holding) => grant('extension', holding.extension, scopeClass, holding));
}

function grant(subject: Subject, number: string, scopeClass: ScopeClass, period: Period = ALWAYS): Grant {
  return { subject, number, class: scopeClass, fromSec: period.fromSec, untilSec: period.untilSec };
}
