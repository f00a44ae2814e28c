/** What a person may hear, in short words for a list. */
import type { PersonRow, RightsGroupRow } from '../../../../shared/people';
import type { OrganisationSettings } from '../../../../shared/user-settings';

export interface GlanceFacts {
  readonly rightsGroups: readonly RightsGroupRow[];
  readonly agentAccess: OrganisationSettings['agentAccess'];
}

const GRANT_WORDS = {
  replayAll: 'all',
  replayOwn: 'own',
  replayGroups: 'groups',
  replayOthers: 'others',
  replayLines: 'lines',
} as const;

export type GlanceWord =
  | (typeof GRANT_WORDS)[keyof typeof GRANT_WORDS]
  | 'everything'
  | 'security'
  | 'standard'
  | 'nothing'
  | 'agentAll'
  | 'agentOwn';

/** At least one word. A person who is not active may nothing, whatever his settings keep for later. */
export function tellGlance(
  person: PersonRow,
  { rightsGroups, agentAccess }: GlanceFacts,
): readonly GlanceWord[] {
  if (!person.isActive || !person.mayEnter) return ['nothing'];
  const rights = new Set(
    rightsGroups.filter((group) => group.members.includes(person.userId)).flatMap((group) => group.rights),
  );
  const words: GlanceWord[] = [];
  if (rights.has('mediaManagerAdministrator')) words.push('everything');
  else if (person.profile === 'agent') {
    if (agentAccess !== 'none' && person.grants.includes('replay'))
      words.push(agentAccess === 'all' ? 'agentAll' : 'agentOwn');
  } else words.push(...person.grants.filter(isGrant).map((name) => GRANT_WORDS[name]));
  if (words.length === 0) words.push('nothing');
  if (rights.has('mediaManagerStandard')) words.push('standard');
  if (rights.has('webControlSecurity')) words.push('security');
  return words;
}

function isGrant(name: string): name is keyof typeof GRANT_WORDS {
  return Object.hasOwn(GRANT_WORDS, name);
}
