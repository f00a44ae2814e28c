/** Why a setting has no effect at present: a closed gate of the person, of the organisation, or of his profile. */
import type {
  OrganisationSettings,
  Profile,
  UserSettingName,
  UserSettings,
} from '../../../../shared/user-settings';
import { findClosedGate } from '../../../../shared/user-settings';

export type OrganisationGate = 'screenRecordings' | 'callReporting';

export type ClosedReason =
  | { readonly by: 'setting'; readonly gate: UserSettingName }
  | { readonly by: 'organisation'; readonly gate: OrganisationGate }
  /** The organisation says what agents hear, and nothing widens it. */
  | { readonly by: 'agent'; readonly access: OrganisationSettings['agentAccess'] };

const ORGANISATION_GATES: Readonly<Partial<Record<UserSettingName, OrganisationGate>>> = {
  viewScreen: 'screenRecordings',
  callReporting: 'callReporting',
};

const SCOPE_SETTINGS: ReadonlySet<UserSettingName> = new Set<UserSettingName>([
  'replayAll',
  'replayOwn',
  'replayGroups',
  'replayOthers',
  'replayLines',
]);

const SETTINGS_OF_WHAT_IS_HEARD: ReadonlySet<UserSettingName> = new Set<UserSettingName>([
  'replay',
  'viewOutbound',
  'viewScreen',
  'download',
  'delete',
]);

/** Undefined where the setting has its effect. `organisation` is undefined while it is not known yet. */
export function findClosedReason(
  name: UserSettingName,
  settings: UserSettings,
  profile: Profile,
  organisation: OrganisationSettings | undefined,
): ClosedReason | undefined {
  const gate = findClosedGate(name, settings);
  if (gate !== undefined) return { by: 'setting', gate };
  if (organisation === undefined) return undefined;
  const organisationGate = ORGANISATION_GATES[name];
  if (organisationGate !== undefined && !organisation[organisationGate]) {
    return { by: 'organisation', gate: organisationGate };
  }
  if (profile !== 'agent') return undefined;
  const { agentAccess } = organisation;
  const isClosed =
    SCOPE_SETTINGS.has(name) || (agentAccess === 'none' && SETTINGS_OF_WHAT_IS_HEARD.has(name));
  return isClosed ? { by: 'agent', access: agentAccess } : undefined;
}
