/** What a person may hear, in plain sentences, out of the settings as they stand on the page. The door decides by itself. */
import type { GroupRow, LineRow, PersonInput } from '../../../../shared/people';
import type { OrganisationSettings, ServiceRight, UserSettings } from '../../../../shared/user-settings';
import { toOtherNumbers } from '../../../../shared/user-settings';

export interface MayHearFacts {
  readonly person: PersonInput;
  readonly rights: ReadonlySet<ServiceRight>;
  readonly organisation: OrganisationSettings;
  readonly groups: readonly GroupRow[];
  readonly lines: readonly LineRow[];
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
  | 'administratorOwned';

export type Sentence =
  | { readonly key: PlainSentence }
  | { readonly key: 'own' | 'ownMail' | 'lines' | 'others'; readonly items: readonly string[] }
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
  return [...calls, ...tellOwned(facts), ...tellActions(facts, calls)];
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
  return [...scope, { key: person.settings.viewOutbound ? 'outbound' : 'noOutbound' }];
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
    { key: 'own', items: ownExtensions(person) },
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

function tellOwned({ person, rights }: MayHearFacts): readonly Sentence[] {
  if (rights.has('mediaManagerAdministrator')) return [{ key: 'administratorOwned' }];
  const extensions = ownExtensions(person);
  return extensions.length > 0 ? [{ key: 'ownMail', items: extensions }] : [{ key: 'noExtension' }];
}

function tellActions(
  { person, organisation }: MayHearFacts,
  calls: readonly Sentence[],
): readonly Sentence[] {
  const hearsNothing = calls.some(
    ({ key }) => key === 'replayOff' || key === 'nothing' || key === 'agentNone',
  );
  if (hearsNothing) return [];
  return [
    { key: isOn(person.settings, 'download', person, organisation) ? 'download' : 'noDownload' },
    ...(organisation.screenRecordings && isOn(person.settings, 'viewScreen', person, organisation)
      ? [{ key: 'screen' as const }]
      : []),
  ];
}

/** The master switch is asked for these even of an Administrator, and an agent needs one who lets agents hear. */
function isOn(
  settings: UserSettings,
  name: 'download' | 'viewScreen',
  { profile }: PersonInput,
  { agentAccess }: OrganisationSettings,
): boolean {
  return settings[name] && settings.replay && !(profile === 'agent' && agentAccess === 'none');
}

function ownExtensions({ extensions }: PersonInput): readonly string[] {
  return [...new Set(extensions.map((held) => held.extension.trim()).filter((number) => number !== ''))];
}

function toNumberAndName(number: string, name: string | undefined): string {
  return name === undefined || name === '' ? number : `${number} ${name}`;
}
