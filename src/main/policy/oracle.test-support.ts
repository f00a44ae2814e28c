/**
 * The policy once more, as a table of plain words, written from the description of the settings and not from rules.ts. First it is
 * noted which words are true of a person and a recording; then an action is allowed if all the words of some row of its table are.
 * Where the description says a thing twice and not quite the same, the row that denies is the one that is here.
 */
import type { Action } from '../../shared/model';
import type { ExtensionHolding, RecordingFacts, Viewer } from './viewer';

type Word =
  | 'same organisation'
  | 'active'
  | 'let in'
  | 'not being deleted'
  | 'call'
  | 'voicemail'
  | 'fax'
  | 'call history'
  | 'administrator'
  | 'standard, who hears all'
  | 'replay enabled'
  | 'not an agent'
  | 'agent who hears all'
  | 'agent who hears his own'
  | 'not outbound'
  | 'may hear outbound'
  | 'replay all'
  | 'replay own'
  | 'took part or owns it'
  | 'owns it'
  | 'shared with him'
  | 'a chosen group’s'
  | 'a member’s of a chosen group'
  | 'one of the other numbers’'
  | 'on a chosen line'
  | 'may download'
  | 'may delete'
  | 'may see screens'
  | 'organisation with screens'
  | 'has a screen'
  | 'organisation with analysis'
  | 'not held'
  | 'past its lock';

type Row = readonly Word[];

/** Every row of the left with every row of the right. */
const each = (left: readonly Row[], right: readonly Row[]): Row[] =>
  left.flatMap((l) => right.map((r) => [...l, ...r]));

const ANYBODY: readonly Row[] = [['same organisation', 'active', 'let in', 'not being deleted']];
const DIRECTIONS: readonly Row[] = [['not outbound'], ['may hear outbound']];
const SCOPES: readonly Row[] = [
  ['replay all'],
  ['replay own', 'took part or owns it'],
  ['replay own', 'a chosen group’s'],
  ['replay own', 'a member’s of a chosen group'],
  ['replay own', 'one of the other numbers’'],
  ['on a chosen line'],
];
const BY_SETTINGS: readonly Row[] = each(each([['replay enabled', 'not an agent']], SCOPES), DIRECTIONS);
const AS_AGENT: readonly Row[] = each(
  [
    ['replay enabled', 'agent who hears all'],
    ['replay enabled', 'agent who hears his own', 'took part or owns it'],
  ],
  DIRECTIONS,
);
const HEARD_CALLS: readonly Row[] = each(each(ANYBODY, [['call']]), [
  ['administrator'],
  ['standard, who hears all'],
  ...BY_SETTINGS,
  ...AS_AGENT,
]);
/** A share passes by no gate of a call: to an agent it opens what agents hear, and no more. */
const SHARED_CALLS: readonly Row[] = each(
  each(each(ANYBODY, [['call', 'shared with him', 'replay enabled']]), DIRECTIONS),
  [['not an agent'], ['agent who hears all'], ['agent who hears his own', 'took part or owns it']],
);
const HEARD_MESSAGES: readonly Row[] = each(each(ANYBODY, [['voicemail'], ['fax']]), [
  ['administrator'],
  ['owns it'],
  ['shared with him'],
]);
const HEARD: readonly Row[] = [...HEARD_CALLS, ...SHARED_CALLS, ...HEARD_MESSAGES];
/** That there was a call is known to whoever's extension was in it, whatever recordings he may hear. */
const KNOWN_CALLS: readonly Row[] = each(each(ANYBODY, [['call history']]), [
  ['administrator'],
  ['took part or owns it'],
  ['shared with him'],
]);

export const TABLE: Readonly<Record<Action, readonly Row[]>> = {
  list: [...HEARD, ...KNOWN_CALLS],
  play: HEARD,
  readTranscript: each(HEARD, [['organisation with analysis']]),
  download: each(HEARD_CALLS, [['replay enabled', 'may download']]),
  seeScreen: each(HEARD_CALLS, [
    ['replay enabled', 'may see screens', 'organisation with screens', 'has a screen'],
  ]),
  delete: [
    ...each(HEARD_CALLS, [['replay enabled', 'may delete', 'not held', 'past its lock']]),
    ...each(each(ANYBODY, [['voicemail'], ['fax']]), [
      ['owns it', 'replay enabled', 'may delete', 'not held'],
    ]),
  ],
};

