/** The signed-in person as the policy sees him: everything that a decision needs, and nothing that it must look up. */
import type { OrganisationSettings, Profile, ServiceRight, UserSettings } from '../../shared/user-settings';

/** Seconds since the epoch, from inclusive, until exclusive; null is open. */
export interface Period {
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

/** An extension passes from person to person; a call belongs to whoever had it when the call was made. */
export interface ExtensionHolding extends Period {
  readonly extension: string;
}

export interface ViewerGroup {
  readonly groupId: string;
  readonly extension: string;
  /** 'And the calls of its members': each member's extensions, while both the membership and the holding lasted. */
  readonly withMembers: boolean;
  readonly memberHoldings: readonly ExtensionHolding[];
}

export interface Viewer {
  readonly userId: string;
  readonly organisationId: number;
  readonly isActive: boolean;
  readonly profile: Profile;
  readonly settings: UserSettings;
  readonly organisation: OrganisationSettings;
  readonly serviceRights: ReadonlySet<ServiceRight>;
  readonly holdings: readonly ExtensionHolding[];
  /** The groups chosen in 'Replay recordings for group' that still exist. */
  readonly groups: readonly ViewerGroup[];
  /** Whole numbers of 'Replay recordings for others'. */
  readonly otherNumbers: readonly string[];
  readonly lines: readonly string[];
}

/** What a decision needs to know of a recording, wherever it comes from. */
export interface RecordingFacts {
  readonly organisationId: number;
  readonly kind: 'call' | 'voicemail' | 'fax';
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  /** The second of its start: periods are compared with it. */
  readonly startedAtSec: number;
  /** Extensions of the organisation's own people that were a party, and the owner if any. */
  readonly extensions: readonly string[];
  readonly owner: string | null;
  /** Group extensions that were a party, the owner, or the group the call was for. */
  readonly groups: readonly string[];
  readonly lines: readonly string[];
  readonly accountCodes: readonly string[];
  readonly hasScreen: boolean;
  readonly isHeld: boolean;
  readonly isRetentionLocked: boolean;
}

/** True where the second lies in the period: from inclusive, until exclusive. */
export function isWithin(period: Period, sec: number): boolean {
  return (
    (period.fromSec === null || sec >= period.fromSec) && (period.untilSec === null || sec < period.untilSec)
  );
}

/** The portal, or a right that needs a person at the console, lets an active person in. */
export function maySignIn(viewer: Pick<Viewer, 'isActive' | 'settings' | 'serviceRights'>): boolean {
  const { serviceRights } = viewer;
  return (
    viewer.isActive &&
    (viewer.settings.portal ||
      serviceRights.has('mediaManagerAdministrator') ||
      serviceRights.has('mediaManagerStandard') ||
      serviceRights.has('webControlSecurity'))
  );
}
