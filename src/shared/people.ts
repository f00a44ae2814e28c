/** People, groups, lines and rights groups, as the administration pages and the command line see them. */
import { z } from 'zod';
import type { OrganisationSettings, Profile, ServiceRight, UserSettings } from './user-settings';
import { PROFILES, SERVICE_RIGHTS } from './user-settings';
import { userSettingsSchema } from './user-settings-schema';

const sec = z.number().int().min(0).max(4_102_444_800).nullable();

/** From inclusive, until exclusive, seconds; null is open. */
export const periodSchema = z
  .strictObject({ fromSec: sec, untilSec: sec })
  .refine(
    (p) => p.fromSec === null || p.untilSec === null || p.fromSec < p.untilSec,
    'The period ends before it begins.',
  );

const extension = z.string().trim().min(1).max(64);

export const personInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  signInName: z.string().trim().min(1).max(100),
  email: z.string().trim().max(254),
  profile: z.enum(PROFILES),
  isActive: z.boolean(),
  extensions: z.array(z.strictObject({ extension, fromSec: sec, untilSec: sec })).max(200),
  settings: userSettingsSchema,
});
export type PersonInput = Readonly<z.infer<typeof personInputSchema>>;

export interface PersonRow {
  readonly userId: string;
  readonly name: string;
  readonly signInName: string;
  readonly profile: Profile;
  readonly isActive: boolean;
  readonly mayEnter: boolean;
  readonly extensions: readonly string[];
  readonly rightsGroups: readonly string[];
  /**
   * At a glance: the scope-giving settings that have an effect, as setting names in the order of the page. Of an agent the master
   * switch alone, for the organisation decides the rest.
   */
  readonly grants: readonly string[];
}

/** What one number of 'Replay recordings for others' stands for; more than one meaning is warned of. */
export interface ResolvedNumber {
  readonly number: string;
  readonly meanings: readonly {
    readonly kind: 'extension' | 'group' | 'line' | 'account';
    readonly name: string | null;
  }[];
}

export interface PersonDetails extends PersonInput {
  readonly userId: string;
  readonly revision: number;
  readonly rightsGroupIds: readonly string[];
  readonly hasPassword: boolean;
  readonly otherNumbers: readonly ResolvedNumber[];
}

export const groupInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  extension,
  members: z
    .array(z.strictObject({ userId: z.string().min(1).max(64), fromSec: sec, untilSec: sec }))
    .max(5000),
});
export type GroupInput = Readonly<z.infer<typeof groupInputSchema>>;

export interface GroupRow extends GroupInput {
  readonly groupId: string;
  readonly revision: number;
}

export interface LineRow {
  readonly number: string;
  readonly name: string;
}

/** `revision`: as it was read, named by the save, so that no edit overwrites another unseen. */
export interface LineList {
  readonly revision: string;
  readonly lines: readonly LineRow[];
}

export const rightsGroupInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  rights: z.array(z.enum(SERVICE_RIGHTS)).max(SERVICE_RIGHTS.length),
  /** Ids of people. */
  members: z.array(z.string().min(1).max(64)).max(5000),
});

export interface RightsGroupInput {
  readonly name: string;
  readonly rights: readonly ServiceRight[];
  readonly members: readonly string[];
}

export interface RightsGroupRow extends RightsGroupInput {
  readonly rightsGroupId: string;
  readonly revision: number;
}

/** What the phone system lets an extension have; none by default. */
export interface ExtensionFeatures {
  readonly extension: string;
  readonly voicemail: boolean;
  readonly fax: boolean;
  readonly callRecording: boolean;
}

/** An extension that somebody has or had, or that has a feature. */
export interface ExtensionRow extends ExtensionFeatures {
  /** Who has it now; null for nobody. */
  readonly holder: string | null;
}

export interface ExtensionList {
  readonly revision: string;
  readonly extensions: readonly ExtensionRow[];
}

export interface OrganisationInput {
  readonly name: string;
  readonly settings: OrganisationSettings;
}

export interface OrganisationDetails extends OrganisationInput {
  readonly revision: number;
}

/** Who may configure call reporting sees this much of people, and no more. */
export interface CallReporting {
  readonly revision: string;
  readonly isAvailable: boolean;
  readonly people: readonly CallReportingPerson[];
}

export interface CallReportingPerson {
  readonly userId: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Without the portal the setting has no effect. */
  readonly hasPortal: boolean;
  readonly callReporting: boolean;
}

export type { UserSettings };
