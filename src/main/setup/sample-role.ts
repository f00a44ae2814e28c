/** What a person of the sample archive is there to show, in one sentence. */
import type { SamplePeople, SamplePersonInput } from './sample';

/** For example: `Supervisor: hears his own calls and Sales with its members; outbound too; may download.` */
export function toRoleSentence(person: SamplePersonInput, sample: SamplePeople): string {
  const { settings } = person;
  if (person.rightsGroups.includes('Administrators'))
    return 'Administrator: hears, reads and changes everything.';
  if (person.profile === 'agent')
    return `Agent: ${agentHears(settings.replay, sample.organisation.agentAccess)}.`;
  const readsConfiguration = person.rightsGroups.includes('Media Manager Standard')
    ? ['reads the configuration']
    : [];
  const scopes = settings.replay === true ? scopesOf(person, sample) : [];
  if (scopes.length === 0)
    return `Auditor: ${['may enter, hears no call', ...readsConfiguration].join('; ')}.`;
  const further = [
    settings.viewOutbound === true ? 'outbound too' : 'but nothing outbound',
    ...(settings.download === true ? ['may download'] : []),
    ...readsConfiguration,
  ];
  return `Supervisor: hears ${scopes.join(', ')}; ${further.join('; ')}.`;
}

function agentHears(replay: boolean | undefined, access: 'none' | 'own' | 'all' | undefined): string {
  if (replay !== true || access === undefined || access === 'none') return 'hears no call';
  return access === 'own' ? 'hears the calls of the own extension' : 'hears all calls';
}

function scopesOf({ settings }: SamplePersonInput, sample: SamplePeople): readonly string[] {
  if (settings.replayAll === true) return ['all calls'];
  const own = settings.replayOwn === true;
  const groups = (own ? (settings.replayGroups ?? []) : []).map(({ group, withMembers }) => {
    const name = sample.groups.find((one) => one.extension === group)?.name ?? group;
    return withMembers ? `group ${name} with its members` : `group ${name}`;
  });
  const others = own && settings.replayOthers ? [`numbers ${settings.replayOthers}`] : [];
  const lines = (settings.replayLines ?? []).map((number) => `line ${number}`);
  return [...(own ? ['own calls'] : []), ...groups, ...others, ...lines];
}
