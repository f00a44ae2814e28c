/**
 * Every setting of a person, once: the ledger stores it, the policy reads it, the People page draws it and the
 * command line lists it from these definitions. The names on screen are those of the systems the policy comes from.
 */
import { z } from 'zod';

export const ACCESS_LEVELS = ['none', 'read', 'write'] as const;

/** As typed; a longer list is refused with its count and never cut, for a cut number is another number's calls. */
export const OTHER_NUMBERS_MAX_LENGTH = 127;

const number = z.string().trim().min(1).max(64);

export const replayGroupSchema = z.strictObject({
  /** The group's id, not its extension: a group made again under the same name inherits nothing. */
  groupId: z.string().min(1).max(64),
  withMembers: z.boolean(),
});

export const userSettingsSchema = z.strictObject({
  portal: z.boolean(),
  wizard: z.boolean(),
  profileAccess: z.enum(ACCESS_LEVELS),
  directoryAccess: z.enum(ACCESS_LEVELS),
  callHandlingAccess: z.enum(ACCESS_LEVELS),
  buttonProgrammingAccess: z.enum(ACCESS_LEVELS),
  downloadApplicationsAccess: z.enum(ACCESS_LEVELS),
  callOperations: z.enum(['none', 'answer', 'make', 'both']),
  replay: z.boolean(),
  replayAll: z.boolean(),
  replayOwn: z.boolean(),
  replayGroups: z.array(replayGroupSchema).max(500),
  replayOthers: z.string().max(4096),
  replayLines: z.array(number).max(500),
  viewOutbound: z.boolean(),
  viewScreen: z.boolean(),
  download: z.boolean(),
  delete: z.boolean(),
  archiveAddress: z.string().max(500),
  multiUserAware: z.boolean(),
  callReporting: z.boolean(),
});

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

export const organisationSettingsSchema = z.strictObject({
  screenRecordings: z.boolean(),
  conversationAnalysis: z.boolean(),
  agentAccess: z.enum(['none', 'own', 'all']),
  standardHears: z.enum(['ownSettings', 'all']),
  callReporting: z.boolean(),
});
export type OrganisationSettings = Readonly<z.infer<typeof organisationSettingsSchema>>;

export const DEFAULT_ORGANISATION_SETTINGS: OrganisationSettings = {
  screenRecordings: false,
  conversationAnalysis: false,
  agentAccess: 'none',
  standardHears: 'ownSettings',
  callReporting: false,
};
