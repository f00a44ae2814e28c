/** What checks the settings of a person and of the organisation where they come in: at the door, and out of the ledger. */
import { z } from 'zod';
import { ACCESS_LEVELS } from './user-settings';

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

export const organisationSettingsSchema = z.strictObject({
  screenRecordings: z.boolean(),
  conversationAnalysis: z.boolean(),
  agentAccess: z.enum(['none', 'own', 'all']),
  standardHears: z.enum(['ownSettings', 'all']),
  callReporting: z.boolean(),
});
