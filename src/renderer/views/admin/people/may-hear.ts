/** What a person may hear, in plain sentences, out of the settings as they stand on the page. The door decides by itself. */
import type { SharedKind } from '../../../../shared/model';
import type { ExtensionRow, GroupRow, LineRow, PersonInput } from '../../../../shared/people';
import type { ShareRow } from '../../../../shared/shares';
import type { OrganisationSettings, ServiceRight } from '../../../../shared/user-settings';
import { toOtherNumbers } from '../../../../shared/user-settings';
import { tellActions, tellBeyond } from './may-do';
import { tellShared } from './may-hear-shared';

export interface MayHearFacts {
  /** Null for a person who is not saved yet. */
  readonly userId: string | null;
  readonly person: PersonInput;
  readonly rights: ReadonlySet<ServiceRight>;
  readonly organisation: OrganisationSettings;
  readonly groups: readonly GroupRow[];
  readonly lines: readonly LineRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly shares: readonly ShareRow[];
  readonly nowSec: number;
}

/** An extension, and when it was the person's; null is open. */
export interface HeldNumber {
  readonly number: string;
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

type PlainSentence =
  | 'closed'
  | 'cannotSignIn'
  | 'administrator'
  | 'standardAll'
  | 'replayOff'
  | 'agentNone'
  | 'agentOwn'
  | 'agentAll'
  | 'all'
  | 'nothing'
  | 'ownOff'
  | 'outbound'
  | 'noOutbound'
  | 'screen'
  | 'download'
  | 'noDownload'
  | 'delete'
  | 'noDelete'
  | 'noScreen'
  | 'screenClosed'
  | 'transcripts'
  | 'agentClosed'
  | 'administratorOwned'
  | 'administratorHistory'
  | 'readsSettings'
  | 'changesSettings'
  | 'changesSecurity'
  | 'commandLine'
  | 'reports'
  | 'reportsClosed'
  | 'directory'
  | 'shares';

export type Sentence =
  | { readonly key: PlainSentence }
  | { readonly key: 'lines' | 'others'; readonly items: readonly string[] }
  | { readonly key: 'own' | 'ownMail' | 'ownHistory'; readonly held: readonly HeldNumber[] }
  | { readonly key: 'shared'; readonly kind: SharedKind; readonly items: readonly string[] }
  | { readonly key: 'group' | 'groupAndMembers'; readonly name: string; readonly number: string }
  | { readonly key: 'noExtension' };

/** In the order in which a person would ask: may he come in, which calls, which of those not, what else. */
export function tellWhatMayBeHeard(facts: MayHearFacts): readonly Sentence[] {
  const { person, rights } = facts;
  if (!person.isActive) return [{ key: 'closed' }];
  const mayEnter =
    person.settings.portal ||
    rights.has('mediaManagerAdministrator') ||
    rights.has('mediaManagerStandard') ||
    rights.has('webControlSecurity');
  if (!mayEnter) return [{ key: 'cannotSignIn' }];
  const calls = tellCalls(facts);
  return [
    ...calls,
    ...tellOwned(facts),
    ...tellShared(facts),
    ...tellActions(facts, calls),
    ...tellBeyond(facts),
  ];
}

function tellCalls(facts: MayHearFacts): readonly Sentence[] {
  const { person, rights, organisation } = facts;
  if (rights.has('mediaManagerAdministrator')) return [{ key: 'administrator' }];
  if (rights.has('mediaManagerStandard') && organisation.standardHears === 'all')
    return [{ key: 'standardAll' }];
  if (!person.settings.replay) return [{ key: 'replayOff' }];
  const scope = person.profile === 'agent' ? tellAgent(organisation) : tellScope(facts);
  const first = scope[0];
  if (first?.key === 'nothing' || first?.key === 'agentNone') return scope;
  const beyond: readonly Sentence[] = hasScopeOfItsOwn(person) ? [{ key: 'agentClosed' }] : [];
  return [
    ...scope,
    ...(person.profile === 'agent' ? beyond : []),
    { key: person.settings.viewOutbound ? 'outbound' : 'noOutbound' },
  ];
}

function tellAgent({ agentAccess }: OrganisationSettings): readonly Sentence[] {
  const keys = { none: 'agentNone', own: 'agentOwn', all: 'agentAll' } as const;
  return [{ key: keys[agentAccess] }];
}

function tellScope(facts: MayHearFacts): readonly Sentence[] {
  const { settings } = facts.person;
  if (settings.replayAll) return [{ key: 'all' }];
  const sentences = [...(settings.replayOwn ? tellOwn(facts) : []), ...tellLines(facts)];
  const isOwnMissed =
    !settings.replayOwn && (settings.replayGroups.length > 0 || settings.replayOthers !== '');
  const ownOff: readonly Sentence[] = isOwnMissed ? [{ key: 'ownOff' }] : [];
  return sentences.length === 0 ? [{ key: 'nothing' }, ...ownOff] : [...sentences, ...ownOff];
}

/** 'Replay own recordings' and what it is the gate of. */
function tellOwn({ person, groups }: MayHearFacts): readonly Sentence[] {
  const others = toOtherNumbers(person.settings.replayOthers);
  const ofGroups = person.settings.replayGroups.flatMap(({ groupId, withMembers }): readonly Sentence[] => {
    const group = groups.find((one) => one.groupId === groupId);
    // A removed group gives nothing.
    if (!group) return [];
    return [{ key: withMembers ? 'groupAndMembers' : 'group', name: group.name, number: group.extension }];
  });
  return [
    { key: 'own', held: toHeld(person) },
    ...ofGroups,
    ...(others.length > 0 ? [{ key: 'others' as const, items: others }] : []),
  ];
}

function tellLines({ person, lines }: MayHearFacts): readonly Sentence[] {
  const { replayLines } = person.settings;
  if (replayLines.length === 0) return [];
  const nameOf = (number: string) => lines.find((line) => line.number === number)?.name;
  return [{ key: 'lines', items: replayLines.map((number) => toNumberAndName(number, nameOf(number))) }];
}

/** What belongs to whoever had its extension then. */
function tellOwned({ person, rights }: MayHearFacts): readonly Sentence[] {
  if (rights.has('mediaManagerAdministrator')) {
    return [{ key: 'administratorOwned' }, { key: 'administratorHistory' }];
  }
  const held = toHeld(person);
  if (held.length === 0) return [{ key: 'noExtension' }];
  return [
    { key: 'ownMail', held },
    { key: 'ownHistory', held },
  ];
}

/** Settings that would open calls to anybody but an agent. */
function hasScopeOfItsOwn({ settings }: PersonInput): boolean {
  const { replayAll, replayOwn, replayGroups, replayLines, replayOthers } = settings;
  return replayAll || replayOwn || replayGroups.length > 0 || replayLines.length > 0 || replayOthers !== '';
}

function toHeld({ extensions }: PersonInput): readonly HeldNumber[] {
  return extensions
    .map(({ extension, fromSec, untilSec }) => ({ number: extension.trim(), fromSec, untilSec }))
    .filter(({ number }) => number !== '');
}

function toNumberAndName(number: string, name: string | undefined): string {
  return name === undefined || name === '' ? number : `${number} ${name}`;
}
