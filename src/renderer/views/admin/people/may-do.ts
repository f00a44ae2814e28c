/** What a person may do with what he hears, and what besides: the second half of 'What Ann may hear'. */
import type { MayHearFacts, Sentence } from './may-hear';

/** Nothing where there is nothing to do it with. */
export function tellActions(facts: MayHearFacts, calls: readonly Sentence[]): readonly Sentence[] {
  const { person, organisation } = facts;
  const hearsNothing = calls.some(
    ({ key }) => key === 'replayOff' || key === 'nothing' || key === 'agentNone',
  );
  if (hearsNothing) return [];
  return [
    { key: isOn('download', facts) ? 'download' : 'noDownload' },
    { key: isOn('delete', facts) ? 'delete' : 'noDelete' },
    ...tellScreen(facts),
    ...(organisation.conversationAnalysis && person.isActive ? [{ key: 'transcripts' as const }] : []),
  ];
}

function tellScreen(facts: MayHearFacts): readonly Sentence[] {
  const { person, organisation } = facts;
  if (!organisation.screenRecordings) {
    return person.settings.viewScreen ? [{ key: 'screenClosed' }] : [];
  }
  return [{ key: isOn('viewScreen', facts) ? 'screen' : 'noScreen' }];
}

/** The master switch is asked for these even of an Administrator, and an agent needs one who lets agents hear. */
function isOn(name: 'download' | 'viewScreen' | 'delete', { person, organisation }: MayHearFacts): boolean {
  const { settings, profile } = person;
  return settings[name] && settings.replay && !(profile === 'agent' && organisation.agentAccess === 'none');
}

/** Service rights of this console, and what is not about single recordings. */
export function tellBeyond({ person, rights, organisation }: MayHearFacts): readonly Sentence[] {
  const { settings } = person;
  const mayReport = settings.portal && settings.callReporting;
  return [
    ...(rights.has('mediaManagerAdministrator') ? [{ key: 'changesSettings' as const }] : []),
    ...(!rights.has('mediaManagerAdministrator') && rights.has('mediaManagerStandard')
      ? [{ key: 'readsSettings' as const }]
      : []),
    ...(rights.has('webControlSecurity') ? [{ key: 'changesSecurity' as const }] : []),
    ...(rights.has('managementApiRead') || rights.has('managementApiWrite')
      ? [{ key: 'commandLine' as const }]
      : []),
    ...(mayReport
      ? [{ key: organisation.callReporting ? ('reports' as const) : ('reportsClosed' as const) }]
      : []),
    ...(settings.multiUserAware ? [{ key: 'shares' as const }] : []),
    ...(settings.portal && settings.directoryAccess !== 'none' ? [{ key: 'directory' as const }] : []),
  ];
}