export function oracleAllows(viewer: Viewer, action: Action, facts: RecordingFacts): boolean {
  const words = wordsOf(viewer, facts);
  return TABLE[action].some((row) => row.every((word) => words.has(word)));
}

/** Which words are true. Written as questions about sets of numbers at the moment of the call. */
export function wordsOf(viewer: Viewer, facts: RecordingFacts): ReadonlySet<Word> {
  const { settings, organisation } = viewer;
  const has = (right: 'mediaManagerAdministrator' | 'mediaManagerStandard' | 'webControlSecurity') =>
    [...viewer.serviceRights].some((given) => given === right);
  const inCall = new Set(facts.extensions);
  const hisThen = numbersHeldAt(viewer.holdings, facts.startedAtSec);
  const ofCall = new Set([...facts.extensions, ...facts.groups, ...facts.lines, ...facts.accountCodes]);
  const isAgent = viewer.profile === 'agent';
  const agentsHear = organisation.agentAccess;
  const truth: Record<Word, boolean> = {
    'same organisation': facts.organisationId === viewer.organisationId,
    active: viewer.isActive,
    'let in':
      settings.portal ||
      has('mediaManagerAdministrator') ||
      has('mediaManagerStandard') ||
      has('webControlSecurity'),
    'not being deleted': !facts.isDeleted,
    call: facts.kind === 'call',
    voicemail: facts.kind === 'voicemail',
    fax: facts.kind === 'fax',
    'call history': facts.kind === 'history',
    administrator: has('mediaManagerAdministrator'),
    'standard, who hears all': has('mediaManagerStandard') && organisation.standardHears === 'all',
    'replay enabled': settings.replay && (!isAgent || agentsHear !== 'none'),
    'not an agent': !isAgent,
    'agent who hears all': isAgent && agentsHear === 'all',
    'agent who hears his own': isAgent && agentsHear === 'own',
    'not outbound': ['inbound', 'internal'].includes(facts.direction),
    'may hear outbound': settings.viewOutbound,
    'replay all': settings.replayAll,
    'replay own': settings.replayOwn,
    'took part or owns it': meets(hisThen, inCall),
    'owns it': facts.owner !== null && hisThen.has(facts.owner),
    'shared with him': isShared(viewer, facts, inCall),
    'a chosen group’s': viewer.groups.some((group) =>
      ofSets(group.extension, facts.groups, facts.extensions),
    ),
    'a member’s of a chosen group': viewer.groups.some(
      (group) => group.withMembers && meets(numbersHeldAt(group.memberHoldings, facts.startedAtSec), inCall),
    ),
    'one of the other numbers’': meets(new Set(viewer.otherNumbers), ofCall),
    'on a chosen line': meets(new Set(viewer.lines), new Set(facts.lines)),
    'may download': settings.download,
    'may delete': settings.delete,
    'may see screens': settings.viewScreen,
    'organisation with screens': organisation.screenRecordings,
    'has a screen': facts.hasScreen,
    'organisation with analysis': organisation.conversationAnalysis,
    'not held': !facts.isHeld,
    'past its lock': !facts.isRetentionLocked,
  };
  return new Set((Object.keys(truth) as Word[]).filter((word) => truth[word]));
}

/** Each kind is a box of its own; what an absent owner was told is another box than what he was told else. */
function isShared(viewer: Viewer, facts: RecordingFacts, inCall: ReadonlySet<string>): boolean {
  const owner = new Set(facts.owner === null ? [] : [facts.owner]);
  const boxes = viewer.sharedWithMe.filter((share) =>
    facts.kind === 'voicemail'
      ? share.kind === (facts.wasUnavailable ? 'unavailableVoicemail' : 'voicemail')
      : share.kind === facts.kind,
  );
  return boxes.some((share) =>
    meets(numbersHeldAt(share.holdings, facts.startedAtSec), facts.kind === 'history' ? inCall : owner),
  );
}

function numbersHeldAt(holdings: readonly ExtensionHolding[], sec: number): Set<string> {
  const first = (from: number | null) => from ?? -Infinity;
  const end = (until: number | null) => until ?? Infinity;
  return new Set(
    holdings.filter((h) => !(sec < first(h.fromSec)) && sec < end(h.untilSec)).map((h) => h.extension),
  );
}

function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].some((number) => right.has(number));
}

function ofSets(number: string, ...lists: readonly (readonly string[])[]): boolean {
  return lists.flat().includes(number);
}
