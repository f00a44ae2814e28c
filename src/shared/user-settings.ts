/**
 * Every setting of a person, once: the ledger stores it, the policy reads it, the People page draws it and the
 * command line lists it from these definitions. The names on screen are those of the systems the policy comes from. What checks
 * them as input is in `user-settings-schema`, so that a page gets no schemas.
 */
import type { z } from 'zod';
import type { organisationSettingsSchema, userSettingsSchema } from './user-settings-schema';

export const ACCESS_LEVELS = ['none', 'read', 'write'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** As typed; a longer list is refused with its count and never cut, for a cut number is another number's calls. */
export const OTHER_NUMBERS_MAX_LENGTH = 127;

export type UserSettings = Readonly<z.infer<typeof userSettingsSchema>>;
export type UserSettingName = keyof UserSettings;

/** Not granted means denied: every default is the closed one. */
export const DEFAULT_USER_SETTINGS: UserSettings = {
  portal: false,
  wizard: false,
  profileAccess: 'none',
  directoryAccess: 'none',
  callHandlingAccess: 'none',
  buttonProgrammingAccess: 'none',
  downloadApplicationsAccess: 'none',
  callOperations: 'both',
  replay: false,
  replayAll: false,
  replayOwn: false,
  replayGroups: [],
  replayOthers: '',
  replayLines: [],
  viewOutbound: false,
  viewScreen: false,
  download: false,
  delete: false,
  archiveAddress: '',
  multiUserAware: false,
  callReporting: false,
};

export const PROFILES = ['agent', 'normal', 'nominee'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a new person of this profile starts with. */
export function defaultSettingsOf(profile: Profile): UserSettings {
  return profile === 'nominee'
    ? { ...DEFAULT_USER_SETTINGS, replay: true, viewOutbound: true }
    : DEFAULT_USER_SETTINGS;
}

/** The setting whose being off closes another: shown greyed with the reason, kept, and without effect. */
export const SETTING_GATES: Readonly<Partial<Record<UserSettingName, readonly UserSettingName[]>>> = {
  wizard: ['portal'],
  profileAccess: ['portal'],
  directoryAccess: ['portal'],
  callHandlingAccess: ['portal'],
  buttonProgrammingAccess: ['portal'],
  downloadApplicationsAccess: ['portal'],
  callOperations: ['portal'],
  callReporting: ['portal'],
  replayAll: ['replay'],
  replayOwn: ['replay'],
  replayGroups: ['replay', 'replayOwn'],
  replayOthers: ['replay', 'replayOwn'],
  replayLines: ['replay'],
  viewOutbound: ['replay'],
  viewScreen: ['replay'],
  download: ['replay'],
  delete: ['replay'],
};

/** The closed gate nearest to the master switch, or undefined where the setting has its effect. */
export function findClosedGate(name: UserSettingName, settings: UserSettings): UserSettingName | undefined {
  return SETTING_GATES[name]?.find((gate) => settings[gate] === false);
}

/**
 * The numbers of 'Replay recordings for others', as typed with semicolons: trimmed, empty entries dropped, duplicates
 * merged, nothing interpreted. Throws nothing: the length is checked where the list is saved.
 */
export function toOtherNumbers(typed: string): readonly string[] {
  return [...new Set(typed.split(';').map((entry) => entry.trim()))].filter((entry) => entry !== '');
}

/** All service rights by component; those of the components that this console is are enforced, all are kept. */
export const SERVICE_RIGHTS = [
  'mediaManagerAdministrator',
  'mediaManagerStandard',
  'reporterAdministrator',
  'managementApiRead',
  'managementApiWrite',
  'webControlSecurity',
  'webControlAdministrator',
  'voicemailProBasic',
  'voicemailProStandard',
  'voicemailProAdministrator',
  'oneXPortalAdministrator',
  'oneXPortalSuperUser',
  'webRtcGatewayAdministrator',
  'oneXCtiApi',
  'adjunctServerConnection',
  'turnServerConnection',
] as const;
export type ServiceRight = (typeof SERVICE_RIGHTS)[number];

export type OrganisationSettings = Readonly<z.infer<typeof organisationSettingsSchema>>;

export const DEFAULT_ORGANISATION_SETTINGS: OrganisationSettings = {
  screenRecordings: false,
  conversationAnalysis: false,
  agentAccess: 'none',
  standardHears: 'ownSettings',
  callReporting: false,
};
